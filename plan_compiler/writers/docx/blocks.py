"""Blocks of the Document as paragraphs and tables of Word."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import assert_never

from msgspec.structs import replace

from plan_compiler.document import nodes as doc
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.captions import caption_text, compose_caption
from plan_compiler.writers.docx.comments import commented_blocks
from plan_compiler.writers.docx.figures import compose_chart, compose_figure
from plan_compiler.writers.docx.inlines import bookmarked, compose_inlines, text_runs
from plan_compiler.writers.docx.lists import HEADINGS, UNNUMBERED, list_label, list_numbering
from plan_compiler.writers.docx.scope import Scope
from plan_compiler.writers.docx.tables import compose_table
from plan_compiler.writers.docx.units import indent, twips_of_mm


def compose_blocks(blocks: Iterable[doc.Block], scope: Scope) -> Iterator[w.Block]:
    """`blocks` in order. A paragraph stays with the list that it introduces."""
    for block, then in pairwise((*blocks, None)):
        composed = () if block is None else commented_blocks(block.marks, _compose(block, scope), scope)
        stays = isinstance(block, doc.Paragraph) and isinstance(then, doc.List)
        yield from (replace(it, keep_next=True) if stays and isinstance(it, w.Paragraph) else it for it in composed)


def _compose(block: doc.Block, scope: Scope) -> Iterator[w.Block]:
    # What a block gives ends in a paragraph: tables must not touch, and a cell must end in one (17.4.65).
    match block:
        case doc.Heading():
            yield _heading(block, scope)
        case doc.Paragraph():
            yield w.Paragraph(
                _text_style(scope), _paragraph_inlines(block, scope), numbering=_number(block.lead, scope)
            )
        case doc.List():
            yield from _list(block, scope)
        case doc.Table():
            yield from compose_table(block, scope)
            yield from _notes(block.notes, scope)
        case doc.Box():
            yield from (w.GAP, _box(block, scope), w.GAP)
        case doc.Figure():
            yield from compose_figure(block, scope)
        case doc.Chart():
            yield from compose_chart(block, scope)
        case _:
            assert_never(block)


def _text_style(scope: Scope) -> str:
    return "BoxText" if scope.boxed else "BodyText"


def _heading(heading: doc.Heading, scope: Scope) -> w.Paragraph:
    title = (*text_runs(heading.gap), *compose_inlines(heading.title, scope))
    number = _number(heading, scope)
    label = () if number else tuple(text_runs(heading.label))
    # The style has the number; a heading that is not counted says so.
    numbering = None if number or not scope.counted else (UNNUMBERED, heading.level - 1)
    return w.Paragraph(f"Heading{heading.level}", _numbered(heading.anchor, label, title, scope), numbering=numbering)


def _number(heading: doc.Heading | doc.Lead | None, scope: Scope) -> tuple[int, int] | None:
    """The numbering and level of a heading that Word counts."""
    return (HEADINGS, heading.level - 1) if heading is not None and heading.anchor in scope.counted else None


def _paragraph_inlines(paragraph: doc.Paragraph, scope: Scope) -> tuple[w.Inline, ...]:
    text = compose_inlines(paragraph.inlines, scope)
    lead = paragraph.lead
    if lead is None:
        return text
    style = f"Lead{lead.level}"
    title = (*text_runs(lead.gap, style), *compose_inlines(lead.title, scope, style), *text_runs(lead.close, style))
    label = () if _number(lead, scope) else tuple(text_runs(lead.label, style))
    return (*_numbered(lead.anchor, label, title, scope), *text)


def _numbered(
    anchor: str, label: tuple[w.Inline, ...], title: tuple[w.Inline, ...], scope: Scope
) -> tuple[w.Inline, ...]:
    """A heading's label and title. References repeat the label; the contents point at the whole."""
    labels = scope.targets.labels
    inlines = (*bookmarked(labels, anchor, label, scope), *title) if label else bookmarked(labels, anchor, title, scope)
    return bookmarked(scope.targets.entries, anchor, inlines, scope)


def _list(block: doc.List, scope: Scope) -> Iterator[w.Block]:
    numbering = None if all(item.label for item in block.items) else list_numbering(block, scope)
    inner = replace(scope, depth=scope.depth + 1)
    for item in block.items:
        label = (*bookmarked(scope.targets.labels, block.anchor, (), scope), *text_runs(list_label(item)))
        number = None if item.label else numbering
        blocks = tuple(commented_blocks(item.marks, _item(item, inner), scope))
        first = blocks[0] if item.blocks and isinstance(item.blocks[0], doc.Paragraph) else None
        if isinstance(first, w.Paragraph):
            yield replace(first, inlines=(*label, *first.inlines), numbering=number)
            yield from blocks[1:]
        else:
            yield w.Paragraph(_text_style(scope), label, numbering=number)
            yield from blocks


def _item(item: doc.ListItem, scope: Scope) -> Iterator[w.Block]:
    for block in item.blocks:
        if isinstance(block, doc.Paragraph):
            style = scope.look.styles.box if scope.boxed else scope.look.styles.body
            deeper = indent(style.indent * (scope.depth - 1), style)
            yield w.Paragraph(
                _text_style(scope),
                _paragraph_inlines(block, scope),
                indent=deeper,
                numbering=_number(block.lead, scope),
            )
        else:
            yield from _compose(block, scope)


def _notes(notes: Iterable[doc.Paragraph], scope: Scope) -> Iterator[w.Block]:
    paragraphs = tuple(w.Paragraph("TableNote", _paragraph_inlines(note, scope)) for note in notes)
    yield from paragraphs or (w.GAP,)


def _box(box: doc.Box, scope: Scope) -> w.Table:
    inner = replace(scope, boxed=True, width=scope.width - 2 * twips_of_mm(scope.look.box.padding), depth=0)
    caption = compose_caption(box.caption, "BoxCaption", inner, keep_next=True)
    blocks = tuple(compose_blocks(box.blocks, inner))
    ink = scope.look.styles.box_title.fill
    cells = [w.Cell(scope.width, (*caption, *blocks) or (w.GAP,))]
    if ink is not None and caption:
        bar = w.Cell(scope.width, caption, fill=scope.look.colours.light.ink(ink).removeprefix("#"), tight=True)
        cells = [bar, w.Cell(scope.width, blocks or (w.GAP,))]
    rows = tuple(w.Row((cell,), whole=cell.tight) for cell in cells)
    return w.Table("PlanBox", caption_text(box.caption), "", scope.width, (scope.width,), rows)
