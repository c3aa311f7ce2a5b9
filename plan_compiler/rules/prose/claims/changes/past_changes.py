"""Yearly changes over the plan before, whose years stand before both ends: “十四五”时期，城镇化率由60.2%提高到[65.6%](=urban[2025])，年均提高1.08个百分点."""

from collections.abc import Sequence

from plan_compiler.language.years import YEAR
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_words import Changes
from plan_compiler.rules.prose.claims.changes.ends import Ends, clause_before, led
from plan_compiler.rules.prose.claims.changes.reached import bound_to
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import YEARS_OF_A_PLAN

_SEMICOLONS = ("；", ";")
_MOST = 12
"""How many sentences before its own may end with semicolons."""


def past_change(prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    """The two figures right before a yearly change, which leads from the one to the other in the five years up to the base year: the second is that
    year's, and the sentence names the plan of these years (十四五), or the year before them, and no other time.
    """
    if index < 2:
        return None
    told, (first, last) = figures[index], figures[index - 2 : index]
    clause = clause_before(told)
    if known.yearly_at(clause) != 0 or led(known, first, last) is None:
        return None
    background = prose.attribution.background
    base = background.years.base
    bound = bound_to(prose, last)
    spoken = None if bound is not None else prose.attribution.spoken(last)
    year = bound[1] if bound is not None else spoken.year if spoken is not None and spoken.aspect is None else None
    if base is None or year != base:
        return None
    if _names_other_time(prose, known, plain(told.run.text[_full_start(told) : told.start]), base):
        return None
    texts = (first.worded, last.worded)
    return Ends(first.mention.fact, last.mention.fact, texts, (first, last), YEARS_OF_A_PLAN)


def _full_start(told: Told) -> int:
    """Where the sentence of a figure begins, those before it that end with semicolons with it."""
    text = told.run.text
    start = sentence_start(text, told.start)
    for _ in range(_MOST):
        if not start or text[start - 1] not in _SEMICOLONS:
            break
        start = sentence_start(text, start - 1)
    return start


def _names_other_time(prose: ProseFigures, known: Changes, sentence: str, base: int) -> bool:
    """Whether a sentence names another time than the five years up to `base`, or none."""
    plans = {last for _, last in prose.attribution.background.known.plans_in(sentence)}
    years = {int(year) for year in YEAR.findall(sentence)} - {base}
    spans = any(f"{number}{prose.linked.words.names.year}" in sentence for number in known.told.other_spans)
    return spans or not plans <= {base} or not years <= {base - YEARS_OF_A_PLAN} or not (plans or years)
