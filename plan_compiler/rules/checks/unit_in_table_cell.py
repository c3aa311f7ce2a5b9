"""A cell of a data table has a unit of its own.

The unit of a figure stands once, at its table, column or row. A cell that repeats it prints it twice; a cell in another
unit is converted, but is in another notation than its column, and easily misread.

数的单位只写一处：写在表、列或行上。单元格里再写一遍，就印重了；写成另一个单位（3.20 中间夹一个 1700万元）虽然会换算，
但与同列写法不一，容易看错。

怎么办：单元格里只写数字，按本列的单位换算好。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 亿元
columns: {total: 总投资}
rows:
  - {title: 道路, total: 3.20}
  - {title: 桥梁, total: 1700万元}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 亿元
columns: {total: 总投资}
rows:
  - {title: 道路, total: 3.20}
  - {title: 桥梁, total: 0.17}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import parse_unit
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.tables import cells, names

KIND = Kind(
    "SUM117",
    "unit-in-table-cell",
    Severity.WARNING,
    Message("数据表的单元格里又写了单位", "A cell of a data table has a unit of its own"),
    {
        "message": Message(
            "{table}：{row}（{column}）写作 {text}，单位是 {unit}，按 {converted}{unit} 计",
            "{table}: {row} ({column}) is written {text}, in a column of {unit}; it is taken for {converted} {unit}",
        ),
        "twice": Message(
            "{table}：{row}（{column}）写作 {text}，单位 {unit} 重复",
            "{table}: {row} ({column}) is written {text}, which repeats the unit {unit}",
        ),
        "hint": Message("只写数字：{converted}", "write the number alone: {converted}"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for units in the cells."""
    for table, cell in cells(linked):
        number, reading = cell.written, cell.reading
        if isinstance(number, Number) and number.unit and isinstance(reading, Quantity):
            is_same = parse_unit(number.unit).factor == cell.unit.factor
            args = {**names(table, cell), "text": number.text, "converted": plain(reading)}
            yield Diagnostic(
                KIND,
                cell.place,
                args,
                "twice" if is_same else "message",
                hint="hint",
                values={"text": number.text},
                subject=args["row"],
            )
