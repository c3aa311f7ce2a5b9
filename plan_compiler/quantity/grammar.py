"""The regular expressions by which figures in text are found, made from the words of a language.

All of them work on text of which `half_width` made every full-width digit and sign a half-width one; it changes no
offset. Nothing in them repeats within a repetition, so that they take linear time but for the bounded length of a word.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from plan_compiler.language.words import LANGUAGES, words
from plan_compiler.quantity.numerals import numeral_pattern
from plan_compiler.quantity.units import unit_names

_WIDE = "０１２３４５６７８９．％＋－／＜＞＝～　"
_HALF_WIDTH = str.maketrans(_WIDE, "0123456789.%+-/<>=~ ")
_WIDE_SEPARATOR = re.compile(r"(?<=[０-９])，(?=[０-９])")
_GAP = r"[ \xa0]?"
_ARABIC = r"[-+−±]?(?<![0-9])[0-9]+(?:[,\u2009][0-9]+)*(?:\.[0-9]+)?"


def half_width(text: str) -> str:
    """`text` with full-width digits and signs made half-width, character by character.

    A full-width comma stays what it is in a sentence, save between full-width digits.
    """
    return _WIDE_SEPARATOR.sub(",", text).translate(_HALF_WIDTH)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The expressions of one language. `figure` has the groups number, inside, unit, and wording for a whole wording."""

    figure: re.Pattern[str]
    range_sign: re.Pattern[str]
    before: re.Pattern[str]
    before_end: re.Pattern[str]
    after: re.Pattern[str]
    ordinal: re.Pattern[str]
    name: re.Pattern[str]
    quoted: re.Pattern[str]
    start: re.Pattern[str]
    """Where a figure may begin: far quicker than searching for `figure` itself."""


@lru_cache(maxsize=8)
def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises `UnknownLanguageError`."""
    known = words(language)
    qualifiers, names = known.qualifiers, known.names
    before = any_of((*qualifiers.before, *qualifiers.aspects, *qualifiers.compounds))
    if known.units.spaced:
        before = rf"(?<![A-Za-z])(?:{before})"
    return Grammar(
        figure=re.compile(_figure(language)),
        range_sign=re.compile(rf"\s*(?:{any_of(known.typography.ranges)}){{1,2}}\s*"),
        before=re.compile(rf"\s*(?P<word>{before})\s*"),
        before_end=re.compile(rf"(?P<word>{before})\s*$"),
        after=re.compile(rf"\s*(?P<word>{any_of(qualifiers.after)})"),
        ordinal=re.compile(any_of(names.ordinal)),
        name=re.compile(rf"{_GAP}(?:{any_of((*names.ordinal, *names.name))})"),
        quoted=re.compile("|".join((*_within(names.quotes, 24), *_within(names.titles, 100))) or r"(?!)"),
        start=re.compile(_start(language)),
    )


def _within(pairs: Iterable[tuple[str, str]], length: int) -> list[str]:
    return [f"{re.escape(o)}[^{re.escape(o + c)}\n]{{0,{length}}}{re.escape(c)}" for o, c in pairs]


def any_of(alternatives: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; for none of them, one that never matches."""
    return "|".join(map(re.escape, sorted(set(alternatives), key=lambda word: (-len(word), word)))) or r"(?!)"


def _figure(language: str) -> str:
    known = words(language)
    numerals = known.numerals
    worded = any_of((*numerals.multiples, *numerals.fractions))
    per = any_of(numerals.per)
    inside = any_of(known.qualifiers.inside)
    numeral = numeral_pattern(language)
    mixed = rf"[0-9]+(?:(?:{any_of(numerals.magnitudes)})+[0-9]+)+(?:{any_of(numerals.magnitudes)})*"
    number = rf"(?P<per>{per})?(?P<number>{mixed}|{_ARABIC}|{numeral})"
    multiplier = any_of(m for w in LANGUAGES for m in w.units.multipliers)
    name = _unit_name()
    atom = rf"(?:{name}|(?:{multiplier}){_GAP}(?:{name})?)"
    rest = rf"(?P<rest>(?:{_GAP}[/·]{_GAP}{atom})*)"
    unit = rf"(?:{name}|(?P<multiplier>{multiplier}){_GAP}(?P<inside_multiple>{inside})?{_GAP}(?P<multiplied>{name})?){rest}"
    return rf"(?P<wording>{worded})|{number}{_GAP}(?P<inside>{inside})?{_GAP}(?P<unit>{unit})?"


def _start(language: str) -> str:
    numerals, articles = words(language).numerals, words(language).names.articles
    worded = (*numerals.digits, *numerals.magnitudes, *numerals.multiples, *numerals.fractions, *numerals.per)
    first = re.escape("".join(sorted({word[0] for word in worded})))
    boundary = r"\b" if words(language).units.spaced else ""
    skipped = any_of(f"{article}" for article in articles)
    return rf"[-+−±]?[0-9]|{boundary}(?!(?:{skipped})(?![{first}]))[{first}]"


def _unit_name() -> str:
    latin = [name for name in unit_names() if name[-1].isascii() and name[-1].isalpha()]
    others = set(unit_names()).difference(latin)
    return rf"(?:{any_of(others)}|(?:{any_of(latin)})(?![A-Za-z0-9]))"
