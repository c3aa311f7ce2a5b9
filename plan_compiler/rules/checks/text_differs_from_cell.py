"""A figure of a text is not that of the data table whose row it names.

2030年财政支出中，教育12.5亿元、卫生9亿元: a sentence that names a data table (by what its title says that it is of), or a row above others, and then its
rows with figures, must have the figures of these rows, in the column of the year that it says. So must a text beside a table by years that says a year and the name
of a row or column alone: 2027年完成投资49.15亿元. So must what a text tells of all that a table has
(财政支出合计21.8亿元; 重点项目总投资120亿元 of a 重点项目投资估算表), as the row of the total prints it. Only where one cell alone can be meant is it looked at.

What to do: mend the text or the table; better, bind the figure: `[12.5亿元](=budget.education[2030])`.

“2030年财政支出中，教育12.5亿元、卫生9亿元”：一句话先说到一张数据表（按表题所说的内容）或表中的上级行，再说到其中各行，数应与表中该年那一列相同。同一节里有分年度的表，正文只说年份和某行、某列的名称（“2027年完成投资49.15亿元”），也这样核对。说到表中全部的数（“财政支出合计21.8亿元”；有《重点项目投资估算表》时的“重点项目总投资120亿元”），应与合计行印出的相同。只看能确定是哪一格的。

怎么办：改正文字或数据表；最好绑定：`[12.5亿元](=budget.education[2030])`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 财政
    body: 2030年财政支出中，教育12.5亿元、卫生9亿元。2030年财政支出合计22.8亿元。
```

```yaml tables/budget.yaml
id: budget
title: 2026—2030年财政支出安排表
unit: 亿元
columns: {2026: 2026年, 2030: 2030年}
rows:
  - {id: education, title: 教育支出, 2026: 10.2, 2030: 12.8}
  - {id: health, title: 卫生支出, 2026: 7.5, 2030: 9.0}
  - {title: 合计, role: total}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 财政
    body: |
      2030年财政支出合计21.8亿元，其中教育12.8亿元、卫生9亿元。

      2030年省级财政支出中，教育120亿元。2028年财政支出中，教育11亿元。
```

```yaml tables/budget.yaml
id: budget
title: 2026—2030年财政支出安排表
unit: 亿元
columns: {2026: 2026年, 2030: 2030年}
rows:
  - {id: education, title: 教育支出, 2026: 10.2, 2030: 12.8}
  - {id: health, title: 卫生支出, 2026: 7.5, 2030: 9.0}
  - {title: 合计, role: total}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.printing import format_as, format_quantity, in_unit_of
from plan_compiler.rules.outcome import Consistent, Inconsistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.placed_cells import placed_cells
from plan_compiler.rules.prose.claims.rows import quoted_rows
from plan_compiler.rules.prose.claims.table_totals import table_totals
from plan_compiler.rules.ties import tie_of

KIND = Kind(
    "NUM431",
    "text-differs-from-cell",
    Severity.WARNING,
    Message("文中数据与数据表不符", "A figure of a text differs from the data table that it speaks of"),
    {
        "message": Message(
            "文中{row}写作 {stated}，而{table}（{column}）为 {shown}",
            "the text says {stated} of {row}, but {table} ({column}) has {shown}",
        ),
        "cell": Message("{table}：{value}", "{table}: {value}"),
        "hint": Message(
            "核对文字和数据表；若以表为准，写作 [{quoted}](={key})，由编译器核对",
            "mend the text or the table; where the table is right, write [{quoted}](={key}), which the compiler checks",
        ),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the figures with the cells that they must be of."""
    for quoted in (*quoted_rows(prose), *placed_cells(prose), *table_totals(prose)):
        told, cell, value = quoted.told, quoted.cell, quoted.value
        place = told.place(prose.written(told.run))
        if admits(told.mention, value, printed=True):
            yield Consistent(place, (cell.key,), tie_of(told.mention))
            continue
        printed = format_quantity(value, None, prose.language)
        args = {
            "stated": told.worded,
            "row": quoted.table.row(cell).row.title,
            "table": quoted.table.grid.table.title,
            "column": quoted.table.grid.columns[cell.column].title,
            "value": printed,
            "shown": in_unit_of(told.mention, value, prose.language) or printed,
            "quoted": format_as(value.at_bound(), told.mention, prose.language),
            "key": cell.key,
        }
        values = {"stated": args["stated"], "value": printed}
        related = (Related(cell.place, "cell", args),)
        diagnostic = Diagnostic(KIND, place, args, hint="hint", values=values, subject=told.text, related=related)
        yield Inconsistent(diagnostic, (cell.key,), told.mention.fact, value)
