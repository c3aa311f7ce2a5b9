"""Which nodes of two revisions are one and the same: by what they are called, by what they say, by likeness."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

from plan_compiler.diff.sequence import align

T = TypeVar("T")

ALIKE = 0.4
"""The share of letter pairs that two texts have in common, from which one is told as a change of the other."""
MOST_PAIRS = 40_000
"""Pairs of nodes that are looked at for likeness between two that are the same; more are told as gone and new."""


class Candidate(Struct, Generic[T], frozen=True):
    """A node to be matched. `shape` is what two nodes must have in common to be told as one that changed; `name` what
    tells the node from others, None where only its text can; `text` its words.
    """

    node: T
    shape: Hashable
    name: Hashable
    text: str


class Pair(Struct, Generic[T], frozen=True):
    """A node of the older and one of the newer revision; None where there is none."""

    old: T | None
    new: T | None


def aligned(old: Sequence[Candidate[T]], new: Sequence[Candidate[T]]) -> Iterator[Pair[T]]:
    """All nodes of both, each in its own order: those that are the same paired, what is gone before what has come."""
    i = j = 0
    for before, after in (*_pairs(old, new), (len(old), len(new))):
        yield from (Pair(candidate.node, None) for candidate in old[i:before])
        yield from (Pair(None, candidate.node) for candidate in new[j:after])
        if before < len(old) and after < len(new):
            yield Pair(old[before].node, new[after].node)
        i, j = before + 1, after + 1


def _pairs(old: Sequence[Candidate[T]], new: Sequence[Candidate[T]]) -> list[tuple[int, int]]:
    """Indexes that belong together, rising on both sides: the same by name and text, then by name, then by likeness."""
    found = _refined([], old, new, lambda c: (c.shape, c.name, c.text))
    found = _refined(found, old, new, lambda c: None if c.name is None else (c.shape, c.name))
    return _within(found, old, new, _likest)


def _refined(
    found: list[tuple[int, int]],
    old: Sequence[Candidate[T]],
    new: Sequence[Candidate[T]],
    key: Callable[[Candidate[T]], Hashable],
) -> list[tuple[int, int]]:
    """`found`, and between them those that have the same key; a key that is None is like no other."""

    def same(before: Sequence[Candidate[T]], after: Sequence[Candidate[T]]) -> Iterable[tuple[int, int]]:
        olds = [key(c) or ("old", i) for i, c in enumerate(before)]
        news = [key(c) or ("new", i) for i, c in enumerate(after)]
        return align(olds, news)

    return _within(found, old, new, same)


def _within(
    found: list[tuple[int, int]],
    old: Sequence[Candidate[T]],
    new: Sequence[Candidate[T]],
    match: Callable[[Sequence[Candidate[T]], Sequence[Candidate[T]]], Iterable[tuple[int, int]]],
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for before, after in (*found, (len(old), len(new))):
        if i < before and j < after:
            pairs += [(i + a, j + b) for a, b in match(old[i:before], new[j:after])]
        if before < len(old) or after < len(new):
            pairs.append((before, after))
        i, j = before + 1, after + 1
    return pairs


def _likest(old: Sequence[Candidate[T]], new: Sequence[Candidate[T]]) -> Iterator[tuple[int, int]]:
    """The pairs, in order on both sides, whose likeness is greatest in sum."""
    if len(old) * len(new) > MOST_PAIRS:
        return
    letters = [[_letters(c.text) for c in side] for side in (old, new)]
    likeness = [[_likeness(a, b, letters[0][i], letters[1][j]) for j, b in enumerate(new)] for i, a in enumerate(old)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], likeness[i][j] + best[i + 1][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] > 0 and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _likeness(old: Candidate[T], new: Candidate[T], before: Counter[str], after: Counter[str]) -> float:
    """Dice's coefficient of the letter pairs; 0 for what cannot be one node, or is not like enough."""
    if old.shape != new.shape:
        return 0
    if not (before and after):
        return 1.0 if old.text == new.text else 0
    shared = sum(min(before[pair], after[pair]) for pair in before.keys() & after.keys())
    score = 2 * shared / (_pairs_of(old.text) + _pairs_of(new.text))
    return score if score >= ALIKE else 0


def _pairs_of(text: str) -> int:
    """How many pairs of letters `text` has, or one where it is a letter alone."""
    return max(len(text) - 1, 1)


@lru_cache(maxsize=1024)  # one text is held against those of many places
def _letters(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) if len(text) > 1 else Counter([text] if text else [])
