"""One figure of a text, without the words around it: a number or a range of two, and its unit."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.vocabulary import Qualifier, Words
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.quantity.grammar import Grammar, grammar, skip_space
from plan_compiler.quantity.number import MalformedNumberError
from plan_compiler.quantity.numerals import read_few, read_numeral, read_pair
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.unit_reading import read_money, read_unit
from plan_compiler.quantity.units import PURE, Unit, is_pure, parse_unit
from plan_compiler.rational import Fraction


class FigureFault(StrEnum):
    """Why a text is no figure."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NO_NUMBER = "no-number"
    """There is no number where one should begin."""
    NUMBER = "number"
    """The number is malformed: 250,000,00."""
    NAME = "name"
    """A date, an ordinal or part of a name: 2025年, 第14位, 一期, 二〇二五."""
    REVERSED_RANGE = "reversed-range"
    """The first end of the range is the higher one."""
    RANGE_UNITS = "range-units"
    """The ends of the range are in units of different kinds."""
    SEVERAL = "several"
    """More than one figure."""
    CURRENCY_OUTSIDE = "currency-outside"
    """The sign of money stands before the text, and not in it: £ of `£[96m](:=id)`."""
    CONTRADICTION = "contradiction"
    """The qualifiers say opposite things: 不低于…以下."""


class Figure(Struct, frozen=True):
    """A figure from `low` to `high` (the same, unless it is a range) in `unit`; it ends before the offset `end`.

    The number itself ends before `number_end`; `currency` stands before it (£). `inside` is a qualifier between it and its unit; `multiplier` the part
    of the unit that multiplies. `takes_unit` is false of whole wordings (翻一番), which are complete.
    """

    low: Fraction
    high: Fraction
    decimals: int
    unit: Unit
    end: int
    number_end: int
    inside: Qualifier | None = None
    multiplier: str = ""
    takes_unit: bool = True
    currency: str = ""


class NoFigure(Struct, frozen=True):
    """Why there is no figure, and the offset up to which the text was looked at."""

    fault: FigureFault
    end: int


FigureReading: TypeAlias = Figure | NoFigure

_ARABIC = compiled(r"[-+−±]?[0-9][0-9,.\u2009]*")
_PLAIN = compiled(r"([0-9]{1,18})(?:\.([0-9]{1,18}))?")


def read_figure(text: str, start: int, language: str) -> FigureReading:
    """The figure that begins at `start` of `text`, which `half_width` has been through.

    A range may leave the unit of its first end to the second (2-3个, 5至10万元); the multiplier goes with it where the
    first end is then not above the second (1000至1.2万元 begins at 1000元). Where words are spaced, a word between two figures behind
    `from`, and behind a year, leads from the one to the other: from 500 million yuan to 800 million yuan.
    """
    rules = grammar(language)
    first = _one(text, start, rules)
    second_start = _behind_range_sign(text, first.end, rules)
    if second_start == first.end or (isinstance(first, NoFigure) and first.fault is not FigureFault.NAME):
        return first
    starts_with_year = YEAR.fullmatch(text[start : first.end])
    if rules.known.units.spaced and _leads(text, start, first.end, second_start, rules):
        return first
    second = _second(text, second_start, first, rules)
    if isinstance(second, NoFigure):
        return second if second.fault is FigureFault.NAME and starts_with_year else first
    if isinstance(first, NoFigure):
        return replace(first, end=second.end)
    if starts_with_year and YEAR.fullmatch(text[second_start : second.end]):
        return NoFigure(FigureFault.NAME, second.end)
    return _range(first, second)


def _second(text: str, start: int, first: FigureReading, rules: Grammar) -> FigureReading:
    """The second end of a range, which may leave its currency to the first (£5–10 million)."""
    own = _one(text, start, rules)
    if isinstance(first, NoFigure) or isinstance(own, NoFigure) or not first.currency or own.currency:
        return own
    shared = _one(text, start, rules, first.currency)
    leaves = isinstance(shared, Figure) and bool(shared.multiplier or not first.multiplier)
    unfinished = is_pure(own.unit) or own.unit.text in rules.known.units.abbreviated
    return shared if leaves and unfinished else own


def _leads(text: str, start: int, end: int, second_start: int, rules: Grammar) -> bool:
    """Whether the word between two figures tells where a change ends, and not where a range does."""
    sign, before = text[end:second_start].strip(), text[:start].rstrip()
    opens = before.lower().endswith(rules.known.discourse.from_)
    return sign.isalpha() and (opens or YEAR.fullmatch(text[start:end]) is not None)


def _behind_range_sign(text: str, end: int, rules: Grammar) -> int:
    """The offset behind a range sign, doubled (——) or not, and the spaces around it; `end` where there is none."""
    at = skip_space(text, end)
    if text[at : at + 1] not in rules.ranges.first:
        return end
    for _ in range(2):
        at += len(rules.ranges.at(text, at))
    return skip_space(text, at) if text[end:at].strip() else end


def _one(text: str, start: int, rules: Grammar, currency: str = "") -> FigureReading:
    """One end; `currency` is that of the other, for one that has none of its own."""
    sign, number_start = _signed(text, start, rules)
    printed = rules.currencies.at(text, number_start)
    if currency or printed:
        number_start = skip_space(text, number_start + len(printed))
        return _money(text, number_start, printed or currency, sign, rules)
    return _without_currency(text, start, rules)


def _without_currency(text: str, start: int, rules: Grammar) -> FigureReading:
    if wording := rules.wordings.at(text, start):
        return _wording(wording, start + len(wording), rules.known)
    per = rules.per.at(text, start)
    match = rules.number.match(text, start + len(per))
    if match is None:
        return NoFigure(FigureFault.NO_NUMBER, start + 1)
    number = _number(match[0], rules.known, match.end())
    if isinstance(number, FigureFault):
        return NoFigure(number, match.end())
    if per:
        return replace(number, unit=parse_unit(rules.known.numerals.per[per]))
    printed = read_unit(text, match.end(), rules, number.multiplier)
    year = rules.known.names.year
    is_year = year and printed.text == year and YEAR.fullmatch(match[0])
    if is_year or rules.ordinals.at(text, match.end()):
        return NoFigure(FigureFault.NAME, printed.end)
    inside = rules.known.qualifiers.inside.get(printed.inside, number.inside)
    return Figure(
        *(number.low, number.high, number.decimals, parse_unit(printed.text), printed.end, match.end()),
        inside=inside,
        multiplier=printed.multiplier,
    )


def _signed(text: str, start: int, rules: Grammar) -> tuple[str, int]:
    """The sign before a currency, and where that begins: -£5 million."""
    sign = text[start : start + 1]
    return (sign, start + 1) if sign and sign in "-+−±" and rules.currencies.at(text, start + 1) else ("", start)


def _money(text: str, start: int, currency: str, sign: str, rules: Grammar) -> FigureReading:
    match = rules.number.match(text, start)
    if match is None:
        return NoFigure(FigureFault.NO_NUMBER, start + 1)
    number = _number(sign + match[0], rules.known, match.end())
    if isinstance(number, FigureFault):
        return NoFigure(number, match.end())
    unit = read_money(text, match.end(), currency, rules, number.multiplier)
    inside = rules.known.qualifiers.inside.get(unit.inside, number.inside)
    money = replace(number, unit=parse_unit(unit.text), end=unit.end, inside=inside)
    return replace(money, multiplier=unit.multiplier, currency=currency)


def _wording(wording: str, end: int, known: Words) -> Figure:
    """A whole wording. A fraction in words is told to a tenth, like 成: 三分之一 stands for [0.283…, 0.383…]."""
    if multiple := known.numerals.multiples.get(wording):
        return Figure(Fraction(multiple), Fraction(multiple), 0, PURE, end, end, takes_unit=False)
    fraction = known.numerals.fractions[wording]
    return Figure(fraction, fraction, 1, PURE, end, end, takes_unit=False)


def _number(text: str, known: Words, end: int) -> Figure | FigureFault:
    """The number alone; its unit is still to come."""
    if number := _arabic(text, end):
        return number
    if worded := read_numeral(text, known.language):
        value = Fraction(worded.value)
        return Figure(value, value, worded.decimals, PURE, end, end, multiplier=worded.multiplier)
    if pair := read_pair(text, known.language):
        return Figure(Fraction(pair.low), Fraction(pair.high), pair.decimals, PURE, end, end)
    if few := read_few(text, known.language):
        inside = Qualifier.AND_MORE if few.low == few.high else None
        return Figure(Fraction(few.low), Fraction(few.high), few.decimals, PURE, end, end, inside)
    return FigureFault.NAME


def _arabic(text: str, end: int) -> Figure | FigureFault | None:
    """A number in Arabic digits; None for one that is not, or not only."""
    if plain := _PLAIN.fullmatch(text):
        whole, places = plain.groups("")
        value = Fraction(int(whole + places), 10 ** len(places)) if places else Fraction(int(whole))
        return Figure(value, value, len(places), PURE, end, end)
    if not _ARABIC.fullmatch(text):
        return None
    try:
        number = read_number(text.lstrip("±"))
    except MalformedNumberError:
        return FigureFault.NUMBER
    value = number.fraction
    return Figure(-value if text[0] == "±" else value, value, number.decimals, PURE, end, end)


def _range(first: Figure, second: Figure) -> FigureReading:
    low = _in_unit_of(second, first)
    if low is None or first.low != first.high or second.low != second.high:
        return NoFigure(FigureFault.RANGE_UNITS, second.end)
    if low > second.high:
        return NoFigure(FigureFault.REVERSED_RANGE, second.end)
    return replace(second, low=low, decimals=min(first.decimals, second.decimals))


def _in_unit_of(second: Figure, first: Figure) -> Fraction | None:
    unit = second.unit
    if first.unit == PURE and first.low <= second.high:
        return first.low
    own = first.unit
    if first.currency and not first.multiplier and first.unit.dimension == unit.dimension and first.low <= second.high:
        return first.low
    if is_pure(own) and not is_pure(unit):
        own = parse_unit(first.multiplier + unit.text[len(second.multiplier) :].strip())
    if own.dimension != unit.dimension:
        return None
    return first.low * own.factor / unit.factor
