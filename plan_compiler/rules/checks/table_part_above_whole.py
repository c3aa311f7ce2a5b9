"""A part (其中) in a data table is greater than its whole.

A row with `role: including` is a part of the row that it stands under; at the top of a table, of its total. It is not
added, but it cannot be greater. Compared by intervals, and only where figures add up (no rates, no averages) and have one sign.

`role: including`（其中）的行是它所在行的一部分；写在表的最上一级时，是合计的一部分。它不相加，但也不能大于整体。只比
较可以相加的数（比率、平均数除外），并且正负号相同。

怎么办：改正部分或整体；不是其中项的，改用 `role: memo`。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - title: 设备购置
    total: 850
    rows:
      - {title: 进口设备, role: including, total: 3000}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - title: 设备购置
    total: 850
    rows:
      - title: 进口设备
        role: including
        total: 300
        rows:
          - {title: 精密仪器, role: including, total: 120}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.link.linked import LinkedPlan, LinkedTable, Unknown
from plan_compiler.link.reasons import Reason
from plan_compiler.link.tables.grid import GridRow
from plan_compiler.link.tables.linked import LinkedCell
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, may_hold
from plan_compiler.rules.outcome import Consistent, NotCheckable, Outcome, Tie
from plan_compiler.rules.sums.tables import is_nothing, names

KIND = Kind(
    "SUM112",
    "table-part-above-whole",
    Severity.ERROR,
    Message("数据表的其中项大于总项", "A part in a data table is greater than its whole"),
    {
        "message": Message(
            "{table}（{column}），其中：{row} {part}{unit}，大于{whole_name} {whole}{whole_unit}",
            "{table} ({column}): {row}, {part} {unit}, is part of {whole_name}, which is only {whole} {whole_unit}",
        ),
        "whole": Message("{whole_name} {whole}", "{whole_name} {whole}"),
        "hint": Message("核对两行的数，或改正 role", "mend one of the two figures, or `role`"),
    },
)
RELATES = Tie.BOUND


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each part with its whole, column by column."""
    averages = linked.words.data_table.averages
    for table in linked.tables.values():
        pairs = [
            (row, whole)
            for row in table.grid.rows
            if row.row.role == "including" and (whole := _whole(table, row)) is not None
            if not any(word in title for word in averages for title in (row.row.title, whole.row.title))
        ]
        for name, column in table.grid.columns.items() if pairs else ():
            signs = _signs(linked, table, name)
            if column.formula is None and len(signs) < 2:
                for row, whole in pairs:
                    part = table.cell(row.index, name)
                    yield from _compare(linked, table, part, table.cell(whole.index, name), falling=signs == {-1})


def _whole(table: LinkedTable, row: GridRow) -> GridRow | None:
    """The row that a part belongs to."""
    rows = table.grid.rows
    if row.parent is not None:
        return rows[row.parent]
    totals = [index for index in row.siblings if rows[index].row.role == "total"]
    return rows[totals[0]] if len(totals) == 1 else None


def _compare(
    linked: LinkedPlan, table: LinkedTable, part: LinkedCell | None, whole: LinkedCell | None, *, falling: bool
) -> Iterator[Outcome]:
    if part is None or whole is None or not (part.adds and whole.adds):
        return
    inner, outer = linked.figures[part.key].result, linked.figures[whole.key].result
    if is_nothing(inner) or is_nothing(outer):
        return
    match inner, outer:
        case (Quantity(), Quantity()):
            yield _verdict(table, (part, inner), (whole, outer), ">=" if falling else "<=")
        case (Unknown(reason=reason, about=about), _) | (_, Unknown(reason=reason, about=about)):
            yield NotCheckable(part.place, reason, about)


def _signs(linked: LinkedPlan, table: LinkedTable, column: str) -> frozenset[int]:
    """The signs of the figures in a column: with both, a part may well be greater than the whole."""
    results = (linked.figures[cell.key].result for cell in table.cells.values() if cell.column == column)
    nominals = [result.nominal for result in results if isinstance(result, Quantity)]
    return frozenset((n > 0) - (n < 0) for n in nominals if n)


def _verdict(
    table: LinkedTable, part: tuple[LinkedCell, Quantity], whole: tuple[LinkedCell, Quantity], bound: str
) -> Outcome:
    (own, inner), (above, outer) = part, whole
    try:
        holds = may_hold(bound, inner, outer)
    except UnitMismatchError:
        return NotCheckable(own.place, Reason.UNIT, own.key)
    if holds:
        return Consistent(own.place, (own.key, above.key))
    args = {
        **names(table, own),
        "part": plain(inner),
        "whole": plain(outer),
        "whole_name": table.row(above).row.title,
        "whole_unit": above.unit.text,
    }
    return Diagnostic(
        KIND,
        own.place,
        args,
        hint="hint",
        values={"part": args["part"], "whole": args["whole"]},
        subject=args["row"],
        related=(Related(above.place, "whole", args),),
    )
