"""The Document in reading order."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from plan_compiler.diagnostics import Place
from plan_compiler.document.inlines import (
    CrossRef,
    Emphasis,
    Footnote,
    Inline,
    Marked,
    NumberText,
    Strong,
    Text,
    plain_text,
)
from plan_compiler.document.nodes import Block, Box, Chart, Document, Figure, Heading, List, Paragraph, Table


def every_block(document: Document) -> Iterator[Block]:
    """Every block, those inside lists and boxes after the block that holds them."""
    for part in document.parts:
        yield from _with_inner(part.blocks)


def _with_inner(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        match block:
            case List():
                for item in block.items:
                    yield from _with_inner(item.blocks)
            case Box():
                yield from _with_inner(block.blocks)
            case Table():
                yield from block.notes
            case Heading() | Paragraph() | Figure() | Chart():
                pass
            case _:
                assert_never(block)


def own_inlines(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The runs of inlines that `block` itself prints, without those of blocks inside it."""
    match block:
        case Heading():
            yield block.title
        case Paragraph():
            if block.lead is not None:
                yield block.lead.title
            yield block.inlines
        case Table():
            yield block.caption.title
            for row in (*block.header, *block.rows):
                for cell in row.cells:
                    yield cell.inlines
        case Box() | Figure() | Chart():
            yield block.caption.title
        case List():
            pass
        case _:
            assert_never(block)


def referred(document: Document) -> frozenset[str]:
    """The anchors that references in the text lead to."""
    return frozenset(
        anchor for block in every_block(document) for run in own_inlines(block) for anchor in _referred(run)
    )


def _referred(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case CrossRef():
                yield inline.anchor
            case Strong() | Emphasis() | Marked() | Footnote():
                yield from _referred(inline.inlines)
            case Text() | NumberText():
                pass
            case _:
                assert_never(inline)


def place_of(document: Document, char: str) -> Place | None:
    """Where the text stands in which `char` is first printed; None for what no node of the plan prints."""
    for block in every_block(document):
        rows = (*block.header, *block.rows) if isinstance(block, Table) else ()
        cells = ((cell.inlines, cell.origin or row.origin) for row in rows for cell in row.cells)
        for inlines, origin in (*cells, *((run, block.origin) for run in own_inlines(block))):
            if origin and char in _all_words(inlines):
                return Place(origin)
    return None


def _all_words(inlines: tuple[Inline, ...]) -> str:
    """The words of `inlines`, those of their footnotes among them."""
    return plain_text(inlines) + "".join(plain_text(note.inlines) for note in footnotes(inlines))


def footnotes(inlines: Iterable[Inline]) -> Iterator[Footnote]:
    """The footnotes among `inlines`, at any depth but not inside other footnotes."""
    for inline in inlines:
        match inline:
            case Footnote():
                yield inline
            case Strong() | Emphasis() | Marked():
                yield from footnotes(inline.inlines)
            case Text() | NumberText() | CrossRef():
                pass
            case _:
                assert_never(inline)
