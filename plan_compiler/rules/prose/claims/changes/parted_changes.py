"""Changes of a whole with those of its parts: 航线由56条增加到80条，其中外贸由22条增加到36条、内贸由34条增加到44条."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.quantity.quantity import Quantity, add_all
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.claims.changes.change_words import Changes
from plan_compiler.rules.prose.claims.changes.ends import led_pairs
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told

_FEWEST, _MOST = 2, 20
_Pair: TypeAlias = tuple[Told, Told]


class PartedEnd(Struct, frozen=True):
    """One end of such a change: the whole, the parts in the order of the text, and what these come to."""

    whole: Told
    parts: tuple[Told, ...]
    sum: Quantity

    @property
    def holds(self) -> bool:
        """Whether the parts may come to the whole, as far as both are printed."""
        return self.whole.mention.fact.interval.meets(self.sum.converted(self.whole.mention.fact.unit).interval)


def parted_ends(known: Changes, figures: Sequence[Told]) -> Iterator[tuple[PartedEnd, PartedEnd]]:
    """The two ends of each change of a whole whose parts, that stand behind 其中 one after the other, are all of it at one end or the other."""
    amounts = [told for told in figures if not is_pure(told.mention.quantity.unit)]
    behind = {id(left): right for left, right in pairwise(amounts)}
    pairs = list(led_pairs(known, amounts))
    for index, whole in enumerate(pairs):
        parts = list(_parts(known, behind, whole, pairs[index + 1 : index + _MOST]))
        if len(parts) >= _FEWEST and not _goes_on(known, whole, parts[-1][1], behind):
            first, last = (_end(whole[end], [pair[end] for pair in parts]) for end in (0, 1))
            if first.holds or last.holds:
                yield first, last


def _goes_on(known: Changes, whole: _Pair, last: Told, behind: Mapping[int, Told]) -> bool:
    """Whether more parts stand behind the last one: figures in the unit of the whole, or what is left without a number (其余为…)."""
    rest = last.run.text[last.end : sentence_end(last.run.text, last.end)]
    return _is_alike(whole, behind.get(id(last))) or any(word in rest for word in known.told.rest)


def _end(whole: Told, parts: Sequence[Told]) -> PartedEnd:
    return PartedEnd(whole, tuple(parts), add_all([part.mention.fact for part in parts]))


def _parts(known: Changes, behind: Mapping[int, Told], whole: _Pair, following: Sequence[_Pair]) -> Iterator[_Pair]:
    """The changes that are listed of a whole: of figures in its unit, in its sentence, with no other figures between them but rates."""
    text = whole[1].run.text
    for last, pair in pairwise((whole, *following)):
        opens = any(word in text[last[1].end : pair[0].start] for word in known.told.of_which)
        is_next = behind.get(id(last[1])) is pair[0]
        if not is_next or opens != (last is whole) or not all(_is_alike(whole, each) for each in pair):
            return
        yield pair


def _is_alike(whole: _Pair, told: Told | None) -> bool:
    """Whether a figure is in the unit of a whole, and in its sentence. Behind the last part it may be a part that is new: 新增专科床位400张."""
    if told is None or told.mention.quantity.unit.text != whole[1].mention.quantity.unit.text:
        return False
    return sentence_start(told.run.text, told.start) == sentence_start(told.run.text, whole[1].start)
