"""Which year a figure of a text is of."""

from collections.abc import Callable

from msgspec import Struct

from plan_compiler.language.words import words
from plan_compiler.language.years import in_digits
from plan_compiler.patterns import compiled
from plan_compiler.rules.prose.clauses import clause_ends, clauses, masked, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import Wording, plain

YEARS_OF_A_PLAN = 5
"""How many years a plan has that is called by its number or by 五年, whatever period this one is for."""


class PlanYears(Struct, frozen=True):
    """The plan's own years: the one before it begins, and its last."""

    base: int | None
    final: int | None


class YearTold(Struct, frozen=True):
    """A year; `explicit` where the figure's own sentence says it in digits.

    `whole` where what is said is that targets of the plan's period follow, whose last year it is; `loose` where but targets are named.
    """

    year: int
    explicit: bool
    whole: bool = False
    loose: bool = False


_LOOK_BACK = 1000
"""How far before a sentence its year may stand."""
_REACH = 40
"""How far before a figure's clause the clause with its year may begin."""
_BEHIND = compiled(r"\s?[（(]\s?((?:19|20)[0-9]{2})[^0-9（）()]?[）)]")


def year_of(
    told: Told, above: Callable[[], YearTold | None], plan: PlanYears, known: Wording, *, starts: str | None = None
) -> YearTold | None:
    """The year of a figure: the nearest before it in its sentence, else the only one before it in its paragraph, else that
    which is said `above` it. None where there is none, or where it is a period or a year only compared with.
    Where a change starts from the figure (从45%升至70%), `starts` are the words between 从 and it, and only a year there is its own.
    """
    text = told.run.text
    if (behind := _year_behind(told, known)) is not None:
        return YearTold(behind, True)
    if starts is not None:
        beside = years_in(starts, plan, known)
        return YearTold(beside[-1], True) if beside and beside[-1] is not None else None
    start = sentence_start(text, told.start)
    if stated := _stated(text[start : told.opens], told, plan, known):
        return None if stated[-1] is None else YearTold(stated[-1], True)
    before = text[max(0, start - _LOOK_BACK) : start]
    if earlier := _dated(before, plan, known):
        leads = any(_leads_in(before[:at], known) for at, _, _ in earlier)
        return _implied({year for _, _, year in earlier}) if leads else None
    return above()


def _stated(earlier: str, told: Told, plan: PlanYears, known: Wording) -> list[int | None]:
    """The years that a sentence tells before a figure, `earlier` being what it says before the figure's clause; None last where it is open whether
    the last is the figure's. Where words are spaced, a year stands behind the figure that it is of, or that something is compared with (32% below 2025
    levels): of what follows in other clauses, or behind an “and”, is but a year that leads in (by 2030).
    """
    opening = own_opening(told, known)
    stated = years_in(f"{earlier}{opening}", plan, known)
    if not stated or not words(told.language).units.spaced:
        return stated
    joint = max(opening.rfind(f" {word} ") for word in words(told.language).discourse.joining)
    if beside := years_in(opening[max(joint, 0) :], plan, known):
        return beside
    return [year for *_, year in leading_years(f"{masked(earlier)}{opening}", plan, known)[-1:]] or [None]


def _leads_in(before: str, known: Wording) -> bool:
    """Whether a year behind `before` says when what follows is so (到2025年，…), and not what something is held against (是2025年的1.6倍)."""
    *_, clause = clauses(before)
    return known.leading.fills(plain(clause).strip())


def _implied(years: set[int | None]) -> YearTold | None:
    year = years.pop()
    return None if years or year is None else YearTold(year, False)


def year_beside(told: Told, plan: PlanYears, known: Wording) -> tuple[int, str] | None:
    """The only year that the clause of a figure has before it (2024年公交车80辆), or that the clause before that is of alone
    (到2024年，公交车80辆), with the words between it and the figure; the one right behind it (80辆（2024年）, 80 buses in 2024). None where
    there are several, and where the year is one that something is compared with.
    """
    text, before = told.run.text, plain(told.before)
    if (year := _year_behind(told, known)) is not None:
        return year, ""
    if words(told.language).units.spaced and not _opens_clause(told):
        return None  # the year behind the figure before it: from 54% in 2025 to 82%
    found = _dated(before, plan, known)
    if not found:
        lead = plain(text[max(sentence_start(text, told.opens), told.opens - _REACH) : told.opens])
        earlier = [clause.strip() for clause in clauses(lead) if clause.strip()]
        if not earlier or not _opens_clause(told) or not known.leading.fills(earlier[-1]):
            return None
        before = f"{earlier[-1]} {before}"
        found = _dated(before, plan, known)
    if len(found) != 1 or any(match["compared"] for match in known.years.finditer(before)):
        return None
    (_, end, year), *_ = found
    return None if year is None else (year, before[end:])


def _year_behind(told: Told, known: Wording) -> int | None:
    """The year right behind a figure: 82%（2030年）, and in a language that tells it there 82% in 2030."""
    if bracketed := _BEHIND.match(told.run.text, told.end):
        return int(bracketed[1])
    match = known.year_behind.match(plain(told.run.text[told.end : told.end + _REACH]))
    return int(match["year"]) if match else None


def own_opening(told: Told, known: Wording) -> str:
    """The words before a figure in its clause, without the year of the figure before it: from 54% in 2025 to 82%."""
    behind = None if _opens_clause(told) else known.year_behind.match(plain(told.opening))
    return told.opening[behind.end() :] if behind else told.opening


def _opens_clause(told: Told) -> bool:
    """Whether no other figure stands before it in its clause."""
    return told.opens == 0 or bool(clause_ends(told.mark))


def only_year(heading: str, known: Wording) -> int | None:
    """The year that a heading says its text is of: 中期目标（2023年）, 到2030年主要目标. None of a period, of several, or of one that goes on (2019年以来)."""
    found = list(known.years.finditer(plain(heading)))
    if len(found) != 1 or found[0]["last"] or found[0]["loose"] or found[0]["compared"]:
        return None
    return int(found[0]["year"])


def years_in(text: str, plan: PlanYears, known: Wording) -> list[int | None]:
    """The years of `text` in order; None for a period, or a year that is no point in time."""
    return [year for _, _, year in _dated(text, plan, known)]


def leading_years(text: str, plan: PlanYears, known: Wording) -> list[tuple[int, int, int | None]]:
    """Those of them that say when what follows is so (到2025年，…), with where each stands."""
    return [dated for dated in _dated(text, plan, known) if _leads_in(text[: dated[0]], known)]


def _dated(text: str, plan: PlanYears, known: Wording) -> list[tuple[int, int, int | None]]:
    """The same, with where each stands. A year that something is compared with is none of them."""
    found: list[tuple[int, int, int | None]] = []
    text = in_digits(text)
    for match in known.years.finditer(text):
        if not match["compared"] and known.times_of_year.match(text, match.end()) is None:
            found.append((*match.span(), None if match["last"] or match["loose"] else int(match["year"])))
    named = [(match, last) for match, last in known.plans_in(text) if match["end"]]
    found += [(*match.span(), last) for match, last in named if not text[: match.start()].endswith(known.compared)]
    for pattern, year in ((known.final_year, plan.final), (known.base_year, plan.base)):
        of_this = (match for match in pattern.finditer(text) if not any(n.end() == match.end() for n, _ in named))
        found += [(*m.span(), year) for m in of_this if not text[: m.start()].endswith(known.compared)]
    return sorted(found, key=lambda each: each[0])
