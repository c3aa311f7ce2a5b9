"""Texts compared by units of meaning: figures with their unit and qualifiers, names, words, signs (`units`)."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from plan_compiler.diff.sequence import align
from plan_compiler.diff.units import units
from plan_compiler.patterns import compiled

__all__ = ["Fate", "Piece", "Stretch", "compare", "compare_words", "units", "weight"]

K = TypeVar("K", bound=Hashable)

_LEAST_ISLAND = 2
"""The weight that is kept between two replacements; less than that reads better as a part of them."""
_WORD = compiled(r"\w")

Fate: TypeAlias = Literal["kept", "deleted", "inserted"]


class Stretch(NamedTuple):
    """A stretch of units: `old` and `new` are its bounds in the two sequences. Where `kept`, they hold the same."""

    kept: bool
    old: tuple[int, int]
    new: tuple[int, int]


class Piece(NamedTuple):
    """A stretch of text, and what became of it."""

    fate: Fate
    text: str


def weight(unit: str) -> int:
    """How much a unit says: its letters, digits and characters; nothing for punctuation and space."""
    return len(_WORD.findall(unit))


def compare(old: Sequence[K], new: Sequence[K], weigh: Callable[[K], int]) -> tuple[Stretch, ...]:
    """The stretches of `old` and `new` in order, kept and changed by turns.

    `weigh` says how much a unit says (see `weight`): what is kept between two replacements and says less than two
    characters belongs to them, unless it says nothing: punctuation parts one from the other.
    """
    found: list[Stretch] = []
    i = j = 0
    for a, b in align(old, new):
        if (a, b) != (i, j):
            found.append(Stretch(False, (i, a), (j, b)))
        if found and found[-1].kept:
            found[-1] = Stretch(True, (found[-1].old[0], a + 1), (found[-1].new[0], b + 1))
        else:
            found.append(Stretch(True, (a, a + 1), (b, b + 1)))
        i, j = a + 1, b + 1
    if (i, j) != (len(old), len(new)):
        found.append(Stretch(False, (i, len(old)), (j, len(new))))
    return tuple(_without_islands(found, lambda s: sum(map(weigh, old[slice(*s.old)]))))


def _without_islands(stretches: Sequence[Stretch], says: Callable[[Stretch], int]) -> list[Stretch]:
    joined: list[Stretch] = []
    for index, stretch in enumerate(stretches):
        between = stretch.kept and 0 < index < len(stretches) - 1
        island = between and _replaces(stretches[index - 1]) and _replaces(stretches[index + 1])
        kept = stretch.kept and not (island and 0 < says(stretch) < _LEAST_ISLAND)
        if joined and not kept and not joined[-1].kept:
            last = joined[-1]
            joined[-1] = Stretch(False, (last.old[0], stretch.old[1]), (last.new[0], stretch.new[1]))
        else:
            joined.append(Stretch(kept, stretch.old, stretch.new))
    return joined


def _replaces(stretch: Stretch) -> bool:
    return stretch.old[0] < stretch.old[1] and stretch.new[0] < stretch.new[1]


def compare_words(old: str, new: str, language: str = "zh-CN", names: Iterable[str] = ()) -> tuple[Piece, ...]:
    """The pieces of both texts, in order, deletions before insertions.

    Kept and deleted pieces together are `old`, kept and inserted ones `new`. No unit is cut (`units`), so a figure that
    changed is deleted and inserted whole. No two neighbours have one fate.
    """
    known = names if isinstance(names, frozenset) else frozenset(names)
    before, after = units(old, language, known), units(new, language, known)
    pieces: list[Piece] = []
    for stretch in compare(before, after, weight):
        was, now = "".join(before[slice(*stretch.old)]), "".join(after[slice(*stretch.new)])
        if stretch.kept:
            pieces.append(Piece("kept", was))
            continue
        pieces += [piece for piece in (Piece("deleted", was), Piece("inserted", now)) if piece.text]
    return tuple(pieces)
