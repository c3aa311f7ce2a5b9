"""The grid of a table: which cell stands where, when cells span columns and rows."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from plan_compiler.document.nodes import TableCell, TableRow

Merge = Literal["", "start", "go_on"]
EMPTY = TableCell(())


class Slot(NamedTuple):
    """A place in a row of the grid: `cell` begins here, goes on from above (`merge`), or is missing (None)."""

    cell: TableCell | None
    span: int
    merge: Merge


def slots(rows: Sequence[TableRow], columns: int) -> Iterator[tuple[Slot, ...]]:
    """`rows` on a grid of `columns`: every row fills it exactly. A cell too many is left out, a missing one empty."""
    open_merges: dict[int, tuple[TableCell, int, int]] = {}  # by first column: cell, span, rows still to come
    for number, row in enumerate(rows):
        line: list[Slot] = []
        cells = iter(row.cells)
        column = 0
        below: dict[int, tuple[TableCell, int, int]] = {}
        while column < columns:
            if column in open_merges:
                cell, span, left = open_merges[column]
                line.append(Slot(cell, span, "go_on"))
            else:
                free = min((c for c in open_merges if c > column), default=columns) - column
                new = next(cells, None)
                span = 1 if new is None else max(1, min(new.colspan, free))
                left = 1 if new is None else min(new.rowspan, len(rows) - number)
                line.append(Slot(new, span, "start" if left > 1 or (new is not None and new.goes_on) else ""))
                cell = new or EMPTY
            if left > 1:
                below[column] = (cell, span, left - 1)
            column += span
        open_merges = below
        yield tuple(line)


def spanned(rows: Sequence[tuple[TableRow, tuple[Slot, ...]]]) -> tuple[TableRow, ...]:
    """The rows, each with its place on the grid, as a table of their own: their cells span the rows that go on below.

    Where none goes on next to the row in which a cell begins, the cell says that it `goes_on`.
    """
    heights: dict[tuple[int, int], int] = {}
    open_cells: dict[int, tuple[int, int]] = {}  # by column and span: the row in which the cell began
    for number, (_, line) in enumerate(rows):
        column = 0
        for slot in line:
            if slot.merge == "go_on" and column in open_cells:
                heights[open_cells[column]] = number - open_cells[column][0] + 1
            else:
                open_cells.pop(column, None)
                if slot.merge == "start":
                    open_cells[column] = (number, column)
            column += slot.span
    return tuple(_row(row, line, number, heights) for number, (row, line) in enumerate(rows))


def _row(row: TableRow, line: tuple[Slot, ...], number: int, heights: dict[tuple[int, int], int]) -> TableRow:
    cells: list[TableCell] = []
    column = 0
    for slot in line:
        if slot.cell is not None and slot.merge != "go_on":
            height = heights.get((number, column), 1)
            goes_on = slot.merge == "start" and height == 1
            same = (slot.cell.rowspan, slot.cell.goes_on) == (height, goes_on)
            cells.append(slot.cell if same else replace(slot.cell, rowspan=height, goes_on=goes_on))
        column += slot.span
    return replace(row, cells=tuple(cells))
