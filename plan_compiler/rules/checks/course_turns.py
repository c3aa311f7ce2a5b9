"""The targets of an indicator turn back on the way.

From 78 in the base year over 1200 to 220: a target between the base year and the end of the plan that lies outside of both
is most often a slip (a digit, a zero too many, a value of the row beside). It may be meant, since some things do rise and fall; so this is but a
note. Cumulative indicators (IND201) and those with a direction (IND202) have rules of their own.

What to do: look at the three values. Where they are meant, a word in the text or the table's note helps the reader.

中期目标落在基期值和期末目标之外，例如 78、1200、220：多半是多打了一个零、错一位数或抄了旁边一行。也可能确实先升后降，
所以只是提示。累计指标（IND201）和写了方向的指标（IND202）另有规则。

怎么办：核对三个数；确实如此的，在正文或表注里说明一句。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 1200, 2025: 220}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 120, 2025: 220}}
      - {id: sewage, name: 污水集中处理率, unit: '%', attribute: 预期性, values: {2020: 90, 2023: 100, 2025: 100}}
```
"""

from collections.abc import Iterator, Sequence

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.link.period import base_year
from plan_compiler.link.worded import worded
from plan_compiler.model.indicators import Indicator
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, may_hold
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND213",
    "course-turns",
    Severity.INFO,
    Message("指标值先升后降，或先降后升", "The targets of an indicator turn back on the way"),
    {
        "message": Message(
            "{name}{year}年的 {middle}不在前后两年的 {before} 与 {after} 之间",
            "{name}: {middle} in {year} is not between {before} and {after}, the values before and after it",
        ),
        "hint": Message(
            "核对这三个值；确是这样的，可在文中说明", "look at the three values; where they are meant, say why"
        ),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at each three values in a row of which a target is the middle one, of indicators without a direction of their own."""
    base = base_year(linked.plan)
    for path, _, indicator in indicators(linked.plan):
        if not indicator.cumulative and indicator.better is None:
            years = sorted(indicator.values)
            for at in range(1, len(years) - 1):
                if base is None or years[at] > base:
                    yield from _turn(linked, path, indicator, years[at - 1 : at + 2])


def _turn(linked: LinkedPlan, path: NodePath, indicator: Indicator, years: Sequence[int]) -> Iterator[Outcome]:
    results = [linked.figures[f"{indicator.id}[{year}]"].result for year in years]
    match results:
        case [Quantity() as before, Quantity() as middle, Quantity() as after] if not any(
            result.bound for result in (before, middle, after)
        ):
            below = (not may_hold(">=", middle, before), not may_hold(">=", middle, after))
            above = (not may_hold("<=", middle, before), not may_hold("<=", middle, after))
            if all(below) or all(above):
                values = {"before": plain(before), "middle": plain(middle), "after": plain(after)}
                told = (worded(linked, f"{indicator.id}[{year}]") for year in years)
                args = {
                    "name": indicator.name,
                    "year": str(years[1]),
                    **dict(zip(("before", "middle", "after"), told, strict=True)),
                }
                yield Diagnostic(KIND, Place((*path, "values", str(years[1]))), args, hint="hint", values=values)
