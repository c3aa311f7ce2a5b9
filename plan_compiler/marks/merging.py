"""Two revisions of a document's nodes as one, with the changes marked."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from plan_compiler.document.grid import Slot, slots, spanned
from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import (
    Block,
    Box,
    Caption,
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
from plan_compiler.marks.alignment import Candidate, Pair, aligned
from plan_compiler.marks.pieces import merged
from plan_compiler.marks.shapes import block_candidate, item_candidate, row_candidate

GridRow = tuple[TableRow, tuple[Slot, ...]]


def merge_blocks(old: Iterable[Block], new: Iterable[Block], language: str) -> tuple[Block, ...]:
    """The blocks of both, those that are the same once with their changes inside."""
    return tuple(_blocks(pair_blocks(old, new), language))


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


def _blocks(pairs: Iterable[Pair[Block]], language: str) -> Iterator[Block]:
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            yield _block(pair.old, pair.new, language)
        elif pair.old is not None:
            yield replace(pair.old, marks=marked(pair.old.marks, "deleted"))
        elif pair.new is not None:
            yield replace(pair.new, marks=marked(pair.new.marks, "inserted"))


def _block(old: Block, new: Block, language: str) -> Block:
    """The two as one; they have the same shape, so they are of one kind."""
    match old, new:
        case Heading(), Heading():
            return replace(new, title=merged(old.title, new.title, language), was=_was(old.label, new.label))
        case Paragraph(), Paragraph():
            return _paragraph(old, new, language)
        case List(), List():
            return replace(new, items=tuple(_items(old, new, language)))
        case Table(), Table():
            return _table(old, new, language)
        case Box(), Box():
            blocks = merge_blocks(old.blocks, new.blocks, language)
            return replace(new, caption=_caption(old.caption, new.caption, language), blocks=blocks)
        case Figure(), Figure():
            return replace(new, caption=_caption(old.caption, new.caption, language))
        case _:
            raise TypeError(f"{type(old).__name__} and {type(new).__name__} are no revisions of one block")


def _paragraph(old: Paragraph, new: Paragraph, language: str) -> Paragraph:
    lead = new.lead
    if lead is not None and old.lead is not None:
        lead = _lead(old.lead, lead, language)
    return replace(new, inlines=merged(old.inlines, new.inlines, language), lead=lead)


def _lead(old: Lead, new: Lead, language: str) -> Lead:
    return replace(new, title=merged(old.title, new.title, language), was=_was(old.label, new.label))


def _caption(old: Caption, new: Caption, language: str) -> Caption:
    return replace(new, title=merged(old.title, new.title, language), was=_was(old.label, new.label))


def _was(old: str, new: str) -> str | None:
    return None if old == new else old


def _items(old: List, new: List, language: str) -> Iterator[ListItem]:
    for pair in pair_items(old, new):
        if pair.old is not None and pair.new is not None:
            blocks = tuple(_blocks(pair_inner(pair.old, pair.new), language))
            yield replace(pair.new, blocks=blocks, was=_was(pair.old.label, pair.new.label))
        elif pair.old is not None:
            yield replace(pair.old, marks=marked(pair.old.marks, "deleted"))
        elif pair.new is not None:
            yield replace(pair.new, marks=marked(pair.new.marks, "inserted"))


def _table(old: Table, new: Table, language: str) -> Table:
    columns = len(new.widths)
    notes = merge_blocks(old.notes, new.notes, language)
    return replace(
        new,
        caption=_caption(old.caption, new.caption, language),
        header=_rows(old.header, new.header, columns, language),
        rows=_rows(old.rows, new.rows, columns, language),
        notes=tuple(note for note in notes if isinstance(note, Paragraph)),
    )


def _rows(old: tuple[TableRow, ...], new: tuple[TableRow, ...], columns: int, language: str) -> tuple[TableRow, ...]:
    return spanned([_row(pair, language) for pair in pair_rows(old, new, columns)])


def _row(pair: Pair[GridRow], language: str) -> GridRow:
    if pair.old is not None and pair.new is not None:
        (_, before), (row, after) = pair.old, pair.new
        return row, tuple(_slot(one, other, language) for one, other in zip(before, after, strict=True))
    if pair.new is not None:
        row, line = pair.new
        return replace(row, marks=marked(row.marks, "inserted")), line
    if pair.old is not None:
        row, line = pair.old
        return replace(row, marks=marked(row.marks, "deleted")), line
    raise ValueError("a pair of nothing")


def _slot(old: Slot, new: Slot, language: str) -> Slot:
    if old.cell is None or new.cell is None or new.merge == "go_on":
        return new
    return new._replace(cell=_cell(old.cell, new.cell, language))


def _cell(old: TableCell, new: TableCell, language: str) -> TableCell:
    return replace(new, inlines=merged(old.inlines, new.inlines, language))
