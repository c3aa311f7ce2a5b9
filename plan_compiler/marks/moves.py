"""What a redline tells as deleted here and inserted there, and is one and the same: chapters, paragraphs, tables that moved."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import Block, Part
from plan_compiler.document.revisions import Change, change_of
from plan_compiler.document.rewriting import Rewriting
from plan_compiler.marks.alignment import Candidate, aligned
from plan_compiler.marks.merging import Merging, merge_block
from plan_compiler.marks.shapes import block_candidate

_TELLS = 8
"""A text of fewer letters that stands in two places is no sign that something moved."""

_Place: TypeAlias = tuple[int, int]
"""A block by its part and its number there."""


class _Run(Struct, frozen=True):
    """Blocks one behind the other that all came, or all went."""

    change: Change
    places: tuple[_Place, ...]


def with_moves(parts: Sequence[Part], language: str) -> tuple[Part, ...]:
    """The parts of a redline with their moves numbered. What moved shows, where it stands now, what changed in it.

    Both revisions that the redline holds stay as they are.
    """
    runs = tuple(_runs(parts))
    came = [(run, _known(parts, run)) for run in runs if run.change == "inserted"]
    how = Merging(language, Rewriting(anchor=lambda anchor: anchor and f"{anchor}-moved"))
    made: dict[_Place, Block] = {}
    number = 0
    for gone in (run for run in runs if run.change == "deleted"):
        for come in _likely(parts, gone, came):
            pairs = list(_pairs(parts, gone, come, made))
            number += 1 if pairs else 0
            for before, after in pairs:
                old, new = _block(parts, before), _block(parts, after)
                made[before] = replace(old, marks=_numbered(old, number))
                made[after] = replace(merge_block(_bare(old), new, how), marks=_numbered(new, number))
    return tuple(
        replace(part, blocks=tuple(made.get((at, i), block) for i, block in enumerate(part.blocks)))
        for at, part in enumerate(parts)
    )


def _runs(parts: Sequence[Part]) -> Iterator[_Run]:
    for at, part in enumerate(parts):
        for change, group in groupby(enumerate(part.blocks), lambda it: change_of(it[1].marks)):
            if change is not None:
                yield _Run(change, tuple((at, index) for index, _ in group))


def _likely(parts: Sequence[Part], gone: _Run, came: Sequence[tuple[_Run, Counter[object]]]) -> list[_Run]:
    """The runs that have blocks of `gone` word for word, those with most of them first. Each comes with what it says."""
    left = _known(parts, gone)
    scores = [(sum((left & known).values()), run) for run, known in came] if left else []
    return [run for score, run in sorted(scores, key=lambda it: -it[0]) if score]


def _known(parts: Sequence[Part], run: _Run) -> Counter[object]:
    """The blocks of a run by what they say, of those that say enough."""
    candidates = (block_candidate(_block(parts, place)) for place in run.places)
    return Counter((it.shape, it.text) for it in candidates if len(it.text) >= _TELLS)


def _pairs(parts: Sequence[Part], gone: _Run, come: _Run, made: dict[_Place, Block]) -> Iterator[tuple[_Place, _Place]]:
    """Which blocks of both runs are one, without those that are known to be others."""
    sides = [
        [_placed(parts, place) for place in run.places if place not in made]
        for run in (gone, come)
    ]  # fmt: skip
    for pair in aligned(*sides):
        if pair.old is not None and pair.new is not None:
            yield pair.old, pair.new


def _placed(parts: Sequence[Part], place: _Place) -> Candidate[_Place]:
    found = block_candidate(_block(parts, place))
    return Candidate(place, found.shape, found.name, found.text)


def _block(parts: Sequence[Part], place: _Place) -> Block:
    return parts[place[0]].blocks[place[1]]


def _bare(block: Block) -> Block:
    return replace(block, marks=tuple(mark for mark in block.marks if mark.change == "comment"))


def _numbered(block: Block, number: int) -> tuple[Mark, ...]:
    return tuple(mark if mark.change == "comment" else replace(mark, move=number) for mark in block.marks)
