"""Where printed figures come from: what a reader is told of a figure under the pointer."""

from collections.abc import Iterator, Mapping
from itertools import chain

from plan_compiler.document.nodes import FigureSource
from plan_compiler.language.screen import ScreenWords, screen_words
from plan_compiler.link.expressions import Call, Extent
from plan_compiler.link.linked import LinkedForm, LinkedTable, Unknown
from plan_compiler.link.tables.linked import Computed as Formula
from plan_compiler.link.tables.linked import LinkedCell, Same, Sum
from plan_compiler.lower.homes import Home, amount_titles, homes, place_of
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.text import figure_key
from plan_compiler.model.projects import StatedTotals
from plan_compiler.model.prose import Computed, Defined, Stated

_SIGNS = str.maketrans({"*": "×", "/": "÷", "-": "−"})


def figure_sources(scope: Scope) -> dict[str, FigureSource]:
    """The sources of the figures in prose and of those computed in tables, by what `NumberText.source` holds.

    A figure that is taken over from its home has what is printed there; one that is computed has what it is computed from.
    """
    known = dict(homes(scope))
    words = screen_words(scope.words.language)
    found = {source.id: source for source in chain(_of_totals(scope, words), _of_tables(scope, known, words))}
    for (path, _), linked in scope.linked.forms.items():
        match linked.form:
            case Defined(id=key):
                found.setdefault(key, _taken_over(key, known[key]))
            case Stated() | Computed():
                key = figure_key(linked)
                found.setdefault(key, _of_form(key, linked, place_of(scope, path), known, words))
            case _:
                pass
    return found


def _taken_over(key: str, home: Home) -> FigureSource:
    return FigureSource(key, home.name, home.printed, "", home.place, home.anchor)


def _of_form(
    key: str, linked: LinkedForm, place: tuple[str, str], known: Mapping[str, Home], words: ScreenWords
) -> FigureSource:
    if key in known:
        return _taken_over(key, known[key])
    match linked.form, linked.expr:
        case _, Call(function="count"):
            definition = words.source_count
        case (Stated() | Computed()) as form, _:
            definition = _worked_out(form.expr, linked.references, known)
        case _:
            definition = ""
    return FigureSource(key, "", linked.printed, definition, *place)


def _worked_out(text: str, references: Mapping[Extent, str | Unknown], known: Mapping[str, Home]) -> str:
    """A formula with what is printed in place of its names: = 水面 285.10 ÷ 面积 2844.20."""
    parts, end = ["= "], 0
    for at in sorted(references):
        key = references[at]
        home = known.get(key) if isinstance(key, str) else None
        shown = text[at[0] : at[1]] if home is None else f"{home.name} {home.printed}".strip()
        parts += (text[end : at[0]].translate(_SIGNS), shown)
        end = at[1]
    return "".join((*parts, text[end:].translate(_SIGNS)))


def _of_totals(scope: Scope, words: ScreenWords) -> Iterator[FigureSource]:
    """The totals of the annex that are the sums they are printed as: of categories, and of the whole."""
    annex = scope.linked.plan.annex
    if annex is None:
        return
    place, anchor = scope.label(("annex",)) or annex.title, scope.anchor(annex.id, ("annex",))
    everything = sum(len(category.projects) for category in annex.categories)
    totals: list[tuple[str, str, StatedTotals | None, int]] = [(annex.id, annex.title, annex.stated, everything)]
    totals += ((category.id, category.title, category.stated, len(category.projects)) for category in annex.categories)
    for entity, title, stated, count in totals:
        for column, name in amount_titles(scope).items():
            figure = scope.linked.figures.get(f"{entity}.{column}")
            published = stated.amount(column) if stated else None
            if figure is None or isinstance(figure.result, Unknown):
                continue
            if published is None or published.fraction == figure.result.nominal:
                definition = words.source_sum.format(count=count)
                yield FigureSource(figure.key, f"{title} {name}", "", definition, place, anchor)


def _of_tables(scope: Scope, known: Mapping[str, Home], words: ScreenWords) -> Iterator[FigureSource]:
    """The cells of data tables that are computed."""
    for table in scope.linked.tables.values():
        for cell in table.cells.values():
            if cell.written is None and cell.derived and cell.key in known:
                yield _of_cell(table, cell, known, words)


def _of_cell(table: LinkedTable, cell: LinkedCell, known: Mapping[str, Home], words: ScreenWords) -> FigureSource:
    home = known[cell.key]
    match cell.derived[0].source:
        case Sum(members=members):
            form = words.source_sum if all(member.weight == 1 for member in members) else words.source_members
            definition = form.format(count=len(members))
        case Same(key=key):
            definition = "= " + (f"{known[key].name} {known[key].printed}" if key in known else key)
        case Formula(text=text, bound=bound):
            definition = _worked_out(text, bound, known)
    return FigureSource(cell.key, home.name, home.printed, definition, home.place, home.anchor)
