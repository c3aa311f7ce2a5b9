"""A figure has more digits than its column is said to be rounded to.

`decimals` says how far the figures of a column are precise. One with digits behind them is either not rounded, or
the declaration is wrong: its interval is not certain.

`decimals` 说明这一列精确到几位。某个数的小数比它多，要么没有取整，要么声明错了，它的误差范围就说不准。

怎么办：把这个数取到声明的位数，或改正 `decimals`。

Bad:

```yaml tables/area.yaml
id: area
title: 用地
unit: 公顷
decimals: 1
columns: {now: 现状}
rows:
  - {title: 耕地, now: 12.34}
```

Good:

```yaml tables/area.yaml
id: area
title: 用地
unit: 公顷
decimals: 1
columns: {now: 现状}
rows:
  - {title: 耕地, now: 12.3}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import has_excess_digits
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.tables import cells, names

KIND = Kind(
    "SUM121",
    "excess-digits",
    Severity.ERROR,
    Message("位数多于声明的精度", "More digits than the declared precision"),
    {
        "message": Message(
            "{table}：{row}（{column}）写作 {text}，而声明精确到 {decimals} 位小数",
            "{table}: {row} ({column}) is written {text}, but is declared to have {decimals} decimals",
        ),
        "hint": Message("按声明的位数舍入，或改正 decimals", "round it, or mend `decimals`"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the digits of each cell with the declared precision."""
    for table, cell in cells(linked):
        own = table.grid.columns[cell.column].decimals
        decimals = table.grid.table.decimals if own is None else own
        number = cell.written
        if decimals is None or not isinstance(number, Number) or number.unit or not has_excess_digits(number, decimals):
            continue
        args = {**names(table, cell), "text": number.text, "decimals": str(decimals)}
        yield Diagnostic(KIND, cell.place, args, hint="hint", values={"text": number.text}, subject=args["row"])
