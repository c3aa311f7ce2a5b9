"""Classes by size that a text lists of a whole: 项目120个，其中1亿元以上30个、1亿元以下90个; 人口48万人，其中0—14岁6.5万人、15—59岁28.5万人、60岁以上13万人."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from plan_compiler.quantity.units import MONEY, is_pure
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_end
from plan_compiler.rules.prose.figures import Told

_MOST = 24
"""How many figures behind a whole are looked at."""
_LONGEST = 10
"""How many characters may stand between a size and the number of its class: 及以上项目."""


class Classed(Struct, frozen=True):
    """A whole with classes of it no two of which overlap; `complete` where no size is left out."""

    whole: Told
    parts: tuple[Told, ...]
    complete: bool


class _Class(Struct, frozen=True):
    """How many there are between two sizes; None where a class has no end on that side."""

    low: Fraction | None
    high: Fraction | None
    size: Told
    number: Told


class Classes(Struct, frozen=True):
    """The words of a language on such lists, as patterns."""

    of_which: re.Pattern[str]
    share: tuple[str, ...]
    end: re.Pattern[str]
    """Behind the last of a list: 。"""
    breaks: re.Pattern[str]
    """In the words between a size and a number that is none of its class."""

    def find(self, text: str, figures: Sequence[Told]) -> Iterator[Classed]:
        """The wholes of a text right behind which their classes are listed."""
        for index, (whole, first) in enumerate(pairwise(figures), 1):
            unit = whole.mention.quantity.unit
            if is_pure(unit) or first.mention.quantity.unit.dimension == unit.dimension or whole.mention.aspect:
                continue
            if not self.of_which.search(text, whole.end, first.start) or first.start >= sentence_end(text, whole.end):
                continue
            found = tuple(self._list(text, whole, figures[index : index + _MOST]))
            if len(found) > 1 and (ordered := _in_order(found)) is not None:
                ends = self.end.match(text, found[-1].number.end) is not None
                yield Classed(whole, tuple(each.number for each in found), ends and _has_no_gap(ordered))

    def _list(self, text: str, whole: Told, figures: Sequence[Told]) -> Iterator[_Class]:
        """The classes from the first of `figures` on, shares behind them passed over."""
        first, last = figures[0], whole
        counts = [told for told in figures if not self._is_share(told)]
        for size, number in zip(counts[::2], counts[1::2], strict=False):
            between = text[size.end : number.start]
            same = size.mention.quantity.unit.dimension == first.mention.quantity.unit.dimension
            alike = number.mention.quantity.unit.text == whole.mention.quantity.unit.text
            if not same or not alike or len(between) > _LONGEST or self.breaks.search(between) or number.mention.aspect:
                return
            if size is not first and (size.opening.strip() or "。" in text[last.end : size.start]):
                return
            sides = _sides(size)
            if sides is None:
                return
            last = number
            yield _Class(*sides, size, number)

    def _is_share(self, told: Told) -> bool:
        return is_pure(told.mention.quantity.unit) and told.opening.strip() in self.share


def _sides(size: Told) -> tuple[Fraction | None, Fraction | None] | None:
    """Between what a size lies, in its simplest unit; None for a single one."""
    quantity = size.mention.quantity
    claim, factor = size.mention.claim, quantity.unit.factor
    if claim.low is not None and claim.high is not None:
        printed = quantity.printed
        return (printed[0] * factor, printed[1] * factor) if printed and printed[0] < printed[1] else None
    low, high = claim.low, claim.high
    return None if low is None and high is None else (_scaled(low, factor), _scaled(high, factor))


def _scaled(value: Fraction | None, factor: Fraction) -> Fraction | None:
    return None if value is None else value * factor


def _in_order(classes: Sequence[_Class]) -> Sequence[_Class] | None:
    """Classes from the smallest to the greatest; None where two of them overlap."""
    lows = sorted(classes, key=lambda each: (each.low is not None, each.low or Fraction(0)))
    return lows if all(_is_below(left, right) for left, right in pairwise(lows)) else None


def _is_below(left: _Class, right: _Class) -> bool:
    return left.high is not None and right.low is not None and left.high <= right.low


def _has_no_gap(ordered: Sequence[_Class]) -> bool:
    """Whether every size is in one of the classes: of whole numbers, 0—14 and 15—59."""
    first, last = ordered[0], ordered[-1]
    money = first.size.mention.quantity.unit.dimension == MONEY
    most = 0 if money else first.size.mention.quantity.unit.factor
    closed = all((right.low or 0) - (left.high or 0) <= most for left, right in pairwise(ordered))
    return closed and (first.low is None or first.low == 0) and last.high is None
