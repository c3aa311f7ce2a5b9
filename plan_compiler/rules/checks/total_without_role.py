"""A row of a data table is called a total and has no role, so that nothing adds it up.

To the compiler a row called 合计, 小计 or Total is one like the others unless it has `role: total` or `role: subtotal`: its figures are not checked, and in the sum of a
row above it they would be added once more. Rows that are computed, have rows below them, or stand beside fewer than two rows with figures are left alone.

What to do: write `role: total` (or `subtotal`) and put the printed figures under `stated`; where the row is no sum of those beside it, `role: memo`.

数据表里有一行叫“合计”“小计”，却没有写 role：编译器把它当作普通一行，里面的数不会核对；上面一行再求和时，还会多加一次。有算式的、有下级行的，或者旁边有数的行不到两行的，不算。

怎么办：写上 `role: total`（小计写 `role: subtotal`），印好的数写在 `stated` 里；不是旁边各行之和的，写 `role: memo`。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {amount: 金额}
rows:
  - {title: 土建工程, amount: 850}
  - {title: 设备购置, amount: 120}
  - {title: 合计, amount: 990}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {amount: 金额}
rows:
  - {title: 土建工程, amount: 850}
  - {title: 设备购置, amount: 120}
  - {title: 合计, role: total, stated: {amount: 970}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.grid import GridRow, role_called
from plan_compiler.link.tables.linked import LinkedTable
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "SUM127",
    "total-without-role",
    Severity.WARNING,
    Message("合计行没有写 role，不会核对", "A total has no role and is not checked"),
    {
        "message": Message(
            "“{row}”这一行没有写 role，当作普通一行，里面的数不会与旁边各行核对",
            "the row “{row}” has no role: it is taken for one like the others, and its figures are not held against them",
        ),
        "hint": Message(
            "写成：role: {role}, stated: {{{corrected}}}；不是旁边各行之和的，写 role: memo",
            "write: role: {role}, stated: {{{corrected}}}; or role: memo, where it is not the sum of the rows beside it",
        ),
    },
)
_FEWEST = 2
_BESIDE = (None, "less")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for rows called by a word for a total, in every table."""
    words = linked.words.data_table
    for table in linked.tables.values():
        for row in table.grid.rows:
            role = role_called(row.row.title, words)
            columns = _added(table, row) if role and _is_plain(row) else []
            if columns:
                cells = ", ".join(f"{name}: {_text(row.row.cells[name])}" for name in columns)
                args = {"row": row.row.title, "role": role, "corrected": cells}
                place = Place((*row.path, "title"))
                yield Diagnostic(KIND, place, args, hint="hint", subject=row.row.title)


def _is_plain(row: GridRow) -> bool:
    """Whether nothing says how the row comes about."""
    written = row.row
    return not (written.role or written.formula or written.continues or row.below)


def _added(table: LinkedTable, row: GridRow) -> list[str]:
    """The columns in which the row has a figure of its own, and enough rows beside it have one that would be added."""
    beside = [table.grid.rows[index] for index in row.siblings if index != row.index]
    plain = [other for other in beside if other.row.role in _BESIDE]
    return [
        name
        for name in table.grid.columns
        if name in row.row.cells
        and _is_amount(table, row, name)
        and sum(_is_amount(table, other, name) for other in plain) >= _FEWEST
    ]


def _is_amount(table: LinkedTable, row: GridRow, column: str) -> bool:
    cell = table.cell(row.index, column)
    return cell is not None and cell.adds and isinstance(cell.reading, Quantity)


def _text(cell: Number | str) -> str:
    """The figure as it is written within braces: 1,010 is quoted there."""
    text = cell.text if isinstance(cell, Number) else cell
    return f'"{text}"' if "," in text else text
