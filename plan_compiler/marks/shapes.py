"""What two nodes must have in common to be told as one that changed.

A writer sets everything else of a node by its shape: its style, its grid, which paragraphs it prints. Where shapes
differ, the older node is told as gone and the newer one as new, so that either can be restored exactly.
"""

from collections.abc import Hashable, Iterable
from typing import assert_never

from plan_compiler.document.grid import Slot
from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import (
    Block,
    Box,
    Caption,
    Chart,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Table,
    TableRow,
)
from plan_compiler.marks.alignment import Candidate


def block_candidate(block: Block) -> Candidate[Block]:
    """`block` as it is matched."""
    return Candidate(block, _block_shape(block), _block_name(block), block_text(block))


def item_candidate(item: ListItem) -> Candidate[ListItem]:
    """A list item as it is matched."""
    first = _block_shape(item.blocks[0]) if item.blocks else None
    return Candidate(item, (bool(item.label), first), None, _text(item.blocks))


def row_candidate(row: TableRow, line: tuple[Slot, ...]) -> Candidate[tuple[TableRow, tuple[Slot, ...]]]:
    """A row with its place on the grid, as it is matched."""
    cells = tuple(
        (slot.span, slot.merge, slot.cell and (slot.cell.role, slot.cell.align, slot.cell.indent)) for slot in line
    )
    own = [slot.cell for slot in line if slot.cell is not None and slot.merge != "go_on"]
    text = "\n".join(plain_text(cell.inlines) for cell in own)
    name = _name(row.anchor)
    return Candidate((row, line), (row.role, bool(row.anchor), cells), name, text)


def block_text(block: Block) -> str:
    """The words of `block` by which it is known, without its number."""
    match block:
        case Heading():
            return plain_text(block.title)
        case Paragraph():
            return (plain_text(block.lead.title) if block.lead else "") + plain_text(block.inlines)
        case List():
            return "\n".join(_text(item.blocks) for item in block.items)
        case Table():
            heads = (plain_text(cell.inlines) for row in block.header for cell in row.cells)
            return "\n".join((plain_text(block.caption.title), *heads))
        case Box():
            return plain_text(block.caption.title) + "\n" + _text(block.blocks)
        case Figure() | Chart():
            return plain_text(block.caption.title)
        case _:
            assert_never(block)


def _text(blocks: Iterable[Block]) -> str:
    return "\n".join(map(block_text, blocks))


def _block_shape(block: Block) -> Hashable:
    match block:
        case Heading():
            return "heading", block.level, bool(block.label), bool(block.anchor)
        case Paragraph():
            lead = block.lead
            return "paragraph", lead and (lead.level, bool(lead.label), lead.close, bool(lead.title))
        case List():
            return "list", block.ordered, all(item.label for item in block.items), bool(block.anchor)
        case Table():
            grid = bool(block.widths) and bool(block.header or block.rows)
            head = tuple(tuple((cell.colspan, cell.rowspan) for cell in row.cells) for row in block.header)
            return "table", _caption_shape(block.caption), block.unit, len(block.widths), head, grid
        case Box():
            return "box", _caption_shape(block.caption)
        case Figure() | Chart():
            shown = block.file if isinstance(block, Figure) else block.data
            return block.kind, _caption_shape(block.caption), shown, block.alt
        case _:
            assert_never(block)


def _caption_shape(caption: Caption) -> Hashable:
    return caption.series, bool(caption.label), bool(caption.title), bool(caption.anchor)


def _block_name(block: Block) -> Hashable:
    match block:
        case Heading():
            return _name(block.anchor)
        case Paragraph():
            return _name(block.lead.anchor) if block.lead else None
        case List():
            return _name(block.anchor)
        case Table():
            return block.dataset or _name(block.caption.anchor)
        case Box() | Figure() | Chart():
            return _name(block.caption.anchor)
        case _:
            assert_never(block)


def _name(anchor: str) -> str | None:
    """The id that `anchor` is; None for an anchor that only tells where the node stands, which an edit before it moves.

    No id has a hyphen in it, and every place has: an anchor of the second kind is its path.
    """
    return anchor if anchor and "-" not in anchor else None
