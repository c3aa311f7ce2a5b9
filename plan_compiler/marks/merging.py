"""Two revisions of a document's nodes as one, with the changes marked."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.grid import Slot, slots, spanned
from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import (
    Block,
    Box,
    Caption,
    Chart,
    Extent,
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
from plan_compiler.document.revisions import Change
from plan_compiler.document.rewriting import Inlines, Rewriting
from plan_compiler.marks.alignment import Candidate, Pair, aligned
from plan_compiler.marks.pieces import merged
from plan_compiler.marks.shapes import block_candidate, item_candidate, row_candidate

GridRow = tuple[TableRow, tuple[Slot, ...]]


class Merging(Struct, frozen=True):
    """How two revisions are merged: in which language, and what becomes of the anchors of the older one.

    Nodes are matched as they are; what is kept of an older one is made over first.
    """

    language: str
    older: Rewriting

    def inlines(self, old: Inlines, new: Inlines) -> Inlines:
        """The inlines of both as one."""
        return merged(self.older.inlines(old), new, self.language)

    def gone(self, block: Block) -> Iterator[Block]:
        """A block of the older revision alone."""
        made = self.older.block(block)
        if made is not None:
            yield replace(made, marks=marked(made.marks, "deleted"))


def merge_blocks(old: Iterable[Block], new: Iterable[Block], how: Merging) -> tuple[Block, ...]:
    """The blocks of both, those that are the same once with their changes inside."""
    return tuple(_blocks(pair_blocks(old, new), how))


def pair_blocks(old: Iterable[Block], new: Iterable[Block]) -> Iterator[Pair[Block]]:
    """Which blocks of both belong together."""
    return aligned([block_candidate(block) for block in old], [block_candidate(block) for block in new])


def pair_items(old: List, new: List) -> Iterator[Pair[ListItem]]:
    """Which items of two lists belong together."""
    return aligned([item_candidate(item) for item in old.items], [item_candidate(item) for item in new.items])


def pair_inner(old: ListItem, new: ListItem) -> Iterator[Pair[Block]]:
    """Which blocks of two items belong together. The first ones do, since the item's number stands in them."""
    if old.blocks and new.blocks:
        yield Pair[Block](old.blocks[0], new.blocks[0])
    yield from pair_blocks(old.blocks[1:], new.blocks[1:])


def pair_rows(old: Sequence[TableRow], new: Sequence[TableRow], columns: int) -> Iterator[Pair[GridRow]]:
    """Which rows of two tables of the same columns belong together, each with its place on the grid."""
    return aligned(_candidates(old, columns), _candidates(new, columns))


def _candidates(rows: Sequence[TableRow], columns: int) -> list[Candidate[GridRow]]:
    return [row_candidate(row, line) for row, line in zip(rows, slots(rows, columns), strict=True)]


def marked(marks: tuple[Mark, ...], change: Change) -> tuple[Mark, ...]:
    """`marks` with that of a change."""
    return (*marks, Mark(change))


def _blocks(pairs: Iterable[Pair[Block]], how: Merging) -> Iterator[Block]:
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            yield merge_block(pair.old, pair.new, how)
        elif pair.old is not None:
            yield from how.gone(pair.old)
        elif pair.new is not None:
            yield replace(pair.new, marks=marked(pair.new.marks, "inserted"))


def merge_block(old: Block, new: Block, how: Merging) -> Block:
    """The two as one; they must have the same shape (`block_candidate`), so they are of one kind."""
    match old, new:
        case Heading(), Heading():
            one: Block = replace(new, title=how.inlines(old.title, new.title), was=_was(old.label, new.label))
        case Paragraph(), Paragraph():
            one = _paragraph(old, new, how)
        case List(), List():
            one = replace(new, items=tuple(_items(old, new, how)))
        case Table(), Table():
            one = _table(old, new, how)
        case Box(), Box():
            blocks = merge_blocks(old.blocks, new.blocks, how)
            one = replace(new, caption=_caption(old.caption, new.caption, how), blocks=blocks)
        case Figure(), Figure():
            one = replace(new, caption=_caption(old.caption, new.caption, how))
        case Chart(), Chart():
            one = replace(new, caption=_caption(old.caption, new.caption, how))
        case _:
            raise TypeError(f"{type(old).__name__} and {type(new).__name__} are no revisions of one block")
    return one


def _paragraph(old: Paragraph, new: Paragraph, how: Merging) -> Paragraph:
    lead = new.lead
    if lead is not None and old.lead is not None:
        lead = _lead(old.lead, lead, how)
    inlines = how.inlines(old.inlines, new.inlines)
    return replace(new, inlines=inlines, lead=lead, extents=_extents(new, inlines))


def _extents(new: Paragraph | TableCell, inlines: Inlines) -> tuple[Extent, ...]:
    """Where the inlines of `new` were written, as long as they are the same."""
    return new.extents if inlines == new.inlines else ()


def _lead(old: Lead, new: Lead, how: Merging) -> Lead:
    return replace(new, title=how.inlines(old.title, new.title), was=_was(old.label, new.label))


def _caption(old: Caption, new: Caption, how: Merging) -> Caption:
    return replace(new, title=how.inlines(old.title, new.title), was=_was(old.label, new.label))


def _was(old: str, new: str) -> str | None:
    return None if old == new else old


def _items(old: List, new: List, how: Merging) -> Iterator[ListItem]:
    for pair in pair_items(old, new):
        if pair.old is not None and pair.new is not None:
            blocks = tuple(_blocks(pair_inner(pair.old, pair.new), how))
            yield replace(pair.new, blocks=blocks, was=_was(pair.old.label, pair.new.label))
        elif pair.old is not None:
            for item in how.older.item(pair.old):
                yield replace(item, marks=marked(item.marks, "deleted"))
        elif pair.new is not None:
            yield replace(pair.new, marks=marked(pair.new.marks, "inserted"))


def _table(old: Table, new: Table, how: Merging) -> Table:
    columns = len(new.widths)
    notes = merge_blocks(old.notes, new.notes, how)
    return replace(
        new,
        caption=_caption(old.caption, new.caption, how),
        header=_rows(old.header, new.header, columns, how),
        rows=_rows(old.rows, new.rows, columns, how),
        notes=tuple(note for note in notes if isinstance(note, Paragraph)),
    )


def _rows(old: tuple[TableRow, ...], new: tuple[TableRow, ...], columns: int, how: Merging) -> tuple[TableRow, ...]:
    return spanned([_row(pair, how) for pair in pair_rows(old, new, columns)])


def _row(pair: Pair[GridRow], how: Merging) -> GridRow:
    if pair.old is not None and pair.new is not None:
        (_, before), (row, after) = pair.old, pair.new
        return row, tuple(_slot(one, other, how) for one, other in zip(before, after, strict=True))
    if pair.new is not None:
        row, line = pair.new
        return replace(row, marks=marked(row.marks, "inserted")), line
    if pair.old is not None:
        gone = how.older.row(*pair.old)
        if gone is not None:
            return replace(gone[0], marks=marked(gone[0].marks, "deleted")), gone[1]
    raise ValueError("a pair of nothing")


def _slot(old: Slot, new: Slot, how: Merging) -> Slot:
    if old.cell is None or new.cell is None or new.merge == "go_on":
        return new
    return new._replace(cell=_cell(old.cell, new.cell, how))


def _cell(old: TableCell, new: TableCell, how: Merging) -> TableCell:
    inlines = how.inlines(old.inlines, new.inlines)
    return replace(new, inlines=inlines, extents=_extents(new, inlines))
