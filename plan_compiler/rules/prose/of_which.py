"""Parts that a text lists behind 其中: 243个，其中县级3个、乡镇240个; 总投资10亿元，其中财政资金3亿元，自筹7亿元."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.words import words
from plan_compiler.quantity.quantity import add_all, aligned
from plan_compiler.quantity.units import Unit, is_count
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import alternatives

_MOST_PARTS = 40
_BLOCK = 3
"""How many figures before 其中 may be wholes, each in a unit of its own (70个项目，总投资740亿元，其中…)."""
_ADDITIVE = frozenset({"CNY", "m", "g", "W", "J"})
"""Base units of what adds up: money, lengths, areas, volumes, masses, power, energy."""
_MONEY = (("CNY", 1),)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_FULL_STOP = re.compile(r"[。！？\n]")
_OPENING, _CLOSING = "（(", "）)"


class Listed(Struct, frozen=True):
    """A whole with the parts that are listed behind it.

    `adjacent`: nothing else is told between them. `apart`: nothing can well be in two of the parts, since they are amounts listed with one kind
    of separator (财政资金3亿元、自筹7亿元), and neither counts (规上企业300家、高新技术企业250家) nor in clauses of their own (一期6亿元，专项债5亿元).
    """

    whole: Told
    parts: tuple[Told, ...]
    apart: bool
    adjacent: bool


class _Known(Struct, frozen=True):
    lead: re.Pattern[str]
    colon: re.Pattern[str]
    whole: re.Pattern[str]
    averages: tuple[str, ...]
    kinds: re.Pattern[str]
    effects: re.Pattern[str]
    change: re.Pattern[str]
    complements: tuple[tuple[re.Pattern[str], ...], ...]
    separators: tuple[frozenset[str], ...]
    """Kinds of mark between the members of a list."""


@lru_cache(maxsize=8)
def _known(language: str) -> _Known:
    known = words(language)
    told, of_which = known.discourse, alternatives(known.discourse.of_which)
    return _Known(
        lead=re.compile(rf"(?:^|[，；。,;.（(：:\s]){of_which}[：:，,]?\s?$|^\s*{of_which}"),
        colon=re.compile(rf"{of_which}\s?[：:]"),
        whole=re.compile(rf"{alternatives(told.whole)}\s?\w{{0,6}}?{alternatives(told.measures)}$"),
        averages=known.data_table.averages,
        kinds=re.compile(alternatives(told.unlike)),
        effects=re.compile(alternatives(told.effects)),
        change=re.compile(alternatives(w for w, a in known.qualifiers.aspects.items() if a is Aspect.CHANGE)),
        complements=tuple(tuple(re.compile(alternatives(side)) for side in pair) for pair in told.complements),
        separators=(
            frozenset(known.typography.list_separator.strip()),
            frozenset(known.typography.clause_separator.strip()),
        ),
    )


def listed_parts(text: str, figures: Sequence[Told], language: str) -> Iterator[Listed]:
    """The parts behind each 其中 of a text, with the whole that they are parts of; none where it is open what they are of."""
    known = _known(language)
    for index, told in enumerate(figures):
        if not _opens(known, text, told):
            continue
        start = sentence_start(text, told.start)
        last = figures[index - 1] if index else None
        before = [w for w in figures[max(0, index - _BLOCK) : index] if w.start >= start and _is_whole(known, w)]
        following = list(_list(known, text, figures[index : index + _MOST_PARTS]))
        for place, whole in enumerate(before):
            if any(_alike(whole, other) for other in before[place + 1 :]):
                continue  # the nearest is meant
            parts = tuple(part for part in following if _is_part(known, whole, part))
            if parts:
                adjacent = whole is last and parts[0] is told
                if not _is_of_several(whole, parts, before[:place]):
                    yield Listed(whole, *_together(known, text, parts), adjacent=adjacent)


def _opens(known: _Known, text: str, told: Told) -> bool:
    lead = text[max(0, told.start - len(told.before) - 6) : told.start - len(told.before)]
    return known.lead.search(told.before) is not None or known.lead.search(lead) is not None


def _list(known: _Known, text: str, figures: Sequence[Told]) -> Iterator[Told]:
    """The figures of one list: to the end of the sentence or the bracket that it stands in; to the full stop behind 其中：."""
    first = figures[0]
    end = sentence_end(text, first.end)
    if known.colon.search(text, max(0, first.opens - 6), first.start):
        stop = _FULL_STOP.search(text, first.end)
        end = stop.start() if stop else len(text)
    depth, at = 0, first.end
    for told in figures:
        for char in text[at : told.start]:
            depth += (char in _OPENING) - (char in _CLOSING)
            if depth < 0:
                return
        at = told.end
        if told.start >= end:
            return
        if told is not first and (_opens(known, text, told) or known.whole.search(told.label)):
            return
        if known.effects.search(told.before):
            return
        if depth == 0:
            yield told


def _is_whole(known: _Known, told: Told) -> bool:
    """Whether it can have parts: it is an amount or a count, and neither an average nor what may be a balance (增加, 净增)."""
    unit = told.mention.quantity.unit
    if (
        not _adds(unit)
        or told.mention.aspect is Aspect.CHANGE
        or (not is_count(unit) and known.change.search(told.before))
    ):
        return False
    return not any(word in told.label for word in known.averages)


def _is_part(known: _Known, whole: Told, part: Told) -> bool:
    """Whether a figure can be a part of another: it is of the same kind of thing that adds up, in the same year."""
    if not _alike(whole, part) or part.mention.aspect is not None or any(w in part.label for w in known.averages):
        return False
    if any(
        side.search(whole.label) and not side.search(part.label) and any(o.search(part.label) for o in pair)
        for pair in known.complements
        for side in pair
    ):
        return False
    return all(
        set(pattern.findall(part.label)) <= set(pattern.findall(whole.label)) for pattern in (known.kinds, _YEAR)
    )


def _alike(whole: Told, part: Told) -> bool:
    own, other = whole.mention.quantity.unit, part.mention.quantity.unit
    return own.dimension == other.dimension and own.sense is other.sense


def _adds(unit: Unit) -> bool:
    return is_count(unit) or (
        len(unit.dimension) == 1 and unit.dimension[0][0] in _ADDITIVE and unit.dimension[0][1] > 0
    )


def _is_of_several(whole: Told, parts: Sequence[Told], before: Sequence[Told]) -> bool:
    """Whether the first part can be of several figures together: 国家级5家，省级20家，其中规上企业设立25家."""
    alike = [told.mention.fact for told in before if _alike(told, whole)]
    if not alike:
        return False
    together, first = aligned(add_all([*alike, whole.mention.fact]), parts[0].mention.fact)
    return not together.interval.is_below(first.interval)


def _together(known: _Known, text: str, parts: tuple[Told, ...]) -> tuple[tuple[Told, ...], bool]:
    """The parts of a list that may be added up, and whether they are apart.

    Behind the first members, which one kind of separator joins, other figures of the kind may follow (永久基本农田130万亩，高标准农田100万亩; 全长3公里，
    宽20米): only of money are they taken for parts.
    """
    marks = [_marks(text[part.end : following.start]) for part, following in pairwise(parts)]
    run = max(sum(1 for _ in takewhile(kind.issuperset, marks)) for kind in known.separators) + 1
    unit = parts[0].mention.quantity.unit
    if run == 1 and len(parts) > 1 and unit.dimension == _MONEY:
        return parts, False
    return parts[:run], not is_count(unit)


def _marks(between: str) -> frozenset[str]:
    return frozenset(char for char in between if not (char.isalnum() or char.isspace()))
