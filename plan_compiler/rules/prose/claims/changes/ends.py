"""Changes that a sentence tells with both their ends: 从78亿元提高到220亿元，增长182%; 85亿元，比上年的80亿元增加5亿元."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from plan_compiler.language.typography import in_chinese
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.quantity.numerals import read_count
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.claims.changes.change_words import Changes
from plan_compiler.rules.prose.clauses import sentence_start, without_parentheses
from plan_compiler.rules.prose.figures import Told

_REACH = 6
"""How many figures before a growth its ends may stand."""
_COURSE = 3
"""How many figures of a course it may lead through."""
_TURN, _MARKS = 10, ("、", "，")
"""How many characters lead to the last of them at most: 、2030年的."""
_COMPARING = 20
"""How many characters before the words of a figure may compare another with it."""
_OPENING = 30
"""How many characters before the first end may hold the word for it (由2020年的)."""


class Ends(Struct, frozen=True):
    """Between what a growth leads; `years` for a yearly one, `multiple` where it is told as so many times as much (翻一番: 2).
    Ends that no text tells are figures of the plan: `keys`. `by` is the difference where one end is but the other less that. `new` where the
    figure tells what is new, which is no less than what the ends differ by, and more where something has gone.
    """

    first: Quantity
    last: Quantity
    texts: tuple[str, str]
    told: tuple[Told, ...]
    years: int | None
    keys: tuple[str, ...] = ()
    multiple: int = 0
    by: Quantity | None = None
    new: bool = False


def is_rate(told: Told) -> bool:
    """Whether a growth is told relative to its first end, or in percentage points."""
    unit = told.mention.quantity.unit
    return is_pure(unit) and unit.text != ""


def is_relative(told: Told) -> bool:
    """Whether a growth is told so, or as a fraction in words (增长三分之二)."""
    return is_rate(told) or told.text in words(told.language).numerals.fractions


def clause_before(told: Told) -> str:
    """What stands between the mark or figure before it and the figure."""
    text = told.run.text
    cut = max((text.rfind(mark, 0, told.start) for mark in "，；。、：,;:）"), default=-1)
    return text[max(cut + 1, told.opens) : told.start].strip()


def ends_of(known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    """The ends of the growth that the figure at `index` tells, in its own sentence; None where they are not both told there."""
    told = figures[index]
    if told.text in known.multiples:
        return _of_multiple(known, figures, index)
    clause = clause_before(told)
    yearly = known.yearly_at(clause) >= 0
    if not yearly and not known.ends_in_growth(clause):
        return _than(known, figures, index) if is_rate(told) else None
    relative = is_relative(told)
    if known.is_gain(clause) and (relative or known.loses(told)):
        return None
    before = _without_growth(known, figures[max(0, index - _REACH) : index])
    ends = _from_to(known, told, before, yearly=yearly) or (None if yearly else _than(known, figures, index))
    ends = ends or (None if yearly else _reached(known, figures, index) or _through(known, told, before))
    if ends is None or (not relative and (yearly or not _alike(told, ends.told[0]))):
        return None
    return ends


def _alike(told: Told, other: Told) -> bool:
    return told.mention.quantity.unit.dimension == other.mention.quantity.unit.dimension != ()


def _without_growth(known: Changes, before: Sequence[Told]) -> Sequence[Told]:
    """The figures before a growth, without those before it that tell the same growth in another way (增加440家，增长104.8%)."""
    while len(before) > 2 and (
        known.ends_in_growth(clause := clause_before(before[-1])) or known.yearly_at(clause) >= 0
    ):
        before = before[:-1]
    return before


def led(known: Changes, first: Told, last: Told) -> tuple[str, str] | None:
    """The words before the first of two figures and between them, where the one leads to the other: 由2020年的…增加到…."""
    start = sentence_start(last.run.text, last.start)
    if first.start < start:
        return None
    opening = first.run.text[max(start, first.start - _OPENING, first.opens) : first.start]
    between = first.run.text[first.end : last.start]
    if known.starts(opening) and known.leads_to(between.rstrip("的 ")):
        return opening, between
    return (opening, between) if known.is_straight(between) and not _is_listed(first) else None


def _is_listed(told: Told) -> bool:
    """Whether it is one of several that change together: 3个科室、18人增加到4个科室、26人."""
    return told.mark == "、" and not told.opening.strip()


def _from_to(known: Changes, told: Told, before: Sequence[Told], *, yearly: bool) -> Ends | None:
    """The two figures right before a growth, in its sentence: from the one to the other."""
    if len(before) < 2 or before[-2].start < sentence_start(told.run.text, told.start):
        return None
    first, last = before[-2:]
    leading = led(known, first, last)
    if leading is None or (yearly and _is_of_other(known, told, first)):
        return None
    years = (_years_between(*leading) or _years_said(known, told)) if yearly else None
    if yearly and years is None:
        return None
    return _between(first, last, years)


def _through(known: Changes, told: Told, before: Sequence[Told]) -> Ends | None:
    """由2025年的18.6亿元增加到2027年的22亿元、2030年的28亿元，五年增长50.5%: from the first to the last, where it is over as many years as they are apart."""
    if len(before) < _COURSE or before[-_COURSE].start < sentence_start(told.run.text, told.start):
        return None
    first, middle, last = before[-_COURSE:]
    leading = led(known, first, middle)
    between = told.run.text[middle.end : last.start].strip()
    years = _years_between(leading[0], between) if leading is not None and between[:1] in _MARKS else None
    rest, year = known.without_growth(clause_before(told)).strip(), words(told.language).names.year
    if years is None or len(between) > _TURN or not year or not rest.endswith(year):
        return None
    return _between(first, last) if read_count(rest.removesuffix(year), told.language) == years else None


def _between(first: Told, last: Told, years: int | None = None, multiple: int = 0) -> Ends:
    texts = (first.worded, last.worded)
    return Ends(first.mention.fact, last.mention.fact, texts, (first, last), years, multiple=multiple)


def _than(known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    """42.86亿元，比上年的39.87亿元增长7.5%: the figure, and the one that it is compared with."""
    told = figures[index]
    if index < 2 or figures[index - 2].start < sentence_start(told.run.text, told.start):
        return None
    last, first = figures[index - 2 : index]
    between, behind = told.run.text[last.end : first.start], told.run.text[first.end : told.start].strip("，, ")
    between = without_parentheses(between)
    if not known.is_growth(behind):
        return None
    if known.than_before.fullmatch(between):
        over_span = any(word in between for word in known.told.over_span)
        gone = any(word in last.label for word in known.told.losses)
        if known.tells_of_change(last, between) or gone or (over_span and _is_aside(known, last)):
            return None
        return _by(first, last, falls=known.falls(between), onto=_compared(known, last) is not None)
    if not known.than.fullmatch(between) or known.tells_difference(between) or _is_aside(known, last):
        return None
    return _between(first, last)


def _is_aside(known: Changes, told: Told) -> bool:
    """Whether it is a part or an average of the figure before it, of which the sentence may go on: 41.7亿元，人均1.01万元，比上年增长5%."""
    aside = (*known.told.of_which, *known.told.each, *known.told.averaging)
    return told.opens > 0 and any(word in told.before for word in aside)


def _by(change: Told, end: Told, *, falls: bool, onto: bool) -> Ends | None:
    """A change by so much, and the end beside it: what is reached (426.8亿元，比上年增加38.2亿元，增长9.8%), or what it goes `onto` (比2020年的21.6万人增加0.8万人，
    增长3.9%). The other end follows from both.
    """
    if not _alike(change, end):
        return None
    by, told = change.mention.fact, end.mention.fact
    adds = falls != onto
    other = told + by if adds else told - by
    difference = f"{end.text} {'+' if adds else '−'} {change.text}"
    shown = format_quantity(other, None, end.language)
    reckoned = f"{shown}（{difference}）" if in_chinese(end.language) else f"{shown} ({difference})"
    first, last, texts = (told, other, (end.worded, reckoned)) if onto else (other, told, (reckoned, end.worded))
    return Ends(first, last, texts, (end, change), None, by=-by if falls else by)


def _compared(known: Changes, told: Told) -> re.Match[str] | None:
    """The words by which a figure is but what another is compared with: 比上年的."""
    text = told.run.text
    return known.base.search(text[max(told.opens - _COMPARING, sentence_start(text, told.start)) : told.start])


def _reached(known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    """比上年的240亿元增加12亿元，达到262亿元: the figure it is compared with, and the one that it reaches."""
    if not 0 < index < len(figures) - 1:
        return None
    first, told, last = figures[index - 1 : index + 2]
    text = told.run.text
    behind, between = text[first.end : told.start].strip("）), "), text[told.end : last.start].strip("，, ")
    base = _compared(known, first)
    if base is None or known.tells_difference(base[0]) or not known.is_growth(behind) or between not in known.reaching:
        return None
    return _between(first, last)


def _of_multiple(known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    """从420家增加到860家，实现翻番."""
    told, before = figures[index], figures[max(0, index - _REACH) : index]
    ends = _from_to(known, told, before, yearly=False)
    return _between(*ends.told, multiple=known.multiples[told.text]) if ends and len(ends.told) == 2 else None


def _years_between(opening: str, between: str) -> int | None:
    first, last = YEAR.findall(opening), YEAR.findall(between)
    years = int(last[-1]) - int(first[-1]) if first and last else 0
    return years if years > 0 else None


def _is_of_other(known: Changes, told: Told, first: Told) -> bool:
    """Whether the clause of a yearly growth names an amount that its sentence does not before the ends: 企业由120家增加到460家，产值年均增长12%."""
    clause = clause_before(told)
    named = known.span(clause[: known.yearly_at(clause)])[0].strip()
    before = told.run.text[sentence_start(told.run.text, first.start) : first.start]
    return any(word in named for word in (*known.told.measures, *known.told.unlike)) and named not in before


def _years_said(known: Changes, told: Told) -> int | None:
    """How many years a yearly change is said to go on for right before it: 五年年均提高; None where nothing else stands there."""
    clause, own = clause_before(told), words(told.language)
    said = clause[: known.yearly_at(clause)].strip()
    number = said.removesuffix(own.names.year) if own.names.year else said
    spelt = len(number) == 1 and (number.isdecimal() or number in own.numerals.digits)
    years = read_count(number, told.language) if spelt and number != said else 0
    return years if years > 1 else None


def led_pairs(known: Changes, figures: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """The figures that lead from one to the next."""
    return ((first, last) for first, last in pairwise(figures) if led(known, first, last))
