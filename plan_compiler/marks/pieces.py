"""Inlines taken apart into what can be told as kept, inserted or deleted, and put together again under marks."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diff.words import compare, units, weight
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
from plan_compiler.document.revisions import joined

Style: TypeAlias = Literal["strong", "emphasis"]
Leaf: TypeAlias = Text | NumberText | CrossRef | Footnote
_NOTE = "\ufffc"
"""What stands for a footnote while texts are compared: the notes of two texts are matched by their order."""


class Piece(Struct, frozen=True):
    """A unit of meaning: its `leaves` in order, the parts of texts and figures that it is made of."""

    leaves: tuple[Leaf, ...]
    styles: tuple[Style, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two pieces the same in print and in what they lead to."""
        first = self.leaves[0]
        match first:
            case CrossRef():
                return first.text, first.anchor, first.page, self.styles
            case Footnote():
                return _NOTE, self.styles
            case Text() | NumberText():
                return plain_text(self.leaves), self.styles
            case _:
                assert_never(first)

    @property
    def weight(self) -> int:
        """How much it says; what stands for something else is never told with its neighbours."""
        return max(2, weight(plain_text(self.leaves))) if _atom(self.leaves[0]) else weight(plain_text(self.leaves))


def merged(old: tuple[Inline, ...], new: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    """`new` with what of `old` it lost as deleted, and what it gained as inserted; footnotes are merged within.

    Where both print the same, they are `new`: a figure that became bound, or a source that changed, is no change of text.
    """
    if old == new:
        return new
    before, after = pieces(old, language), pieces(new, language)
    if tuple(_plain(before)) == tuple(_plain(after)) and not any(_is_note(piece) for piece in after):
        return new
    parts: list[Inline] = []
    for stretch in compare([p.key for p in before], [p.key for p in after], _Weights(before, after)):
        gone, come = before[slice(*stretch.old)], after[slice(*stretch.new)]
        if stretch.kept:
            parts += assembled(_kept(one, other, language) for one, other in zip(gone, come, strict=True))
        else:
            parts += _marked("deleted", gone)
            parts += _marked("inserted", come)
    return joined(parts)


def pieces(inlines: Iterable[Inline], language: str) -> list[Piece]:
    """The pieces of `inlines`; joined they are `inlines` again, without comments."""
    found: list[Piece] = []
    for (styles, atom), run in groupby(_leaves(inlines, ()), lambda it: (it[1], _atom(it[0]))):
        leaves = [leaf for leaf, _ in run]
        if atom:
            found += [Piece((leaf,), styles) for leaf in leaves]
        else:
            found += [Piece(cut, styles) for cut in _cut(leaves, language)]
    return found


def assembled(run: Iterable[Piece]) -> tuple[Inline, ...]:
    """The inlines that `run` is made of."""
    return _nested([(leaf, piece.styles) for piece in run for leaf in piece.leaves])


class _Weights:
    """The weight of each piece, by its key."""

    def __init__(self, *sides: list[Piece]) -> None:
        self._weights = {piece.key: piece.weight for side in sides for piece in side}

    def __call__(self, key: tuple[object, ...]) -> int:
        return self._weights[key]


def _leaves(inlines: Iterable[Inline], styles: tuple[Style, ...]) -> Iterator[tuple[Leaf, tuple[Style, ...]]]:
    for inline in inlines:
        match inline:
            case Text() | NumberText() | CrossRef() | Footnote():
                yield inline, styles
            case Strong():
                yield from _leaves(inline.inlines, (*styles, "strong"))
            case Emphasis():
                yield from _leaves(inline.inlines, (*styles, "emphasis"))
            case Marked():
                yield from _leaves(inline.inlines, styles)
            case _:
                assert_never(inline)


def _atom(leaf: Leaf) -> bool:
    return isinstance(leaf, CrossRef | Footnote)


def _is_note(piece: Piece) -> bool:
    return isinstance(piece.leaves[0], Footnote)


def _plain(run: Iterable[Piece]) -> Iterator[tuple[object, ...]]:
    """What `run` prints, character by character, with how it looks and where it leads."""
    for piece in run:
        if _atom(piece.leaves[0]):
            yield piece.key
        else:
            yield from ((char, piece.styles) for char in plain_text(piece.leaves))


def _cut(leaves: list[Leaf], language: str) -> Iterator[tuple[Leaf, ...]]:
    """Texts and figures cut into units; there is no cut within a figure of the data, whatever it is worded like."""
    text = plain_text(leaves)
    inside: set[int] = set()
    at = 0
    for leaf in leaves:
        size = len(plain_text((leaf,)))
        if isinstance(leaf, NumberText):
            inside.update(range(at + 1, at + size))
        at += size
    bounds, at = [0], 0
    for unit in units(text, language):
        at += len(unit)
        if at not in inside:
            bounds.append(at)
    for start, end in pairwise(bounds):
        yield tuple(_between(leaves, start, end))


def _between(leaves: list[Leaf], start: int, end: int) -> Iterator[Leaf]:
    at = 0
    for leaf in leaves:
        size = len(plain_text((leaf,)))
        low, high = max(start - at, 0), min(end - at, size)
        if low < high and isinstance(leaf, Text | NumberText):
            yield leaf if (low, high) == (0, size) else replace(leaf, text=leaf.text[low:high])
        at += size


def _kept(old: Piece, new: Piece, language: str) -> Piece:
    before, after = old.leaves[0], new.leaves[0]
    if isinstance(before, Footnote) and isinstance(after, Footnote):
        return Piece((replace(after, inlines=merged(before.inlines, after.inlines, language)),), new.styles)
    return new


def _marked(change: Literal["inserted", "deleted"], run: list[Piece]) -> tuple[Inline, ...]:
    return (Marked(change, assembled(run)),) if run else ()


def _nested(run: list[tuple[Leaf, tuple[Style, ...]]]) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for style, group in groupby(run, lambda it: it[1][0] if it[1] else None):
        inner = list(group)
        if style is None:
            made += [leaf for leaf, _ in inner]
        else:
            inlines = _nested([(leaf, styles[1:]) for leaf, styles in inner])
            made.append(Strong(inlines) if style == "strong" else Emphasis(inlines))
    return joined(made)
