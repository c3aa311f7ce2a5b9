"""The numbers that the tables of a plan print, table by table."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators, projects
from plan_compiler.model.plan import Plan
from plan_compiler.model.projects import StatedTotals
from plan_compiler.quantity.number import Number
from plan_compiler.rules.sums.tables import cells
from plan_compiler.rules.sums.totals import COLUMNS


class Printed(Struct, frozen=True):
    """A number of a table: the table's title, what its row is called, the unit it is printed under, and its path."""

    table: str
    row: str
    unit: str
    number: Number
    path: NodePath

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.path)


def table_numbers(linked: LinkedPlan) -> Iterator[Printed]:
    """The numbers of indicator tables, of the annex and of data tables, in this order."""
    yield from _of_indicators(linked.plan)
    yield from annex_numbers(linked)
    for table, cell in cells(linked):
        if isinstance(cell.written, Number):
            title = table.grid.table.title
            yield Printed(title, table.row(cell).row.title, cell.unit.text, cell.written, cell.place.path)


@lru_cache(maxsize=1)
def annex_numbers(linked: LinkedPlan) -> tuple[Printed, ...]:
    """The amounts of the projects, and the totals stated for them."""
    return tuple(_of_annex(linked.plan))


def _of_annex(plan: Plan) -> Iterator[Printed]:
    annex = plan.annex
    if annex is None:
        return
    yield from _of_totals(plan, annex.title, ("annex",), annex.stated)
    for index, category in enumerate(annex.categories):
        yield from _of_totals(plan, category.title, ("annex", "categories", index), category.stated)
    for path, _, project in projects(plan):
        for column in COLUMNS:
            yield Printed(annex.title, project.name, annex.unit, project.amount(column), (*path, column))


def _of_totals(plan: Plan, row: str, path: NodePath, stated: StatedTotals | None) -> Iterator[Printed]:
    for column in COLUMNS:
        number = stated.amount(column) if stated else None
        if number is not None and plan.annex is not None:
            yield Printed(plan.annex.title, row, plan.annex.unit, number, (*path, "stated", column))


def _of_indicators(plan: Plan) -> Iterator[Printed]:
    for path, table, indicator in indicators(plan):
        for year, cell in indicator.values.items():
            if isinstance(cell, Number):
                yield Printed(table.title, indicator.name, indicator.unit, cell, (*path, "values", str(year)))


def worded_cells(linked: LinkedPlan) -> Iterator[tuple[Place, str]]:
    """The cells of indicator tables and data tables that are no plain numbers (≥95), with their texts."""
    for path, _, indicator in indicators(linked.plan):
        for year, cell in indicator.values.items():
            if isinstance(cell, str):
                yield Place((*path, "values", str(year))), cell
    for _, entry in cells(linked):
        if isinstance(entry.written, str):
            yield entry.place, entry.written
