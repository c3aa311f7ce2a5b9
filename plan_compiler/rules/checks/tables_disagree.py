"""One indicator has different values in two tables.

Two indicators with one name and comparable units, in two tables, are printed for one year with values that cannot be the
same: with the same decimals they must be equal, else what they stand for must overlap. The tables may be of different areas or
scopes: then their names should say so.

两张表里名称相同、单位可比的指标，同一年印出的数值对不上：小数位相同的应相等，位数不同的应在四舍五入范围内重合。

怎么办：改正其中一处；两表口径、范围不同的，在名称里写明。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 120, 2025: 220}}
```

```yaml indicators/annual.yaml
id: annual
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output2, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 76, 2025: 220}}
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
```

```yaml indicators/annual.yaml
id: annual
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output2, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78.1, 2025: 220}}
```
"""

from collections import defaultdict
from collections.abc import Iterator
from unicodedata import normalize

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.link.worded import worded
from plan_compiler.model.indicators import Indicator, IndicatorTable
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import agree
from plan_compiler.rules.outcome import Consistent, Outcome, Tie

KIND = Kind(
    "IND208",
    "tables-disagree",
    Severity.WARNING,
    Message("同一指标在两张表中数值不同", "One indicator has different values in two tables"),
    {
        "message": Message(
            "{name}{year}年在{table}中为 {value}，在{other_table}中为 {other}",
            "{name} for {year} is {value} in {table}, but {other} in {other_table}",
        ),
        "other": Message("{other}", "{other}"),
        "hint": Message(
            "统一两处数值；口径不同的，在名称中写明", "mend one; where the scope differs, say so in the name"
        ),
    },
)
RELATES = Tie.EQUAL

_Row = tuple[NodePath, IndicatorTable, Indicator]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the indicators of each name, year by year, with the first of them in another table."""
    named: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in indicators(linked.plan):
        named[normalize("NFKC", row[2].name)].append(row)
    for rows in named.values():
        first = rows[0]
        for row in rows[1:]:
            if row[1] is not first[1]:
                for year in row[2].values:
                    if year in first[2].values:
                        yield from _compare(linked, row, first, year)


def _compare(linked: LinkedPlan, row: _Row, first: _Row, year: int) -> Iterator[Outcome]:
    place = Place((*row[0], "values", str(year)))
    own, other = (linked.figures[f"{each[2].id}[{year}]"].result for each in (row, first))
    if isinstance(own, Unknown) or isinstance(other, Unknown) or own.unit.dimension != other.unit.dimension:
        return
    if agree(own, other):
        yield Consistent(place, tuple(f"{each[2].id}[{year}]" for each in (row, first)))
        return
    args = {
        "name": row[2].name,
        "year": str(year),
        "table": row[1].title,
        "value": worded(linked, f"{row[2].id}[{year}]"),
        "other_table": first[1].title,
        "other": worded(linked, f"{first[2].id}[{year}]"),
    }
    related = (Related(Place((*first[0], "values", str(year))), "other", args),)
    values = {"value": plain(own), "other": plain(other)}
    yield Diagnostic(KIND, place, args, hint="hint", values=values, related=related)
