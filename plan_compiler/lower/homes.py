"""Where figures are at home: what is printed there, under which name, and where that is."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.link.linked import LinkedTable
from plan_compiler.link.outline import indicators, projects
from plan_compiler.lower.indicators import printed_value
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.table_figures import FigureStyle
from plan_compiler.model.chapter import Section
from plan_compiler.model.figures import Fact
from plan_compiler.model.projects import Column as ProjectColumn
from plan_compiler.model.prose import Defined
from plan_compiler.quantity.printing import with_unit_text


class Home(Struct, frozen=True):
    """A figure as it is printed at its home; the place in words, and its anchor ("" where it has none)."""

    name: str
    printed: str
    place: str
    anchor: str = ""


def homes(scope: Scope) -> Iterator[tuple[str, Home]]:
    """The home of every figure that is printed somewhere, by its key."""
    linked = scope.linked
    facts = {fact.id: fact for fact in linked.plan.facts}
    for (path, _), form in linked.forms.items():
        if isinstance(form.form, Defined):
            name = _fact_name(facts[form.form.id]) if form.form.id in facts else ""
            place, anchor = place_of(scope, path)
            yield form.form.id, Home(name, form.printed, place, anchor)
    for fact in linked.plan.facts:
        if fact.value is not None:
            yield fact.id, Home(_fact_name(fact), fact.value, fact.source or "")
    for path, table, indicator in indicators(linked.plan):
        place, anchor = scope.label(path[:2]) or table.title, scope.anchor(indicator.id, path)
        for year in indicator.values:
            printed = _measured(scope, printed_value(indicator, year), indicator.unit)
            yield f"{indicator.id}[{year}]", Home(f"{indicator.name} {year}", printed, place, anchor)
    for data_table in linked.tables.values():
        yield from _table_homes(scope, data_table)
    annex = linked.plan.annex
    for path, _, project in projects(linked.plan):
        place = f"{scope.label(('annex',))} {scope.label(path)}".strip()
        unit, anchor = annex.unit if annex else "", scope.anchor(project.id, path)
        for column, title in amount_titles(scope).items():
            printed = _measured(scope, project.amount(column).text, unit)
            home = Home(f"{project.name} {title}", printed, place, anchor)
            yield f"{project.id}.{column}", home


def amount_titles(scope: Scope) -> Mapping[ProjectColumn, str]:
    """What the amounts of projects are called, without their unit."""
    titles, annex = scope.words.annex_columns, scope.linked.plan.annex
    own = annex.columns if annex else None
    return {
        "total": (own and own.total) or titles.total,
        "in_period": (own and own.in_period) or titles.in_period,
    }


def place_of(scope: Scope, path: NodePath) -> tuple[str, str]:
    """The chapter and sections that the text at `path` stands in, as they are printed, and the anchor of the last.

    A text that stands under no heading stands in the plan.
    """
    if path[0] == "annex":
        return f"{scope.label(('annex',))} {scope.label(path[:5])}".strip(), _project_anchor(scope, path[:5])
    titles: list[str] = []
    anchor = ""
    sections: tuple[Section, ...] = scope.linked.plan.chapters
    for depth in range(1, len(path), 2):
        index = path[depth]
        if path[depth - 1] not in ("chapters", "sections") or not isinstance(index, int):
            break
        section = sections[index]
        if section.title is not None:
            titles.append(scope.label(path[: depth + 1]) + section.title)
            anchor = scope.anchor(section.id, path[: depth + 1])
        sections = section.sections
    return " › ".join(titles) or scope.linked.plan.title, anchor


def _project_anchor(scope: Scope, path: NodePath) -> str:
    match path:
        case ("annex", "categories", int(category), "projects", int(index)) if scope.linked.plan.annex:
            return scope.anchor(scope.linked.plan.annex.categories[category].projects[index].id, path)
        case _:
            return scope.anchor(scope.linked.plan.annex.id, ("annex",)) if scope.linked.plan.annex else ""


def _fact_name(fact: Fact) -> str:
    """The name, with the time at which the figure holds."""
    return " ".join(part for part in (fact.name, fact.as_of) if part)


def _table_homes(scope: Scope, table: LinkedTable) -> Iterator[tuple[str, Home]]:
    """The figures of a data table, by row and column."""
    place = scope.label(table.grid.path) or table.grid.table.title
    anchor = scope.anchor(table.grid.table.id, table.grid.path)
    style = FigureStyle.of(scope.linked, table)
    for cell in table.cells.values():
        text = style.text(cell)
        if text:
            row, column = table.row(cell).row, table.grid.columns[cell.column]
            yield cell.key, Home(f"{row.title} {column.title}", _measured(scope, text, cell.unit.text), place, anchor)


def _measured(scope: Scope, text: str, unit: str) -> str:
    """What a cell prints, with the unit of its row or column where it is a figure."""
    bare = not any(map(str.isdigit, text)) or unit.strip() in scope.words.meanings.no_unit
    return text if bare else with_unit_text(text, unit, scope.linked.plan.language)
