"""Cells of tables, and how wide their columns are."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from plan_compiler.document.inlines import Text, plain_text
from plan_compiler.document.nodes import Align, Origin, TableCell


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


def widths(proportions: Sequence[int]) -> tuple[int, ...]:
    """Widths in thousandths of the whole, in these proportions; their sum is 1000."""
    total = sum(proportions)
    edges = [0]
    for position in range(1, len(proportions) + 1):
        edges.append(1000 * sum(proportions[:position]) // total)
    return tuple(right - left for left, right in pairwise(edges))
