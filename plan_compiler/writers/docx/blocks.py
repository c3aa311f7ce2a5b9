"""Blocks of the Document as paragraphs and tables of Word."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import assert_never

from msgspec.structs import replace

from plan_compiler.document import nodes as doc
from plan_compiler.document.inlines import plain_text
from plan_compiler.document.revisions import BEFORE, Change, change_of, labels
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.captions import caption_text, compose_caption
from plan_compiler.writers.docx.changes import changed_blocks, composed, revised, settled, with_properties
from plan_compiler.writers.docx.comments import commented_blocks
from plan_compiler.writers.docx.figures import compose_chart, compose_figure
from plan_compiler.writers.docx.inlines import bookmarked, compose_inlines, text_runs
from plan_compiler.writers.docx.lists import HEADINGS, UNNUMBERED, list_label, list_numbering
from plan_compiler.writers.docx.scope import Scope
from plan_compiler.writers.docx.tables import compose_table
from plan_compiler.writers.docx.units import indent, twips_of_mm

_FEW_LINES = 100
"""Characters of a paragraph that takes four lines or fewer."""


def compose_blocks(blocks: Iterable[doc.Block], scope: Scope) -> Iterator[w.Block]:
    """`blocks` in order. A paragraph stays with the list that it introduces."""
    known = tuple(blocks)
    for block, newer, older in zip(known, _introduces(known, "deleted"), _introduces(known, "inserted"), strict=True):
        made = composed(block.marks, scope, partial(_with_next, block, (newer, older)))
        yield from commented_blocks(block.marks, made, scope)


def _introduces(blocks: tuple[doc.Block, ...], without: Change) -> tuple[bool, ...]:
    """Whether each of `blocks` is a short paragraph before a list, in the revision that has none that is `without`.

    A long one would be moved as a whole by LibreOffice, and leave half a page empty.
    """
    told: list[bool] = []
    then: doc.Block | None = None
    for block in reversed(blocks):
        told.append(isinstance(block, doc.Paragraph) and isinstance(then, doc.List) and _short(block, without))
        then = then if change_of(block.marks) == without else block
    return tuple(reversed(told))


def _short(paragraph: doc.Paragraph, without: Change) -> bool:
    inlines = paragraph.inlines if without == "deleted" else BEFORE.inlines(paragraph.inlines)
    return len(plain_text(inlines)) <= _FEW_LINES


def _with_next(block: doc.Block, stays: tuple[bool, bool], scope: Scope) -> Iterator[w.Block]:
    """`block`, which `stays` with the next one in the newer and in the older revision."""
    newer, older = stays if change_of(block.marks) != "deleted" else (stays[1], stays[1])
    for it in _compose(block, scope):
        if isinstance(it, w.Paragraph) and isinstance(block, doc.Paragraph):
            before = it.before[1] if it.before else it
            yield with_properties(replace(it, keep_next=newer), replace(before, keep_next=older), scope)
        else:
            yield it


def _compose(block: doc.Block, scope: Scope) -> Iterator[w.Block]:
    # What a block gives ends in a paragraph: tables must not touch, and a cell must end in one (17.4.65).
    match block:
        case doc.Heading():
            yield _heading(block, scope)
        case doc.Paragraph():
            yield _counted(w.Paragraph(_text_style(scope), _paragraph_inlines(block, scope)), block.lead, scope)
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
    label, gap = _label(heading, scope)
    title = (*gap, *compose_inlines(heading.title, scope))
    inlines = _numbered(heading.anchor, label, title, scope)
    newer, older = (_heading_numbering(heading, it) for it in (scope, scope.older))
    style = f"Heading{heading.level}" if heading.level else "PageTitle"
    made = w.Paragraph(style, inlines, numbering=newer)
    return with_properties(made, replace(made, numbering=older), scope)


def _heading_numbering(heading: doc.Heading, scope: Scope) -> tuple[int, int] | None:
    """The style has the number; a heading that is not counted says so."""
    return None if _number(heading, scope) or not (scope.counted and heading.level) else (UNNUMBERED, heading.level - 1)


def _number(heading: doc.Heading | doc.Lead | None, scope: Scope) -> tuple[int, int] | None:
    """The numbering and level of a heading that Word counts."""
    return (HEADINGS, heading.level - 1) if heading is not None and heading.anchor in scope.counted else None


def _counted(paragraph: w.Paragraph, lead: doc.Lead | None, scope: Scope) -> w.Paragraph:
    """`paragraph` with the numbering of its `lead`."""
    newer, older = (replace(paragraph, numbering=_number(lead, it)) for it in (scope, scope.older))
    return with_properties(newer, older, scope)


def _label(node: doc.Heading | doc.Lead, scope: Scope, style: str = "") -> tuple[tuple[w.Inline, ...], ...]:
    """The label of `node`, () where Word counts it, and the gap behind it."""
    newer, older = labels(node)
    shown = ("" if _number(node, it) else label for label, it in ((newer, scope), (older, scope.older)))
    return tuple(
        revised(tuple(text_runs(new, style)), tuple(text_runs(old, style)), scope)
        for new, old in (shown, (doc.gap_behind(newer), doc.gap_behind(older)))
    )


def _paragraph_inlines(paragraph: doc.Paragraph, scope: Scope) -> tuple[w.Inline, ...]:
    text = compose_inlines(paragraph.inlines, scope)
    lead = paragraph.lead
    if lead is None:
        return text
    style = f"Lead{lead.level}"
    label, gap = _label(lead, scope, style)
    title = (*gap, *compose_inlines(lead.title, scope, style), *text_runs(lead.close, style))
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
        made = composed(item.marks, inner, partial(_item, block, item, numbering))
        yield from commented_blocks(item.marks, made, scope)


def _item(block: doc.List, item: doc.ListItem, numbering: tuple[int, int] | None, scope: Scope) -> Iterator[w.Block]:
    newer, older = (tuple(text_runs(list_label(label))) for label in labels(item))
    # The bookmark of the list stands in front of its first item.
    label = (*bookmarked(scope.targets.labels, block.anchor, (), scope), *revised(newer, older, scope))
    number = None if item.label else numbering
    blocks = tuple(it for inner in item.blocks for it in composed(inner.marks, scope, partial(_in_item, inner)))
    first = blocks[0] if item.blocks and isinstance(item.blocks[0], doc.Paragraph) else None
    if isinstance(first, w.Paragraph):
        yield replace(first, inlines=(*label, *first.inlines), numbering=number)
        yield from blocks[1:]
    else:
        yield w.Paragraph(_text_style(scope), label, numbering=number)
        yield from blocks


def _in_item(block: doc.Block, scope: Scope) -> Iterator[w.Block]:
    if isinstance(block, doc.Paragraph):
        style = scope.look.styles.box if scope.boxed else scope.look.styles.body
        deeper = indent(style.indent * (scope.depth - 1), style)
        made = w.Paragraph(_text_style(scope), _paragraph_inlines(block, scope), indent=deeper)
        yield _counted(made, block.lead, scope)
    else:
        yield from _compose(block, scope)


def _notes(notes: tuple[doc.Paragraph, ...], scope: Scope) -> Iterator[w.Block]:
    """The notes of a table, or a thin line in the revision that has none."""
    changes = [change_of(note.marks) for note in notes]
    for note in notes:
        yield from composed(note.marks, scope, partial(_note, note))
    if all(change == "deleted" for change in changes):
        yield from changed_blocks((w.GAP,), "inserted", scope) if notes else (w.GAP,)
    elif all(change == "inserted" for change in changes):
        yield from changed_blocks((w.GAP,), "deleted", scope)


def _note(note: doc.Paragraph, scope: Scope) -> Iterator[w.Block]:
    yield w.Paragraph("TableNote", _paragraph_inlines(note, scope))


def _box(box: doc.Box, scope: Scope) -> w.Table:
    inner = replace(scope, boxed=True, width=scope.width - 2 * twips_of_mm(scope.look.box.padding), depth=0)
    caption = compose_caption(box.caption, "BoxCaption", inner, keep_next=True)
    blocks = tuple(compose_blocks(box.blocks, inner))
    ink = scope.look.styles.box_title.fill
    cells = [w.Cell(scope.width, settled((*caption, *blocks), inner) or (w.GAP,))]
    if ink is not None and caption:
        bar = w.Cell(scope.width, caption, fill=scope.look.colours.light.ink(ink).removeprefix("#"), tight=True)
        cells = [bar, w.Cell(scope.width, settled(blocks, inner) or (w.GAP,))]
    rows = tuple(w.Row((cell,), whole=cell.tight) for cell in cells)
    return w.Table("PlanBox", caption_text(box.caption), "", scope.width, (scope.width,), rows)
