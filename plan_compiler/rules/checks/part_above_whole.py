"""A part (其中) is greater than its whole.

An indicator with `part_of` is a part of another one, so in no year may it be greater. Compared by intervals: an error
only when even the smallest value the part may have is above the greatest the whole may have.

写了 `part_of` 的指标是另一项指标的一部分（印作“其中：”），任何一年都不能大于总项。按区间比较：部分的最小可能值仍大于
总项的最大可能值，才报错。例如固定资产投资 100，其中民间投资 120。

怎么办：改正其中一项；两者口径不同、不是总分关系的，删去 `part_of`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 投资
    indicators:
      - {id: investment, name: 固定资产投资, unit: 亿元, attribute: 预期性, values: {2020: 57, 2025: 130}}
      - {id: private, name: 民间投资, unit: 亿元, attribute: 预期性, part_of: investment, values: {2020: 9.18, 2025: 135}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 投资
    indicators:
      - {id: investment, name: 固定资产投资, unit: 亿元, attribute: 预期性, values: {2020: 57, 2025: 130}}
      - {id: private, name: 民间投资, unit: 亿元, attribute: 预期性, part_of: investment, values: {2020: 9.18, 2025: 35}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.link.evaluate import mismatch_of
from plan_compiler.link.linked import LinkedPlan, Symbol, SymbolKind, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.link.reasons import Reason
from plan_compiler.link.worded import worded
from plan_compiler.model.indicators import Indicator
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, may_hold
from plan_compiler.rules.outcome import Consistent, NotCheckable, Outcome, Tie

KIND = Kind(
    "SUM103",
    "part-above-whole",
    Severity.ERROR,
    Message("其中项大于总项", "A part is greater than its whole"),
    {
        "message": Message(
            "{year}年，其中：{part} {part_value}，大于{whole} {whole_value}",
            "{year}: {part}, {part_value}, is part of {whole}, which is only {whole_value}",
        ),
        "whole": Message("{whole} {whole_value}", "{whole} {whole_value}"),
        "hint": Message("核对两行的数值，或改正 part_of", "mend one of the two values, or `part_of`"),
    },
)
RELATES = Tie.BOUND


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each part with its whole, year by year."""
    for path, _, indicator in indicators(linked.plan):
        symbol = linked.symbols.by_id.get(indicator.part_of or "")
        if symbol is None or symbol.kind is not SymbolKind.INDICATOR:
            continue
        for year in indicator.values:
            if f"{symbol.id}[{year}]" in linked.figures:
                yield _compare(linked, path, indicator, symbol, year)


def _compare(linked: LinkedPlan, path: NodePath, indicator: Indicator, whole: Symbol, year: int) -> Outcome:
    place = Place((*path, "values", str(year)))
    match linked.figures[f"{indicator.id}[{year}]"].result, linked.figures[f"{whole.id}[{year}]"].result:
        case (Unknown(reason=reason, about=about), _) | (_, Unknown(reason=reason, about=about)):
            return NotCheckable(place, reason, about)
        case (Quantity() as inner, Quantity() as outer):
            if mismatch_of(inner, outer):
                return NotCheckable(place, Reason.UNIT, indicator.id)
            if may_hold("<=", inner, outer):
                return Consistent(place, tuple(f"{each}[{year}]" for each in (indicator.id, whole.id)))
            args = {
                "year": str(year),
                "part": indicator.name,
                "whole": whole.name,
                "part_value": worded(linked, f"{indicator.id}[{year}]"),
                "whole_value": worded(linked, f"{whole.id}[{year}]"),
            }
            values = {"part": plain(inner), "whole": plain(outer)}
            related = (Related(Place((*whole.path, "values", str(year))), "whole", args),)
            return Diagnostic(KIND, place, args, hint="hint", values=values, related=related)
    return NotCheckable(place, Reason.UNREADABLE, indicator.id)
