"""Aligning two sequences: which entries stayed, in order.

Equal beginnings and ends are taken off first; entries that occur once on either side are the anchors (patience diff);
between them the shortest edit script is looked for (Myers, *An O(ND) Difference Algorithm*, 1986) up to a bound, beyond
which nothing of that stretch is held to have stayed. Time is linear in the length for each edit, and bounded.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeAlias

MOST_EDITS = 600
"""How many edits between two anchors are looked for."""

Pair: TypeAlias = tuple[int, int]


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pairs of indexes of equal entries, rising on both sides: what stayed where everything else was changed."""
    pairs: list[Pair] = []
    stretches = [(0, len(old), 0, len(new), True)]
    while stretches:
        a, a_end, b, b_end, may_anchor = stretches.pop()
        while a < a_end and b < b_end and old[a] == new[b]:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            pairs.append((a_end, b_end))
        if a == a_end or b == b_end:
            continue
        inner = _anchors(old[a:a_end], new[b:b_end]) if may_anchor else []
        if inner:
            anchors = [(a + i, b + j) for i, j in inner]
            pairs += anchors
            starts = [(a, b), *((i + 1, j + 1) for i, j in anchors)]
            ends = [*anchors, (a_end, b_end)]
            stretches += [(i, k, j, m, len(anchors) > 1) for (i, j), (k, m) in zip(starts, ends, strict=True)]
        else:
            pairs += [(a + i, b + j) for i, j in _shortest(old[a:a_end], new[b:b_end])]
    return sorted(pairs)


def in_order(numbers: Sequence[int]) -> frozenset[int]:
    """The indexes of a longest rising subsequence: what need not be moved for the numbers to be sorted."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(number)
            ends.append(index)
        else:
            tails[at], ends[at] = number, index
    kept: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(kept)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Entries that occur once on both sides, as many as keep their order."""
    places = _once(old)
    shared = [(places[entry], j) for entry, j in _once(new).items() if entry in places]
    kept = in_order([i for i, _ in shared])
    return [pair for index, pair in enumerate(shared) if index in kept]


def _once(entries: Sequence[Hashable]) -> dict[Hashable, int]:
    """Where what occurs once stands, in order."""
    counts = Counter(entries)
    return {entry: at for at, entry in enumerate(entries) if counts[entry] == 1}


def _shortest(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The pairs of a shortest edit script; none where it has more than `MOST_EDITS` edits."""
    size, other = len(old), len(new)
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(size + other, MOST_EDITS) + 1):
        trace.append(dict(furthest))
        for k in range(-edits, edits + 1, 2):
            down = k == -edits or (k != edits and furthest[k - 1] < furthest[k + 1])
            x = furthest[k + 1] if down else furthest[k - 1] + 1
            y = x - k
            while x < size and y < other and old[x] == new[y]:
                x, y = x + 1, y + 1
            furthest[k] = x
            if x >= size and y >= other:
                return _walked_back(trace, size, other)
    return []


def _walked_back(trace: list[dict[int, int]], x: int, y: int) -> list[Pair]:
    pairs: list[Pair] = []
    for edits in range(len(trace) - 1, -1, -1):
        furthest, k = trace[edits], x - y
        down = k == -edits or (k != edits and furthest[k - 1] < furthest[k + 1])
        previous = k + 1 if down else k - 1
        start = furthest[previous]
        other = start - previous
        while x > start and y > other and x > 0 and y > 0 and (x > (start if down else start + 1)):
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = start, other
    return pairs
