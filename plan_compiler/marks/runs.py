"""The runs of inlines of a document, in reading order: where a comment can stand."""

from collections.abc import Callable
from typing import TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.inlines import Inline
from plan_compiler.document.nodes import (
    Block,
    Box,
    Caption,
    Chart,
    Document,
    Extent,
    Figure,
    Heading,
    Lead,
    List,
    Origin,
    Paragraph,
    Table,
    TableCell,
    TableRow,
)


class Run(Struct, frozen=True):
    """Inlines that are printed together.

    `origins` are the plan's nodes that they stand for, `text` the one of them whose value they print; `extents` tell
    where in that value each of them was written, () where that is not known.
    """

    inlines: tuple[Inline, ...]
    origins: tuple[Origin, ...]
    text: Origin
    extents: tuple[Extent, ...]


Rewrite: TypeAlias = Callable[[Run], tuple[Inline, ...]]
"""Is given every run once, in reading order, and gives what is to be printed in its place."""


def rewritten(document: Document, rewrite: Rewrite) -> Document:
    """`document` with every run as `rewrite` gives it."""
    walk = _Walk(rewrite)
    parts = tuple(replace(part, blocks=tuple(map(walk.block, part.blocks))) for part in document.parts)
    return replace(document, parts=parts)


class _Walk(Struct, frozen=True):
    rewrite: Rewrite

    def block(self, block: Block) -> Block:
        match block:
            case Heading():
                return replace(block, title=self._title(block.title, block.origin))
            case Paragraph():
                return self._paragraph(block)
            case List():
                items = (replace(item, blocks=tuple(map(self.block, item.blocks))) for item in block.items)
                return replace(block, items=tuple(items))
            case Table():
                return self._table(block)
            case Box():
                caption = self._caption(block.caption, block.origin)
                return replace(block, caption=caption, blocks=tuple(map(self.block, block.blocks)))
            case Figure() | Chart():
                return replace(block, caption=self._caption(block.caption, block.origin))
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        lead = self._lead(paragraph.lead) if paragraph.lead else None
        run = Run(paragraph.inlines, (paragraph.origin,), paragraph.origin, paragraph.extents)
        inlines = self.rewrite(run)
        extents = paragraph.extents if inlines is paragraph.inlines else ()
        return replace(paragraph, lead=lead, inlines=inlines, extents=extents)

    def _lead(self, lead: Lead) -> Lead:
        return replace(lead, title=self._title(lead.title, lead.origin))

    def _table(self, table: Table) -> Table:
        caption = self._caption(table.caption, table.origin)
        header = tuple(self._row(row) for row in table.header)
        rows = tuple(self._row(row) for row in table.rows)
        notes = tuple(self._paragraph(note) for note in table.notes)
        return replace(table, caption=caption, header=header, rows=rows, notes=notes)

    def _row(self, row: TableRow) -> TableRow:
        """What is said of a row as a whole stands in the cell that names it."""
        naming = _naming_cell(row)
        cells = (self._cell(cell, (row.origin,) if cell is naming else ()) for cell in row.cells)
        return replace(row, cells=tuple(cells))

    def _cell(self, cell: TableCell, more: tuple[Origin, ...]) -> TableCell:
        own = (cell.origin,) if cell.origin else ()
        inlines = self.rewrite(Run(cell.inlines, (*own, *more), cell.origin, cell.extents))
        return replace(cell, inlines=inlines, extents=cell.extents if inlines is cell.inlines else ())

    def _caption(self, caption: Caption, origin: Origin) -> Caption:
        return replace(caption, title=self._title(caption.title, origin))

    def _title(self, title: tuple[Inline, ...], origin: Origin) -> tuple[Inline, ...]:
        """A title is printed as it is written, as one text."""
        text = getattr(title[0], "text", "") if len(title) == 1 else ""
        extents = ((0, len(text)),) if text else ()
        return self.rewrite(Run(title, ((*origin, "title"), origin), (*origin, "title"), extents))


def _naming_cell(row: TableRow) -> TableCell | None:
    ranks = {"name": 0, "total": 1, "subtotal": 1, "words": 2, "number": 3, "header": 4, "group": 5}
    return min(row.cells, key=lambda cell: ranks.get(cell.role, 3), default=None)
