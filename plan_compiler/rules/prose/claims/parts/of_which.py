"""Parts that a text lists behind 其中: 243个，其中县级3个、乡镇240个; 总投资10亿元，其中财政资金3亿元，自筹7亿元."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import add_all, aligned
from plan_compiler.quantity.units import MONEY, Unit, is_count
from plan_compiler.rules.prose.claims.parts.of_which_words import OfWhich, of_which_words
from plan_compiler.rules.prose.claims.parts.part_sorts import LENGTH, Sort, is_one_list, is_plainly_part, sort_of
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told

_MOST_PARTS = 40
_BLOCK = 3
"""How many figures before 其中 may be wholes, each in a unit of its own (70个项目，总投资740亿元，其中…)."""
_ADDITIVE = frozenset({"CNY", "USD", "GBP", "EUR", "HKD", "m", "g", "W", "J"})
"""Base units of what adds up: money, lengths, areas, volumes, masses, power, energy."""
_WORKS = frozenset({Sort.WORK, Sort.LIKE_WORK})
_OVERLAPPING = frozenset({Sort.COUNT, Sort.STRETCH})
"""Sorts of parts that have members, or stretches, in common as often as not: 等级公路, 硬化公路."""
_FULL_STOP = compiled(r"[。！？\n]")
_CLAUSE = compiled("[，；,;]")
_OPENING, _CLOSING = "（(", "）)"


class Listed(Struct, frozen=True):
    """A whole with the parts that are listed behind it.

    None of the parts can be above the whole: they are as many of the same things, or amounts of one name (总用地面积, 住宅用地面积) or one
    purse. Others are left out: a part may be of another kind than the whole (顺差150亿元，其中出口268亿元). `adjacent`: nothing else is told
    between whole and parts. `together`: they look as if no two of them overlapped, as those of 耕地376万亩，其中永久基本农田318万亩、
    高标准农田268万亩 do; `apart`: they cannot, since each is the money of another level of government (中央资金, 省级资金). `likely`: by their
    names they are but likely to be parts of it (新建学校30所，其中小学35所).
    """

    whole: Told
    parts: tuple[Told, ...]
    adjacent: bool
    together: bool
    apart: bool
    likely: bool


def listed_parts(text: str, figures: Sequence[Told], language: str) -> Iterator[Listed]:
    """The parts behind each 其中 of a text, with the whole that they are parts of; none where it is open what they are of."""
    known = of_which_words(language)
    for index, told in enumerate(figures):
        if not _opens(known, text, told):
            continue
        start = sentence_start(text, told.start)
        last = figures[index - 1] if index else None
        if (head := known.head.match(text, start)) and (head["apart"] or _ends_with_only_money(text, figures, index)):
            start = sentence_start(text, max(0, start - 1))  # 总投资20亿元。其中，中央8亿元
        before = [w for w in figures[max(0, index - _BLOCK) : index] if w.start >= start and _is_whole(known, text, w)]
        following = list(_list(known, text, figures[index : index + _MOST_PARTS]))
        for place, whole in enumerate(before):
            if any(_alike(whole, other) for other in before[place + 1 :]):
                continue
            alike = [part for part in _joined(text, whole, following) if _is_part(known, whole, part)]
            sorts = [sort_of(known, whole, part) for part in alike]
            if None in sorts and is_one_list(known, text, whole, alike):
                sorts = [Sort.LIST for _ in alike]
            parts = tuple(part for part, sort in zip(alike, sorts, strict=True) if sort is not None)
            if not parts and told in alike[:1] and is_plainly_part(known, text, whole, told, figures[:index]):
                yield Listed(whole, (told,), whole is last, together=False, apart=False, likely=True)
            if parts and not _is_of_several(whole, parts, before[:place]):
                adjacent = whole is last and parts[0] is told
                apart = len(parts) == len(alike) and _are_apart(known, parts)
                together = apart or set(sorts) <= _WORKS or (len(set(sorts)) == 1 and sorts[0] not in _OVERLAPPING)
                money = parts[0].mention.quantity.unit.dimension == MONEY
                yield Listed(whole, parts, adjacent, together, apart and money, Sort.LIKE_WORK in sorts)


def _ends_with_only_money(text: str, figures: Sequence[Told], index: int) -> bool:
    """Whether the sentence before that of a figure ends with a sum of money and tells no other."""
    return (
        index > 0 and _FULL_STOP.match(text, figures[index - 1].end) is not None and is_only_money(figures, index - 1)
    )


def is_only_money(figures: Sequence[Told], index: int) -> bool:
    """Whether a figure is a sum of money, and its sentence tells no other before it."""
    own = figures[index]
    start = sentence_start(own.run.text, own.start)
    before = (told for told in figures[max(0, index - _MOST_PARTS) : index] if told.start >= start)
    return _is_money(own) and not any(map(_is_money, before))


def _is_money(told: Told) -> bool:
    return told.mention.quantity.unit.dimension == MONEY


def _opens(known: OfWhich, text: str, told: Told) -> bool:
    lead = text[max(0, told.start - len(told.before) - 6) : told.start - len(told.before)]
    return known.lead.search(told.before) is not None or known.lead.search(lead) is not None


def _list(known: OfWhich, text: str, figures: Sequence[Told]) -> Iterator[Told]:
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
        if any(map(told.before.__contains__, known.effects)) or told.before.startswith(known.besides):
            return
        if depth == 0:
            yield told


def _joined(text: str, whole: Told, figures: Sequence[Told]) -> Iterator[Told]:
    """Of what is counted, or long, those that enumeration commas alone join to the first: what stands in a clause of its own
    may be something else (企业10家，其中规上3家，退出企业12家).
    """
    unit = whole.mention.quantity.unit
    close = is_count(unit) or unit.dimension == LENGTH
    for index, told in enumerate(figures):
        if close and index and _CLAUSE.search(text, figures[index - 1].end, told.start):
            return
        yield told


def _is_whole(known: OfWhich, text: str, told: Told) -> bool:
    """Whether it can have parts: it is an amount or a count, and neither an average nor what may be a balance (增加, 净增; 新增 where its sentence tells
    of something that has become less).
    """
    unit = told.mention.quantity.unit
    changes = told.mention.aspect is Aspect.CHANGE or (
        not is_count(unit) and any(map(told.before.__contains__, known.change))
    )
    if not _adds(unit) or (changes and not (_is_gain(known, told) and not _falls_behind(known, text, told))):
        return False
    return not any(map(told.label.__contains__, known.averages))


def _is_gain(known: OfWhich, told: Told) -> bool:
    return any(map(told.opening.__contains__, known.gains))


def _falls_behind(known: OfWhich, text: str, told: Told) -> bool:
    """Whether the sentence goes on to what has become less: 新增存款200亿元，其中储蓄存款250亿元，企业存款减少50亿元."""
    stop = _FULL_STOP.search(text, told.end)
    rest = text[told.end : stop.start() if stop else len(text)]
    return any(map(rest.__contains__, known.falling))


def _is_part(known: OfWhich, whole: Told, part: Told) -> bool:
    """Whether a figure can be a part of another: it is of the same kind of thing that adds up, in the same year."""
    if not _alike(whole, part) or part.mention.aspect is not None or any(map(part.label.__contains__, known.averages)):
        return False
    if known.side.search(part.label) and any(
        side.search(whole.label) and not side.search(part.label) and any(o.search(part.label) for o in pair)
        for pair in known.complements
        for side in pair
    ):
        return False
    if (years := YEAR.findall(part.label)) and not set(years) <= set(YEAR.findall(whole.label)):
        return False
    return not any(word in part.label and word not in whole.label for word in known.kinds)


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


def _are_apart(known: OfWhich, parts: Sequence[Told]) -> bool:
    levels = [match["level"] for part in parts if (match := known.of_level.search(part.before))]
    return len(set(levels)) == len(parts)
