"""Slogans of numbers and nouns, and the lists that spell them out: “一核两带三区”，即…; 两带为沿江发展带、沿山生态带."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.proofing import Proofing, proofing
from plan_compiler.patterns import compiled
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.texts.announced import Announced
from plan_compiler.rules.texts.count_words import FURTHEST
from plan_compiler.rules.texts.printed import Found, PrintedText

_LONGEST_ITEM = 24
_QUOTES = "“” "
_ITEMS = compiled("[、，；]")


class _Patterns(Struct, frozen=True):
    """`pair` is a number and its noun; `defined` one with its list, `slogan` several with the list of all."""

    pair: re.Pattern[str]
    defined: re.Pattern[str]
    slogan: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(language: str) -> _Patterns:
    known = proofing(language)
    number = f"[{known.one}{known.numerals}]"
    pair = rf"{number}{{1,2}}{known.any_kind}?[^\W\d_{known.one}{known.numerals}]"
    noun = rf"[^\W\d_{known.one}{known.numerals}]"
    end = r"(?=[。；）)\n]|$)"
    return _Patterns(
        compiled(rf"(?P<number>{number}{{1,2}}){known.any_kind}?(?P<noun>{noun})"),
        compiled(
            rf"(?P<open>^|[，。；：（(\n]|——)“?(?P<count>(?P<number>{number}{{1,2}}){known.any_kind}?(?P<noun>{noun}{{1,2}}?))”?"
            rf"(?P<lead>[：:。]|{known.defined_as})(?P<list>[^（）()。；：，\n]{{1,300}}){end}",
            re.MULTILINE,
        ),
        compiled(
            rf"(?P<slogan>(?:{pair}){{2,6}})”?[^，。；：、\n\d]{{0,12}}(?:[，；]?(?:{'|'.join(known.spelled_out)})[：:]?|[：:])"
            r"(?P<list>[^（）()。：\n]{3,400})(?=[。\n]|$)"
        ),
    )


def spelled_out(text: PrintedText, language: str) -> Iterator[Announced]:
    """The parts of slogans whose lists name every member by the noun of its part, which makes it certain what each counts."""
    known = proofing(language)
    if not known.defined_as:
        return
    patterns = _patterns(language)
    number = compiled(f"[{known.one}{known.numerals}]")
    for line in text.lines:
        if "、" not in line.text or number.search(line.text) is None:
            continue  # what follows takes long to look for
        for match in patterns.defined.finditer(line.text):
            yield from _of_one(Found(line, *match.span(), match), known, language)
        for match in patterns.slogan.finditer(line.text):
            yield from _of_all(Found(line, *match.span(), match), patterns.pair, known, language)


def _of_one(found: Found, known: Proofing, language: str) -> Iterator[Announced]:
    """两带：沿江发展带、沿山生态带; behind a full stop (——两带。…) only where the part begins a line."""
    match = found.match
    if match["lead"] == "。" and (match["open"] not in ("", "\n", "——") or found.start > 0):
        return
    noun, items = match["noun"][-1], [item.strip(_QUOTES) for item in match["list"].split("、")]
    stated = read_count(match["number"], language)
    if len(items) < 2 or stated < 2 or not _are_members(items, noun, known):
        return
    least, most = _number(items, noun, known)
    if abs(stated - least) <= FURTHEST:
        start = found.start + match.start("count") - match.start()
        yield Announced(found, start, start + len(match["count"]), match["count"], stated, least, most)


def _of_all(found: Found, pair: re.Pattern[str], known: Proofing, language: str) -> Iterator[Announced]:
    """“一核两带三区”，即A核，B带、C带，D区、E区、F区: every member is of one of the parts."""
    match = found.match
    items = [item.strip(_QUOTES) for item in _ITEMS.split(match["list"])]
    parts = list(pair.finditer(match["slogan"]))
    nouns = [part["noun"] for part in parts]
    if len(set(nouns)) < len(nouns) or any(item[-1:] not in nouns for item in items):
        return
    for part in parts:
        noun, own = part["noun"], [item for item in items if item.endswith(part["noun"])]
        if not own or not _are_members(own, noun, known):
            continue
        stated = read_count(part["number"], language)
        least, most = _number(own, noun, known)
        start = found.start + match.start("slogan") - match.start() + part.start()
        if abs(stated - least) <= FURTHEST:
            yield Announced(found, start, start + len(part[0]), part[0], stated, least, most)


def _are_members(items: Sequence[str], noun: str, known: Proofing) -> bool:
    """Whether each is called by the noun, and no number of them."""
    numerals = f"0123456789{known.one}{known.numerals}{known.ordinals}"
    named = all(2 <= len(item) <= _LONGEST_ITEM and item[-1] == noun and item[0] not in numerals for item in items)
    return named and not any(re.search(known.verbs, item) for item in items)


def _number(items: Sequence[str], noun: str, known: Proofing) -> tuple[int, int]:
    """How many there are at least and at most: 甲带和乙带 are two, 甲和乙带 may be."""
    joined = sum(len(re.findall(known.joined, item)) for item in items)
    sure = sum(len(re.findall(f"{noun}{known.joined}", item)) for item in items)
    return len(items) + sure, len(items) + joined
