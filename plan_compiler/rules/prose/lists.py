"""Names and figures that a clause lists apart: 城镇化率、森林覆盖率分别达到71%、45.5%."""

import re
from collections.abc import Sequence
from functools import lru_cache

from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
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
