"""Names and figures that a clause lists apart: 城镇化率、森林覆盖率分别达到71%、45.5%."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import alternatives

_REACH = 120
"""How far from a figure the other end of its list may be."""


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    known = words(language)
    told = known.discourse
    year = rf"(?<!\d)(?:19|20)\d\d{re.escape(known.names.year)}" if known.names.year else r"(?!)"
    dated = rf"{alternatives(told.compared)}{year}"
    return (
        compiled(
            rf"(?P<names>[^，；。:：]*){alternatives(told.respectively)}(?P<between>(?:[^，；。\d]|{year})*)(?P<figures>(?:\d.*)?)$"
        ),
        compiled(alternatives(told.joining)),
        compiled(r"[，；。]"),
        compiled(rf"(?:{dated}|{alternatives((*told.yearly, *told.over_span))})+$"),
    )


def name_of(text: str, start: int, language: str) -> tuple[str, str] | None:
    """The name that the figure at `start` of a text is of, where names and as many figures are listed apart, and the words between
    the two lists, with the time that is said behind the names (年均); None where they are not.
    """
    told = words(language).discourse
    opening = text[max(0, start - _REACH) : start]
    if not any(word in opening for word in told.respectively):
        return None
    lists, joint, end, time = _patterns(language)
    clause = end.split(opening)[-1]
    match = lists.fullmatch(clause)
    if match is None:
        return None
    of_all = time.search(match["names"])
    listed = match["names"][: of_all.start()] if of_all else match["names"]
    names: Sequence[str] = [name.strip() for name in joint.split(listed)]
    stop = end.search(text, start, start + _REACH)
    figures = joint.split(match["figures"] + text[start : stop.start() if stop else start + _REACH])
    index = len(joint.findall(match["figures"]))
    if len(names) < 2 or len(names) != len(figures) or not all(part[:1].isdecimal() for part in figures):
        return None
    return names[index], f"{of_all[0] if of_all else ''}{match['between']}"


@lru_cache(maxsize=8)
def _joint(language: str) -> re.Pattern[str]:
    """All that stands between two figures of one list, each behind what it is of or not: 个、城镇岗位."""
    joint = alternatives(words(language).discourse.joining)
    return compiled(rf"[^，；。、,;:：\d]{{0,8}}{joint}[^，；。、,;:：\d]{{0,20}}")


def list_ending(figures: Sequence[Told], last: int, number: int) -> tuple[Told, ...]:
    """The list of amounts or counts that the figure at `last` ends, if it has so many figures and all are levels of one dimension."""
    first, start = last, sentence_start(figures[last].run.text, figures[last].start)
    while first and last - first < number and _joins(figures[first - 1], figures[first]):
        first -= 1
    found = tuple(figures[first : last + 1])
    return found if len(found) == number and found[0].start >= start and _are_levels(found) else ()


def list_from(figures: Sequence[Told], first: int, number: int) -> tuple[Told, ...]:
    """The same of the list that begins at `first`."""
    found = tuple(figures[first : first + number + 1])
    joined = sum(1 for _ in takewhile(lambda pair: _joins(*pair), pairwise(found))) + 1
    return found[:number] if joined == number and _are_levels(found[:number]) else ()


def _joins(first: Told, second: Told) -> bool:
    alike = first.mention.quantity.unit.dimension == second.mention.quantity.unit.dimension
    return alike and _joint(first.language).fullmatch(first.run.text, first.end, second.start) is not None


def _are_levels(figures: Sequence[Told]) -> bool:
    return all(told.mention.aspect is None and not is_pure(told.mention.quantity.unit) for told in figures)
