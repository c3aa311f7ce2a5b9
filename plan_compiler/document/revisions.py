"""The two documents that a redline holds: what it was, and what it is."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias, assert_never

from msgspec.structs import replace

from plan_compiler.document.inlines import CrossRef, Emphasis, Footnote, Inline, Marked, NumberText, Strong, Text
from plan_compiler.document.nodes import Caption, ContentsEntry, Document, Heading, Lead, ListItem
from plan_compiler.document.rewriting import Inlines, Marks, Rewriting

Change: TypeAlias = Literal["inserted", "deleted"]


def after(document: Document) -> Document:
    """The newer revision: all changes of the redline `document` accepted."""
    return _left(AFTER.document(document))


def before(document: Document) -> Document:
    """The older revision: all changes of the redline `document` rejected."""
    return _left(BEFORE.document(document))


def _left(document: Document) -> Document:
    """`document` without an annex of which nothing is left."""
    return replace(document, parts=tuple(part for part in document.parts if part.blocks or part.role != "annex"))


def change_of(marks: Marks) -> Change | None:
    """The change that `marks` tell of; None where they tell of none."""
    return next((mark.change for mark in marks if mark.change != "comment"), None)


def labels(node: Heading | Lead | ListItem | Caption | ContentsEntry) -> tuple[str, str]:
    """The label of `node` in the newer and in the older revision."""
    return node.label, node.label if node.was is None else node.was


def joined(inlines: Iterable[Inline]) -> Inlines:
    """`inlines` with neighbours of one style made one, and no text that is empty."""
    made: list[Inline] = []
    for inline in inlines:
        last = made[-1] if made else None
        match last, inline:
            case Text(), Text():
                made[-1] = Text(last.text + inline.text)
            case Strong(), Strong():
                made[-1] = Strong(joined((*last.inlines, *inline.inlines)))
            case Emphasis(), Emphasis():
                made[-1] = Emphasis(joined((*last.inlines, *inline.inlines)))
            case _, Text("") | Strong(()) | Emphasis(()):
                pass
            case _:
                made.append(inline)
    return tuple(made)


def _without(dropped: Change) -> Rewriting:
    def inlines(given: Inlines) -> Inlines:
        return joined(_kept(given))

    def _kept(given: Inlines) -> Iterator[Inline]:
        for inline in given:
            match inline:
                case Strong() | Emphasis() | Footnote():
                    yield replace(inline, inlines=inlines(inline.inlines))
                case Marked():
                    if inline.change == "comment":
                        yield replace(inline, inlines=inlines(inline.inlines))
                    elif inline.change != dropped:
                        yield from _kept(inline.inlines)
                case Text() | NumberText() | CrossRef():
                    yield inline
                case _:
                    assert_never(inline)

    def marks(given: Marks) -> Marks | None:
        if any(mark.change == dropped for mark in given):
            return None
        return tuple(mark for mark in given if mark.change == "comment")

    def label(label: str, was: str | None) -> tuple[str, str | None]:
        return (was if dropped == "inserted" and was is not None else label), None

    return Rewriting(
        inlines=inlines,
        label=label,
        marks=marks,
        cover=lambda cover: cover.was if dropped == "inserted" and cover.was else replace(cover, was=None),
    )


AFTER, BEFORE = _without("deleted"), _without("inserted")
