"""Stated totals against the sum of their members: what the subtotal and the grand-total rule share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.model.projects import StatedTotals
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rules.outcome import Consistent, NotCheckable

Column: TypeAlias = Literal["total", "in_period"]
COLUMNS: tuple[Column, ...] = ("total", "in_period")


@dataclass(frozen=True, slots=True)
class Difference:
    """A stated total that is not the sum of its members. The amounts are printed in the annex's unit."""

    place: Place
    column: Column
    stated: str
    computed: str
    gap: str


def compare_total(
    linked: LinkedPlan, owner: str, path: NodePath, stated: StatedTotals | None, column: Column, unit: str, exact: bool
) -> Iterator[Difference | Consistent | NotCheckable]:
    """Compare one stated total of the entity `owner` at `path` with the figure ``owner.column``; none stated, none compared."""
    number: Number | None = getattr(stated, column) if stated else None
    if number is None:
        return
    place = Place((*path, "stated", column))
    computed = linked.figures[f"{owner}.{column}"].result
    match computed:
        case Unknown(reason=reason, about=about):
            yield NotCheckable(place, reason, about)
        case Quantity():
            printed = Quantity.from_number(number, unit, exact=exact)
            if printed.interval.meets(computed.interval):
                yield Consistent(place)
            else:
                yield _difference(place, column, number, printed, computed)


def _difference(place: Place, column: Column, number: Number, printed: Quantity, computed: Quantity) -> Difference:
    gap = abs(printed - computed)
    return Difference(place, column, number.text, plain(computed), plain(gap))


def names(column: Column) -> Mapping[str, str]:
    """The column's name in both languages, as message arguments."""
    return {
        "total": {"column_zh": "总投资", "column_en": "total investment"},
        "in_period": {"column_zh": "规划期内投资", "column_en": "investment within the period"},
    }[column]
