"""Inlines of the Document as runs, fields, links and marks of notes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from msgspec.structs import replace

from plan_compiler.document import inlines as doc
from plan_compiler.patterns import compiled
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.changes import changed_inlines, revised
from plan_compiler.writers.docx.comments import commented
from plan_compiler.writers.docx.scope import Scope
from plan_compiler.writers.docx.targets import Target

STRONG, EMPHASIS, STRONG_EMPHASIS = "Strong", "Emphasis", "StrongEmphasis"
# A run has one character style, so the two kinds of stress together are a style of their own; a lead keeps its own.
_WITH_STRONG = {"": STRONG, EMPHASIS: STRONG_EMPHASIS}
_WITH_EMPHASIS = {"": EMPHASIS, STRONG: STRONG_EMPHASIS}

# Characters that fonts of both kinds have; Word sets them in the Latin face unless the run asks otherwise.
_AMBIGUOUS = compiled(
    "[\u00a7\u00a8\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203b\u2103-\u22ff\u2460-\u27bf]"
)


def compose_inlines(inlines: Iterable[doc.Inline], scope: Scope, style: str = "") -> tuple[w.Inline, ...]:
    """`inlines` in order, on the character style `style`."""
    return tuple(piece for inline in inlines for piece in _compose(inline, scope, style))


def text_runs(text: str, style: str = "") -> Iterator[w.Inline]:
    """`text` as runs, with its line breaks and tabs."""
    for i, line in enumerate(text.splitlines() if "\n" in text or "\r" in text else (text,)):
        if i:
            yield w.LineBreak()
        for j, piece in enumerate(line.split("\t")):
            if j:
                yield w.Tab()
            if piece:
                yield w.Run(piece, style, bool(_AMBIGUOUS.search(piece)))


def bookmarked(
    targets: Mapping[str, Target], anchor: str, inlines: tuple[w.Inline, ...], scope: Scope
) -> tuple[w.Inline, ...]:
    """`inlines` inside the bookmark that `targets` has for `anchor`, if there is one that is not set yet."""
    target = targets.get(anchor)
    if target is None or target.id in scope.bookmarks_set:
        return inlines
    scope.bookmarks_set.add(target.id)
    return (w.Bookmark(target.id, target.name, inlines),)


def _compose(inline: doc.Inline, scope: Scope, style: str) -> Iterator[w.Inline]:
    match inline:
        case doc.Text():
            yield from text_runs(inline.text, style)
        case doc.NumberText():
            yield from _figure(inline, scope, style)
        case doc.Strong():
            yield from compose_inlines(inline.inlines, scope, _WITH_STRONG.get(style, style))
        case doc.Emphasis():
            yield from compose_inlines(inline.inlines, scope, _WITH_EMPHASIS.get(style, style))
        case doc.CrossRef():
            newer, older = (tuple(_reference(inline, it, style)) for it in (scope, scope.older))
            yield from revised(newer, older, scope)
        case doc.Footnote():
            if inline.number not in scope.notes:
                text = compose_inlines(inline.inlines, replace(scope, in_note=True))
                scope.notes[inline.number] = w.Note(inline.number, text)
            yield w.NoteReference(inline.number)
        case doc.Marked():
            yield from _marked(inline, scope, style)
        case _:
            assert_never(inline)


def _figure(number: doc.NumberText, scope: Scope, style: str) -> Iterator[w.Inline]:
    match tuple(text_runs(number.text, style)):
        case (w.Run() as run,) if scope.bindings is not None:
            yield scope.bindings.control(number.source, run)
        case runs:  # a control holds one run
            yield from runs


def _marked(marked: doc.Marked, scope: Scope, style: str) -> tuple[w.Inline, ...]:
    if scope.tracked is None or marked.change == "comment":
        return tuple(commented(marked, compose_inlines(marked.inlines, scope, style), scope))
    view = scope.older if marked.change == "deleted" else scope.newer
    return changed_inlines(compose_inlines(marked.inlines, view, style), marked.change, scope)


def _reference(ref: doc.CrossRef, scope: Scope, style: str) -> Iterator[w.Inline]:
    target = scope.targets.labels.get(ref.anchor)
    printed = scope.pages.get(ref.anchor, ref.text) if ref.page else ref.text
    result = tuple(text_runs(printed, style))
    if target is None:
        yield from result
    elif ref.page:
        yield w.Field(f"PAGEREF {target.name} \\h", result)
    elif (
        ref.text == target.text and target.counted and not ref.text.endswith(".")
    ):  # a last dot is left out (17.16.5.51)
        yield w.Field(f"REF {target.name} \\n \\h", result)
    elif ref.text == target.text and not target.counted:
        yield w.Field(f"REF {target.name} \\h \\* MERGEFORMAT", result)
    elif result:
        # A REF field would print the bookmark's own text as soon as Word updates it.
        yield w.Link(target.name, result)
