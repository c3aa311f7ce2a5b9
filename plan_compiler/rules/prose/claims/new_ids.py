"""Ids for figures that have none yet, of the words that they stand behind: 地区生产总值_2020 for 地区生产总值由2020年的320亿元."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from plan_compiler.language.typography import in_chinese
from plan_compiler.language.words import words
from plan_compiler.model.names import NO_NAME, suggested_id
from plan_compiler.patterns import compiled
from plan_compiler.quantity.units import PERCENT
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import alternatives

_LONGEST = 16
"""How many characters of a name an id has at most, in a language that has no spaces; in others it has five words."""
_MOST_WORDS = 5
_SHORTEST = 3
_REACH = 120
"""In how many characters before a figure its name is looked for."""


_MARKS = compiled('[，,、；;：:“”‘’"《》（）()]')


class _Patterns(Struct, frozen=True):
    """Of one language: a year with its sign, one behind a figure, what no name begins or ends with, what is none by itself, and what joins two."""

    year: re.Pattern[str]
    behind: re.Pattern[str]
    ends: re.Pattern[str]
    nameless: re.Pattern[str]
    joint: re.Pattern[str]
    compared: tuple[str, ...]


def new_ids(figures: Sequence[Told]) -> tuple[str, ...]:
    """For each figure of a run an id, which others may have too. One with no name of its own (增加到, 年均增长) has that of the one before it in its sentence."""
    found: list[str] = []
    name, sentence = "", -1
    for told in figures:
        start = sentence_start(told.run.text, told.start)
        if start != sentence:
            name, sentence = "", start
        own, more = _worded(told)
        behind = "" if own or more else _cut(_trimmed(told.after[:_LONGEST], told.language), told.language)
        name = own or (name if more else behind or name)
        found.append(suggested_id("_".join(filter(None, (name, more))) or NO_NAME))
    return tuple(found)


def sizes(figures: Sequence[Told]) -> frozenset[int]:
    """The places of those figures that only say how large a thing is that is counted behind them: 60岁 of 60岁以上老年人口12万人."""
    return frozenset(
        place
        for place, (told, behind) in enumerate(pairwise(figures))
        if behind.opens == told.end
        and behind.opening.startswith(words(told.language).discourse.of_size)
        and told.mention.quantity.unit != PERCENT
    )


def _worded(told: Told) -> tuple[str, str]:
    """The name in the words before a figure, "" if there is none; and its year, or how it tells of one that is named before."""
    known, label = _patterns(told.language), (told.label or told.before)[-_REACH:]
    for size in words(told.language).discourse.of_size:
        label = label.removeprefix(size) if told.opens and told.mark.isalnum() else label
    is_compared = label.startswith(known.compared)
    year = "" if is_compared else _year(told, label)
    name = _trimmed(known.year.sub("", label), told.language)
    if known.nameless.fullmatch(name) or (is_compared and known.year.search(label)):
        return "", year or _trimmed(known.year.sub("", told.opening[-_REACH:]), told.language).lstrip(
            "".join(known.compared)
        )
    return _cut(name, told.language), year


def _year(told: Told, label: str) -> str:
    """The year of a figure: before it in Chinese, right behind it in English (6.2% in 2020)."""
    known = _patterns(told.language)
    found = known.year.search(label) if in_chinese(told.language) else known.behind.match(told.after)
    return found["year"] if found else ""


def _trimmed(text: str, language: str) -> str:
    """Words without marks, and without those at either end that are no part of a name."""
    text, before = _MARKS.sub("", text if in_chinese(language) else text.lower()), ""
    while text != before:
        before, text = text, _patterns(language).ends.sub("", text.strip())
    return text


def _cut(name: str, language: str) -> str:
    """The end of a long name, from a joint of it on (的, 和) where there is one; no word in letters and no number is cut in two."""
    if not in_chinese(language):
        return "_".join(name.split()[-_MOST_WORDS:])
    at = max(0, len(name) - _LONGEST)
    joint = _patterns(language).joint.search(name, at, max(at, len(name) - _SHORTEST)) if at else None
    at = joint.end() if joint is not None else at
    while 0 < at < len(name) and name[at - 1].isascii() and name[at].isascii():
        at += 1
    return name[at:]


@lru_cache(maxsize=4)
def _patterns(language: str) -> _Patterns:
    known = words(language)
    heads, tails = known.discourse.no_heads, known.discourse.no_tails
    none = alternatives((*heads, *tails, *known.discourse.nameless))
    edge = "" if in_chinese(language) else r"\b"
    return _Patterns(
        compiled(rf"(?P<year>(?:19|20)[0-9]{{2}}) ?(?:{known.names.year})?"),
        compiled(rf" ?(?:{alternatives(known.discourse.before_year)}) (?P<year>(?:19|20)[0-9]{{2}})"),
        compiled(rf"^{alternatives(heads)}{edge}|{edge}{alternatives(tails)}$"),
        compiled(rf"(?:{none})?"),
        compiled(alternatives((*known.discourse.joining, *known.discourse.possessive))),
        tuple(known.discourse.compared) if in_chinese(language) else (),
    )
