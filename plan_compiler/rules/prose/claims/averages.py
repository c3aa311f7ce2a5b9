"""The average behind a total and a number: 48个项目，总投资120亿元，平均每个2.5亿元; 农户1200户，总收入6000万元，户均收入5万元."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.quantity.units import is_pure, parse_unit
from plan_compiler.rules.prose.claims.products import Product, Products, is_number, name_end, times_number
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind
from plan_compiler.rules.prose.wording import alternatives

_MOST = 40
"""How many figures before an average are looked at."""
_SIDES = 2
_OPENING = ("（", "(")


class _Doubts(Struct, frozen=True):
    """The words that leave it open of what an average is, as patterns."""

    partly: re.Pattern[str]
    """A figure is of a part alone, or another is compared with it: 其中, 比."""
    total: re.Pattern[str]
    """Between number and total, says that but one of them is all that is done so far: 累计."""
    mean: re.Pattern[str]
    """In the name of what an average is taken of by the mean of a year: 常住人口."""
    gains: tuple[str, ...]
    building: tuple[str, ...]
    """Says that what is counted is new, so that the total may be new as well: 新建30座，新增库容1260万立方米."""


@lru_cache(maxsize=8)
def _doubts(language: str) -> _Doubts:
    known = words(language)
    told, totals = (
        known.discourse,
        [word for word, aspect in known.qualifiers.aspects.items() if aspect is Aspect.CUMULATIVE],
    )
    return _Doubts(
        partly=compiled(alternatives((*told.of_which, *(w for w in told.besides if w not in totals), *told.compared))),
        total=compiled(alternatives(totals)),
        mean=compiled(alternatives((*told.inhabitants, *told.real_by_custom))),
        gains=told.gains,
        building=told.building,
    )


def average_at(known: Products, figures: Sequence[Told], index: int) -> Product | None:
    """The product of which the figure at `index` is the average, behind what it is of: 48个项目，总投资120亿元，平均每个2.5亿元. None where the
    sentence has another figure that number or total may be.
    """
    told, text = figures[index], figures[index].run.text
    match = (
        known.each.search(text, told.opens, name_end(told))
        if index > 1 and not is_pure(told.mention.quantity.unit)
        else None
    )
    if match is None or not (match["average"] or known.even.search(text, told.opens, match.start())):
        return None
    (unit, what), start = _unit_and_kind(match), sentence_start(text, told.start)
    near = [figure for figure in figures[max(0, index - _MOST) : index] if figure.start >= start]
    sides, own = _sides(unit, what, told, near), parse_unit(unit)
    if sides is None or not known.follows.fullmatch(text, near[-1].end, told.opens):
        return None
    number, total = sides
    begins = near[-2].opens if _in_brackets(text, near[-2], near[-1]) else start
    if not _is_alone(known, near, begins, sides) or not _is_average_of(what, number, total):
        return None
    many = number.mention.quantity.unit
    return times_number(told, number, total, many.factor / own.factor if own.dimension == many.dimension else None)


def _sides(unit: str, what: str, told: Told, near: Sequence[Told]) -> tuple[Told, Told] | None:
    """The number and the total of an average: the two figures before it, or the last and the only one before that which is of what the average is
    for (小区486个、2915栋，惠及居民14.2万户，平均每个小区292户).
    """
    if len(near) < _SIDES:
        return None
    pair = near[-2:]
    sides = [
        (number, total)
        for number, total in (pair, pair[::-1])
        if is_number(unit, number) and _is_sum_of(told, total) and not is_number(unit, total)
    ]
    if sides:
        return sides[0] if len(sides) == 1 else None
    named = [figure for figure in near[:-1] if what and figure.label.endswith(what) and is_number(unit, figure)]
    return (named[0], near[-1]) if len(named) == 1 and _is_sum_of(told, near[-1]) else None


def _in_brackets(text: str, first: Told, second: Told) -> bool:
    """Whether one of two figures stands in brackets behind the other, so that nothing else is meant by both: 260亿元（5.2万笔、笔均50万元）."""
    return text[first.end : second.opens].strip() in _OPENING


def _unit_and_kind(match: re.Match[str]) -> tuple[str, str]:
    """Of what there is so much for each, by the longest measure that the words begin with (公里), and the rest of them."""
    unit, what = match["unit"] or match["average"], match["what"]
    longer = f"{unit}{what[:1]}" if match["unit"] and len(unit) == 1 else unit
    return (
        (longer, what[1:])
        if longer != unit and parse_unit(longer).dimension not in ((), ((longer, 1),))
        else (unit, what)
    )


def _is_sum_of(each: Told, total: Told) -> bool:
    """Whether a figure is in a unit of an average that may be of it: 14.2万户 of 292户."""
    return each.mention.quantity.unit.dimension == total.mention.quantity.unit.dimension


def _is_alone(known: Products, before: Sequence[Told], start: int, sides: tuple[Told, Told]) -> bool:
    """Whether a sentence, from `start`, tells of one time, has no other figure of what its number and total are of, and says of neither that it is
    but a part, or so much for each.
    """
    text, (first, last) = sides[0].run.text, sorted(sides, key=lambda side: side.end)
    opening = text[start : last.start]
    if (
        _doubts(last.language).partly.search(opening)
        or _doubts(last.language).total.search(text, first.end, last.start)
        or known.several.search(opening)
        or len(set(YEAR.findall(opening))) > 1
    ):
        return False
    others = (told for told in before if told.start >= start and all(told is not side for side in sides))
    units = {side.mention.quantity.unit.text for side in sides}
    dimensions = {side.mention.quantity.unit.dimension for side in sides} - {()}
    return not any(
        o.mention.quantity.unit.text in units or o.mention.quantity.unit.dimension in dimensions for o in others
    )


def _is_average_of(what: str, number: Told, total: Told) -> bool:
    """Whether an average by its words is of all that a total is of, and of the things that are counted: 平均每个项目投资; not 户均补助 of an investment, nor what
    people have on the average of a year.
    """
    doubts, sides = _doubts(number.language), (number, total)
    new = [side.mention.aspect is Aspect.CHANGE or any(word in side.label for word in doubts.gains) for side in sides]
    built = any(word in number.opening for word in (*doubts.gains, *doubts.building))
    if any(doubts.mean.search(side.label) for side in sides) or (
        any(new) and not (new[1] and built and number.end < total.start)
    ):
        return False
    for length in range(len(what) + 1):
        name, kind = what[:length], what[length:]
        own = not name or number.label.endswith(name) or words_behind(number).startswith(name)
        if own and kind in total.before:
            return True
    return False
