"""The projects of a plan beside the plan's own period: what the rules on projects share."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.link.construction import Period, read_period
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import projects
from plan_compiler.model.projects import Project
from plan_compiler.quantity.quantity import Quantity, may_hold
from plan_compiler.rules.sums.totals import COLUMNS, amount_text


class Scheduled(Struct, frozen=True):
    """A project with its path and its years (None where none can be read), and the unit of its amounts."""

    path: NodePath
    project: Project
    period: Period | None
    unit: str
    exact: bool

    def place(self, field: str) -> Place:
        """One of its fields."""
        return Place((*self.path, field))

    @property
    def amounts(self) -> Mapping[str, str]:
        """Its amounts by their fields, as printed with their units."""
        return {column: amount_text(self.project.amount(column), self.unit) for column in COLUMNS}

    @property
    def is_counted(self) -> bool:
        """Whether money is counted for it in the plan."""
        return self.project.in_period.value > 0

    @property
    def is_counted_whole(self) -> bool:
        """Whether its whole sum is counted in the plan."""
        return self._may_hold("==")

    @property
    def is_counted_in_part(self) -> bool:
        """Whether certainly less than its whole sum is counted in the plan."""
        return not self._may_hold(">=") and self._may_hold("<")

    def _may_hold(self, operator: str) -> bool:
        """Whether the amount within the plan may stand so to the whole; False where the two do not compare."""
        inner, outer = self.project.in_period, self.project.total
        if inner.unit == outer.unit and inner.value == outer.value:
            return operator != "<"
        part, whole = (Quantity.from_number(number, self.unit, exact=self.exact) for number in (inner, outer))
        return part.unit.dimension == whole.unit.dimension and may_hold(operator, part, whole)


@lru_cache(maxsize=1)
def scheduled(linked: LinkedPlan) -> tuple[Scheduled, ...]:
    """All projects of the annex, in order."""
    annex = linked.plan.annex
    unit = annex.unit if annex else ""
    return tuple(
        Scheduled(path, project, read_period(project.period), unit, category.exact)
        for path, category, project in projects(linked.plan)
    )


def plan_years(linked: LinkedPlan) -> tuple[int, int] | None:
    """The first and the last year of the plan's period; None where it is not written as two years in order."""
    period = read_period(linked.plan.period)
    if period is None or period.start is None or period.end is None or period.start > period.end:
        return None
    return period.start, period.end
