"""A project lies wholly within the plan, but only a part of its sum is counted in it.

A project that begins and ends within the plan spends its whole sum there.

起止都在规划期内的项目，投资应全部花在规划期内，规划期内投资却小于总投资。

怎么办：核对两栏金额和建设期限。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 300, in_period: 200, owner: 建设局}
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 300, in_period: 300, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.schedule import plan_years, scheduled

KIND = Kind(
    "PRJ309",
    "whole-project-in-part",
    Severity.WARNING,
    Message("整个在规划期内，投资却只计入一部分", "A project is wholly within the plan, its sum only in part"),
    {
        "message": Message(
            "{name}（{period}）整个在规划期内，规划期内投资 {in_period} 却小于总投资 {total}",
            "{name} ({period}) lies within the plan, yet {in_period} of its {total} are counted in it",
        ),
        "hint": Message("核对两个金额与建设期限", "mend one of the amounts, or the period"),
    },
)
RELATES = Tie.BOUND
"""One amount written twice: who has it wrong has it wrong in both columns."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare both amounts of the projects within the plan. More than the total is a finding of its own."""
    years = plan_years(linked)
    if years is None:
        return
    for entry in scheduled(linked):
        period = entry.period
        if period is None or period.start is None or period.end is None:
            continue
        if not years[0] <= period.start <= period.end <= years[1]:
            continue
        project = entry.project
        if not entry.is_counted_in_part:
            yield Consistent(entry.place("in_period"), (f"{entry.project.id}.total",))
            continue
        values = {"in_period": project.in_period.text, "total": project.total.text}
        args = {"name": project.name, "period": project.period, **entry.amounts}
        yield Diagnostic(KIND, entry.place("in_period"), args, hint="hint", values=values)
