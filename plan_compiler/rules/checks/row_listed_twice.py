"""Two rows of a data table have the same name.

Under one row two others have one name and one unit: most often a row was copied, or was to be renamed, and where there is a total it is
added twice. Totals and subtotals may share a name, so may parts of different wholes (其中：女性), and rows under different headings;
where several names recur, the table is taken to be written so on purpose.

数据表同一层里有两行重名、单位也相同：多半是复制了一行，或复制后没有改名；有合计的，还会多加一次。小计，不同总项下的“其中”，不同小标题下的行
可以同名；几个名称都重复出现的，当作有意为之。

怎么办：删去重复的一行，或改正名称。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {amount: 金额}
rows:
  - {title: 土建工程, amount: 850}
  - {title: 设备购置, amount: 120}
  - {title: 土建工程, amount: 640}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {amount: 金额}
rows:
  - {title: 土建工程, amount: 850}
  - {title: 其中人工, role: including, amount: 210}
  - {title: 设备购置, amount: 120}
  - {title: 其中人工, role: including, amount: 20}
```
"""

from collections.abc import Iterator
from typing import TypeAlias
from unicodedata import normalize

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.grid import Grid, GridRow
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "SUM125",
    "row-listed-twice",
    Severity.WARNING,
    Message("数据表中两行重名", "Two rows of a data table have one name"),
    {
        "message": Message("上面已有一行“{name}”", "a row above is called “{name}” too"),
        "same": Message(
            "上面已有一行“{name}”，各栏的数也相同", "a row above is called “{name}” too, and has the same figures"
        ),
        "first": Message("“{name}”在这里", "“{name}” stands here"),
        "hint": Message("删去重复的一行，或改正名称", "delete one row, or mend a name"),
    },
)
_PARTING = frozenset({"total", "subtotal", "partition"})
"""Roles of rows that end or begin a group within their list."""

_Key: TypeAlias = tuple[int, int, str, str | None]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look each row up among those above it in its group."""
    for table in linked.tables.values():
        for siblings in _lists(table.grid):
            twice = list(_repeated(siblings))
            if len({row.row.title for row, _ in twice}) == 1:
                yield from (_diagnostic(row, first) for row, first in twice)


def _lists(grid: Grid) -> Iterator[list[GridRow]]:
    lists: dict[int | None, list[GridRow]] = {}
    for row in grid.rows:
        lists.setdefault(row.parent, []).append(row)
    yield from lists.values()


def _repeated(siblings: list[GridRow]) -> Iterator[tuple[GridRow, GridRow]]:
    """The rows that one above has the name of, with the first of that name; groups begin anew at totals and headings."""
    seen: dict[_Key, GridRow] = {}
    group, whole = 0, 0
    for row in siblings:
        if row.row.role in _PARTING or not (row.row.cells or row.below or row.row.formula):
            group += 1
            continue
        is_part = row.row.role == "including"
        whole = whole if is_part else row.index
        key = group, whole if is_part else -1, normalize("NFKC", row.row.title).replace(" ", ""), row.unit
        first = seen.setdefault(key, row)
        if first is not row:
            yield row, first


def _diagnostic(row: GridRow, first: GridRow) -> Diagnostic:
    name = row.row.title
    args = {"name": name}
    is_same = bool(row.row.cells) and row.row.cells == first.row.cells
    related = (Related(Place((*first.path, "title")), "first", args),)
    place = Place((*row.path, "title"))
    return Diagnostic(KIND, place, args, "same" if is_same else "message", hint="hint", subject=name, related=related)
