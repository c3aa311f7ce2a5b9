"""Numbers of things at the end of a stretch of text: 八大工程 of 重点实施以下八大工程."""

import re

from plan_compiler.language.proofing import Proofing

STOP = "，。；：！？\n"
FURTHEST = 3
"""A count that is further off hardly counts the items that follow it."""
_NOUN = 6
"""How many characters of its noun may stand behind a count."""


def last_count(count: re.Pattern[str], text: str, within: int) -> re.Match[str] | None:
    """The first count of the last words of a text, `within` so many characters of its end."""
    for match in count.finditer(text):
        tail = text[match.end() :]
        if len(tail) <= within and not any(mark in tail for mark in f"、{STOP}"):
            return match
    return None


def count_of_things(count: re.Pattern[str], text: str, known: Proofing) -> re.Match[str] | None:
    """Such a count at the end of a text of things that a plan sets itself: neither places nor people, and no ordinal."""
    match = last_count(count, text, _NOUN)
    places = tuple(known.settled)
    if match is None or text[match.end() - 1] in (*places, *known.people) or text[match.end() :].startswith(places):
        return None
    return match if _is_whole(match, known) else None


def _is_whole(match: re.Match[str], known: Proofing) -> bool:
    """Whether its number is all of a number, and no ordinal."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return before != known.ordinals and not before.isdecimal()
