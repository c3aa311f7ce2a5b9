"""Numbers of a list that stands beside them: “三区”（核心区、拓展区、协同区）; 四大工程，即…; 人本化、生态化、智慧化合称“三化”."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.proofing import Proofing, proofing
from plan_compiler.patterns import compiled
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.texts.printed import Found, PrintedText

_LONGEST_ITEM = 24
_QUOTES = "“”"
_STOPS = "。；\n"
_CLAUSE = compiled("[，。；：！？\\n]")
_SENTENCE = compiled("[。；！？\\n]")
_WINDOW = 400
_REACH = 16
"""How far before its list a number with its noun may begin."""


class Announced(Struct, frozen=True):
    """A number with its noun (`text`, from `start` to `end` of the line of `found`), and how many the list behind it has: from `fewest`
    to `most`, as 和 may part two of them or be in the name of one.
    """

    found: Found
    start: int
    end: int
    text: str
    stated: int
    fewest: int
    most: int

    @property
    def is_right(self) -> bool:
        """Whether the list has as many."""
        return self.fewest <= self.stated <= self.most


class _Patterns(Struct, frozen=True):
    """`bracketed` and `spelled` are lists behind what announces them, found by how they begin; `count` is a number with its noun at the end
    of a text.
    """

    bracketed: re.Pattern[str]
    spelled: re.Pattern[str]
    count: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns(language: str) -> _Patterns:
    known = proofing(language)
    number = rf"[0-9]{{1,2}}|[{known.numerals}]{{1,2}}"
    items = r"(?P<list>[^（）()。；：，、\n]{1,40}、[^（）()。；：，\n]{1,360})"
    return _Patterns(
        compiled(rf"[（(]{items}[）)]"),
        compiled(rf"(?:{'|'.join(known.spelled_out)})[：:]?{items}"),
        compiled(
            rf"(?P<count>(?P<number>{number})(?P<kind>{known.any_kind}|[{known.kinds}])?(?P<noun>[^\W\d_]{{1,8}}?))(?P<quoted>”?)[，；]?$"
        ),
    )


def announced(text: PrintedText, language: str) -> Iterator[Announced]:
    """The lists whose members all end as the noun of their number does, which makes it certain that they are what it counts."""
    patterns = _patterns(language)
    for found in text.search(patterns.bracketed):
        before = found.before(_REACH)
        if before[-1:] not in ("，", "；") and (count := patterns.count.search(before)):
            yield from _of_list(found, count, language, spelled=False)
    for found in text.search(patterns.spelled, words=proofing(language).spelled_out):
        count = patterns.count.search(found.before(_REACH))
        if count and not _goes_on(text.text, found.match.end("list"), count["noun"]):
            yield from _of_list(found, count, language, spelled=True)


def _goes_on(text: str, end: int, noun: str) -> bool:
    """Whether a list may go on behind `end`: some clause of its sentence there ends as its members do (即城区、山区，以及海区)."""
    if text[end : end + 1] in ("", *_STOPS):
        return False
    stop = _SENTENCE.search(text, end, end + _WINDOW)
    rest = _CLAUSE.split(text[end : stop.start() if stop else end + _WINDOW])
    return stop is None or text[end] != "，" or any(clause.rstrip(_QUOTES).endswith(noun[-1]) for clause in rest)


def _of_list(found: Found, count: re.Match[str], language: str, *, spelled: bool) -> Iterator[Announced]:
    """What is listed in `found` beside the number that stands before it."""
    known, line = proofing(language), found.line
    items = [item.strip(f"{_QUOTES} ") for item in found.match["list"].split("、")]
    start = found.start - len(count.string) + count.start()
    if (
        _is_of_numeral(line.text[max(0, start - 1) : start], known)
        or not all(_is_member(item, count["noun"], known) for item in items)
        or items[-1].endswith(known.and_so_on)
    ):
        return
    joined = sum(len(re.findall(known.joined, item)) for item in items)
    stated = read_count(count["number"], language)
    some = not spelled and count["kind"] not in (None, known.any_kind) and not count["quoted"]
    if stated < 2 or (some and stated > len(items)) or (not spelled and stated > len(items) + joined + 1):
        return  # in brackets, some of many may be named: 5条线路（1号线、2号线）
    end = start + len(count["count"])
    yield Announced(found, start, end, count["count"], stated, len(items), len(items) + joined)


def abbreviated(text: PrintedText, language: str) -> Iterator[Announced]:
    """The short names in quotation marks, a number and a noun, right behind a list whose last members all end as the noun does: 创新链、产业链“二链”."""
    known = proofing(language)
    if not known.called:
        return
    name = compiled(rf"“(?P<number>[{known.numerals}]{{1,2}}){known.any_kind}?(?P<noun>[^\W\d_]{{1,2}})”")
    called = compiled(rf"{known.called}$")
    for found in text.search(name):
        noun, before = found.match["noun"][-1], found.before(_WINDOW)
        link = called.search(before)
        *earlier, clause = _CLAUSE.split(_SENTENCE.split(before[: link.start()] if link else before)[-1])
        members = _members(clause.split("、"), noun, known)
        items = sum(member.count(noun) for member in members)
        joined = sum(len(re.findall(f"{noun}{known.joined}", member)) for member in members)
        stated = read_count(found.match["number"], language)
        some = link is not None and link[0] == known.and_so_on
        if items < 2 or items > len(members) + joined or (some and stated >= items):
            continue  # 经开区推动产业园区 is not one of the 区
        if stated > items and any(noun in each for each in earlier):
            continue  # 围绕产业链，推动创新链、资金链、人才链“四链”融合
        start, end = found.start + 1, found.end - 1
        yield Announced(found, start, end, found.line.text[start:end], stated, items, items)


def _members(items: list[str], noun: str, known: Proofing) -> list[str]:
    """The last of `items`, as many as end with the noun; the first of them may begin with a verb, which the others do not: 促进创新链、产业链."""
    found: list[str] = []
    for item in reversed(items):
        if len(item) < 2 or item[-1] != noun:
            break
        found.append(item)
        if re.search(known.verbs, item):
            break
    return found


def _is_of_numeral(char: str, known: Proofing) -> bool:
    """Whether a number may go on or begin with a character, or be that of a place in a row."""
    return char != "" and char in f"0123456789{known.ordinals}{known.one}{known.numerals}"


def _is_member(item: str, noun: str, known: Proofing) -> bool:
    """Whether an item is one of what is counted: named as it is, and not a number of them (2个工业园区)."""
    counts = _is_of_numeral(item[:1], known)
    return (
        2 <= len(item) <= _LONGEST_ITEM and item[-1] == noun[-1] and not counts and re.search(known.verbs, item) is None
    )
