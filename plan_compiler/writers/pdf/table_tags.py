"""The tags of tables that WeasyPrint leaves unfit for PDF/UA: what heads what, and cells that run over the end of a page."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydyf import PDF, Array, Dictionary

Objects = Mapping[bytes, Any]
"""The dictionaries of a PDF by their references."""


def mend_table(pdf: PDF, table: Any, objects: Objects) -> None:
    """Make the structure element `table` a regular one: every row as wide as the table, every header cell with a scope.

    A cell over several rows that is parted between pages keeps its whole span on the first of them and is missing on
    the next: the span is cut to the rows that are there, and an empty cell put where it is missing.
    """
    sections = [list(_kids(section, objects, "/TR")) for section in _kids(table, objects, "/THead", "/TBody", "/TFoot")]
    widths = [width for rows in sections for width in _cut_spans(rows, objects)]
    columns = max(widths, default=0)
    rows = [row for section in sections for row in section]
    for row, width in zip(rows, widths, strict=True):
        if width < columns:
            row["K"].insert(0, _empty_cell(pdf, row, columns - width))
    for section in _kids(table, objects, "/THead", "/TBody", "/TFoot"):
        scope = "/Column" if section["S"] == "/THead" else "/Row"
        for row in _kids(section, objects, "/TR"):
            for cell in _kids(row, objects, "/TH", "/TD"):
                _name_header(cell, scope)


def _cut_spans(rows: list[Any], objects: Objects) -> Iterator[int]:
    """The width of each of `rows`, the cells that run into it from above among them; no cell runs beyond the last."""
    running: list[int] = []
    for number, row in enumerate(rows):
        left = len(rows) - number
        cells = list(_kids(row, objects, "/TH", "/TD"))
        for cell in cells:
            if cell["A"].get("RowSpan", 1) > left:
                cell["A"]["RowSpan"] = left
        own = [(cell["A"].get("RowSpan", 1), cell["A"].get("ColSpan", 1)) for cell in cells]
        yield len(running) + sum(columns for _, columns in own)
        spans = [*running, *(height for height, columns in own for _ in range(columns))]
        running = [height - 1 for height in spans if height > 1]


def _empty_cell(pdf: PDF, row: Any, columns: int) -> bytes:
    attributes = Dictionary({"O": "/Table"})
    if columns > 1:
        attributes["ColSpan"] = columns
    cell = Dictionary(
        {"Type": "/StructElem", "S": "/TD", "K": Array(), "Pg": row["Pg"], "P": row.reference, "A": attributes}
    )
    pdf.add_object(cell)
    return bytes(cell.reference)


def _name_header(cell: Any, scope: str) -> None:
    """Gives a header cell its scope. Headers named one by one are dropped: beside merged cells they are wrong."""
    cell["A"].pop("Headers", None)
    if cell["S"] == "/TH":
        cell["A"]["Scope"] = scope


def _kids(element: Any, objects: Objects, *kinds: str) -> Iterator[Any]:
    """The children of `element` that are of one of `kinds`."""
    for kid in element["K"]:
        child = objects.get(kid) if isinstance(kid, bytes) else None
        if child is not None and child.get("S") in kinds:
            yield child
