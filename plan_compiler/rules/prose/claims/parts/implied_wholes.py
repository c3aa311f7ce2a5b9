"""The wholes that amounts and their shares imply: 农业用水3768亿立方米，占62.4% is of 6038. The parts of one whole imply the same."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from plan_compiler.language.years import YEAR
from plan_compiler.quantity.interval import Interval, ZeroDivisorError
from plan_compiler.quantity.quantity import Quantity, add_all
from plan_compiler.quantity.units import is_pure
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.claims.parts.shares import Shares, is_stop, part_of
from plan_compiler.rules.prose.figures import Told

_FEWEST = 3
"""Of so many parts, one that is at odds with the others, which agree, is the wrong one."""
_WHOLE = Fraction(100)


class PartOf(Struct, frozen=True):
    """An amount with its share, and the whole that they imply, in the unit of the first of its list."""

    part: Told
    rate: Told
    whole: Quantity


class AtOdds(Struct, frozen=True):
    """A part that implies another whole than `other` does. `alone`: all others of its list agree with that one, of `count`; else its
    list is but the two, which are all of their whole.
    """

    part: PartOf
    other: PartOf
    count: int

    @property
    def alone(self) -> bool:
        """Whether more than one other part speaks against it."""
        return self.count > 1


def parts_of_one(known: Shares, figures: Sequence[Told]) -> Iterator[tuple[PartOf, ...]]:
    """The amounts of a text whose shares are of one whole: one that is named the same (占用水总量的), or of one list (占62.4%；工业…，占21.6%)."""
    lists: list[list[PartOf]] = []
    by_name: dict[tuple[str, str], list[PartOf]] = {}
    last: list[PartOf] = []
    for index, rate in enumerate(figures):
        part = _amount(known, figures, index)
        if part is None:
            continue
        name = known.of_name.fullmatch(rate.run.text, figures[index - 1].end, rate.start)
        if name is None and rate.opening.strip(" ，,、") not in known.told.share:
            continue
        if name is not None and _is_its_own(known, part, name["name"]):
            continue
        unit = part.mention.quantity.unit.text
        before = by_name.get((name["name"], unit), []) if name else last
        found = _implied(part, rate, before) or _implied(part, rate, ())
        if found is None:
            continue
        if not before or not _goes_on(known, before[-1], found, named=name is not None):
            before = []
            lists.append(before)
        before.append(found)
        last = before
        if name:
            by_name[name["name"], unit] = before
    yield from (tuple(each) for each in lists if len(each) > 1)


def _amount(known: Shares, figures: Sequence[Told], index: int) -> Told | None:
    rate = figures[index]
    unit = rate.mention.quantity.unit
    if not index or not is_pure(unit) or not unit.text or rate.mention.aspect is not None:
        return None
    return part_of(figures, index - 1, rate)


def _is_its_own(known: Shares, part: Told, name: str) -> bool:
    """Whether a whole is that of the place that the part is told of, and of no other: 乙镇耕地4.2万亩，占全镇面积的35%."""
    return any(
        name.startswith(word) and name[len(word) : len(word) + 1] in part.label for word in known.told.throughout
    )


def _implied(part: Told, rate: Told, before: Sequence[PartOf]) -> PartOf | None:
    try:
        whole = part.mention.fact / rate.mention.fact
    except ZeroDivisorError:
        return None
    own = before[0].whole.unit if before else part.mention.quantity.unit
    if whole.unit.dimension != own.dimension or whole.nominal is None or whole.interval.width is None:
        return None
    return PartOf(part, rate, whole.converted(own))


def _goes_on(known: Shares, last: PartOf, found: PartOf, *, named: bool) -> bool:
    """Whether a share is of the whole of the one before: in one year, and where it does not name it, in one list of one unit."""
    between = found.part.run.text[last.rate.end : found.part.start]
    if last.part is found.part or last.whole.unit != found.whole.unit or YEAR.search(between):
        return False
    if named:
        return True
    unit = last.part.mention.quantity.unit.text == found.part.mention.quantity.unit.text
    return unit and not is_stop(between) and not known.breaks.search(between)


def at_odds(listed: Sequence[PartOf]) -> AtOdds | None:
    """The part of a list that implies another whole than the others, by more than the last digit of its figures can be cut off."""
    if len(listed) < _FEWEST:
        one, other = listed
        all_of_it = sum(each.rate.mention.quantity.nominal or 0 for each in listed) == _WHOLE
        apart = all_of_it and not _near(other.whole.interval).meets(one.whole.interval)
        return AtOdds(other, one, 1) if apart else None
    wholes: list[Interval | None] = [Interval(None, None), *(each.whole.interval for each in listed)]
    before = list(accumulate(wholes, _shared))
    behind = list(accumulate([wholes[0], *reversed(wholes[1:])], _shared))
    finest = sorted(listed, key=lambda each: each.whole.interval.width or 0)[:2]
    found: list[AtOdds] = []
    for index, each in enumerate(listed):
        common = _shared(before[index], behind[len(listed) - 1 - index])
        if common is not None and not _near(each.whole.interval).meets(common) and not _is_whole(each, common):
            other = next(part for part in finest if part is not each)
            found.append(AtOdds(each, other, len(listed) - 1))
    return found[0] if len(found) == 1 and not _is_within(found[0].part, listed) else None


def _is_within(each: PartOf, listed: Sequence[PartOf]) -> bool:
    """Whether a part may be one of another part, or beside others that are all there is: 第二产业20亿元，占40%；第三产业30亿元，占60%；民间投资…."""
    others = [other for other in listed if other is not each]
    shares = add_all([other.rate.mention.fact for other in others]).interval.high
    own = _near(each.whole.interval)
    amounts = (other.part.mention.quantity.converted(each.whole.unit).interval for other in others)
    return shares is None or shares >= _WHOLE or any(own.meets(amount) for amount in amounts)


def _shared(common: Interval | None, other: Interval | None) -> Interval | None:
    """What two intervals have in common; None where they, or those before them, have nothing."""
    return common.intersection(other) if common is not None and other is not None else None


def _is_whole(each: PartOf, common: Interval) -> bool:
    """Whether an amount is what the others are parts of: 资产120亿元，占60%；负债80亿元，占66.7%；净资产40亿元，占33.3%."""
    return each.part.mention.quantity.converted(each.whole.unit).interval.meets(common)


def _near(interval: Interval) -> Interval:
    """An interval, widened by itself on both sides: figures are cut off as often as rounded."""
    width = interval.width or Fraction(0)
    return interval + Interval(-width, width)
