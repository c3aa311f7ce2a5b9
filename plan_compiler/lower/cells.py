"""Cells of tables, and how wide their columns are."""

from collections.abc import Sequence
from itertools import pairwise

from plan_compiler.document.inlines import Text
from plan_compiler.document.nodes import Align, TableCell


def header(text: str, rowspan: int = 1) -> TableCell:
    """A cell of a header row."""
    return TableCell((Text(text),) if text else (), "center", rowspan=rowspan, role="header")


def words_cell(
    text: str, align: Align = "left", *, role: str = "words", rowspan: int = 1, colspan: int = 1
) -> TableCell:
    """A cell of words."""
    return TableCell((Text(text),) if text else (), align, colspan, rowspan, role)


def widths(proportions: Sequence[int]) -> tuple[int, ...]:
    """Widths in thousandths of the whole, in these proportions; their sum is 1000."""
    total = sum(proportions)
    edges = [0]
    for position in range(1, len(proportions) + 1):
        edges.append(1000 * sum(proportions[:position]) // total)
    return tuple(right - left for left, right in pairwise(edges))
