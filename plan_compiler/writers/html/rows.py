"""Rows of a table as HTML has them: bodies, parts that fit a page, and what a cell is the header of."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import SortKey, Table, TableCell, TableRow

_ROWS_TOGETHER = 12
"""Rows of a group that a page certainly holds."""


def groups_of(rows: tuple[TableRow, ...]) -> Iterator[tuple[TableRow, ...]]:
    """Runs of rows, each begun by a row with a group cell: the table's bodies."""
    group: list[TableRow] = []
    for row in rows:
        if group and any(cell.role == "group" for cell in row.cells):
            yield tuple(group)
            group = []
        group.append(row)
    if group:
        yield tuple(group)


def placed(rows: Iterable[TableRow]) -> Iterator[tuple[TableRow, bool]]:
    """Rows, each with whether a cell that began at the table's left edge in a row above reaches down into it."""
    reaches = 0
    for row in rows:
        yield row, reaches > 0
        reaches = reaches - 1 if reaches else (row.cells[0].rowspan - 1 if row.cells else 0)


def parts_of(group: tuple[TableRow, ...], continued: str) -> Iterator[tuple[TableRow, ...]]:
    """A group of rows in parts that fit a page, each with the group's cell: a cell is never torn between pages."""
    title = group[0].cells[0] if group[0].cells else TableCell(())
    others = (cell for row in group for cell in row.cells if cell is not title)
    if len(group) <= _ROWS_TOGETHER or title.rowspan < len(group) or any(cell.rowspan > 1 for cell in others):
        yield group
        return
    count = -(-len(group) // _ROWS_TOGETHER)
    starts = [len(group) * part // count for part in range(count + 1)]
    for start, end in pairwise(starts):
        head, *rest = group[start:end]
        inlines = (*title.inlines, Text(continued)) if start else title.inlines
        cells = head.cells if start else head.cells[1:]
        yield (replace(head, cells=(replace(title, inlines=inlines, rowspan=end - start), *cells)), *rest)


def sorts_of(table: Table) -> tuple[SortKey, ...]:
    """What each header cell sorts by; nothing where a header of several rows has no cell for each column."""
    fits = table.tools is not None and len(table.header) == 1 and len(table.header[0].cells) == len(table.columns)
    return table.tools.sorts if table.tools is not None and fits else ()


def named_cell(row: TableRow) -> TableCell | None:
    """The cell with the name of what the row is about: its own, else that of its group."""
    own = next((cell for cell in row.cells if cell.role == "name"), None)
    groups = [cell for cell in row.cells if cell.role == "group"]
    return own or (groups[-1] if groups else None)


def scope_of(cell: TableCell) -> str:
    """What a header cell is the header of; "" for a cell of data."""
    match cell.role:
        case "header":
            return "colgroup" if cell.colspan > 1 else "col"
        case "group":
            return "rowgroup"
        case "name":
            return "row"
        case _:
            return ""
