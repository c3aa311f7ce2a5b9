"""Kinds that exclude each other, listed behind their whole: 人口486万人，其中男性249万人、女性237万人; 学校412所（小学…、初中…）."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from types import MappingProxyType

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.years import YEAR
from plan_compiler.quantity.quantity import add_all
from plan_compiler.quantity.units import Unit, is_count
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.claims.parts.part_sorts import LENGTH
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.lists import name_of

_LEAST = Fraction(3, 4)
"""How much of its whole a list comes to at least that is likely to name all of it."""
_NEARLY = Fraction(19, 20)
"""The same of two kinds behind 其中, which does not say that there are no others."""
_LISTED = "、"
_FULL_STOP = "。"
_CLOSING = MappingProxyType({"（": "）", "(": ")"})
_FEWEST = 3
"""How many kinds a list has at least that names all of them without saying so, where there may be others."""


class Extent(Enum):
    """Whether kinds are all there is."""

    ALL = auto()
    COUNTED = auto()
    """All of what is counted, or long, where nothing else is listed beside them: 新建, 改扩建."""
    SOME = auto()


class Kinds(Struct, frozen=True):
    """Kinds that exclude each other, each by its words."""

    members: tuple[tuple[str, ...], ...]
    extent: Extent

    def of(self, text: str) -> int | None:
        """Which of them `text` names; None for none or several. A word within another that is named (扩建 in 改扩建) is not."""
        found = [(index, word) for index, member in enumerate(self.members) for word in member if word in text]
        own = {index for index, word in found if not any(word != other and word in other for _, other in found)}
        return own.pop() if len(own) == 1 else None


class Leads(Struct, frozen=True):
    """The words that lead from a whole to its kinds, as patterns."""

    of_which: re.Pattern[str]
    summing: re.Pattern[str]
    """Says of a whole that it is all there is: 共."""
    opening: re.Pattern[str]
    """All that stands between a whole and a list of what it is made of: 包括, （, ：."""
    end: re.Pattern[str]
    apart: re.Pattern[str]
    both: re.Pattern[str]
    """Names two kinds at once: 进出口."""
    kinds: tuple[Kinds, ...]


class Listed(Struct, frozen=True):
    """A whole with the kinds listed behind it. `complete` where they are all of it; `certain` where they cannot be more."""

    whole: Told
    parts: tuple[Told, ...]
    complete: bool
    certain: bool


def of_kinds(known: Leads, text: str, figures: Sequence[Told], whole: Told) -> Listed | None:
    """What is listed behind `whole`, if these are kinds; `figures` are those behind it that could be parts."""
    following = list(_beside(known, text, whole, figures))
    if len(following) < 2 or whole.mention.aspect is not None:
        return None
    between = text[whole.end : following[0].start]
    lists, sums = known.of_which.search(between) is not None, known.summing.search(whole.opening) is not None
    leads = known.opening.fullmatch(text, whole.end, following[0].start) is not None
    if not (lists or sums or leads):
        return None
    apart = [name_of(text, told.start, told.language) for told in following]
    named = [pair[0] if pair else told.opening for pair, told in zip(apart, following, strict=True)]
    tells = None not in apart
    before = known.both.sub("", _clause(text, whole))
    for kinds in known.kinds:
        parts = tuple(_parts(kinds, following, named)) if kinds.of(before) is None else ()
        if len(parts) < 2 or _names_years(text, (whole, *parts)):
            continue
        every = kinds.extent is Extent.ALL and len(parts) == len(kinds.members)
        every = every and not _lists(following[len(parts) : len(parts) + 1])
        ends = len(parts) == len(following) and known.end.match(text, parts[-1].end) is not None
        ends = ends and not _goes_on(text, parts[-1], figures[len(following) :])
        if not every and not lists and not sums and not ends:
            continue  # 学校68所（小学41所、初中37所为寄宿制）
        least = _NEARLY if lists and len(parts) < _FEWEST else _LEAST
        complete = every or (ends and _is_all(kinds, whole, parts, least, tells=tells or not lists))
        return Listed(whole, parts, complete, kinds.extent is Extent.ALL and lists)
    return None


def _beside(known: Leads, text: str, whole: Told, figures: Sequence[Told]) -> Iterator[Told]:
    """The figures of a whole's sentence, or of the brackets that are opened right behind it, up to one that is said to be besides."""
    at, end = whole.end, sentence_end(text, whole.end)
    if (opened := text[at : at + 1]) in _CLOSING and (closes := text.find(_CLOSING[opened], at, end)) > 0:
        end = closes
    for told in figures:
        if told.start >= end or known.apart.search(text, at, told.start):
            return
        at = told.end
        yield told


def _goes_on(text: str, last: Told, behind: Sequence[Told]) -> bool:
    """Whether the next sentence, behind a semicolon, may go on with the list: 新建52个、续建30个；储备4个."""
    if text[last.end : last.end + 1] in _CLOSING.values():
        return False
    stop = text.find(_FULL_STOP, last.end)
    return bool(behind) and (stop < 0 or behind[0].start < stop)


def _lists(following: Sequence[Told]) -> bool:
    """Whether a list goes on with a kind that is none of those known: 公办8所、民办3所、中外合作1所."""
    return any(told.mark == _LISTED for told in following)


def _names_years(text: str, figures: Sequence[Told]) -> bool:
    return any(YEAR.search(text, left.end, right.start) for left, right in pairwise(figures))


def _clause(text: str, whole: Told) -> str:
    """The words of a whole, from where its list of names begins: 新建、改扩建学校."""
    start = max(sentence_start(text, whole.start), text.rfind("，", 0, whole.start) + 1)
    return text[start : whole.start]


def _parts(kinds: Kinds, figures: Sequence[Told], named: Sequence[str]) -> Iterator[Told]:
    seen = set[int]()
    for told, name in zip(figures, named, strict=True):
        kind = kinds.of(name)
        if kind is None or kind in seen or not _is_level(kinds.members[kind], told):
            return
        seen.add(kind)
        yield told


def _is_level(member: Sequence[str], told: Told) -> bool:
    """Whether a figure is no change, but where the word for its kind alone says so: 新建."""
    return told.mention.aspect is None or (
        told.mention.aspect is Aspect.CHANGE and told.opening.rstrip().endswith(tuple(member))
    )


def _is_all(kinds: Kinds, whole: Told, parts: Sequence[Told], least: Fraction, *, tells: bool) -> bool:
    """Whether a list that ends behind the kinds and comes to so much of its whole (`least`) names all there is: by its words (`tells`), or since
    there are no other kinds.
    """
    unit = whole.mention.quantity.unit
    if not _is_counted(unit) or whole.mention.fact.nominal is None:
        return False
    total = add_all([part.mention.fact for part in parts])
    if total.nominal is None or total.nominal * total.unit.factor < whole.mention.fact.nominal * unit.factor * least:
        return False
    return kinds.extent is Extent.COUNTED or (tells and len(parts) >= _FEWEST)


def _is_counted(unit: Unit) -> bool:
    return is_count(unit) or unit.dimension == LENGTH
