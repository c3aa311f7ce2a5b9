"""A project began before the plan, but its whole sum is counted within the plan.

Something was probably spent before the plan began, two years or more after the beginning of
the works. It may be that no payment fell due yet: this is for information.

规划开始前两年或更早就已开工的项目，此前多半已有支出，总投资却全部计入规划期。也可能此前没有付款，所以只是提示。

怎么办：核对此前的支出，从规划期内投资中扣除。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 续建, period: 2018-2022, total: 2500, in_period: 2500, owner: 建设局}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 续建, period: 2018-2022, total: 2500, in_period: 900, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import plan_years, scheduled

KIND = Kind(
    "PRJ306",
    "whole-sum-before-plan",
    Severity.INFO,
    Message("规划期前已开工，总投资却全部计入", "A project began before the plan, its whole sum counted in it"),
    {
        "message": Message(
            "{name}{start}年已开工，总投资 {total} 仍全部计入{first}年起的规划期",
            "{name} began in {start}, yet all of its {total} are counted in the plan from {first} on",
        ),
        "hint": Message(
            "若此前已有支出，规划期内投资应减去这一部分", "take off what was spent before the plan, if anything was"
        ),
    },
)

_YEARS_BEFORE = 2
"""A project that began in the year before the plan may well have paid nothing yet."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the projects that began before the plan and go on in it."""
    years = plan_years(linked)
    if years is None:
        return
    first, last = years
    for entry in scheduled(linked):
        period = entry.period
        if period is None or period.start is None or period.end is None or not entry.is_counted:
            continue
        if period.start <= first - _YEARS_BEFORE and first <= period.end <= last and entry.is_counted_whole:
            values = {"period": entry.project.period, "in_period": entry.project.in_period.text}
            args = {"name": entry.project.name, "start": str(period.start), "first": str(first), **entry.amounts}
            yield Diagnostic(KIND, entry.place("in_period"), args, hint="hint", values=values)
