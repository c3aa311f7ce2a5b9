"""The symbols of a plan: every entity with an id, whatever file or text declares it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import assert_never
from unicodedata import normalize

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, NodePath, Place, Related
from plan_compiler.link.faults.references import DUPLICATE_ID
from plan_compiler.link.linked import Symbol, SymbolKind
from plan_compiler.link.outline import TablePlacement, body_parts, indicators, projects, sections
from plan_compiler.link.prose_forms import TouchedForm
from plan_compiler.link.tables.grid import Grid
from plan_compiler.model.blocks import Box, Chart, Figure, ItemList
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Defined


class Declarations(Struct, frozen=True):
    """What the plan declares: symbols by id, the first of each; by name; and names that several share."""

    by_id: Mapping[str, Symbol]
    by_name: Mapping[str, Symbol]
    ambiguous: Mapping[str, tuple[Symbol, ...]]


def declare(
    plan: Plan, forms: Mapping[NodePath, tuple[TouchedForm, ...]], grids: Mapping[str, Grid] = MappingProxyType({})
) -> tuple[Declarations, tuple[Diagnostic, ...]]:
    """All symbols of the plan and of its texts' forms, and a finding for every id that is declared again."""
    by_id: dict[str, Symbol] = {}
    diagnostics: list[Diagnostic] = []
    for symbol in (*_of_plan(plan), *_of_rows(grids), *_of_texts(forms)):
        first = by_id.setdefault(symbol.id, symbol)
        if first is not symbol:
            diagnostics.append(_duplicate(symbol, first))
    by_name, ambiguous = _names(by_id.values())
    return Declarations(by_id, by_name, ambiguous), tuple(diagnostics)


def _duplicate(symbol: Symbol, first: Symbol) -> Diagnostic:
    args = {"id": symbol.id}
    return Diagnostic(
        DUPLICATE_ID, symbol.home, args, hint="hint", subject=symbol.id, related=(Related(first.home, "first", args),)
    )


def _names(symbols: Iterable[Symbol]) -> tuple[dict[str, Symbol], dict[str, tuple[Symbol, ...]]]:
    named: defaultdict[str, list[Symbol]] = defaultdict(list)
    for symbol in symbols:
        if symbol.name and symbol.kind in (SymbolKind.INDICATOR, SymbolKind.FACT):
            named[normalize("NFKC", symbol.name)].append(symbol)
    unique = {name: shared[0] for name, shared in named.items() if len(shared) == 1}
    return unique, {name: tuple(shared) for name, shared in named.items() if len(shared) > 1}


def _of_plan(plan: Plan) -> Iterator[Symbol]:
    yield from _of_sections(plan)
    for t, table in enumerate(plan.indicators):
        yield _symbol(table.id, SymbolKind.INDICATOR_TABLE, table.title, ("indicators", t))
    for t, data_table in enumerate(plan.tables):
        yield _symbol(data_table.id, SymbolKind.DATA_TABLE, data_table.title, ("tables", t))
    for path, _, indicator in indicators(plan):
        yield _symbol(indicator.id, SymbolKind.INDICATOR, indicator.name, path)
    if plan.annex is not None:
        yield _symbol(plan.annex.id, SymbolKind.ANNEX, plan.annex.title, ("annex",))
        for c, category in enumerate(plan.annex.categories):
            yield _symbol(category.id, SymbolKind.CATEGORY, category.title, ("annex", "categories", c))
    for path, _, project in projects(plan):
        yield _symbol(project.id, SymbolKind.PROJECT, project.name, path)
    for f, fact in enumerate(plan.facts):
        yield _symbol(fact.id, SymbolKind.FACT, fact.name or "", ("facts", f))
    for a, assertion in enumerate(plan.assertions):
        yield _symbol(assertion.id, SymbolKind.ASSERTION, "", ("assertions", a))
    for o, organization in enumerate(plan.organizations):
        yield _symbol(organization.id, SymbolKind.ORGANIZATION, organization.name, ("organizations", o))


def _of_rows(grids: Mapping[str, Grid]) -> Iterator[Symbol]:
    """The rows of data tables that can be referred to, by ``table.row``; and every row with an id, even one used twice."""
    for table, grid in grids.items():
        for row in grid.rows:
            name = row.row.id or row.name
            if not name.startswith("#"):
                home = Place((*row.path, "title" if row.row.id is None else "id"))
                yield Symbol(f"{table}.{name}", SymbolKind.ROW, row.row.title, row.path, home)


def _of_sections(plan: Plan) -> Iterator[Symbol]:
    for path, section in sections(plan):
        if section.id is not None:
            yield _symbol(section.id, SymbolKind.SECTION, section.title or "", path)
        for part_path, part in body_parts(path, section):
            match part:
                case str() | TablePlacement():
                    continue
                case Box():
                    kind = SymbolKind.BOX
                case Figure():
                    kind = SymbolKind.FIGURE
                case Chart():
                    kind = SymbolKind.CHART
                case ItemList():
                    kind = SymbolKind.LIST
                case _:
                    assert_never(part)
            if part.id is not None:
                yield _symbol(part.id, kind, part.title or "", part_path)


def _of_texts(forms: Mapping[NodePath, tuple[TouchedForm, ...]]) -> Iterator[Symbol]:
    """Figures whose home is a text; their path is that of the text, and they have no name."""
    for path, touched in forms.items():
        for form in (t.form for t in touched):
            if isinstance(form, Defined):
                yield Symbol(form.id, SymbolKind.FACT, "", path, Place(path, *form.id_at))


def _symbol(entity_id: str, kind: SymbolKind, name: str, path: NodePath) -> Symbol:
    return Symbol(entity_id, kind, name, path, Place((*path, "id")))
