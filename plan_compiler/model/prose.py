"""Prose as read: the named subset of Markdown with its four inline forms.

Every extent is a pair of code-point offsets into the scalar's value, so it does not change with the layout of the
YAML around it.
"""

from typing import TypeAlias

from msgspec import Struct

Extent: TypeAlias = tuple[int, int]


class Words(Struct, frozen=True):
    """Plain text, line breaks between wide characters already taken out."""

    text: str
    at: Extent


class Strong(Struct, frozen=True):
    """``**strong**``."""

    inlines: "tuple[Inline, ...]"
    at: Extent


class Emphasis(Struct, frozen=True):
    """``*emphasis*``."""

    inlines: "tuple[Inline, ...]"
    at: Extent


class Footnote(Struct, frozen=True):
    """``^[a note]``."""

    inlines: "tuple[Inline, ...]"
    at: Extent


class Computed(Struct, frozen=True):
    """``{{ expr | format }}``: a figure the compiler prints. `format` is an Excel number format or None."""

    expr: str
    format: str | None
    at: Extent
    expr_at: Extent


class Stated(Struct, frozen=True):
    """``[what is printed](=expr)``: a figure a person worded, checked against an expression."""

    printed: str
    expr: str
    at: Extent
    printed_at: Extent
    expr_at: Extent


class Defined(Struct, frozen=True):
    """``[what is printed](:=id)``: a figure whose home is this place."""

    printed: str
    id: str
    at: Extent
    printed_at: Extent
    id_at: Extent


class LabelRef(Struct, frozen=True):
    """``[](#id)``, or ``[](#id:page)`` for the page it stands on."""

    target: str
    page: bool
    at: Extent
    target_at: Extent


Inline: TypeAlias = Words | Strong | Emphasis | Footnote | Computed | Stated | Defined | LabelRef
Form: TypeAlias = Computed | Stated | Defined | LabelRef


class Paragraph(Struct, frozen=True):
    """One paragraph."""

    inlines: tuple[Inline, ...]
    at: Extent


class BulletList(Struct, frozen=True):
    """A list; items nest. `ordered` is true for ``1.`` items, whose printed numbers come from the theme."""

    ordered: bool
    items: "tuple[tuple[ProseBlock, ...], ...]"
    at: Extent


ProseBlock: TypeAlias = Paragraph | BulletList
Prose: TypeAlias = tuple[ProseBlock, ...]


def sole_words(prose: Prose) -> Words | None:
    """The words of a text that is one paragraph of nothing else, as most are; None for any other."""
    block = prose[0] if len(prose) == 1 else None
    inline = block.inlines[0] if isinstance(block, Paragraph) and len(block.inlines) == 1 else None
    return inline if isinstance(inline, Words) else None
