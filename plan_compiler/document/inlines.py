"""Inlines of the Document."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias, assert_never


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong text."""

    kind: ClassVar[str] = "strong"
    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised text."""

    kind: ClassVar[str] = "emphasis"
    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class NumberText:
    """A figure that comes from data: `text` is what is printed, unit and qualifier with it; `source` its id or expr."""

    kind: ClassVar[str] = "number"
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class CrossRef:
    """A reference: `text` is the label as printed; with `page`, the page of the anchor is printed instead."""

    kind: ClassVar[str] = "ref"
    text: str
    anchor: str
    page: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote; `number` counts from 1 through the document."""

    kind: ClassVar[str] = "footnote"
    number: int
    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Marked:
    """Inlines under a mark: inserted, deleted, or commented."""

    kind: ClassVar[str] = "marked"
    change: Literal["inserted", "deleted", "comment"]
    inlines: "tuple[Inline, ...]"
    note: str = ""


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
