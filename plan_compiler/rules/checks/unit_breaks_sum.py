"""A sum holds only if the unit that is written in one of its cells is not meant.

A cell may have a unit of its own, in which it is then taken. Where a stated sum fails with that unit, and holds
with the unit of the column, the unit in the cell is wrong: `4.17万元` in a column of 亿元 was meant as 4.17亿元.

单元格里的数可以自带单位，按所写单位计。如果按所写单位相加不符、按本列单位相加正好相符，就是单位写错了：单位为亿元的列
里，4.17万元 多半是 4.17亿元。

怎么办：删去单元格里的单位，或改成正确的单位。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 亿元
columns: {total: 总投资}
rows:
  - {title: 道路, total: 3.20}
  - {title: 桥梁, total: 4.17万元}
  - {title: 合计, role: total, stated: {total: 7.37}}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 亿元
columns: {total: 总投资}
rows:
  - {title: 道路, total: 3.20}
  - {title: 桥梁, total: 4.17}
  - {title: 合计, role: total, stated: {total: 7.37}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.link.linked import LinkedPlan, LinkedTable
from plan_compiler.link.tables.linked import LinkedCell
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import parse_unit
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.table_changes import mended_claims
from plan_compiler.rules.sums.tables import Claim, cells, names, text_of

KIND = Kind(
    "SUM118",
    "unit-breaks-sum",
    Severity.ERROR,
    Message("单元格里的单位使合计不成立", "The unit in a cell breaks a sum"),
    {
        "message": Message(
            "{table}：{row}（{column}）写作 {text}，{whole} {stated}{unit} 只有按 {number}{unit} 计才成立",
            "{table}: {row} ({column}) is written {text}; {whole}, {stated} {unit}, holds only if it is {number} {unit}",
        ),
        "whole": Message("{whole} {stated}{unit}", "{whole} {stated} {unit}"),
        "hint": Message("改成 {number}", "write {number}"),
    },
)
_MOST = 20
"""How many cells are tried; a table with more of them is written in two units throughout."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Try each cell in another unit than its column in the column's."""
    suspects = [(table, cell, meant) for table, cell in cells(linked) if (meant := _in_unit_of_column(cell))]
    for table, cell, meant in suspects[:_MOST]:
        if mended := mended_claims(linked, table, cell.key, meant):
            yield _diagnostic(table, cell, mended[0])


def _in_unit_of_column(cell: LinkedCell) -> Quantity | None:
    """The figure of a cell in another unit than its column, had it been meant in the column's; None for other cells."""
    number, reading = cell.written, cell.reading
    if not isinstance(number, Number) or not number.unit or not isinstance(reading, Quantity):
        return None
    if parse_unit(number.unit).factor == cell.unit.factor:
        return None
    return Quantity.of(Fraction(number.value), cell.unit, None if reading.decimals is None else number.decimals)


def _diagnostic(table: LinkedTable, cell: LinkedCell, claim: Claim) -> Diagnostic:
    text = text_of(cell)
    number = cell.written.text.removesuffix(cell.written.unit).strip() if isinstance(cell.written, Number) else text
    args = {
        **names(table, cell),
        "text": text,
        "number": number,
        "whole": table.row(claim.cell).row.title,
        "stated": text_of(claim.cell),
    }
    return Diagnostic(
        KIND,
        cell.place,
        args,
        hint="hint",
        values={"text": text, "stated": args["stated"]},
        subject=args["row"],
        related=(Related(claim.cell.place, "whole", args),),
    )
