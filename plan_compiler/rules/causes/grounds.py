"""Failed relations as grounds for suspicion: the gap between their sides, and the figures that they come from."""

from plan_compiler.link.linked import LinkedPlan
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, aligned
from plan_compiler.quantity.units import Unit
from plan_compiler.rational import Fraction
from plan_compiler.rules.origins import closure
from plan_compiler.rules.outcome import Inconsistent


class Ground:
    """A failed relation: the gap between its sides, and every figure that what is computed comes from, by its key."""

    def __init__(self, linked: LinkedPlan, relation: Inconsistent) -> None:
        self.relation = relation
        self.keys = closure(linked, relation.figures)
        try:
            stated, computed = aligned(relation.stated, relation.computed)
            self.gap: Quantity | None = stated - computed
        except UnitMismatchError:
            self.gap = None

    @property
    def plain_gap(self) -> Interval | None:
        """The gap in whatever unit it has."""
        return None if self.gap is None else self.gap.interval

    def gap_in(self, unit: Unit) -> Interval | None:
        """By how much what is stated is above what is computed; None where that is not in a unit of the same kind."""
        if self.gap is None or self.gap.unit.dimension != unit.dimension or self.gap.interval.width is None:
            return None
        return self.gap.interval.scaled(Fraction(self.gap.unit.factor) / unit.factor)
