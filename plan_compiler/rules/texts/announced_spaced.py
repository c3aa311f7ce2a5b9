"""Numbers that announce a list, in a language that parts words by spaces: three bridges (North Bridge, Mill Bridge and East Bridge)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from plan_compiler.language.proofing import proofing
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.mention import touching_before
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.texts.announced import Announced
from plan_compiler.rules.texts.printed import Found, PrintedText

_LONGEST = 60
_MOST = 20
_NUMBERED = compiled(r"\w,? [A-Z]\w* $")
"""The end of words that number what they name: under Policy 3."""
_LAST_WORDS = compiled(r"(?:(?P<before>[\w’'-]+) )?(?P<last>[\w’'-]+) $")
_PARTED = compiled(r",\s+")
_NAME = compiled(r"(?:the )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|the|on|in|upon|de|and|&))*")
"""A name: words with capitals."""


@lru_cache(maxsize=2)
def _pattern(language: str) -> re.Pattern[str]:
    spelled, numerals = map("|".join, (map(re.escape, proofing(language).spelled_out), words(language).numerals.digits))
    return compiled(
        rf"(?P<count>(?<![\w.,£$€–-])(?P<number>[2-9]|1[0-9]|{numerals})(?P<kind>(?: [a-z-]+){{0,3}}) (?P<noun>[a-z]{{2,20}}s))"
        rf"(?P<lead> \(|(?P<spelled>: |, (?:{spelled}):? ))(?P<list>[^().;:\n]{{1,400}})(?P<end>\)?)",
        re.IGNORECASE,
    )


def announced_spaced(text: PrintedText, language: str) -> Iterator[Announced]:
    """The lists whose members are all named, or all end in the noun of their number, which makes it certain that they are what it counts."""
    known = proofing(language)
    for found in text.search(_pattern(language)):
        match, listed = found.match, found.match["list"].strip()
        if listed.startswith(known.examples) or listed.rstrip(".").endswith(known.examples):
            continue
        items, fewest, most = _items(listed, known.joined)
        stated = read_count(match["number"].lower(), language)
        spelled = match["spelled"] is not None
        closes = _is_at_end(text, match) if spelled else match["end"] == ")"
        if stated < 2 or most < 2 or fewest > _MOST or not closes or _is_of_more(found, language):
            continue
        if not all(_is_member(item, match["noun"], known.joined) for item in items) or (
            not spelled and stated > fewest
        ):
            continue  # in brackets, some of many may be named
        of_heads = not known.chief.isdisjoint(match["kind"].lower().split())
        if of_heads and stated == len(_PARTED.split(listed)) < fewest and not _ends_as(items[-1], match["noun"]):
            continue  # the last two may be one name: two main risks: Flooding, Drought and Heat
        end = found.start + len(match["count"])
        yield Announced(found, found.start, end, match["count"], stated, fewest, most)


def _items(listed: str, joint: str) -> tuple[list[str], int, int]:
    """The members of a list, the fewest and the most that they may be.

    A joint parts the last two, unless a comma stands before it; any further one may part two. Where members before the last have one in their names
    (People and Place, Growth and Jobs), that in the last may be of its name, too.
    """
    parts = _PARTED.split(listed)
    *first, last = parts
    if last.startswith(f"{joint} "):
        items = [*first, last.removeprefix(f"{joint} ")]
    else:
        head, found, tail = last.rpartition(f" {joint} ")
        items = [*first, head, tail] if found else parts
    named = any(f" {joint} " in part for part in first)
    further = sum(item.count(f" {joint} ") for item in items)
    return [item.strip() for item in items], len(parts) if named else len(items), len(items) + further


def _is_member(item: str, noun: str, joint: str) -> bool:
    """Whether an item is one of what is counted: it ends as the noun does, or is a name."""
    if len(item) > _LONGEST or item[:1].isdecimal() or item.startswith(f"{joint} "):
        return False
    return _ends_as(item, noun) or _NAME.fullmatch(item) is not None


def _ends_as(item: str, noun: str) -> bool:
    single = f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]
    return item.lower().endswith((single.lower(), noun.lower()))


def _is_at_end(text: PrintedText, match: re.Match[str]) -> bool:
    """Whether a list is all that follows in its sentence."""
    return match["end"] == "" and text.text[match.end("list") : match.end("list") + 1] in ("", ".", ";", "\n")


def _is_of_more(found: Found, language: str) -> bool:
    """Whether words before a number leave open how many there are, say that it is of several, or make it a name: at least three, one of two, Policy 3."""
    if not proofing(language).alternatives.isdisjoint(found.match["kind"].lower().split()):
        return True
    if found.match["number"].isdecimal() and _NUMBERED.search(found.before(_LONGEST)):
        return True
    before, known = found.before(_LONGEST).lower(), words(language).qualifiers.before
    loose = any(known.get(word) is not Qualifier.EXACTLY for word in touching_before(before, language))
    return loose or before.rstrip().endswith(proofing(language).some_of) or _is_numbered(before, language)


def _is_numbered(before: str, language: str) -> bool:
    """Whether the words before a number make it a name, or one of two numbers: grade 2, two or three."""
    last, known = _LAST_WORDS.search(before), proofing(language)
    if last is None:
        return False
    follows = last["last"] in known.alternatives and last["before"] is not None
    return last["last"] in known.numbered or (follows and read_count(last["before"], language) > 0)
