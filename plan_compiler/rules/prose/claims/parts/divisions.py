"""Wholes that a text divides by what their parts are: 总建筑面积…，地上…，地下…; 总长…，一期…，二期…."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cached_property

from msgspec import Struct

from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.prose.claims.parts.part_words import PartWords
from plan_compiler.rules.prose.clauses import masked, sentence_end
from plan_compiler.rules.prose.figures import Told

_MOST_PHASES = 12
_LIST = 200
"""How far behind a whole its phases, which are told by their numbers alone, may go on."""
_REACH = 60
"""How many figures behind a whole are looked at."""


class Kind(Enum):
    """How parts are told to be parts."""

    COMPLEMENTS = auto()
    """地上 and 地下: together the whole."""
    PHASES = auto()
    """一期, 二期 … without a gap: together the whole, unless more are to come."""
    OF_WHICH = auto()
    """其中: one part, or some."""
    SUM = auto()
    """All the parts, by what the text says (合计, 由…构成) or by what they are (男, 女)."""


class Doubt(Enum):
    """What of parts that are more than their whole may yet be right."""

    NONE = auto()
    SUM = auto()
    """Their sum: something may be in several of them. One part alone cannot be above the whole."""
    ALL = auto()
    """All: they may be of another whole."""


class Partition(Struct, frozen=True):
    """A whole and its parts, all in one run. Unless `complete`, the parts may be less than the whole; unless `together`, only each
    of them is to be looked at, and not their sum.
    """

    whole: Told
    parts: tuple[Told, ...]
    kind: Kind
    doubt: Doubt = Doubt.NONE
    together: bool = True

    @property
    def complete(self) -> bool:
        """Whether the parts make up the whole."""
        return self.kind is not Kind.OF_WHICH


class Divisions(Struct, frozen=True, dict=True):
    """Finds the divided wholes of a text."""

    known: PartWords
    text: str
    figures: Sequence[Told]

    def find(self) -> Iterator[Partition]:
        """Each whole that has all its sides, or all its phases, behind it."""
        for index, told in enumerate(self.figures):
            match = self.known.whole.search(told.label)
            following = self.figures[index + 1 : index + 1 + _REACH]
            if match is None and (phased := self._phased(told, following)):
                yield phased
            if match is None or self.known.uncounted.search(told.label):
                continue
            noun, scope = match["noun"], self._scope(told, match["noun"], following)
            if found := self._complements(told, noun, following, scope) or self._phases(told, noun, scope):
                yield found

    def _scope(self, whole: Told, noun: str, following: Sequence[Told]) -> Sequence[Told]:
        """The figures of the whole's unit, up to the next whole of the same noun."""
        scope: list[Told] = []
        for told in following:
            again = self.known.whole.search(told.label)
            if again and again["noun"] == noun and not self.known.phase.match(f"，{told.label}"):
                break
            if _same_kind(told, whole):
                scope.append(told)
        return scope

    def _complements(
        self, whole: Told, noun: str, following: Sequence[Told], scope: Sequence[Told]
    ) -> Partition | None:
        if noun.endswith(self.known.told.grounds) or any(self.known.whole.search(told.label) for told in following[:1]):
            return None
        end = sentence_end(self.text, whole.end)
        within = [told for told in scope if told.start < end]
        for pair in self.known.sides:
            sides = [[t for t in within if self._is_side(side, noun, t)] for side in pair]
            if all(len(side) == 1 for side in sides):
                parts = tuple(sorted((side[0] for side in sides), key=lambda told: told.start))
                last = parts[-1].end
                tail = sentence_end(self.text, last)
                if self.known.uncounted.search(self.text, whole.start - len(whole.before), min(tail, last + 20)):
                    return None
                return Partition(whole, parts, Kind.COMPLEMENTS)
        return None

    def _is_side(self, side: re.Pattern[str], noun: str, told: Told) -> bool:
        label = self.known.of_which.sub("", told.label)
        match = side.match(label)
        if match is None:
            return False
        own = match["noun"].removeprefix("总")
        return noun.endswith(own)

    def _phases(self, whole: Told, noun: str, scope: Sequence[Told]) -> Partition | None:
        starts = self._phase_starts(whole)
        if len(starts) < 2:
            return None
        stops = [*starts[1:], len(self.text)]
        parts: list[Told] = []
        for start, stop in zip(starts, stops, strict=True):
            own = [told for told in scope if start <= told.start < stop and self._has_noun(told, noun)]
            if len(own) != 1:  # of several, it is open which is the phase's and which a part of it
                return None
            parts += own
        return Partition(whole, tuple(parts), Kind.PHASES)

    def _phased(self, whole: Told, following: Sequence[Told]) -> Partition | None:
        """A whole of any name right before phases that are told by their numbers alone, each in its very unit: 标准机柜3000架，其中一期1200架、二期2000架."""
        lead = self.known.to_phases.match(self.text, whole.end)
        if lead is None or not whole.label or self.known.uncounted.search(whole.label):
            return None
        opens = self.text[whole.end] in "（("
        end = _closing(self.text, whole.end) if opens else sentence_end(self.text, whole.end)
        others = self.known.phase.finditer(self.text, lead.end(), min(end, whole.end + _LIST))
        found = [(match.start("number"), read_count(match["number"], self.known.language)) for match in (lead, *others)]
        parts = following[: len(found)]
        numbered = [number for _, number in found] == list(range(1, len(parts) + 1))
        if len(parts) < 2 or not numbered or len(parts) > _MOST_PHASES:
            return None
        bare = all(self._is_phase(start, part) for (start, _), part in zip(found, parts, strict=True))
        unit = whole.mention.quantity.unit.text
        same = all(part.mention.quantity.unit.text == unit for part in parts)
        return Partition(whole, tuple(parts), Kind.PHASES) if unit and same and bare else None

    def _is_phase(self, start: int, part: Told) -> bool:
        """Whether nothing but the number of a phase, at `start`, stands before a figure."""
        label = f"，{self.text[start : part.start]}"
        match = self.known.phase.match(label) if start < part.start else None
        return match is not None and self.known.phase_fill.fullmatch(label, match.end()) is not None

    def _phase_starts(self, whole: Told) -> list[int]:
        """Where the phases behind a whole begin; none unless they count from the first without a gap."""
        starts: list[int] = []
        first = bisect_left(self._phases_told, (whole.end, 0))
        for start, number in self._phases_told[first : first + _REACH]:
            if number == len(starts) + 1 <= _MOST_PHASES:
                starts.append(start)
            elif number > len(starts):
                return []
        return starts

    @cached_property
    def _phases_told(self) -> list[tuple[int, int]]:
        """Where the numbers of phases stand in the text, and which."""
        found = ((match.start("number"), match["number"]) for match in self.known.phase.finditer(masked(self.text)))
        return [(at, read_count(text, self.known.language)) for at, text in found]

    def _has_noun(self, told: Told, noun: str) -> bool:
        """Whether a figure is of the whole's noun: it says so, or nothing but its phase."""
        label = told.label
        if self.known.yearly.search(masked(told.before)):
            return False
        if label.endswith(noun):
            return True
        label = f"，{self.known.of_which.sub('', label)}"
        match = self.known.phase.match(label)
        return match is not None and self.known.phase_fill.fullmatch(label, match.end()) is not None


def _closing(text: str, opening: int) -> int:
    """Where the brackets end that `opening` opens."""
    found = (at for at in (text.find("）", opening), text.find(")", opening)) if at >= 0)
    return min(found, default=len(text))


def _same_kind(told: Told, whole: Told) -> bool:
    return told.mention.quantity.unit.dimension == whole.mention.quantity.unit.dimension
