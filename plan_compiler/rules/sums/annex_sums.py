"""The sums of the annex, with all that bears on them, so that a failed one can be explained."""

from collections.abc import Iterator

from msgspec.structs import replace

from plan_compiler.diagnostics import Message, Place
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.projects import Annex, Column
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import read_number
from plan_compiler.rules.explain import Balance, Term, named
from plan_compiler.rules.outcome import Consistent
from plan_compiler.rules.sums.totals import COLUMNS, Totalled, annex_totals, category_totals, compare_total, names


def subtotal_balance(linked: LinkedPlan, annex: Annex, index: int, column: Column, stated: Number) -> Balance:
    """A category's stated subtotal beside its projects.

    Where the grand total agrees with all projects, these are right, and the fault lies in the subtotal.
    """
    subtotals = category_totals(annex)
    own = subtotals[index]
    title = annex.categories[index].title
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(subtotals)]
    return Balance(
        _stated(own, title, column, stated),
        tuple(_projects(annex, index, column, trusted=_holds(linked, annex_totals(annex), column))),
        near=(
            *_other_column(linked, own, title, column),
            *(term for at in beside for term in _printed(linked, subtotals[at], annex.categories[at].title, column)),
        ),
    )


def grand_total_balance(linked: LinkedPlan, annex: Annex, column: Column, stated: Number) -> Balance:
    """The stated grand total beside all projects; those of a category whose stated subtotal holds are right."""
    grand, subtotals = annex_totals(annex), category_totals(annex)
    return Balance(
        _stated(grand, annex.title, column, stated),
        tuple(
            term
            for index, subtotal in enumerate(subtotals)
            for term in _projects(annex, index, column, trusted=_holds(linked, subtotal, column))
        ),
        near=tuple(_other_column(linked, grand, annex.title, column)),
        groups=tuple(_categories(linked, annex, column)),
    )


def _stated(totalled: Totalled, title: str, column: Column, stated: Number) -> Term:
    place = Place((*totalled.path, "stated", column))
    return Term(named(title), stated, totalled.quantity(stated), place)


def _projects(annex: Annex, index: int, column: Column, *, trusted: bool) -> Iterator[Term]:
    totalled = category_totals(annex)[index]
    for row, project in enumerate(annex.categories[index].projects):
        number = project.amount(column)
        place = Place((*totalled.path, "projects", row, column))
        yield Term(named(project.id), number, totalled.quantity(number), place, trusted=trusted)


def _categories(linked: LinkedPlan, annex: Annex, column: Column) -> Iterator[Term]:
    """The categories of several projects, each as the sum of them."""
    for totalled, category in zip(category_totals(annex), annex.categories, strict=True):
        if len(category.projects) > 1 and (term := _computed(linked, totalled, column)):
            yield replace(term, name=named(category.title))


def _other_column(linked: LinkedPlan, totalled: Totalled, title: str, column: Column) -> Iterator[Term]:
    for other in COLUMNS:
        if other != column:
            yield from _printed(linked, totalled, title, other)


def _printed(linked: LinkedPlan, totalled: Totalled, title: str, column: Column) -> Iterator[Term]:
    """What is stated as the total of a column, and what should be."""
    words = names(column)
    name = Message(f"{title}{words['column_zh']}", f"{title}, {words['column_en']}")
    if number := totalled.number(column):
        yield Term(name, number, totalled.quantity(number), Place((*totalled.path, "stated", column)))
    if term := _computed(linked, totalled, column):
        yield replace(term, name=name)


def _computed(linked: LinkedPlan, totalled: Totalled, column: Column) -> Term | None:
    result = linked.figures[f"{totalled.id}.{column}"].result
    if not isinstance(result, Quantity):
        return None
    return Term(named(totalled.id), read_number(plain(result)), result)


def _holds(linked: LinkedPlan, totalled: Totalled, column: Column) -> bool:
    return any(isinstance(verdict, Consistent) for verdict in compare_total(linked, totalled, column))
