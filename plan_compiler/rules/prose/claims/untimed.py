"""Figures of an indicator whose sentence says no year: 城市污水处理率由91.2%提高到98.6%; 高新技术企业达到860家，净增440家.

What one of two ends is by its value says what the other must be: a change that starts at the base value leads to a target,
and one that leads to the last target starts at what was before.
"""

from collections.abc import Iterator

from plan_compiler.language.typography import in_chinese
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.claims.changes.change_words import Changes
from plan_compiler.rules.prose.claims.changes.ends import led_pairs
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind
from plan_compiler.rules.prose.periods import last_year, without_own
from plan_compiler.rules.prose.setting import Setting, headings_of
from plan_compiler.rules.prose.spoken import Spoken
from plan_compiler.rules.prose.subjects import By, Subject
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import years_in

_LOOK_BACK = 400
"""How far before a sentence its paragraph may say of which time it is."""


def untimed(prose: ProseFigures, known: Changes) -> Iterator[tuple[Spoken, bool]]:
    """The ends of changes that no year is said of, as figures of the plan's base or last year, and whether they are these."""
    names = [name for name, subject in prose.attribution.background.names.subjects.items() if _is_level(subject)]

    def leads(text: str) -> bool:
        read = plain(text) if known.may_turn(text) else ""
        return any(name in read for name in names)

    for run in prose.chapter_runs(leads):
        for first, last in led_pairs(known, prose.figures(run)):
            subject = _named(prose, first, last)
            if subject is not None and is_of_whole_plan(prose, last, opening=first.opening):
                yield from _judged(prose, subject, first, last)


def as_target(prose: ProseFigures, told: Told) -> Spoken | None:
    """The figure of the plan's last year that `told` is by its name and value, where nothing says another time, and it is right of no other year."""
    subject = _level(prose, told)
    if subject is None or not is_of_whole_plan(prose, told):
        return None
    final = prose.attribution.background.years.final
    return _spoken(prose, subject, told, final) if final and _years(prose, subject, told) == {final} else None


def is_of_whole_plan(prose: ProseFigures, told: Told, *, opening: str = "") -> bool:
    """Whether the text of a figure may speak of the plan from its base to its last year: its sentence says no other year, but for that of the
    base right before what it starts from (`opening`), and no other time, and it stands under nothing that does. 与2025年相比 is said of any later year.
    """
    background, text = prose.attribution.background, told.run.text
    start, end = sentence_start(text, told.start), sentence_end(text, told.end)
    sentence, before = plain(text[start:end]), plain(text[max(0, start - _LOOK_BACK) : start])
    final, discourse = background.years.final, background.discourse
    starts = {background.years.base} if str(background.years.base) in opening else set[int | None]()
    said = {*_years_said(prose, sentence)} - starts | {*years_in(before, background.years, background.known)}
    if said - {final}:
        return False
    of_other = last_year(sentence, background.known, background.years) not in (None, final)
    if of_other or background.known.names_plan_but(final, before + sentence) or _says_other_time(background, sentence):
        return False
    above = prose.attribution.headings.above(told.run)
    past = (before, sentence, *headings_of(prose.linked.plan, told.run.path))
    fits = above is None or (above.year is not None and above.year.year == final)
    return fits and not any(word in each for each in past for word in discourse.past)


def _says_other_time(background: Background, sentence: str) -> bool:
    """Whether a sentence is of a part of a year or of the plan, or of the present: 1—9月, 近期, 截至目前."""
    discourse, rest = background.discourse, without_own(sentence, background.discourse)
    words = (*discourse.within_a_year, *discourse.stages, *discourse.now)
    return background.known.part_of_year.search(sentence) is not None or any(word in rest for word in words)


def _years_said(prose: ProseFigures, words: str) -> Iterator[int | None]:
    """The years that words say, also those that something is compared with; the last of the plan for its own period, None for another."""
    background = prose.attribution.background
    for match in background.known.years.finditer(words):
        yield last_year(match[0], background.known, background.years) if match["last"] else int(match["year"])


def _named(prose: ProseFigures, first: Told, last: Told) -> Subject | None:
    """The indicator that both ends of a change are of; None where the year of each is said, or either is of something else."""
    attribution = prose.attribution
    if attribution.spoken(first) is not None and attribution.spoken(last) is not None:
        return None
    clear = in_chinese(prose.language) or attribution.surroundings.of(first) is Setting.CLEAR
    if not clear or (not in_chinese(prose.language) and words_behind(last)):
        return None  # rises from 54% to 60% in the north
    subjects = [_level(prose, told) for told in (first, last)]
    return subjects[0] if subjects[0] is not None and subjects[0] == subjects[1] else None


def _level(prose: ProseFigures, told: Told) -> Subject | None:
    """The indicator whose level a figure tells, with a year or without."""
    attribution = prose.attribution
    spoken = attribution.spoken(told)
    if spoken is not None:
        return spoken.subject if spoken.aspect is None and _is_level(spoken.subject) else None
    if not attribution.undated(told):
        return None
    named = attribution.naming.named(attribution.naming.whole(told))
    return named.subject if named is not None and _is_level(named.subject) else None


def _is_level(subject: Subject | None) -> bool:
    """Whether it is an indicator that is so high in a year, and comes to nothing over several; of one name with no row of a table."""
    own = subject is not None and subject.by is By.YEAR and not subject.falls and not subject.rows
    return own and subject is not None and subject.indicator is not None and not subject.indicator.cumulative


def _judged(prose: ProseFigures, subject: Subject, first: Told, last: Told) -> Iterator[tuple[Spoken, bool]]:
    base, final = prose.attribution.background.years.base, prose.attribution.background.years.final
    if base is None or final is None:
        return
    starts, ends = _years(prose, subject, first), _years(prose, subject, last)
    if final in ends and not any(year <= base for year in ends):
        told, year, holds = first, base, bool(starts - {final})
    elif base in starts and final not in starts:
        told, year, holds = last, final, any(each > base for each in ends)
    else:
        return
    spoken = _spoken(prose, subject, told, year) if prose.attribution.spoken(told) is None else None
    if spoken is not None:
        yield spoken, holds


def _years(prose: ProseFigures, subject: Subject, told: Told) -> set[int]:
    """The years whose value of the indicator a figure admits."""
    found = set[int]()
    for year in subject.indicator.values if subject.indicator is not None else ():
        value = prose.value(f"{subject.id}[{year}]")
        try:
            if value is not None and admits(told.mention, value, printed=True):
                found.add(year)
        except UnitMismatchError:
            continue
    return found


def _spoken(prose: ProseFigures, subject: Subject, told: Told, year: int) -> Spoken | None:
    key = f"{subject.id}[{year}]"
    value: Quantity | None = prose.value(key)
    alike = value is not None and value.unit.dimension == told.mention.quantity.unit.dimension
    return Spoken(told, subject, key, value, year, None, False) if value is not None and alike else None
