"""A target moves the wrong way.

`better: higher` says that an indicator is to rise, `better: lower` that it is to fall. A later value that certainly goes
the other way is a slip in the figures, or in `better`. A value that stays is no fault, and of the years up to the base year, in which things went as
they went, none is judged.

`better: higher` 表示越高越好，`better: lower` 表示越低越好。后一年的目标明显朝反方向走，不是数写错了，就是 `better`
写反了。数值持平不算；基准年及以前是实际发生的数，不判断升降。

怎么办：核对各年数值和 `better`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: energy, name: 单位产值能耗, unit: 吨标准煤/万元, attribute: 预期性, better: lower, values: {2020: 0.32, 2023: 0.34, 2025: 0.28}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: energy, name: 单位产值能耗, unit: 吨标准煤/万元, attribute: 预期性, better: lower, values: {2020: 0.32, 2023: 0.30, 2025: 0.28}}
      - {id: debt, name: 资产负债率, unit: '%', attribute: 预期性, better: lower, values: {2020: 63.8, 2023: 63.5, 2025: 63}}
```
"""

from collections.abc import Iterator
from itertools import pairwise

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.link.period import base_year
from plan_compiler.link.reasons import Reason
from plan_compiler.link.worded import worded
from plan_compiler.model.indicators import Indicator
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, may_hold
from plan_compiler.rules.outcome import Consistent, NotCheckable, Outcome, Tie

KIND = Kind(
    "IND202",
    "target-against-better",
    Severity.WARNING,
    Message("目标值走向与 better 相反", "A target moves the wrong way"),
    {
        "message": Message(
            "{name}应逐步提高，{later}年 {after} 却低于{earlier}年 {before}",
            "{name} is to rise, but {later} has {after}, less than {earlier} with {before}",
        ),
        "lower": Message(
            "{name}应逐步降低，{later}年 {after} 却高于{earlier}年 {before}",
            "{name} is to fall, but {later} has {after}, more than {earlier} with {before}",
        ),
        "earlier": Message("{earlier}年 {before}", "{earlier}: {before}"),
        "hint": Message("核对两年的数值，或改正 better", "mend a value, or `better`"),
    },
)
RELATES = Tie.BOUND
_DIRECTIONS = {"higher": ("<=", "message"), "lower": (">=", "lower")}


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each value since the base year, of an indicator that has a direction, with the one before it."""
    base = base_year(linked.plan)
    for path, _, indicator in indicators(linked.plan):
        if indicator.better in _DIRECTIONS and not indicator.qualitative:
            for earlier, later in pairwise(sorted(indicator.values)):
                if base is None or later > base:
                    yield _compare(linked, path, indicator, earlier, later)


def _compare(linked: LinkedPlan, path: NodePath, indicator: Indicator, earlier: int, later: int) -> Outcome:
    place = Place((*path, "values", str(later)))
    match linked.figures[f"{indicator.id}[{earlier}]"].result, linked.figures[f"{indicator.id}[{later}]"].result:
        case (Unknown(reason=reason, about=about), _) | (_, Unknown(reason=reason, about=about)):
            return NotCheckable(place, reason, about)
        case (Quantity() as before, Quantity() as after):
            operator, message = _DIRECTIONS[indicator.better or ""]
            if may_hold(operator, before, after):
                return Consistent(place, tuple(f"{indicator.id}[{year}]" for year in (earlier, later)))
            values = {"before": plain(before), "after": plain(after)}
            args = {
                "name": indicator.name,
                "earlier": str(earlier),
                "later": str(later),
                "before": worded(linked, f"{indicator.id}[{earlier}]"),
                "after": worded(linked, f"{indicator.id}[{later}]"),
            }
            related = (Related(Place((*path, "values", str(earlier))), "earlier", args),)
            return Diagnostic(KIND, place, args, message, hint="hint", values=values, related=related)
    return NotCheckable(place, Reason.UNREADABLE, indicator.id)
