"""Figures under each other with their decimal points in line: how much room a figure takes before and behind its point."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan_compiler.document.grid import slots
from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import TableCell, TableRow
from plan_compiler.document.revisions import AFTER, BEFORE, Change, change_of
from plan_compiler.patterns import compiled

_FIGURE = compiled(r"(?P<head>[\[(（〔≤≥<>＜＞+\-−]{0,3}[0-9][0-9,，]*)(?P<tail>(?:\.[0-9]+)?[%‰]?[\])）〕]?)")
_WIDTHS = {**dict.fromkeys(".,", 5), **dict.fromkeys("[]()", 7), **dict.fromkeys("（）〔〕≤≥＜＞，‰", 18), "%": 15}
_DIGIT = 10


class Point(NamedTuple):
    """The room before the point and from it on, in tenths of the width of a digit."""

    head: int
    tail: int


def column_points(rows: Sequence[TableRow], columns: int, without: Change | None = None) -> tuple[Point | None, ...]:
    """For each column the most room that its figures take before and behind their points.

    None for a column whose figures all take the same room: they stand under each other as they are. Of a redline, in the
    revision that has nothing that is `without`.
    """
    found: list[set[Point]] = [set() for _ in range(columns)]
    for column, cell in _figures(rows, columns, without):
        point = point_of(cell, without)
        if point is not None:
            found[column].add(point)
    return tuple(_widest(of_column) for of_column in found)


def room(rows: Sequence[TableRow], columns: int) -> Iterator[tuple[TableCell, Point]]:
    """Every figure that stands in a column of others, with the room it leaves before and behind it."""
    points = column_points(rows, columns)
    for column, cell in _figures(rows, columns):
        most, own = points[column], point_of(cell)
        if most is not None and own is not None:
            yield cell, Point(most.head - own.head, most.tail - own.tail)


def point_of(cell: TableCell, without: Change | None = None) -> Point | None:
    """Where the point of a cell's figure lies; behind its last digit where it has none. None for other texts."""
    shown = cell.inlines if without is None else {"deleted": AFTER, "inserted": BEFORE}[without].inlines(cell.inlines)
    match = _FIGURE.fullmatch(plain_text(shown))
    return Point(_width(match["head"]), _width(match["tail"])) if match else None


def _figures(rows: Sequence[TableRow], columns: int, without: Change | None = None) -> Iterator[tuple[int, TableCell]]:
    """The cells of figures that stand in one column, with the number of the column."""
    for row, line in zip(rows, slots(rows, columns), strict=True):
        if without is not None and change_of(row.marks) == without:
            continue
        column = 0
        for slot in line:
            if slot.cell is not None and slot.span == 1 and slot.cell.role == "number":
                yield column, slot.cell
            column += slot.span


def _widest(found: set[Point]) -> Point | None:
    if len(found) < 2:
        return None
    return Point(max(point.head for point in found), max(point.tail for point in found))


def _width(text: str) -> int:
    return sum(_WIDTHS.get(char, _DIGIT) for char in text)
