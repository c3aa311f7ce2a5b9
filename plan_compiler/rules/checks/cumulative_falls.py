"""A cumulative value is smaller than an earlier one.

The values of an indicator with `cumulative: true` accumulate from year to year, so a later one is never smaller.
Compared by intervals: an error only when rounding cannot explain it. Where a note under the table, or of the indicator, says that totals are
those of five years each (五年累计), only years within the plan are compared; so they are where every target lies below the value of the base year,
since the total then begins anew with the plan.

写了 `cumulative: true` 的指标逐年累计，后一年不会比前一年小。按区间比较，四舍五入解释得了的不报；
表注或指标的注写明是“五年累计”的，只比较规划期内的年份；各年目标都小于基期的，是从规划期起重新累计，也只比较规划期内的年份。
例如 2020 年 9 家、2023 年 21 家、2025 年 14 家。

怎么办：改正数值；不是累计值的，删去 `cumulative`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: platforms, name: 高能级平台, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2023: 21, 2025: 14}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: platforms, name: 高能级平台, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2023: 12, 2025: 14}}
      - {id: pipes, name: 改造老旧管网, unit: 公里, attribute: 约束性, cumulative: true, values: {2020: 312, 2023: 180, 2025: 286}}
```
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.link.period import period_of_plan
from plan_compiler.link.reasons import Reason
from plan_compiler.link.worded import worded
from plan_compiler.model.indicators import Indicator
from plan_compiler.patterns import compiled
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, may_hold
from plan_compiler.rules.outcome import Consistent, NotCheckable, Outcome, Tie

KIND = Kind(
    "IND201",
    "cumulative-falls",
    Severity.ERROR,
    Message("累计值下降", "A cumulative value falls"),
    {
        "message": Message(
            "{name}是累计值，{later}年 {after} 却小于{earlier}年 {before}",
            "{name} is cumulative, but {later} has {after}, less than {earlier} with {before}",
        ),
        "earlier": Message("{earlier}年 {before}", "{earlier}: {before}"),
        "hint": Message(
            "核对两年的数值；每五年重新累计的，在表注写明“五年累计”；若不是累计值，删去 cumulative",
            "mend a value; where every five years have a total of their own, the table's note says “five-year total”; if it does not accumulate, drop `cumulative`",
        ),
    },
)
RELATES = Tie.BOUND

_PART_OR_NOT = compiled("其中|非|不是|except|not ")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each value of a cumulative indicator with the one of the year before it."""
    period = period_of_plan(linked.plan)
    anew = words(linked.plan.language).discourse.of_five_years
    for path, table, indicator in indicators(linked.plan):
        if indicator.cumulative and not indicator.qualitative:
            begins = min(indicator.values, default=0)
            if period and (_says(anew, table.note, indicator.note) or _begins_anew(linked, indicator, period[0])):
                begins = period[0]
            for earlier, later in pairwise(sorted(year for year in indicator.values if year >= begins)):
                yield _compare(linked, path, indicator, earlier, later)


def _says(choices: Iterable[str], *notes: str | None) -> bool:
    """Whether a note says so of everything that it is about: not 其中新增就业为五年累计, nor 非五年累计."""
    return any(_PART_OR_NOT.search(note) is None and any(word in note for word in choices) for note in notes if note)


def _begins_anew(linked: LinkedPlan, indicator: Indicator, first: int) -> bool:
    """Whether every target is below the last value before the plan begins."""
    before, targets = (
        [
            linked.figures[f"{indicator.id}[{year}]"].result
            for year in sorted(indicator.values)
            if (year >= first) is later
        ]
        for later in (False, True)
    )
    base = next((result for result in reversed(before) if isinstance(result, Quantity)), None)
    told = [result for result in targets if isinstance(result, Quantity)]
    return base is not None and len(told) > 1 and not any(may_hold("<=", base, target) for target in told)


def _compare(linked: LinkedPlan, path: NodePath, indicator: Indicator, earlier: int, later: int) -> Outcome:
    place = Place((*path, "values", str(later)))
    match linked.figures[f"{indicator.id}[{earlier}]"].result, linked.figures[f"{indicator.id}[{later}]"].result:
        case (Unknown(reason=reason, about=about), _) | (_, Unknown(reason=reason, about=about)):
            return NotCheckable(place, reason, about)
        case (Quantity() as before, Quantity() as after):
            if may_hold("<=", before, after):
                return Consistent(place, tuple(f"{indicator.id}[{year}]" for year in (earlier, later)))
            args = {
                "name": indicator.name,
                "earlier": str(earlier),
                "later": str(later),
                "before": worded(linked, f"{indicator.id}[{earlier}]"),
                "after": worded(linked, f"{indicator.id}[{later}]"),
            }
            values = {"before": plain(before), "after": plain(after)}
            related = (Related(Place((*path, "values", str(earlier))), "earlier", args),)
            return Diagnostic(KIND, place, args, hint="hint", values=values, related=related)
    return NotCheckable(place, Reason.UNREADABLE, indicator.id)
