"""The years of the plan itself: its period and its milestones."""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Place
from plan_compiler.link.faults.period import MALFORMED_PLAN_PERIOD, YEAR_OUTSIDE_PLAN
from plan_compiler.model.plan import Plan
from plan_compiler.patterns import compiled

_PERIOD = compiled(r"[^0-9]*([0-9]{4})[^0-9]+([0-9]{4})[^0-9]*")
_ONE_YEAR = compiled(r"\s*([0-9]{4})年?\s*")
_SHORT = compiled(r"[^0-9]*([0-9]{2})([0-9]{2})[^0-9]+([0-9]{2})[^0-9]*")


def period_of_plan(plan: Plan) -> tuple[int, int] | None:
    """The first and the last year of the plan; None where its period is not written as two years in order, or as one."""
    if one := _ONE_YEAR.fullmatch(plan.period):
        return int(one[1]), int(one[1])
    match = _PERIOD.fullmatch(plan.period)
    years = (int(match[1]), int(match[2])) if match else None
    return years if years and years[0] <= years[1] else None


def base_year(plan: Plan) -> int | None:
    """The year that the plan sets out from: that which plan.yaml names, or the one before its period; None where the period is unreadable."""
    period = period_of_plan(plan)
    return plan.base or (period[0] - 1 if period else None)


def years_of_plan(plan: Plan) -> int | None:
    """How many years the plan has; None as in `period_of_plan`."""
    years = period_of_plan(plan)
    return None if years is None else years[1] - years[0] + 1


def period_faults(plan: Plan) -> Iterator[Diagnostic]:
    """What is wrong with the years of plan.yaml."""
    years = period_of_plan(plan)
    if years is None:
        args = {"period": plan.period, "example": _example(plan.period)}
        yield Diagnostic(MALFORMED_PLAN_PERIOD, Place(("period",)), args, hint="hint", subject=plan.period)
        return
    for index, year in enumerate(plan.milestones):
        if not years[0] <= year <= years[1] and year not in (plan.base, plan.outlook):
            args = {"year": str(year), "period": plan.period}
            place = Place(("milestones", index))
            yield Diagnostic(YEAR_OUTSIDE_PLAN, place, args, hint="hint", subject=str(year))


def _example(written: str) -> str:
    """The period as it was probably meant."""
    if short := _SHORT.fullmatch(written):
        return f"{short[1]}{short[2]}-{short[1]}{short[3]}"
    if turned := _PERIOD.fullmatch(written):
        return f"{turned[2]}-{turned[1]}"
    return "2026-2030"
