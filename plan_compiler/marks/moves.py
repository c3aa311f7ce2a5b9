"""What a redline tells as deleted here and inserted there, and is one and the same: chapters, paragraphs, tables that moved."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence, Set
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import Block, Part
from plan_compiler.document.revisions import Change, change_of
from plan_compiler.document.rewriting import Rewriting
from plan_compiler.marks.alignment import MOST_PAIRS, Candidate, aligned
from plan_compiler.marks.merging import Merging, merge_block
from plan_compiler.marks.shapes import block_candidate

_TELLS = 8
"""A text of fewer letters that stands in two places is no sign that something moved."""
_COMMON = 8
"""Nor is a text that more runs have than these, among those that came."""
_NARROW = 40_000
"""Pairs of blocks of two runs; where there are more, those far from what both have are left out."""
_EFFORT = 400_000
"""Pairs of blocks of all runs that are looked at; after so many, what is left is told as moved block by block, where it says the same."""
_PASSES = 4
"""How often what two runs have in common is looked through, each time for what keeps its order."""

_Place: TypeAlias = tuple[int, int]
"""A block by its part and its number there."""
_Moved: TypeAlias = tuple[_Place, _Place]
"""A block by where it was and where it is."""
_Key: TypeAlias = tuple[Hashable, str]
"""What a block says, and as what."""


class _Run(Struct, frozen=True):
    """Blocks one behind the other that all came, or all went; `known` are those that say enough, by what they say."""

    change: Change
    blocks: tuple[Candidate[_Place], ...]
    known: Counter[_Key]


def with_moves(parts: Sequence[Part], language: str) -> tuple[Part, ...]:
    """The parts of a redline with their moves numbered. What moved shows, where it stands now, what changed in it.

    Both revisions that the redline holds stay as they are.
    """
    how = Merging(language, Rewriting(anchor=lambda anchor: anchor and f"{anchor}-moved"))
    made: dict[_Place, Block] = {}
    for number, pairs in enumerate(_moves(tuple(_runs(parts))), 1):
        for before, after in pairs:
            old, new = _block(parts, before), _block(parts, after)
            made[before] = replace(old, marks=_numbered(old, number))
            made[after] = replace(merge_block(_bare(old), new, how), marks=_numbered(new, number))
    return tuple(
        replace(part, blocks=tuple(made.get((at, i), block) for i, block in enumerate(part.blocks)))
        for at, part in enumerate(parts)
    )


def _moves(runs: Sequence[_Run]) -> Iterator[list[_Moved]]:
    """What moved together: blocks that keep their order from one run to another, then each that only says the same."""
    left, came = [run for run in runs if run.change == "deleted"], _Came([it for it in runs if it.change == "inserted"])
    stayed = frozenset(key for run in left for key in run.known if came.rarely(key))
    seen: set[_Place] = set()
    effort = 0
    for gone, come in ((run, other) for run in left for other in came.like(run)):
        for _ in range(min(_PASSES, len(gone.known.keys() & come.known.keys()))):
            if effort > _EFFORT:
                break
            old, new = _open(gone, come, seen, stayed)
            effort += len(gone.blocks) + len(come.blocks) + min(len(old) * len(new), MOST_PAIRS)
            pairs = [(it.old, it.new) for it in aligned(old, new) if it.old is not None and it.new is not None]
            if not pairs:
                break
            seen.update(place for pair in pairs for place in pair)
            yield pairs
    yield from ([pair] for pair in _singly(left, came, seen))


def _singly(left: Sequence[_Run], came: "_Came", seen: Set[_Place]) -> Iterator[_Moved]:
    """The blocks that are left on both sides and say the same."""
    places: dict[_Key, list[_Place]] = defaultdict(list)
    for run in reversed(came.runs):
        for block in reversed(run.blocks):
            if block.node not in seen and came.rarely(_key(block)):
                places[_key(block)].append(block.node)
    for run in left:
        for block in run.blocks:
            if block.node not in seen and places.get(_key(block)):
                yield block.node, places[_key(block)].pop()


def _runs(parts: Sequence[Part]) -> Iterator[_Run]:
    for at, part in enumerate(parts):
        for change, group in groupby(enumerate(part.blocks), lambda it: change_of(it[1].marks)):
            if change is not None:
                blocks = tuple(_placed(block, (at, index)) for index, block in group)
                yield _Run(change, blocks, Counter(_key(it) for it in blocks if len(it.text) >= _TELLS))


class _Came:
    """The runs that came, by what their blocks say."""

    def __init__(self, runs: Sequence[_Run]) -> None:
        self.runs = runs
        self._known = [run.known for run in runs]
        self._by_key: dict[_Key, list[int]] = defaultdict(list)
        for number, known in enumerate(self._known):
            for key in known:
                self._by_key[key].append(number)

    def like(self, gone: _Run) -> list[_Run]:
        """Those that have blocks of `gone` word for word, those with most of them first."""
        left = gone.known
        found = {number: 0 for key in left for number in self.rarely(key)}
        for number in found:
            known = self._known[number]
            found[number] = sum(min(left[key], times) for key, times in known.items())
        return [self.runs[number] for number in sorted(found, key=lambda it: (-found[it], it))]

    def rarely(self, key: _Key) -> list[int]:
        """Those that have a block that says `key`; none where too many have."""
        runs = self._by_key.get(key, [])
        return runs if len(runs) <= _COMMON else []


def _open(
    gone: _Run, come: _Run, seen: Set[_Place], stayed: Set[_Key]
) -> tuple[list[Candidate[_Place]], list[Candidate[_Place]]]:
    """The blocks of both runs that may be one, without those that are known to be others: one that `stayed` as it was is like no other."""
    known = gone.known.keys() & come.known.keys()
    old, new = (
        [it for it in run.blocks if it.node not in seen and (_key(it) in known or _key(it) not in stayed)]
        for run in (gone, come)
    )
    return (_near(old, new), _near(new, old)) if len(old) * len(new) > _NARROW else (old, new)


def _near(blocks: list[Candidate[_Place]], others: list[Candidate[_Place]]) -> list[Candidate[_Place]]:
    """`blocks` from the first to the last that is among `others`, and as many around them as there are others."""
    keys = set(map(_key, others))
    shared = [index for index, it in enumerate(blocks) if _key(it) in keys]
    return blocks[max(0, shared[0] - len(others)) : shared[-1] + 1 + len(others)] if shared else []


def _placed(block: Block, place: _Place) -> Candidate[_Place]:
    found = block_candidate(block)
    return Candidate(place, found.shape, found.name, found.text)


def _key(block: Candidate[_Place]) -> _Key:
    return block.shape, block.text


def _block(parts: Sequence[Part], place: _Place) -> Block:
    return parts[place[0]].blocks[place[1]]


def _bare(block: Block) -> Block:
    return replace(block, marks=tuple(mark for mark in block.marks if mark.change == "comment"))


def _numbered(block: Block, number: int) -> tuple[Mark, ...]:
    return tuple(mark if mark.change == "comment" else replace(mark, move=number) for mark in block.marks)
