"""Stated totals against the sum of their members: what the subtotal and the grand-total rule share."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, NodePath, Place
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.model.projects import Annex, Column, StatedTotals
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, consistent, magnitude
from plan_compiler.quantity.units import currency_of, parse_unit
from plan_compiler.rules.outcome import Consistent, Inconsistent, NotCheckable

COLUMNS: tuple[Column, ...] = ("total", "in_period")


class Totalled(Struct, frozen=True):
    """An entity with stated totals: its id, its path, what is stated, the unit of its amounts, and their exactness."""

    id: str
    path: NodePath
    stated: StatedTotals | None
    unit: str
    exact: bool

    def number(self, column: Column) -> Number | None:
        """The stated total of `column`, if one is stated, and in a unit of the amounts' kind."""
        number = self.stated.amount(column) if self.stated else None
        if number is None or self.quantity(number).unit.dimension != parse_unit(self.unit).dimension:
            return None
        return number

    def quantity(self, number: Number) -> Quantity:
        """An amount of this entity as a quantity."""
        return Quantity.from_number(number, self.unit, exact=self.exact)


class Difference(Struct, frozen=True):
    """A stated total, `printed`, that is not the sum of its members: that is `due`, the figure `key`. The texts are in the annex's unit."""

    place: Place
    column: Column
    number: Number
    stated: str
    computed: str
    gap: str
    key: str
    printed: Quantity
    due: Quantity

    def failed(self, diagnostic: Diagnostic) -> Inconsistent:
        """The failed relation, told by `diagnostic`."""
        return Inconsistent(diagnostic, (self.key,), self.printed, self.due)


def annex_totals(annex: Annex) -> Totalled:
    """The grand totals of the annex."""
    exact = all(category.exact for category in annex.categories)
    return Totalled(annex.id, ("annex",), annex.stated, annex.unit, exact)


def category_totals(annex: Annex) -> tuple[Totalled, ...]:
    """The subtotals of its categories."""
    return tuple(
        Totalled(c.id, ("annex", "categories", index), c.stated, annex.unit, c.exact)
        for index, c in enumerate(annex.categories)
    )


def compare_total(
    linked: LinkedPlan, totalled: Totalled, column: Column
) -> Iterator[Difference | Consistent | NotCheckable]:
    """Compare one stated total with the figure ``id.column``; where none is stated, there is nothing to compare."""
    number = totalled.number(column)
    if number is None:
        return
    place = Place((*totalled.path, "stated", column))
    key = f"{totalled.id}.{column}"
    computed = linked.figures[key].result
    match computed:
        case Unknown(reason=reason, about=about):
            yield NotCheckable(place, reason, about)
        case Quantity():
            printed = totalled.quantity(number)
            if consistent(printed, computed):
                yield Consistent(place, (key,))
            else:
                gap = plain(magnitude(computed - printed))
                yield Difference(place, column, number, number.text, plain(computed), gap, key, printed, computed)


def amount_text(number: Number, unit: str) -> str:
    """An amount as printed, with the unit of its column unless it has one of its own."""
    return number.text if number.unit else with_unit(number.text, unit)


def with_unit(number: str, unit: str) -> str:
    """A number with its unit; money that has its sign in front has it there: £4 million."""
    if currency := currency_of(unit):
        return f"{currency}{number}{unit[len(currency) :]}"
    space = " " if unit[:1].isascii() and unit[:1].isalpha() else ""
    return f"{number}{space}{unit}"


def names(column: Column) -> Mapping[str, str]:
    """The column's name in both languages, as message arguments."""
    match column:
        case "total":
            return {"column_zh": "总投资", "column_en": "total investment"}
        case "in_period":
            return {"column_zh": "规划期内投资", "column_en": "investment within the period"}
