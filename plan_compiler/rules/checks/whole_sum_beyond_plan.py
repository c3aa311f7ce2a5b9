"""A project goes on after the plan, but its whole sum is counted within the plan.

What is built after the plan's last year is paid after it, so only a part of the sum belongs to the plan.

规划期之后还在建设的项目，后几年的投资不属于本规划，总投资却全部计入了规划期。

怎么办：规划期内投资只写规划期内的部分。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2025-2030, total: 55000, in_period: 55000, owner: 建设局}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2025-2030, total: 55000, in_period: 9000, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.schedule import plan_years, scheduled

KIND = Kind(
    "PRJ305",
    "whole-sum-beyond-plan",
    Severity.WARNING,
    Message("跨出规划期，总投资却全部计入", "A project goes on after the plan, its whole sum counted in it"),
    {
        "message": Message(
            "{name}建至{end}年，晚于规划期末{last}年，总投资 {total} 却全部计入规划期",
            "{name} goes on to {end}, after the plan ends in {last}, yet all of its {total} are counted in it",
        ),
        "hint": Message("规划期内投资只列规划期内完成的部分", "count only what is spent within the plan"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the projects that end after the plan."""
    years = plan_years(linked)
    if years is None:
        return
    _, last = years
    for entry in scheduled(linked):
        period = entry.period
        if period is None or period.end is None or period.end <= last or not entry.is_counted:
            continue
        if period.start is not None and not period.start <= last:
            continue
        if not entry.is_counted_whole:
            yield Consistent(entry.place("in_period"))
            continue
        values = {"period": entry.project.period, "in_period": entry.project.in_period.text}
        args = {"name": entry.project.name, "end": str(period.end), "last": str(last), **entry.amounts}
        yield Diagnostic(KIND, entry.place("in_period"), args, hint="hint", values=values)
