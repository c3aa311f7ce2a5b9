"""What of a plan is done: 计划5000人，实际培训5200人，完成率104%."""

from collections.abc import Sequence

from plan_compiler.language.years import YEAR
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.claims.parts.shares import Shares
from plan_compiler.rules.prose.figures import Told


def of_plan(known: Shares, rate: Told, before: Sequence[Told]) -> tuple[Told, Told] | None:
    """What is done and what was planned, the only two figures of their unit before a rate of that: 计划5000人，实际培训5200人，完成率104%."""
    opening = rate.opening.strip()
    if opening in known.told.possessive and before:  # 为计划5000套的104%
        says = known.planned.fullmatch(before[-1].opening.strip())
    else:
        says = known.of_plan.fullmatch(opening)
    if len(before) < 2 or not says:
        return None
    unit = before[-1].mention.quantity.unit
    alike = [told for told in before if told.mention.quantity.unit == unit]
    planned = [any(word in told.label for word in known.told.planned) for told in alike]
    if len(alike) != 2 or alike[-2:] != list(before[-2:]) or planned.count(True) != 1 or is_pure(unit):
        return None
    done, plan = alike if planned[1] else alike[::-1]
    is_dated = YEAR.search(rate.run.text, alike[0].end, alike[1].start)
    return (done, plan) if done.mention.aspect is None and not is_dated else None
