"""Charts of projects: what is invested in them, and when they are built."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from plan_compiler.document.charts import BarGroup, Bars, ChartValue, Schedule, Work, WorkGroup
from plan_compiler.language.charts import chart_words
from plan_compiler.link.charts import DrawnProject
from plan_compiler.link.linked import Unknown
from plan_compiler.link.period import period_of_plan
from plan_compiler.lower.annex import annex_titles, printed_sum
from plan_compiler.lower.scope import Scope
from plan_compiler.model.projects import Annex, Category, Column
from plan_compiler.quantity.printing import plain, with_unit_text
from plan_compiler.quantity.quantity import Quantity, add_all
from plan_compiler.quantity.units import parse_unit

Grouping = Literal["category", "start", "period"]
_COLUMNS: tuple[Column, ...] = ("total", "in_period")
_AROUND = 2
"""Years before and behind the plan that a schedule shows; works that go on beyond are cut off there."""


def bars(scope: Scope, drawn: tuple[DrawnProject, ...], by: Grouping) -> Bars:
    """The amounts of projects by group, the whole and that within the plan; the latter left out where it is the same."""
    annex = scope.linked.plan.annex
    unit = annex.unit if annex else ""
    titles: tuple[str, ...] = annex_titles(scope.words, annex) if annex else ("", "")
    groups = tuple(
        BarGroup(name, _count(scope, members), tuple(_amount(scope, members, column, annex) for column in _COLUMNS))
        for name, members in _grouped(scope, drawn, by)
    )
    if all(group.bars[0] == group.bars[1] for group in groups):
        titles = titles[:1]
        groups = tuple(BarGroup(group.name, group.note, group.bars[:1]) for group in groups)
    return Bars(unit, titles, groups)


def _count(scope: Scope, members: Sequence[DrawnProject]) -> str:
    return chart_words(scope.words.language).projects.format(count=len(members))


def _grouped(
    scope: Scope, drawn: tuple[DrawnProject, ...], by: Grouping
) -> Iterator[tuple[str, Sequence[DrawnProject]]]:
    match by:
        case "category":
            yield from _together((one.category.title, one) for one in drawn)
        case "period":
            dated = sorted((one for one in drawn if one.period), key=_span)
            undated = [one for one in drawn if one.period is None]
            yield from _together((one.project.period, one) for one in (*dated, *undated))
        case "start":
            yield from _by_start(scope, drawn)


def _span(one: DrawnProject) -> tuple[int, int]:
    start, end = (one.period.start, one.period.end) if one.period else (None, None)
    return start or 0, end or 9999


def _by_start(scope: Scope, drawn: tuple[DrawnProject, ...]) -> Iterator[tuple[str, Sequence[DrawnProject]]]:
    """By the year in which building starts; all years before the plan are one group, and all behind it."""
    words, years = chart_words(scope.words.language), period_of_plan(scope.linked.plan)
    first, last = years or (0, 9999)

    def name(one: DrawnProject) -> tuple[int, str]:
        start = one.period.start if one.period else None
        if start is None:
            return 10_000, words.no_year
        if start < first:
            return first - 1, words.started_before.format(year=first - 1)
        if start > last:
            return last + 1, words.started_after.format(year=last + 1)
        return start, words.started.format(year=start)

    yield from _together((name(one)[1], one) for one in sorted(drawn, key=lambda one: name(one)[0]))


def _together(named: Iterable[tuple[str, DrawnProject]]) -> Iterator[tuple[str, Sequence[DrawnProject]]]:
    groups: dict[str, list[DrawnProject]] = {}
    for name, one in named:
        groups.setdefault(name, []).append(one)
    yield from groups.items()


def _amount(scope: Scope, members: Sequence[DrawnProject], column: Column, annex: Annex | None) -> ChartValue | None:
    """The sum; of a whole category what the annex prints, which may be a published subtotal."""
    unit = annex.unit if annex else ""
    category = members[0].category
    whole = len(members) == len(category.projects) and all(one.category is category for one in members)
    if whole:
        published = _published(category, column, unit)
        if published is not None:
            return published
    amounts: list[Quantity] = [Quantity.of(0, parse_unit(unit))]
    for one in members:
        result = scope.linked.figures[f"{one.project.id}.{column}"].result
        if isinstance(result, Unknown) or result.nominal is None:
            return None
        amounts.append(result)
    total = add_all(amounts)
    if total.nominal is None:
        return None
    return ChartValue(total.nominal, printed_sum(annex, column, total) if annex and whole else plain(total))


def _published(category: Category, column: Column, unit: str) -> ChartValue | None:
    number = category.stated.amount(column) if category.stated else None
    if number is None:
        return None
    quantity = Quantity.from_number(number, unit)
    if quantity.nominal is None or quantity.unit.dimension != parse_unit(unit).dimension:
        return None
    value = quantity.converted(parse_unit(unit)).nominal
    return None if value is None else ChartValue(value, number.text)


def told_bars(scope: Scope, data: Bars) -> str:
    """Every group with its amounts, in words."""
    words, marks = chart_words(scope.words.language), scope.words.typography
    sentences = (
        f"{group.name}{marks.open_parenthesis}{group.note}{marks.close_parenthesis}{marks.colon}"
        + marks.list_separator.join(
            f"{measure}{' ' if measure[-1:].isascii() else ''}{with_unit_text(value.text, data.unit, scope.words.language)}"
            for measure, value in zip(data.measures, group.bars, strict=True)
            if value is not None
        )
        for group in data.groups
    )
    return words.bars + marks.clause_separator.join(sentences) + marks.run_in_close


def schedule(scope: Scope, drawn: tuple[DrawnProject, ...]) -> Schedule:
    """The projects by category, over the years of the plan and those around it in which something is built."""
    plan = period_of_plan(scope.linked.plan)
    years = [year for one in drawn if one.period for year in (one.period.start, one.period.end) if year is not None]
    first, last = min(years, default=plan[0] if plan else 0), max(years, default=plan[1] if plan else 0)
    if plan:
        first = min(plan[0], max(first, plan[0] - _AROUND))
        last = max(plan[1], min(last, plan[1] + _AROUND))
    groups: dict[str, list[Work]] = {}
    for one in drawn:
        groups.setdefault(one.category.title, []).append(_work(scope, one))
    return Schedule(first, last, plan, tuple(WorkGroup(title, tuple(works)) for title, works in groups.items()))


def _work(scope: Scope, one: DrawnProject) -> Work:
    start, end = (one.period.start, one.period.end) if one.period else (None, None)
    return Work(scope.label(one.path), one.project.name, one.project.period, start, end)


def told_schedule(scope: Scope, data: Schedule) -> str:
    """How many projects there are, in which years, by category, in words."""
    words, marks = chart_words(scope.words.language), scope.words.typography
    works = [work for group in data.groups for work in group.works]
    years = [year for work in works for year in (work.start, work.end) if year is not None]
    told = words.years.format(
        count=len(works), first=min(years, default=data.first), last=max(years, default=data.last)
    )
    undecided = sum(work.start is None and work.end is None for work in works)
    if undecided:
        told += words.undecided.format(count=undecided)
    groups: Mapping[str, int] = {group.title: len(group.works) for group in data.groups}
    counts = marks.list_separator.join(
        f"{title}{marks.open_parenthesis}{words.projects.format(count=count)}{marks.close_parenthesis}"
        for title, count in groups.items()
    )
    return f"{words.spans}{told}{marks.colon}{counts}{marks.run_in_close}"
