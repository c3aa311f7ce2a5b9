"""A text as it is printed: paragraphs a line each, with figures and labels in the place of their forms."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from plan_compiler.diagnostics import NodePath
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.prose import (
    BulletList,
    Computed,
    Defined,
    Emphasis,
    Footnote,
    Inline,
    LabelRef,
    Paragraph,
    ProseBlock,
    Stated,
    Strong,
    Words,
)

_ITEM = "· "


def printed_text(linked: LinkedPlan, path: NodePath, text: str) -> str:
    """What is printed of the text at `path`; `text` itself where it is no prose."""
    prose = linked.texts.get(path)
    return text if prose is None else "\n".join(_lines(linked, path, prose))


def _lines(linked: LinkedPlan, path: NodePath, blocks: Iterable[ProseBlock], mark: str = "") -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield mark + "".join(_words(linked, path, block.inlines))
            case BulletList():
                for item in block.items:
                    yield from _lines(linked, path, item, mark + _ITEM)
            case _:
                assert_never(block)


def _words(linked: LinkedPlan, path: NodePath, inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Words():
                yield inline.text
            case Strong() | Emphasis():
                yield from _words(linked, path, inline.inlines)
            case Footnote():
                marks = linked.words.typography
                yield from (marks.open_parenthesis, *_words(linked, path, inline.inlines), marks.close_parenthesis)
            case Computed() | Stated() | Defined() | LabelRef():
                form = linked.forms.get((path, inline.at[0]))
                if form is not None:
                    yield form.printed
                elif isinstance(inline, Stated | Defined):
                    yield inline.printed
            case _:
                assert_never(inline)


def marked_up(linked: LinkedPlan, path: NodePath, text: str) -> str:
    """The text in one layout, its forms, emphasis and footnotes with it: equal for texts that differ in line breaks only."""
    prose = linked.texts.get(path)
    return text if prose is None else "\n".join(_canonical(text, prose))


def _canonical(text: str, blocks: Iterable[ProseBlock], mark: str = "") -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield mark + "".join(_signs(text, block.inlines))
            case BulletList():
                for item in block.items:
                    yield from _canonical(text, item, mark + ("1. " if block.ordered else "- "))
            case _:
                assert_never(block)


def _signs(text: str, inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Words():
                yield inline.text
            case Strong():
                yield from ("**", *_signs(text, inline.inlines), "**")
            case Emphasis():
                yield from ("*", *_signs(text, inline.inlines), "*")
            case Footnote():
                yield from ("^[", *_signs(text, inline.inlines), "]")
            case Computed() | Stated() | Defined() | LabelRef():
                yield "".join(text[slice(*inline.at)].split())
            case _:
                assert_never(inline)
