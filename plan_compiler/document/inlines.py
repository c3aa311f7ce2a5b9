"""Inlines of the Document."""

from collections.abc import Iterable
from typing import ClassVar, Literal, TypeAlias, assert_never

from msgspec import Struct


class Text(Struct, frozen=True):
    """Plain text."""

    kind: ClassVar[str] = "text"
    text: str


class Strong(Struct, frozen=True):
    """Strong text."""

    kind: ClassVar[str] = "strong"
    inlines: "tuple[Inline, ...]"


class Emphasis(Struct, frozen=True):
    """Emphasised text."""

    kind: ClassVar[str] = "emphasis"
    inlines: "tuple[Inline, ...]"


class NumberText(Struct, frozen=True):
    """A figure that comes from data: `text` is what is printed, unit and qualifier with it; `source` its id or expr."""

    kind: ClassVar[str] = "number"
    text: str
    source: str


class CrossRef(Struct, frozen=True):
    """A reference: `text` is the label as printed; with `page`, the page of the anchor is printed instead."""

    kind: ClassVar[str] = "ref"
    text: str
    anchor: str
    page: bool = False


class Footnote(Struct, frozen=True):
    """A footnote; `number` counts from 1 through the document."""

    kind: ClassVar[str] = "footnote"
    number: int
    inlines: "tuple[Inline, ...]"


class Marked(Struct, frozen=True):
    """Inlines under a mark: inserted, deleted, or commented. The other values are those of a `Mark`."""

    kind: ClassVar[str] = "marked"
    change: Literal["inserted", "deleted", "comment"]
    inlines: "tuple[Inline, ...]"
    note: str = ""
    severity: str = ""
    label: str = ""
    number: int = 0


Inline: TypeAlias = Text | Strong | Emphasis | NumberText | CrossRef | Footnote | Marked


def plain_text(inlines: Iterable[Inline]) -> str:
    """The words of `inlines`; footnotes and deletions are left out."""
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Text() | NumberText() | CrossRef():
                words.append(inline.text)
            case Strong() | Emphasis():
                words.append(plain_text(inline.inlines))
            case Marked():
                words.append("" if inline.change == "deleted" else plain_text(inline.inlines))
            case Footnote():
                pass
            case _:
                assert_never(inline)
    return "".join(words)
