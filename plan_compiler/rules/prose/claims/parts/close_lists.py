"""Lists that come to a little more than the whole before them: 机构243个，其中医院13个、基层机构220个、公共卫生机构12个.

Where parts overlap, or are of something else, their sum is seldom close to the whole; but for those of money, one of which may be in another.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plan_compiler.quantity.quantity import add_all, aligned
from plan_compiler.quantity.units import MONEY, Dimension, is_count, is_pure
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_end
from plan_compiler.rules.prose.figures import Told

_MOST_PARTS = 40
_NOUN = 2
_EXCESS = Fraction(5, 100)
"""How much more than its whole a list may come to and be meant as all of it."""
_PAIR = 2
_AREA: Dimension = (("m", 2),)


class CloseLists(Struct, frozen=True):
    """The words of a language on lists that name all of something, as patterns."""

    of_which: re.Pattern[str]
    opening: re.Pattern[str]
    """All that stands between a whole and a list of what it is made of: 包括, （."""
    tight: re.Pattern[str]
    """All that stands between two parts: 、."""
    end: re.Pattern[str]
    overlapping: re.Pattern[str]
    """In the name of a part that may be another one as well: 示范, 规上."""
    unlike: tuple[str, ...]
    averages: tuple[str, ...]

    def find(self, text: str, figures: Sequence[Told]) -> Iterator[tuple[Told, tuple[Told, ...]]]:
        """The wholes of a text with what is listed right behind them and comes to a little more."""
        for index, whole in enumerate(figures[:-2]):
            following = figures[index + 1 : index + 1 + _MOST_PARTS]
            if self._leads(text, whole, following[0]) and not (
                index and self._is_one_of(text, figures[index - 1], whole)
            ):
                parts = tuple(self._list(text, whole, following))
                ends = len(parts) > 1 and self.end.match(text, parts[-1].end)
                if ends and _is_close(whole, parts) and not _may_overlap(parts):
                    yield whole, parts

    def _leads(self, text: str, whole: Told, first: Told) -> bool:
        if (
            not _is_like(whole, first)
            or whole.mention.aspect is not None
            or first.start > sentence_end(text, whole.end)
        ):
            return False
        if any(map(whole.label.__contains__, self.averages)):
            return False
        return self.opening.fullmatch(text, whole.end, first.start) is not None or bool(
            self.of_which.search(text, whole.end, first.start)
        )

    def _is_one_of(self, text: str, last: Told, told: Told) -> bool:
        """Whether it is itself one of a list, whose members the parts may be of."""
        return _is_like(last, told) and self.tight.match(text, last.end) is not None

    def _list(self, text: str, whole: Told, following: Sequence[Told]) -> Iterator[Told]:
        """The parts of one list, if nothing in it may be part of another or of another kind."""
        counted = is_count(whole.mention.quantity.unit)
        for index, told in enumerate(following):
            if index and self.tight.match(text, following[index - 1].end) is None:
                return
            name = told.opening
            strange = not counted and any(word in name and word not in whole.label for word in self.unlike)
            if not _is_like(whole, told) or strange or self.overlapping.search(name) or told.mention.aspect is not None:
                return
            yield told


def _is_like(one: Told, other: Told) -> bool:
    """Whether both are told in one unit, and neither rates nor money."""
    unit = one.mention.quantity.unit
    return not is_pure(unit) and unit.dimension != MONEY and unit.text == other.mention.quantity.unit.text


def _may_overlap(parts: Sequence[Told]) -> bool:
    """Whether two parts are things of one name, each of which may be called both ways (私人汽车78.4万辆、新能源汽车8.6万辆), or parts of an
    area are not of one sort (耕地62万亩，其中水稻42万亩、油菜22万亩).
    """
    area = parts[0].mention.quantity.unit.dimension == _AREA
    sorts = {part.label[-1:] if area else part.label[-_NOUN:] for part in parts}
    return len(sorts) > 1 if area else len(parts) == _PAIR and len(sorts) == 1


def _is_close(whole: Told, parts: Sequence[Told]) -> bool:
    left, right = aligned(whole.mention.fact, add_all([part.mention.fact for part in parts]))
    if left.nominal is None or right.nominal is None or left.nominal <= 0:
        return False
    return 0 < right.nominal - left.nominal <= left.nominal * _EXCESS
