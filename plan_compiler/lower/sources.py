"""Where printed figures come from: what a reader is told of a figure under the pointer."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.nodes import FigureSource
from plan_compiler.link.linked import LinkedForm, LinkedTable
from plan_compiler.link.outline import indicators, projects
from plan_compiler.lower.indicators import printed_value
from plan_compiler.lower.scope import Scope
from plan_compiler.model.chapter import Section
from plan_compiler.model.prose import Computed, Defined, Stated
from plan_compiler.quantity.number import Number


class _Home(Struct, frozen=True):
    """A figure as it is printed at its home."""

    name: str
    printed: str
    place: str


def figure_sources(scope: Scope) -> dict[str, FigureSource]:
    """The sources of the figures in prose, by the id or expression that `NumberText.source` holds."""
    homes = dict(_homes(scope))
    sources: dict[str, FigureSource] = {}
    for linked in scope.linked.forms.values():
        match linked.form:
            case Defined(id=key):
                home = homes[key]
                sources.setdefault(key, FigureSource(key, home.name, home.printed, "", home.place))
            case Stated(expr=key) | Computed(expr=key):
                sources.setdefault(key, _derived(scope, key, linked, homes))
            case _:
                pass
    return sources


def _derived(scope: Scope, expr: str, linked: LinkedForm, homes: Mapping[str, _Home]) -> FigureSource:
    """A figure that follows from others: each with what is printed at its home."""
    needs = [(key, homes[key]) for key in linked.needs if key in homes]
    if len(needs) == 1 and needs[0][0] == expr.strip():
        key, home = needs[0]
        return FigureSource(key, home.name, linked.printed, home.printed, home.place)
    marks = scope.words.typography
    members = marks.clause_separator.join(f"{home.name or key}{marks.colon}{home.printed}" for key, home in needs)
    return FigureSource(expr, "", linked.printed, f"= {expr}" + (f" ({members})" if members else ""), "")


def _homes(scope: Scope) -> Iterator[tuple[str, _Home]]:
    linked = scope.linked
    for (path, _), form in linked.forms.items():
        if isinstance(form.form, Defined):
            yield form.form.id, _Home("", form.printed, _place(scope, path))
    for fact in linked.plan.facts:
        if fact.value is not None:
            yield fact.id, _Home(fact.name or "", fact.value, fact.source or "")
    for path, table, indicator in indicators(linked.plan):
        place = scope.label(path[:2]) or table.title
        for year in indicator.values:
            name = indicator.name + f" {year}"
            yield f"{indicator.id}[{year}]", _Home(name, printed_value(indicator, year) + indicator.unit, place)
    for data_table in linked.tables.values():
        yield from _table_homes(scope, data_table)
    annex = linked.plan.annex
    for path, _, project in projects(linked.plan):
        place = f"{scope.label(('annex',))} {scope.label(path)}".strip()
        unit = annex.unit if annex else ""
        yield f"{project.id}.total", _Home(project.name, project.total.text + unit, place)
        yield f"{project.id}.in_period", _Home(project.name, project.in_period.text + unit, place)


def _table_homes(scope: Scope, table: LinkedTable) -> Iterator[tuple[str, _Home]]:
    """The figures of a data table that stand in it as they are, by row and column."""
    place = scope.label(table.grid.path) or table.grid.table.title
    for cell in table.cells.values():
        if isinstance(cell.written, Number):
            row, column = table.row(cell).row, table.grid.columns[cell.column]
            printed = cell.written.text + ("" if cell.written.unit else cell.unit.text)
            yield cell.key, _Home(f"{row.title} {column.title}", printed, place)


def _place(scope: Scope, path: NodePath) -> str:
    """The chapter and sections that the text at `path` stands in, as they are printed."""
    if path[0] == "annex":
        return f"{scope.label(('annex',))} {scope.label(path[:5])}".strip()
    titles: list[str] = []
    sections: tuple[Section, ...] = scope.linked.plan.chapters
    for depth in range(1, len(path), 2):
        index = path[depth]
        if path[depth - 1] not in ("chapters", "sections") or not isinstance(index, int):
            break
        section = sections[index]
        if section.title is not None:
            titles.append(scope.label(path[: depth + 1]) + section.title)
        sections = section.sections
    return " › ".join(titles)
