"""What of a plan is done: 计划5000人，实际培训5200人，完成率104%."""

from collections.abc import Sequence

from plan_compiler.language.years import YEAR
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.claims.parts.shares import Shares, is_latest
from plan_compiler.rules.prose.figures import Told

_OPENING, _CLOSING = ("（", "("), ("）", ")")


def of_plan(known: Shares, rate: Told, before: Sequence[Told], behind: Told | None) -> tuple[Told, Told] | None:
    """What is done and what was planned, the only two figures of their unit before a rate of that: 计划5000人，实际培训5200人，完成率104%; or what is done
    right before it, and the plan right `behind` it in brackets: 完成率104%（计划5000人）.
    """
    opening = rate.opening.strip()
    if (
        before
        and behind is not None
        and known.of_plan.fullmatch(opening)
        and _is_plan_of(known, before[-1], rate, behind)
    ):
        return before[-1], behind
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
    return None if done.mention.aspect is not None or is_latest(known.told, done) or is_dated else (done, plan)


def _is_plan_of(known: Shares, done: Told, rate: Told, plan: Told) -> bool:
    """Whether nothing but a plan in its unit stands in brackets behind the rate of what is done."""
    text, unit = rate.run.text, done.mention.quantity.unit
    alone = text[rate.end : plan.opens].strip() in _OPENING and text[plan.end : plan.end + 1] in _CLOSING
    alike = not is_pure(unit) and unit.dimension == plan.mention.quantity.unit.dimension
    return alone and alike and any(word in plan.opening for word in known.told.planned)
