"""The whole periods of plans that a text names: 规划期内, “十五五”期间, 2026—2030年."""

from plan_compiler.language.discourse import Discourse
from plan_compiler.rules.prose.wording import Wording
from plan_compiler.rules.prose.years import PlanYears


def last_year(text: str, known: Wording, plan: PlanYears) -> int | None:
    """The last year of the only period of a plan that `text` names; None where there is none, or more than one."""
    named = {
        plan.final if match["plan"] is None else known.plans[match["plan"]] for match in known.within.finditer(text)
    }
    ranges = ((match["year"], match["last"]) for match in known.years.finditer(text) if match["last"])
    found = named | {plan.final if _is_own(first, last, plan) else None for first, last in ranges}
    return found.pop() if len(found) == 1 else None


def end_of_own(text: str, known: Wording, plan: PlanYears) -> int:
    """How far the name of the plan's own period goes that `text` begins with; 0 where it begins with none."""
    match = known.within.match(text)
    if match and (match["plan"] is None or known.plans[match["plan"]] == plan.final):
        return match.end()
    years = known.years.match(text)
    return years.end() if years and _is_own(years["year"], years["last"], plan) else 0


def without_own(text: str, discourse: Discourse) -> str:
    """`text` without the words for the five years of the plan, which words for a shorter time may be a part of: 年内 of 五年内."""
    for word in discourse.of_this_plan:
        text = text.replace(word, "")
    return text


def _is_own(first: str, last: str | None, plan: PlanYears) -> bool:
    return last is not None and plan.base is not None and int(first) == plan.base + 1 and int(last) == plan.final
