"""Which year a figure of a text is of."""

import re
from collections.abc import Sequence

from msgspec import Struct

from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import Wording


class PlanYears(Struct, frozen=True):
    """The plan's own years: the one before it begins, and its last."""

    base: int | None
    final: int | None


class YearTold(Struct, frozen=True):
    """A year; `explicit` where the figure's own sentence says it in digits."""

    year: int
    explicit: bool


_LOOK_BACK = 1000
"""How far before a sentence its year may stand."""
_BEHIND = re.compile(r"\s?[（(]\s?((?:19|20)[0-9]{2})[^0-9（）()]?[）)]")


def year_of(
    told: Told, headings: Sequence[str], plan: PlanYears, known: Wording, *, starts: str | None = None
) -> YearTold | None:
    """The year of a figure: the nearest before it in its sentence, else the only one before it in its text, else that
    of the nearest heading with one. None where there is none, or where it is a period or a year only compared with.
    Where a change starts from the figure (从45%升至70%), `starts` are the words between 从 and it, and only a year there is its own.
    """
    text = told.run.text
    if behind := _BEHIND.match(text, told.end):
        return YearTold(int(behind[1]), True)
    if starts is not None:
        beside = _years(starts, plan, known)
        return YearTold(beside[-1], True) if beside and beside[-1] is not None else None
    start = sentence_start(text, told.start)
    if stated := _years(text[start : told.start], plan, known):
        return None if stated[-1] is None else YearTold(stated[-1], True)
    earlier = set(_years(text[max(0, start - _LOOK_BACK) : start], plan, known))
    if earlier:
        return _implied(earlier)
    for heading in headings:
        if years := set(_years(heading, plan, known)):
            return _implied(years)
    return None


def _implied(years: set[int | None]) -> YearTold | None:
    year = years.pop()
    return None if years or year is None else YearTold(year, False)


def _years(text: str, plan: PlanYears, known: Wording) -> list[int | None]:
    """The years of `text` in order; None for a period, or a year that is no point in time."""
    found: list[tuple[int, int | None]] = []
    for match in known.years.finditer(text):
        if not match["compared"]:
            found.append((match.start(), None if match["last"] or match["loose"] else int(match["year"])))
    named = [match for match in known.plan.finditer(text) if match["end"]]
    found += [(match.start(), known.plans[match["plan"]]) for match in named]
    for pattern, year in ((known.final_year, plan.final), (known.base_year, plan.base)):
        of_this = (match for match in pattern.finditer(text) if not any(n.end() == match.end() for n in named))
        found += [(match.start(), year) for match in of_this]
    return [year for _, year in sorted(found, key=lambda pair: pair[0])]
