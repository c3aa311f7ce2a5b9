"""A member of a sum is left blank in a table that is declared complete.

Rounding can hide a small member. In a table with `complete: true` every row that is added has a figure in every
column of the sum, or a dash where there is nothing.

四舍五入可能掩盖漏掉的一小项。写了 `complete: true` 的表，相加的每一行在每一列都要有数，没有的写“—”。

怎么办：补上这一格，或写“—”；允许空缺的表，删去 `complete`。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
complete: true
columns: {total: 总投资, loan: 银行贷款}
rows:
  - {title: 道路, total: 1200, loan: 400}
  - {title: 桥梁, total: 800}
  - {title: 合计, role: total}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
complete: true
columns: {total: 总投资, loan: 银行贷款}
rows:
  - {title: 道路, total: 1200, loan: 400}
  - {title: 桥梁, total: 800, loan: —}
  - {title: 合计, role: total}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.link.linked import LinkedPlan, LinkedTable
from plan_compiler.link.tables.linked import LinkedCell, Sum
from plan_compiler.link.tables.sources import groups_of
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.tables import names

KIND = Kind(
    "SUM120",
    "table-member-missing",
    Severity.ERROR,
    Message("相加的一项空缺", "A member of a sum is left blank"),
    {
        "message": Message(
            "{table}：{whole}（{column}）由各行相加，{row}空缺",
            "{table}: {whole} ({column}) is a sum, and {row} is blank",
        ),
        "whole": Message("{whole}", "{whole}"),
        "hint": Message("补上数；没有则写 —", "fill it in; write a dash where there is nothing"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for blank members of every sum of a complete table."""
    for table in linked.tables.values():
        if table.grid.table.complete:
            for cell in table.cells.values():
                if any(isinstance(derived.source, Sum) for derived in cell.derived):
                    yield from _missing(table, cell)


def _missing(table: LinkedTable, whole: LinkedCell) -> Iterator[Outcome]:
    for group in groups_of(table.grid, table.row(whole)):
        for index, _ in group.rows:
            cell = table.cell(index, whole.column)
            if cell is not None and cell.adds and cell.written is None and not cell.derived:
                args = {**names(table, cell), "whole": table.row(whole).row.title}
                yield Diagnostic(
                    KIND,
                    cell.place,
                    args,
                    hint="hint",
                    subject=f"{args['row']} {args['column']}",
                    related=(Related(whole.place, "whole", args),),
                )
