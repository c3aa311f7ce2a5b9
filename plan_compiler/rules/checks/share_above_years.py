"""A project that goes on after the plan has most of its sum counted in it.

2024-2027 with 80 of 100 million counted in a plan that ends in 2025: two of its four years have four fifths of the money. Told where the share is at least half as
much again as that of the years, and by a quarter of the whole more; where all of it is counted, PRJ305 says so.

What to do: count only what is spent within the plan.

跨出规划期的项目，计入规划期的投资占比远高于年份占比：期限2024-2027年，规划期内只有两年，总投资100000万元却计入80000万元。投资占比达到年份占比的一倍半、
且高出四分之一以上才报；全部计入的由 PRJ305 报。

怎么办：规划期内投资只列规划期内完成的部分。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2024-2027, total: 100000, in_period: 80000, owner: 建设局}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2024-2027, total: 100000, in_period: 60000, owner: 建设局}
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 2022-2026, total: 100000, in_period: 90000, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import plan_years, scheduled

KIND = Kind(
    "PRJ324",
    "share-above-years",
    Severity.INFO,
    Message("跨出规划期，计入的投资明显偏多", "A project goes on after the plan, most of its sum counted in it"),
    {
        "message": Message(
            "{name}期限{period}，规划期内占 {within}/{years} 年，总投资 {total} 却计入 {in_period}",
            "{name} ({period}) has {within} of its {years} years in the plan, yet {in_period} of {total} are counted in it",
        ),
        "hint": Message("核对规划期内投资", "look at what is spent within the plan"),
    },
)
_MORE, _MUCH_MORE = Fraction(3, 2), Fraction(1, 4)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the shares of money and of years, of what begins within the plan and ends after it."""
    plan = plan_years(linked)
    for entry in scheduled(linked) if plan is not None else ():
        period, inner, outer = entry.period, entry.project.in_period, entry.project.total
        if plan is None or period is None or period.start is None or period.end is None:
            continue
        if not plan[0] <= period.start <= plan[1] < period.end or inner.unit != outer.unit or outer.value <= 0:
            continue
        within, years = plan[1] - period.start + 1, period.end - period.start + 1
        of_years, of_money = Fraction(within, years), inner.fraction / outer.fraction
        if of_money < 1 and of_money >= of_years * _MORE and of_money >= of_years + _MUCH_MORE:
            args = {"name": entry.project.name, "period": entry.project.period or "", **entry.amounts}
            args |= {"within": str(within), "years": str(years)}
            values = {"in_period": inner.text, "period": entry.project.period or ""}
            yield Diagnostic(KIND, entry.place("in_period"), args, hint="hint", values=values)
