"""A cell of a data table looks like a number and is none.

A number has decimals, commas by threes and a unit at most, and brackets around it where it has accumulated (`[5.8]`); `250,000,00` and `8,120.000` have no certain value, and none
is guessed: the cell and every sum that it takes part in stay unchecked until it is mended. A cell without a figure holds a dash or is left
out.

单元格像数，却读不出确切的值。数可以有小数、每三位一个逗号，后面最多带一个单位，累计数外可以有方括号（`[5.8]`）；`250,000,00`、`8,120.000` 这样的写法读
不准，编译器不猜：改正以前，这一格和用到它的合计都不核对。

怎么办：照应当印出的样子改写；没有数的格写“—”或不写。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 元
columns: {total: 总投资}
rows:
  - {title: 道路, total: "250,000,00"}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 元
columns: {total: 总投资, loan: 其中贷款}
rows:
  - {title: 道路, total: "25,000,000", loan: —}
  - {title: 冲减, total: "（1,200）"}
  - {title: 预备费, total: 100-150}
  - {title: 五年累计, total: "[3,650.5]", loan: 〔120〕}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.link.reasons import Reason
from plan_compiler.quantity.number import MalformedNumberError, NumberFault
from plan_compiler.quantity.reading import read_number
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.tables import cells, names, text_of

KIND = Kind(
    "SUM119",
    "malformed-table-figure",
    Severity.ERROR,
    Message("数据表里的数写得不对", "A malformed figure in a data table"),
    {
        "message": Message(
            "{table}：{row}（{column}）的“{text}”不是一个数", "{table}: {text} of {row} ({column}) is no number"
        ),
        NumberFault.GROUPING: Message(
            "{table}：{row}（{column}）的“{text}”千分位分隔不对",
            "{table}: the thousands of {text} of {row} ({column}) are grouped wrongly",
        ),
        NumberFault.AMBIGUOUS_SEPARATORS: Message(
            "{table}：{row}（{column}）的“{text}”里，点可能是小数点，也可能是分隔符",
            "{table}: the point in {text} of {row} ({column}) may be a decimal point or a separator",
        ),
        NumberFault.PARENTHESES: Message(
            "{table}：{row}（{column}）的“{text}”括号不成对，或括号里又有负号",
            "{table}: the parentheses of {text} of {row} ({column}) do not match, or hold a sign",
        ),
        "hint": Message(
            "写成 1,234.5；没有数写 —，或不写这一列", "write it as 1,234.5; for no figure write a dash, or leave it out"
        ),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for cells that could not be read."""
    for table, cell in cells(linked):
        if isinstance(cell.reading, Unknown) and cell.reading.reason == Reason.MALFORMED:
            text = text_of(cell)
            args = {**names(table, cell), "text": text}
            values, subject = {"text": text}, args["row"]
            yield Diagnostic(KIND, cell.place, args, _message(text), hint="hint", values=values, subject=subject)


def _message(text: str) -> str:
    try:
        read_number(text)
    except MalformedNumberError as error:
        return error.reason if error.reason in KIND.messages else "message"
    return "message"
