"""One figure of a text, without the words around it: a number or a range of two, and its unit."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from plan_compiler.language.vocabulary import Qualifier, Words
from plan_compiler.language.words import words
from plan_compiler.quantity.grammar import Grammar, grammar
from plan_compiler.quantity.number import MalformedNumberError
from plan_compiler.quantity.numerals import read_few, read_numeral, read_pair
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.units import PURE, Unit, is_pure, parse_unit


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
    CONTRADICTION = "contradiction"
    """The qualifiers say opposite things: 不低于…以下."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure from `low` to `high` (the same, unless it is a range) in `unit`; it ends before the offset `end`.

    The number itself ends before `number_end`. `inside` is a qualifier between it and its unit; `multiplier` the part
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


@dataclass(frozen=True, slots=True)
class NoFigure:
    """Why there is no figure, and the offset up to which the text was looked at."""

    fault: FigureFault
    end: int


FigureReading: TypeAlias = Figure | NoFigure

_ARABIC = re.compile(r"[-+−±]?[0-9][0-9,.\u2009]*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def read_figure(text: str, start: int, language: str) -> FigureReading:
    """The figure that begins at `start` of `text`, which `half_width` has been through.

    A range may leave the unit of its first end to the second (2-3个, 5至10万元); the multiplier goes with it where the
    first end is then not above the second (1000至1.2万元 begins at 1000元).
    """
    known, rules = words(language), grammar(language)
    first = _one(text, start, known, rules)
    sign = rules.range_sign.match(text, first.end)
    if sign is None or (isinstance(first, NoFigure) and first.fault is not FigureFault.NAME):
        return first
    second = _one(text, sign.end(), known, rules)
    if isinstance(second, NoFigure):
        return second if second.fault is FigureFault.NAME and _YEAR.fullmatch(text[start : first.end]) else first
    if isinstance(first, NoFigure):
        return replace(first, end=second.end)
    if _YEAR.fullmatch(text[start : first.end]) and _YEAR.fullmatch(text[sign.end() : second.end]):
        return NoFigure(FigureFault.NAME, second.end)
    return _range(first, second)


def _one(text: str, start: int, known: Words, rules: Grammar) -> FigureReading:
    match = rules.figure.match(text, start)
    if match is None:
        return NoFigure(FigureFault.NO_NUMBER, start + 1)
    if wording := match["wording"]:
        return _wording(wording, match.end(), known)
    if _is_name(match, text, known, rules):
        return NoFigure(FigureFault.NAME, match.end())
    number = _number(match["number"], known, match.end("number"))
    if isinstance(number, FigureFault):
        return NoFigure(number, match.end("number"))
    unit, multiplier = _unit(match, number.multiplier, known)
    inside = known.qualifiers.inside.get(match["inside"] or match["inside_multiple"] or "", number.inside)
    return replace(number, unit=unit, multiplier=multiplier, inside=inside, end=match.end())


def _is_name(match: re.Match[str], text: str, known: Words, rules: Grammar) -> bool:
    if rules.ordinal.match(text, match.end("number")):
        return True
    year = known.names.year
    return bool(year) and match["unit"] == year and _YEAR.fullmatch(match["number"]) is not None


def _wording(wording: str, end: int, known: Words) -> Figure:
    """A whole wording. A fraction in words is told to a tenth, like 成: 三分之一 stands for [0.283…, 0.383…]."""
    if multiple := known.numerals.multiples.get(wording):
        return Figure(Fraction(multiple), Fraction(multiple), 0, PURE, end, end, takes_unit=False)
    fraction = known.numerals.fractions[wording]
    return Figure(fraction, fraction, 1, PURE, end, end, takes_unit=False)


def _number(text: str, known: Words, end: int) -> Figure | FigureFault:
    """The number alone; its unit is still to come."""
    if _ARABIC.fullmatch(text):
        try:
            number = read_number(text.lstrip("±"))
        except MalformedNumberError:
            return FigureFault.NUMBER
        value = Fraction(number.value)
        return Figure(-value if text[0] == "±" else value, value, number.decimals, PURE, end, end)
    if worded := read_numeral(text, known.language):
        value = Fraction(worded.value)
        return Figure(value, value, worded.decimals, PURE, end, end, multiplier=worded.multiplier)
    if pair := read_pair(text, known.language):
        return Figure(Fraction(pair.low), Fraction(pair.high), pair.decimals, PURE, end, end)
    if few := read_few(text, known.language):
        inside = Qualifier.AND_MORE if few.low == few.high else None
        return Figure(Fraction(few.low), Fraction(few.high), few.decimals, PURE, end, end, inside)
    return FigureFault.NAME


def _unit(match: re.Match[str], multiplier: str, known: Words) -> tuple[Unit, str]:
    if match["per"]:
        return parse_unit(known.numerals.per[match["per"]]), ""
    if not match["unit"]:
        return parse_unit(multiplier), multiplier
    if match["multiplier"]:
        multiplier += match["multiplier"]
        space = " " if known.units.spaced else ""
        return parse_unit(f"{multiplier}{space}{match['multiplied'] or ''}{match['rest']}".rstrip()), multiplier
    space = " " if known.units.spaced and multiplier else ""
    return parse_unit(f"{multiplier}{space}{match['unit']}"), multiplier


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
    if is_pure(own) and not is_pure(unit):
        own = parse_unit(first.multiplier + unit.text[len(second.multiplier) :].strip())
    if own.dimension != unit.dimension:
        return None
    return first.low * own.factor / unit.factor
