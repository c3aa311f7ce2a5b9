"""Cells of tables, and how wide their columns are."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from plan_compiler.document.grid import slots
from plan_compiler.document.inlines import Text, plain_text
from plan_compiler.document.nodes import Align, Origin, TableCell, TableRow
from plan_compiler.document.points import column_points
from plan_compiler.language.typography import is_wide

LINE = 84
"""What a line of a table holds, in halves of a wide character: 28 characters of a text of 16 points are 42 of 10.5."""


def header(text: str, rowspan: int = 1) -> TableCell:
    """A cell of a header row."""
    return TableCell((Text(text),) if text else (), "center", rowspan=rowspan, role="header")


def words_cell(
    text: str, align: Align = "left", *, role: str = "words", rowspan: int = 1, colspan: int = 1
) -> TableCell:
    """A cell of words."""
    return TableCell((Text(text),) if text else (), align, colspan, rowspan, role)


def written(cell: TableCell, origin: Origin) -> TableCell:
    """A cell of words, with the place where they are written as they are printed."""
    return replace(cell, origin=origin, extents=((0, len(plain_text(cell.inlines))),) if cell.inlines else ())


def length(text: str) -> int:
    """How long `text` is, in halves of a wide character; a digit takes one."""
    return sum(2 if is_wide(character) else 1 for character in text)


def longest(rows: Sequence[TableRow], columns: int) -> tuple[int, ...]:
    """The longest text of each column, indents with it, in halves of a wide character: figures have their points under each other."""
    found = [-(-(point.head + point.tail) // 10) if point else 0 for point in column_points(rows, columns)]
    for line in slots(rows, columns):
        column = 0
        for slot in line:
            if slot.cell is not None and slot.span == 1:
                found[column] = max(found[column], length(plain_text(slot.cell.inlines)) + 2 * slot.cell.indent)
            column += slot.span
    return tuple(found)


def longest_word(*texts: str) -> int:
    """How many letters the longest word of `texts` has that is not Chinese: those are not broken."""
    words = (word for text in texts for word in text.split())
    return max((sum(not is_wide(letter) for letter in word) for word in words), default=0)


def widths(proportions: Sequence[int]) -> tuple[int, ...]:
    """Widths in thousandths of the whole, in these proportions; their sum is 1000."""
    total = sum(proportions)
    edges = [0]
    for position in range(1, len(proportions) + 1):
        edges.append(1000 * sum(proportions[:position]) // total)
    return tuple(right - left for left, right in pairwise(edges))
