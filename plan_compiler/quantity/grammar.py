"""What figures in text are made of, from the words of a language.

All of it works on text that `half_width` has been through, which changes no offset.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.vocabulary import Words
from plan_compiler.language.words import LANGUAGES, words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.lexicon import Lexicon
from plan_compiler.quantity.numerals import numeral_pattern
from plan_compiler.quantity.units import unit_names

_WIDE = "０１２３４５６７８９．％＋－／＜＞＝～　\xa0"
_HALF_WIDTH = str.maketrans(_WIDE, "0123456789.%+-/<>=~  ")
_ANY_WIDE = compiled(f"[{_WIDE}]")
_WIDE_SEPARATOR = compiled(r"(?<=[０-９])，(?=[０-９])")
_ARABIC = r"[-+−±]?(?<![0-9])[0-9]+(?:[,\u2009][0-9]+)*(?:\.[0-9]+)?"
_LONGEST_NAME = 24
_LONGEST_TITLE = 100


def half_width(text: str) -> str:
    """`text` with full-width digits, signs and spaces made half-width, character by character.

    A full-width comma stays what it is in a sentence, save between full-width digits.
    """
    if _ANY_WIDE.search(text) is None:
        return text
    return _WIDE_SEPARATOR.sub(",", text).translate(_HALF_WIDTH)


class Grammar(Struct, frozen=True):
    """The parts of a figure in one language: see `NumberNames`, `Numerals` and `Qualifiers` for what they are."""

    known: Words
    start: re.Pattern[str]
    """Where a figure may begin in a text."""
    number: re.Pattern[str]
    wordings: Lexicon
    per: Lexicon
    inside: Lexicon
    units: Lexicon
    counters: Lexicon
    adjectives: Lexicon
    multipliers: Lexicon
    currencies: Lexicon
    abbreviated: Lexicon
    ranges: Lexicon
    before: Lexicon
    after: Lexicon
    ordinals: Lexicon
    names: Lexicon
    quoted: re.Pattern[str]


@lru_cache(maxsize=8)
def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises `UnknownLanguageError`."""
    known = words(language)
    qualifiers, numerals, names = known.qualifiers, known.numerals, known.names
    return Grammar(
        known=known,
        start=compiled(_start(known)),
        number=compiled(_number(known)),
        wordings=Lexicon.of(numerals.multiples, numerals.fractions),
        per=Lexicon.of(numerals.per),
        inside=Lexicon.of(qualifiers.inside),
        units=Lexicon.of(unit_names()),
        counters=Lexicon.of(known.units.counters),
        adjectives=Lexicon.of(known.units.adjectives),
        multipliers=Lexicon.of(*(other.units.multipliers for other in LANGUAGES)),
        currencies=Lexicon.of(known.units.currencies),
        abbreviated=Lexicon.of(word for word in known.units.abbreviated if word.isalpha()),
        ranges=Lexicon.of(known.typography.ranges),
        before=Lexicon.of(qualifiers.before, qualifiers.aspects, qualifiers.compounds),
        after=Lexicon.of(qualifiers.after),
        ordinals=Lexicon.of(names.ordinal),
        names=Lexicon.of(names.ordinal, names.name),
        quoted=compiled("|".join((*_within(names.quotes, _LONGEST_NAME), *_within(names.titles, _LONGEST_TITLE)))),
    )


def skip_space(text: str, start: int) -> int:
    """The offset behind one space at `start`, else `start`: a figure may be set with one, and does not run over lines."""
    return start + 1 if text[start : start + 1] == " " else start


def _within(pairs: Iterable[tuple[str, str]], length: int) -> list[str]:
    return [f"{re.escape(o)}[^{re.escape(o + c)}\n]{{0,{length}}}{re.escape(c)}" for o, c in pairs]


def _number(known: Words) -> str:
    magnitude = "|".join(map(re.escape, known.numerals.magnitudes))
    mixed = rf"[0-9]+(?:(?:{magnitude})+[0-9]+)+(?:{magnitude})*"
    return f"{mixed}|{_ARABIC}|{numeral_pattern(known.language)}"


def _start(known: Words) -> str:
    numerals = known.numerals
    worded = (*numerals.digits, *numerals.magnitudes, *numerals.multiples, *numerals.fractions, *numerals.per)
    first = re.escape("".join(sorted({word[0] for word in worded})))
    boundary = r"\b" if known.units.spaced else ""
    article = "|".join(map(re.escape, known.names.articles))
    signs = sorted(known.units.currencies, key=len, reverse=True)
    money = "|".join(rf"{'(?<![A-Za-z0-9])' if sign[0].isalpha() else ''}{re.escape(sign)}" for sign in signs)
    before = rf"[-+−±]?(?:{money}) ?[-+−±]?(?=[0-9])|" if signs else ""
    return rf"{before}[-+−±]?[0-9]|{boundary}(?!(?:{article})(?![{first}]))[{first}]"
