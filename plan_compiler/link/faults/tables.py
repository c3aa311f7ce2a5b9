"""Findings about data tables: keys that are no columns, figures where they do not belong."""

from plan_compiler.diagnostics import Kind, Message, Severity

_TABLE = """\
```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [{title: 投资, body: [{table: budget}]}]
```
```yaml tables/budget.yaml
"""

UNKNOWN_COLUMN = Kind(
    "REF601",
    "unknown-column",
    Severity.ERROR,
    Message("数据表没有这一列", "A data table has no such column"),
    {
        "message": Message(
            "“{row}”这一行写了 {column}，表里没有这一列", "the row “{row}” has {column}, which is no column"
        ),
        "column": Message(
            "“{table}”有 {column} 一列，却没有一行写它；各行写的都是 {meant}，像是列的标识写错了",
            "“{table}” has a column {column}, which no row has; all have {meant}: the column's id seems to be mistyped",
        ),
        "column_hint": Message("把列的标识 {column} 改为 {meant}", "make the column's id, {column}, {meant}"),
        "near": Message("改成：{near}", "write: {near}"),
        "hint": Message("可用的列：{columns}", "the columns are: {columns}"),
    },
    manual=f"""\
数据表一行里，除 id、title、unit、role、rows 等固定的键以外，都是列的标识；`stated` 和按列写的 `formula` 也只能用列的标识。

Besides its own keys (id, title, unit, role, rows, …) a row of a data table has the ids of columns; so have `stated` and a
`formula` that is written by column.

Bad:

{_TABLE}\
id: budget
title: 投资预算
unit: 万元
columns: {{total: 总投资, fiscal: 财政资金}}
rows:
  - {{title: 土建, total: 1200, fiscl: 800}}
```

Good:

{_TABLE}\
id: budget
title: 投资预算
unit: 万元
columns: {{total: 总投资, fiscal: 财政资金}}
rows:
  - {{title: 土建, total: 1200, fiscal: 800}}
```
""",
)

MISPLACED_FIGURE = Kind(
    "REF602",
    "misplaced-table-figure",
    Severity.ERROR,
    Message("数据表的数写错了地方", "A figure of a data table in the wrong place"),
    {
        "message": Message(
            "“{row}”的 {columns} 由编译器算出，印好的数写在 stated 里供核对",
            "{columns} of “{row}” is computed; a published figure goes under `stated`, to be checked",
        ),
        "not_computed": Message(
            "“{row}”的 {columns} 没有可以核对的算法，不能写在 stated 里",
            "nothing computes {columns} of “{row}”, so there is nothing that `stated` could be checked against",
        ),
        "hint": Message(
            "改成 stated: {{{corrected}}}，或删去由编译器算；不该相加的列（单价、增速）写 kind: rate",
            "write stated: {{{corrected}}}, or leave it out; a column that is not added up (a price, a rate) has `kind: rate`",
        ),
        "total": Message(
            "写上 role: total，由编译器求和，再与 stated 核对",
            "write role: total: the sum is then computed, and `stated` checked",
        ),
        "subtotal": Message(
            "写上 role: subtotal，由编译器求和，再与 stated 核对",
            "write role: subtotal: the sum is then computed, and `stated` checked",
        ),
        "own": Message(
            "直接写：{corrected}；占比列要相加，写 kind: amount",
            "write it as the row's own: {corrected}; a column of shares that add up has `kind: amount`",
        ),
    },
    manual=f"""\
每个数只有一个出处。有下级行的行、合计、小计、算式列和算式行由编译器算出；印好的数写在 `stated` 里，与算出的数核对。其他格的数直接写。

Every figure has one home. Rows with rows below them, totals, and what has a formula are computed; figures already
published go under `stated` and are checked. Other cells hold their own figure.

Bad:

{_TABLE}\
id: budget
title: 投资预算
unit: 万元
columns: {{total: 总投资}}
rows:
  - {{title: 土建, total: 1200}}
  - {{title: 设备, total: 800}}
  - {{title: 合计, role: total, total: 2000}}
```

Good:

{_TABLE}\
id: budget
title: 投资预算
unit: 万元
columns: {{total: 总投资}}
rows:
  - {{title: 土建, total: 1200}}
  - {{title: 设备, total: 800}}
  - {{title: 合计, role: total, stated: {{total: 2000}}}}
```
""",
)

TABLE_KINDS = (UNKNOWN_COLUMN, MISPLACED_FIGURE)
