"""What a change of the plan's time leads to: the figure of an indicator that a text tells, and the year that it is of."""

from collections.abc import Mapping

from msgspec import Struct

from plan_compiler.link.expressions import At
from plan_compiler.link.outline import indicators
from plan_compiler.model.indicators import Indicator
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_clauses import ChangeClause
from plan_compiler.rules.prose.claims.untimed import as_target
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.subjects import By, Subject
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import YEARS_OF_A_PLAN


class Course(Struct, frozen=True):
    """An indicator from one year to another; `told` is the figure that a text tells of the last."""

    subject: Subject
    first: int
    last: int
    told: Told | None


def course_to(prose: ProseFigures, last: Told, clause: ChangeClause) -> Course | None:
    """The indicator that the figure `last` is of, from the year that a clause compares with, or the base year, up to that figure's."""
    subject, year = bound_to(prose, last) or _spoken_of(prose, last) or (None, 0)
    if subject is None or not is_stock(prose, subject):
        return None
    first = clause.since or prose.attribution.background.years.base
    if first is None or year <= first or (clause.whole and year - first != YEARS_OF_A_PLAN):
        return None
    return Course(subject, first, year, last)


def bound_to(prose: ProseFigures, told: Told) -> tuple[Subject, int] | None:
    """The indicator and the year of a figure that a form prints, or holds against the plan's."""
    form = told.form
    if form is None or not isinstance(form.expr, At) or len(form.needs) != 1 or told.mention.aspect is not None:
        return None
    indicator = prose.once(_indicators).get(next(iter(form.needs)).partition("[")[0])
    return (
        (Subject(indicator.id, indicator.name, By.YEAR, indicator), form.expr.year) if indicator is not None else None
    )


def _indicators(prose: ProseFigures) -> Mapping[str, Indicator]:
    return {indicator.id: indicator for _, _, indicator in indicators(prose.linked.plan)}


def _spoken_of(prose: ProseFigures, told: Told) -> tuple[Subject, int] | None:
    """The same of a figure that its words tell to be one of the plan."""
    spoken = prose.attribution.spoken(told) or as_target(prose, told)
    is_level = spoken is not None and spoken.year is not None and spoken.aspect is None
    return (spoken.subject, spoken.year) if spoken is not None and spoken.year is not None and is_level else None


def is_stock(prose: ProseFigures, subject: Subject) -> bool:
    """Whether it is an indicator whose figures of two years differ by what it has changed: no running total, and not called by a change."""
    if subject.by is not By.YEAR or subject.indicator is None or subject.indicator.cumulative:
        return False
    return not any(word in plain(subject.name) for word in prose.attribution.background.known.aspects)
