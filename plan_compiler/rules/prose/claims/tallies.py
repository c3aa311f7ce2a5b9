"""What sentences say of how many indicators the plan has: 约束性指标12项、预期性指标8项; 经济发展类指标5项."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import groupby

from msgspec import Struct

from plan_compiler.language.attributes import meant_attribute
from plan_compiler.language.discourse import Discourse
from plan_compiler.language.vocabulary import Aspect, Attribute
from plan_compiler.model.indicators import Indicator, IndicatorTable
from plan_compiler.quantity.units import is_count
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.setting import headings_of
from plan_compiler.rules.prose.wording import longest_first, plain

_GOES_ON = "；"
"""Between two ways of counting the same: by field; by attribute."""


class Sort(Enum):
    """What the indicators that a text counts have in common."""

    ALL = auto()
    ATTRIBUTE = auto()
    GROUP = auto()


class Tally(Struct, frozen=True):
    """How many indicators there are of one name: `numbers` by each way of counting (one table, all, without parts of others)."""

    name: str
    sort: Sort
    numbers: frozenset[int]


def counted(prose: ProseFigures) -> Iterator[tuple[Told, Tally]]:
    """The figures that tell a number of the plan's own indicators, with what there are. One attribute or group alone may be a part of something
    else (经济类的约束性指标2项): they are looked at where a sentence has two.
    """
    discourse, tables = prose.attribution.background.discourse, prose.linked.plan.indicators
    called = discourse.indicators_called
    if not called or not tables or any(path[:1] == ("indicators",) for path in prose.linked.incomplete):
        return
    tallies = tallies_by_name(tables, discourse, prose.linked.words.meanings.attributes)
    for run in prose.chapter_runs(lambda text: called in text):
        sentences = groupby(prose.figures(run), lambda told: sentence_start(told.run.text, told.start))
        yield from _comparable(
            ((start, tuple(told)) for start, told in sentences), tallies, prose.attribution.background
        )


def _comparable(
    sentences: Iterable[tuple[int, Sequence[Told]]], tallies: Mapping[str, Tally], background: Background
) -> Iterator[tuple[Told, Tally]]:
    """What of the numbers of a run can be compared; behind the right number of all, up to the full stop or the number of something else, each is
    one of its parts.
    """
    in_all = False
    for start, sentence in sentences:
        found = _found(sentence, tallies, background)
        is_whole = found[:1] and found[0][1].sort is Sort.ALL and _is_right(*found[0])
        in_all = is_whole or (in_all and sentence[0].run.text[:start].endswith(_GOES_ON))
        if not in_all:
            sorts = _sorts(found, tallies) if found else ()
            yield from (pair for pair in found if pair[1].sort in sorts)
            continue
        yield from found[:1] if is_whole else ()
        behind = [told for told in sentence if not (is_whole and told.start <= found[0][0].start)]
        parts, in_all = _parts(behind, {told.start: tally for told, tally in found}, tallies, background)
        yield from _of_one_sort(parts)


def _parts(
    behind: Sequence[Told], named: Mapping[int, Tally], tallies: Mapping[str, Tally], background: Background
) -> tuple[Sequence[tuple[Told, Tally]], bool]:
    """The parts of all indicators behind their number, `named` in full or by their names alone, and whether more may follow: what stands behind
    the number of some others, or a comparison, is of these (较“十四五”增加2项，其中约束性1项).
    """
    parts: list[tuple[Told, Tally]] = []
    for told in behind:
        if any(word in told.before for word in background.known.compared):
            return parts, False
        tally = named.get(told.start) or _short(told, tallies, background)
        if tally is not None:
            parts.append((told, tally))
        elif _is_number(told, background.discourse):
            return parts, False
    return parts, True


def _found(
    sentence: Sequence[Told], tallies: Mapping[str, Tally], background: Background
) -> Sequence[tuple[Told, Tally]]:
    """The numbers that are told of indicators in full."""
    before = (None, *sentence)
    return [
        (told, tally)
        for told, last in zip(sentence, before, strict=False)
        if (tally := _tally(told, last, tallies, background))
    ]


def _of_one_sort(part: Sequence[tuple[Told, Tally]]) -> Iterator[tuple[Told, Tally]]:
    """Those of the sort of the first: what stands behind them may be a part of them (约束性8项，其中经济发展3项)."""
    return (pair for pair in part if pair[1].sort is part[0][1].sort)


def _is_right(told: Told, tally: Tally) -> bool:
    return told.mention.quantity.nominal in tally.numbers


def _short(told: Told, tallies: Mapping[str, Tally], background: Background) -> Tally | None:
    """The attribute or group that a number behind that of all is told of by its name alone: 设置18项指标，其中安全生产5项; 约束性8项."""
    if not _counts(told, background.discourse) or words_behind(told):
        return None
    before = plain(told.before).strip()
    rest = before[background.known.leading.end(before) :]
    return tallies.get(f"{rest}{background.discourse.indicators_called}") if rest else None


def _sorts(found: Sequence[tuple[Told, Tally]], tallies: Mapping[str, Tally]) -> Sequence[Sort]:
    """What of the numbers of one sentence can be compared: those of several groups or attributes, and of all beside them or alone."""
    names = {sort: {tally.name for _, tally in found if tally.sort is sort} for sort in Sort}
    if not names[Sort.GROUP] and not names[Sort.ATTRIBUTE]:
        return (Sort.ALL,)
    several = [sort for sort in (Sort.ATTRIBUTE, Sort.GROUP) if len(names[sort]) > 1]
    if Sort.ATTRIBUTE in several and _names_group(found, tallies):
        several.remove(Sort.ATTRIBUTE)
    return (Sort.ALL, *several) if len(several) == 1 else ()


def _names_group(found: Sequence[tuple[Told, Tally]], tallies: Mapping[str, Tally]) -> bool:
    """Whether the sentence names a group, of which its attributes may be: 经济类指标中，约束性指标1项、预期性指标2项."""
    last = found[-1][0]
    text = plain(last.run.text[sentence_start(last.run.text, last.start) : last.start])
    return any(tally.sort is Sort.GROUP and name in text for name, tally in tallies.items())


def by_attribute(sets: Sequence[Sequence[Indicator]], known: Mapping[str, Attribute]) -> Mapping[str, frozenset[int]]:
    """How many there are of each attribute, by every word for it: by those of the table, and by the known ones that these stand for."""
    meant = {
        i.attribute: meant_attribute(i.attribute, known) or i.attribute for each in sets for i in each if i.attribute
    }
    return {
        word: numbers_of([[i for i in each if meant.get(i.attribute, "") == meant.get(word, word)] for each in sets])
        for word in {*meant, *meant.values()}
    }


def tallies_by_name(
    tables: Sequence[IndicatorTable], discourse: Discourse, known: Mapping[str, Attribute]
) -> Mapping[str, Tally]:
    """Every name by which indicators are counted, but the groups' where tables share one. `known` are the words for attributes."""
    called = discourse.indicators_called
    every = [indicator for table in tables for group in table.groups for indicator in group.indicators]
    sets = [[i for group in table.groups for i in group.indicators] for table in tables] + [every]
    found = {
        f"{each}{called}": Tally(f"{each}{called}", Sort.ALL, numbers_of(sets))
        for each in ("", discourse.indicators_chief)
    }
    for attribute, numbers in by_attribute(sets, known).items():
        found[f"{attribute}{called}"] = Tally(f"{attribute}{called}", Sort.ATTRIBUTE, numbers)
    for table in tables:
        for group in table.groups:
            title = plain(group.title or "").strip()
            for ending in ("", *discourse.indicator_groups) if title else ():
                name = f"{title}{ending}{called}"
                found[name] = Tally(name, Sort.GROUP, numbers_of([group.indicators]) | _known(found.get(name)))
    return found


def _known(tally: Tally | None) -> frozenset[int]:
    return tally.numbers if tally is not None else frozenset()


def numbers_of(sets: Sequence[Sequence[Indicator]]) -> frozenset[int]:
    """How many indicators there are in each of `sets`, with those that are parts of others and without."""
    whole = {len(each) for each in sets}
    return frozenset(whole | {sum(1 for i in each if i.part_of is None) for each in sets})


def _counts(told: Told, discourse: Discourse) -> bool:
    """Whether a figure may be how many indicators there are, and is in no form."""
    return _is_number(told, discourse) and told.is_free and told.mention.aspect is not Aspect.CHANGE


def _is_number(told: Told, discourse: Discourse) -> bool:
    """Whether it is a number of things, and not of sorts of them."""
    unit = told.mention.quantity.unit
    return is_count(unit) and told.mention.quantity.nominal is not None and not unit.text.endswith(discourse.sorts)


def _tally(told: Told, last: Told | None, tallies: Mapping[str, Tally], background: Background) -> Tally | None:
    if not _counts(told, background.discourse):
        return None
    before = _before(told, last, background.discourse) or _only_counted(told, tallies, background.discourse)
    tally = _named(told, before, tallies, background)
    return tally if tally is not None and not is_of_another_plan(told.run, told.start, background) else None


def _before(told: Told, last: Told | None, discourse: Discourse) -> str:
    """The words before a figure; before the number of sorts that it stands directly behind: 设置3类18项指标."""
    before = plain(told.before).strip()
    if before or last is None or not last.mention.quantity.unit.text.endswith(discourse.sorts):
        return before
    return plain(last.before).strip()


def _only_counted(told: Told, tallies: Mapping[str, Tally], discourse: Discourse) -> str:
    """The word that says that a figure is all there are, where its sentence goes on with attributes of the plan's own: 共13项指标，其中约束性指标2项."""
    lead = plain(told.opening).strip()
    if lead not in discourse.setting:
        return ""
    behind = plain(told.run.text[told.end : sentence_end(told.run.text, told.end)])
    parted = any(word in behind for word in discourse.of_which)
    own = (name for name, tally in tallies.items() if tally.sort is Sort.ATTRIBUTE)
    return lead if parted and any(name in behind for name in own) else ""


def _named(told: Told, before: str, tallies: Mapping[str, Tally], background: Background) -> Tally | None:
    """What is counted by the words before a figure or behind it; all indicators only where the plan is said to set them."""
    behind = words_behind(told)
    rest = before[background.known.leading.end(before) :]
    at = next((at for word in longest_first(background.discourse.setting) if (at := rest.rfind(word)) >= 0), -1)
    setting = max(
        (word for word in background.discourse.setting if at >= 0 and rest.startswith(word, at)), key=len, default=""
    )
    name = rest[at + len(setting) :] if at >= 0 else rest
    own = tallies.get(rest) or tallies.get(name or behind)
    of_plan = setting != "" and rest[:at].strip() in ("", *background.discourse.of_annex)
    return own if own is not None and (own.sort is not Sort.ALL or of_plan) else None


def is_of_another_plan(run: Run, start: int, background: Background) -> bool:
    """Whether the sentence of a number at `start` or a heading is of the past, of another plan, or of what another office has set."""
    text, discourse = run.text, background.discourse
    sentence = text[sentence_start(text, start) : start]
    if background.known.names_plan_but(background.years.final, sentence):
        return True
    told_in = (sentence, *headings_of(background.linked.plan, run.path))
    return any(
        word in each for each in told_in for word in (*discourse.past, *discourse.proposing, *discourse.elsewhere)
    )
