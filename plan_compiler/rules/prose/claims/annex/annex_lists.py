"""Parts of the annex whose names and figures are listed apart: 重大项目共安排交通、水利、能源类分别为6个、8个、9个."""

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.years import YEAR
from plan_compiler.model.projects import Column
from plan_compiler.quantity.units import is_count
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.claims.annex.annex_groups import Groups, Part, stem_of
from plan_compiler.rules.prose.claims.annex.annexed import behind_annex, without_members
from plan_compiler.rules.prose.claims.tallies import is_of_another_plan
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.lists import name_of
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import longest_first, plain

_FEWEST = 2


class ListedPart(Struct, frozen=True):
    """A figure of such a list, with the part that it is of; `column` is the amount, None where projects are counted."""

    told: Told
    part: Part
    column: Column | None


class _Named(Struct, frozen=True):
    told: Told
    name: str
    between: str


def listed_parts(
    prose: ProseFigures, run: Run, own: Groups, annexed: Set[tuple[NodePath, int, int]]
) -> Iterator[ListedPart]:
    """The lists of a run. All they name are parts of the annex, of one sort; the annex is named before them, or its number (`annexed`) is told
    before them in their sentence.
    """
    background, text = prose.attribution.background, run.text
    if not any(word in text for word in background.discourse.respectively):
        return
    figures = prose.figures(run)
    apart = [
        _Named(told, plain(found[0]), plain(found[1]))
        for told in figures
        if (found := name_of(text, told.start, told.language)) is not None
    ]
    for _, group in groupby(apart, lambda named: sentence_end(text, named.told.start)):
        named = tuple(group)
        first = named[0].told.start
        start = sentence_start(text, first)
        told_before = any(told.spot in annexed for told in figures if start <= told.start < first)
        before = text[start:first]
        elsewhere = prose.attribution.surroundings.names_another_place(before)
        if not (YEAR.search(before) or elsewhere or is_of_another_plan(run, first, background)):
            yield from _of_list(named, own, background, told_before=told_before)


def _of_list(
    named: Sequence[_Named], own: Groups, background: Background, *, told_before: bool
) -> Iterator[ListedPart]:
    last = named[-1].name
    column = next((c for each in (last, named[0].between) if (c := _column(each.strip(), background))), None)
    names = [_bare(each.name, background) for each in named]
    parts = [own.sorts.get(name) for name in names]
    if parts[0] is None:
        head, parts[0] = _behind_annex(names[0], own, background)
        told_before = told_before or head
    if (
        len(named) < _FEWEST
        or not told_before
        or not all(_is_level(each.between, background) for each in named)
        or len({id(part) for part in parts}) != len(parts)
    ):
        return
    counts = all(each.told.mention.quantity.unit.text in tuple(background.discourse.member_measures) for each in named)
    amounts = column is not None and not any(is_count(each.told.mention.quantity.unit) for each in named)
    for each, part in zip(named, parts, strict=True):
        if part is None:
            return
        if counts or amounts:
            yield ListedPart(each.told, part, None if counts else column)


def _bare(name: str, background: Background) -> str:
    """The name of a part without words for a kind, an amount and a place in a list: 能源 of 能源类项目总投资."""
    discourse = background.discourse
    words = name[background.known.leading.end(name) :].strip()
    for amount in (*discourse.total_investment, *discourse.in_period_investment):
        words = words.removesuffix(amount)
    return stem_of(without_members(words, discourse), background.known.kinds)


def _behind_annex(name: str, own: Groups, background: Background) -> tuple[bool, Part | None]:
    """Whether the first name stands behind that of the annex, and the part that it is of: 重大项目共安排交通."""
    discourse, annex = background.discourse, background.names.annex
    stem = next((each for each in sorted(own.sorts, key=len, reverse=True) if name.endswith(each)), "")
    head = name.removesuffix(stem).strip()
    called = annex.name if annex is not None else ""
    short = (word for word in longest_first(discourse.members) if called.endswith(word))
    subject = next((word for word in (called, *short) if word and head.startswith(word)), "")
    rest = head.removeprefix(subject) if subject else behind_annex(head, background.known)
    if not stem or rest is None:
        return False, None
    rest = without_members(rest, discourse)
    return background.known.making.fills(rest) or background.known.between.fills(rest), own.sorts[stem]


def _is_level(between: str, background: Background) -> bool:
    """Whether the words between names and figures say nothing but how many there are: 为, 安排; 增加 does."""
    words = between.strip()
    for amount in (*background.discourse.total_investment, *background.discourse.in_period_investment):
        words = words.removeprefix(amount)
    changes = any(word in words for word in background.known.aspects)
    return not changes and (background.known.between.fills(words) or words in background.discourse.making)


def _column(words: str, background: Background) -> Column | None:
    discourse = background.discourse
    if words.endswith(discourse.in_period_investment):
        return "in_period"
    return "total" if words.endswith(discourse.total_investment) else None
