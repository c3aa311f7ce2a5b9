"""Tracked changes: inlines, paragraphs and rows that were inserted or deleted (ECMA-376-1, 17.13.5).

What is written is the newer document with the older one inside it. Accepting all changes leaves the newer document,
rejecting all the older one; so every mark here has to be right for a reader who knows nothing of how it came about.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Literal, TypeAlias

from msgspec.structs import replace

from plan_compiler.document.marks import Mark
from plan_compiler.document.revisions import Change, change_of
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.scope import Scope, Tracked

Inlines: TypeAlias = tuple[w.Inline, ...]
Compose: TypeAlias = Callable[[Scope], Iterable[w.Block]]


def revised(newer: Inlines, older: Inlines, scope: Scope) -> Inlines:
    """`newer`, and where it is not the same as `older` that as deleted before it."""
    if scope.tracked is None or newer == older:
        return newer
    return (*changed_inlines(older, "deleted", scope), *changed_inlines(newer, "inserted", scope))


def changed_inlines(inlines: Inlines, kind: Change, scope: Scope) -> Inlines:
    """`inlines` as inserted or deleted, with the footnotes they call. Links and bookmarks stand around the change."""
    return inlines if scope.tracked is None else tuple(_changed(inlines, kind, scope.tracked, scope))


def composed(marks: tuple[Mark, ...], scope: Scope, compose: Compose) -> Iterable[w.Block]:
    """What `compose` gives for a node under `marks`: in the scope of the revision that has the node, as its change."""
    change = change_of(marks)
    if scope.tracked is None or change is None:
        return compose(scope)
    return changed_blocks(compose(scope.older if change == "deleted" else scope.newer), change, scope)


def changed_blocks(blocks: Iterable[w.Block], kind: Change, scope: Scope) -> Iterator[w.Block]:
    """`blocks` as inserted or deleted, whole."""
    if scope.tracked is None:
        yield from blocks
        return
    for block in blocks:
        match block:
            case w.Paragraph():
                inlines = changed_inlines(block.inlines, kind, scope)
                yield replace(block, inlines=inlines, mark=scope.tracked.change(kind))
            case w.Table():
                yield replace(block, rows=tuple(_row(row, kind, scope, scope.tracked) for row in block.rows))
            case w.Contents():
                yield replace(block, paragraphs=_paragraphs(block.paragraphs, kind, scope))


def changed_row(row: w.Row, kind: Change, scope: Scope) -> w.Row:
    """`row` as inserted or deleted."""
    return row if scope.tracked is None else _row(row, kind, scope, scope.tracked)


def with_properties(paragraph: w.Paragraph, older: w.Paragraph, scope: Scope) -> w.Paragraph:
    """`paragraph` as one that had the properties of `older`."""
    if scope.tracked is None or _properties(paragraph) == _properties(older):
        return paragraph
    return replace(paragraph, before=(scope.tracked.change("inserted"), _properties(older)))


def settled(blocks: tuple[w.Block, ...], scope: Scope) -> tuple[w.Block, ...]:
    """`blocks` of a cell or a section, whose last paragraph can be neither inserted nor deleted.

    The end of the cell or section is that paragraph's own (17.4.65, 17.6.18). What was added behind a paragraph begins
    with the end of that paragraph, and so does what was taken away: the marks move back by one.
    """
    last = blocks[-1] if blocks else None
    if scope.tracked is None or not isinstance(last, w.Paragraph) or last.mark is None:
        return blocks
    start = len(blocks)
    while start and isinstance(block := blocks[start - 1], w.Paragraph) and block.mark is not None:
        start -= 1
    tail = [block for block in blocks[start:] if isinstance(block, w.Paragraph)]
    ends = {paragraph.mark.kind: paragraph for paragraph in tail if paragraph.mark is not None}
    if len(ends) == 2:
        both = (ends["deleted"], ends["inserted"])
        rest = [paragraph for paragraph in tail if not any(paragraph is end for end in both)]
        return (*blocks[:start], *rest, _one(*both, scope))
    stays = blocks[start - 1] if start and isinstance(blocks[start - 1], w.Paragraph) else None
    return (*blocks[: start - 1 if stays else start], *_moved_back(stays, tail, scope))


def _one(older: w.Paragraph, newer: w.Paragraph, scope: Scope) -> w.Paragraph:
    """A paragraph that was `older` and is `newer`."""
    both = replace(newer, inlines=(*older.inlines, *newer.inlines), mark=None)
    return with_properties(both, older, scope)


def _moved_back(stays: w.Block | None, tail: list[w.Paragraph], scope: Scope) -> Iterator[w.Paragraph]:
    """The paragraph that `stays`, or none, and the `tail` behind it, which is all inserted or all deleted."""
    marks = [paragraph.mark for paragraph in tail]
    last = replace(tail[-1], mark=None)
    if isinstance(stays, w.Paragraph):
        yield replace(stays, mark=marks[0])
        yield from (replace(paragraph, mark=mark) for paragraph, mark in zip(tail[:-1], marks[1:], strict=True))
    else:
        stays = w.GAP
        yield from tail[:-1]
    if marks[0] is not None and marks[0].kind == "deleted":
        yield with_properties(_as(last, stays), last, scope)
    else:
        yield with_properties(last, stays.before[1] if stays.before else stays, scope)


def _as(paragraph: w.Paragraph, other: w.Paragraph) -> w.Paragraph:
    """`paragraph` with the properties of `other`."""
    return replace(_properties(other), inlines=paragraph.inlines)


def _properties(paragraph: w.Paragraph) -> w.Paragraph:
    return replace(paragraph, inlines=(), section=None, mark=None, before=None)


def _paragraphs(paragraphs: tuple[w.Paragraph, ...], kind: Change, scope: Scope) -> tuple[w.Paragraph, ...]:
    return tuple(it for it in changed_blocks(paragraphs, kind, scope) if isinstance(it, w.Paragraph))


def _row(row: w.Row, kind: Change, scope: Scope, tracked: Tracked) -> w.Row:
    cells = tuple(replace(cell, blocks=tuple(_inside(cell.blocks, kind, scope))) for cell in row.cells)
    return replace(row, cells=cells, mark=tracked.change(kind))


def _inside(blocks: Iterable[w.Block], kind: Change, scope: Scope) -> Iterator[w.Block]:
    """What stands in a changed row: its text is marked, its paragraphs go and come with the row."""
    for block in changed_blocks(blocks, kind, scope):
        yield replace(block, mark=None) if isinstance(block, w.Paragraph) else block


def _changed(
    inlines: Inlines, kind: Literal["inserted", "deleted"], tracked: Tracked, scope: Scope
) -> Iterator[w.Inline]:
    for around, group in groupby(inlines, lambda it: isinstance(it, w.Link | w.Bookmark | w.Commented | w.Changed)):
        run = tuple(group)
        if not around:
            _mark_notes(run, kind, scope)
            yield w.Changed(tracked.change(kind), run if kind == "inserted" else tuple(_uncounted(run)))
            continue
        for inline in run:
            if isinstance(inline, w.Link | w.Bookmark | w.Commented):
                yield replace(inline, inlines=tuple(_changed(inline.inlines, kind, tracked, scope)))
            else:
                yield inline


def _uncounted(run: Inlines) -> Iterator[w.Inline]:
    """`run` with the numbers of captions as text: word processors count deleted SEQ fields too, and would number what stays anew."""
    for inline in run:
        if isinstance(inline, w.Field) and inline.instruction.startswith("SEQ "):
            yield from inline.result
        else:
            yield inline


def _mark_notes(run: Inlines, kind: Change, scope: Scope) -> None:
    """The notes that `run` calls go or come with it."""
    for inline in run:
        if isinstance(inline, w.NoteReference) and inline.id in scope.notes:
            note = scope.notes[inline.id]
            scope.notes[inline.id] = replace(note, inlines=changed_inlines(note.inlines, kind, scope))
