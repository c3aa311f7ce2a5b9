"""A Document made over node by node, with what is to be done to its texts, anchors, labels and marks."""

from collections.abc import Callable, Iterable
from typing import TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.grid import Slot, slots, spanned
from plan_compiler.document.inlines import Inline
from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import (
    Block,
    Box,
    Caption,
    Chart,
    ContentsEntry,
    Cover,
    Document,
    Figure,
    Heading,
    Lead,
    List,
    ListItem,
    Paragraph,
    Table,
    TableCell,
    TableRow,
)

Inlines: TypeAlias = tuple[Inline, ...]
Marks: TypeAlias = tuple[Mark, ...]


def _same_label(label: str, was: str | None) -> tuple[str, str | None]:
    return label, was


class Rewriting(Struct, frozen=True):
    """What is done to each part of a document. `marks` gives None for a node that is left out, `cover` the new cover."""

    inlines: Callable[[Inlines], Inlines] = lambda inlines: inlines
    anchor: Callable[[str], str] = lambda anchor: anchor
    label: Callable[[str, str | None], tuple[str, str | None]] = _same_label
    marks: Callable[[Marks], Marks | None] = lambda marks: marks
    cover: Callable[[Cover], Cover] = lambda cover: cover

    def document(self, document: Document) -> Document:
        """`document` made over; its data sets and sources stay."""
        return replace(
            document,
            cover=self.cover(document.cover),
            contents=tuple(made for entry in document.contents for made in self._entry(entry)),
            parts=tuple(replace(part, blocks=self.blocks(part.blocks)) for part in document.parts),
        )

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """`blocks` made over, without those that are left out."""
        return tuple(made for block in blocks if (made := self.block(block)) is not None)

    def block(self, block: Block) -> Block | None:
        """`block` made over; None where it is left out."""
        marks = self.marks(block.marks)
        return None if marks is None else self._block(block, marks)

    def _block(self, block: Block, marks: Marks) -> Block:
        match block:
            case Heading():
                label, was = self.label(block.label, block.was)
                anchor, title = self.anchor(block.anchor), self.inlines(block.title)
                made: Block = replace(block, label=label, was=was, title=title, anchor=anchor, marks=marks)
            case Paragraph():
                made = self._paragraph(block, marks)
            case List():
                items = tuple(made for item in block.items for made in self.item(item))
                made = replace(block, items=items, anchor=self.anchor(block.anchor), marks=marks)
            case Table():
                made = self._table(block, marks)
            case Box():
                caption = self.caption(block.caption)
                made = replace(block, caption=caption, blocks=self.blocks(block.blocks), marks=marks)
            case Figure() | Chart():
                made = replace(block, caption=self.caption(block.caption), marks=marks)
            case _:
                assert_never(block)
        return made

    def caption(self, caption: Caption) -> Caption:
        """`caption` made over."""
        label, was = self.label(caption.label, caption.was)
        anchor, title = self.anchor(caption.anchor), self.inlines(caption.title)
        return replace(caption, label=label, was=was, title=title, anchor=anchor)

    def lead(self, lead: Lead) -> Lead:
        """`lead` made over."""
        label, was = self.label(lead.label, lead.was)
        anchor, title = self.anchor(lead.anchor), self.inlines(lead.title)
        return replace(lead, label=label, was=was, title=title, anchor=anchor)

    def _paragraph(self, paragraph: Paragraph, marks: Marks) -> Paragraph:
        lead = None if paragraph.lead is None else self.lead(paragraph.lead)
        inlines = self.inlines(paragraph.inlines)
        extents = paragraph.extents if inlines == paragraph.inlines else ()
        return replace(paragraph, inlines=inlines, lead=lead, marks=marks, extents=extents)

    def item(self, item: ListItem) -> Iterable[ListItem]:
        """`item` made over; nothing where it is left out."""
        marks = self.marks(item.marks)
        if marks is not None:
            label, was = self.label(item.label, item.was)
            yield replace(item, label=label, was=was, blocks=self.blocks(item.blocks), marks=marks)

    def _table(self, table: Table, marks: Marks) -> Table:
        columns = len(table.widths)
        return replace(
            table,
            caption=self.caption(table.caption),
            header=self._rows(table.header, columns),
            rows=self._rows(table.rows, columns),
            notes=tuple(
                self._paragraph(note, kept) for note in table.notes if (kept := self.marks(note.marks)) is not None
            ),
            marks=marks,
        )

    def _rows(self, rows: tuple[TableRow, ...], columns: int) -> tuple[TableRow, ...]:
        made = [self.row(row, line) for row, line in zip(rows, slots(rows, columns), strict=True)]
        kept = [row for row in made if row is not None]
        return tuple(row for row, _ in kept) if len(kept) == len(rows) else spanned(kept)

    def row(self, row: TableRow, line: tuple[Slot, ...]) -> tuple[TableRow, tuple[Slot, ...]] | None:
        """`row` and its place on the grid made over; None where it is left out."""
        marks = self.marks(row.marks)
        if marks is None:
            return None
        cells = tuple(map(self._cell, row.cells))
        own = iter(cells)
        here = tuple(
            slot if slot.cell is None or slot.merge == "go_on" else slot._replace(cell=next(own)) for slot in line
        )
        return replace(row, cells=cells, anchor=self.anchor(row.anchor), marks=marks), here

    def _cell(self, cell: TableCell) -> TableCell:
        inlines = self.inlines(cell.inlines)
        return replace(cell, inlines=inlines, extents=cell.extents if inlines == cell.inlines else ())

    def _entry(self, entry: ContentsEntry) -> Iterable[ContentsEntry]:
        marks = self.marks(entry.marks)
        if marks is not None:
            label, was = self.label(entry.label, entry.was)
            yield replace(entry, label=label, was=was, anchor=self.anchor(entry.anchor), marks=marks)
