"""Money is counted in the plan for a project that is built before or after it.

A project that is over before the plan begins, or begins after the plan ends, spends nothing within it. There
may be a reason (a last payment falls due later), so this is a warning.

规划开始前就已建成、或规划结束后才开工的项目，在规划期内不会花钱。也可能有尾款要付，所以是警告。

怎么办：核对期限和规划期内投资；有理由的登记豁免。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 续建, period: 2017-2020, total: 500, in_period: 20, owner: 建设局}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 续建, period: 2017-2021, total: 500, in_period: 20, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.schedule import Scheduled, plan_years, scheduled

KIND = Kind(
    "PRJ304",
    "outside-the-plan",
    Severity.WARNING,
    Message("建设期限在规划期之外，却计入投资", "Money is counted for a project outside the plan's period"),
    {
        "message": Message(
            "{name}于{end}年完工，早于规划期（{first}-{last}），却有 {in_period} 计入规划期",
            "{name} is over in {end}, before the plan ({first}-{last}), yet {in_period} are counted in it",
        ),
        "later": Message(
            "{name}于{start}年开工，晚于规划期（{first}-{last}），却有 {in_period} 计入规划期",
            "{name} begins in {start}, after the plan ({first}-{last}), yet {in_period} are counted in it",
        ),
        "hint": Message("核对建设期限与规划期内投资", "mend the period or the amount within the plan"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the period of every project that is counted with the plan's."""
    years = plan_years(linked)
    if years is None:
        return
    first, last = years
    for entry in scheduled(linked):
        period = entry.period
        if period is None or not entry.is_counted:
            continue
        if period.end is not None and period.end < first:
            yield _diagnostic(entry, years, "message")
        elif period.start is not None and period.start > last:
            yield _diagnostic(entry, years, "later")
        else:
            yield Consistent(entry.place("period"))


def _diagnostic(entry: Scheduled, years: tuple[int, int], message: str) -> Diagnostic:
    values = {"period": entry.project.period, "in_period": entry.project.in_period.text}
    start, end = (entry.period.start, entry.period.end) if entry.period else (None, None)
    args = {"name": entry.project.name, "first": str(years[0]), "last": str(years[1]), **entry.amounts}
    args |= {"start": str(start or ""), "end": str(end or "")}
    return Diagnostic(KIND, entry.place("period"), args, message, hint="hint", values=values)
