"""Figures that are said to be so many times another: 达到380亿元，是2025年的1.44倍; 支出41.7亿元，是收入13.5亿元的3.1倍."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.link.worded import worded
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_clauses import ChangeClause
from plan_compiler.rules.prose.claims.changes.change_words import changes
from plan_compiler.rules.prose.claims.changes.ends import led
from plan_compiler.rules.prose.claims.changes.over_plan import named_course
from plan_compiler.rules.prose.claims.changes.reached import bound_to
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told, unqualified
from plan_compiler.rules.prose.naming.named import ends, words_behind
from plan_compiler.rules.prose.subjects import By
from plan_compiler.rules.prose.wording import alternatives, plain

_TIMES = "times"
_CLOSING = "）)"


class Multiple(Struct, frozen=True):
    """A figure and the one that it is so many times as much as, with how both are worded: texts (`told`), or figures of the plan (`keys`)."""

    last: Quantity
    first: Quantity
    texts: tuple[str, str]
    told: tuple[Told, ...]
    keys: tuple[str, ...] = ()
    year: int | None = None

    @staticmethod
    def of(last: Told, first: Told) -> "Multiple":
        """Of two figures that a text tells."""
        return Multiple(last.mention.fact, first.mention.fact, (last.worded, first.worded), (first, last))


class TimesWords(Struct, frozen=True):
    """How a language tells so many times."""

    units: frozenset[str]
    of: tuple[str, ...]
    than: tuple[str, ...]
    than_of: tuple[str, ...]
    """Behind the other figure, what it is of: £13.5 million of income."""
    of_year: re.Pattern[str]
    """All that stands between a figure and how many times that of a year it is: ，是2025年的."""
    of_base: re.Pattern[str]
    """The words before so many times, where they name what is so many times that of a `year`: 规上工业总产值是2025年的."""
    of_figure: re.Pattern[str]
    """All that stands between a figure and another, so many times which it is: ，是收入."""
    possessive: tuple[str, ...]
    lead: re.Pattern[str]
    """Where the year, or the other figure, stands behind: all between a figure and how many times another it is; the year of the figure first."""
    than_year: re.Pattern[str]
    """Right behind it, the year: that of 2025."""
    than_figure: re.Pattern[str]
    """All that stands between it and the other figure: the income of."""


@lru_cache(maxsize=8)
def times_words(language: str) -> TimesWords:
    """The words of a language. Raises `UnknownLanguageError`."""
    known = words(language)
    of, year, possessive = known.discourse.times_of, re.escape(known.names.year), known.discourse.possessive
    lead, qualifying = rf"[，,]\s?(?:{alternatives(of)})", known.qualifiers.before
    return TimesWords(
        frozenset(name for name, symbol in known.units.symbols.items() if symbol == _TIMES),
        of,
        known.discourse.times_than,
        (*known.discourse.joint, *known.discourse.ending),
        of_year=compiled(rf"{lead}(?P<year>{YEAR.pattern})\s?{year}{alternatives(possessive)}"),
        of_base=compiled(
            rf"^(?P<name>[^，；。、,;\d]{{2,30}}?){alternatives(of)}(?P<year>{YEAR.pattern})\s?{year}"
            rf"{alternatives(possessive)}{alternatives(qualifying)}?$"
        )
        if year
        else compiled(r"(?!)"),
        of_figure=compiled(rf"{lead}[^，；。、,;\d]{{0,12}}(?:{YEAR.pattern}\s?{year}[^，；。、,;\d]{{0,8}})?"),
        possessive=possessive,
        lead=compiled(
            rf"(?:\s(?:in|by)\s(?P<year>{YEAR.pattern}))?(?:[,;]\s|\s(?={alternatives(of)}\s))(?:{alternatives(of)}\s)?"
        ),
        than_year=compiled(rf"\s{alternatives(known.discourse.times_than)}\s(?P<year>{YEAR.pattern})(?![0-9]|\s?[–-])"),
        than_figure=compiled(rf"\s(?!{alternatives(known.discourse.times_more)}\b)[^,.;:()\d]{{0,40}}"),
    )


def multiple_of(prose: ProseFigures, known: TimesWords, figures: Sequence[Told], index: int) -> Multiple | None:
    """What the figure at `index` says of which other two; None where they are not both known."""
    told = figures[index]
    if told.mention.quantity.unit.text not in known.units or told.mention.aspect is not None:
        return None
    return _of_named(prose, known, told) or (_beside(prose, known, figures, index) if index else None)


def _beside(prose: ProseFigures, known: TimesWords, figures: Sequence[Told], index: int) -> Multiple | None:
    """The figures of which one or both stand before it, in its sentence."""
    told, last = figures[index], figures[index - 1]
    if last.start < sentence_start(told.run.text, told.start):
        return None
    if known.than:
        return _with_behind(prose, known, figures, index)
    lead = unqualified(told.run.text[last.end : told.start], told.language).lstrip(_CLOSING)
    if match := known.of_year.fullmatch(lead):
        return _of_year(prose, figures, index - 1, int(match["year"]))
    return _of_figure(known, figures, index) if lead in known.possessive else None


def _of_named(prose: ProseFigures, known: TimesWords, told: Told) -> Multiple | None:
    """到2030年，规上工业总产值是2025年的1.75倍: an indicator is named, and its figure of a year is so many times that of another."""
    match = known.of_base.search(plain(told.run.text[told.opens : told.start]))
    if match is None or not ends(words(told.language).discourse, told):
        return None
    background, name = prose.attribution.background, match["name"]
    name = name[background.names.opening(name, background.known.leading) :]
    ending = next((word for word in background.known.endings if name.endswith(word)), "")
    name = name if name in background.names.subjects else name.removesuffix(ending)
    clause = ChangeClause(name, int(match["year"]), whole=False, yearly=False)
    course = named_course(prose, told, clause) if name else None
    if course is None:
        return None
    keys = tuple(f"{course.subject.id}[{year}]" for year in (course.first, course.last))
    first, last = map(prose.value, keys)
    if first is None or last is None:
        return None
    texts = (worded(prose.linked, keys[1]), worded(prose.linked, keys[0]))
    return Multiple(last, first, texts, (), keys, course.first)


def _with_behind(prose: ProseFigures, known: TimesWords, figures: Sequence[Told], index: int) -> Multiple | None:
    """£380 million, 1.9 times that of 2025; spending of £41.7 million is 3.1 times income of £13.5 million: the figure before, and what stands behind."""
    last, told, text = figures[index - 1], figures[index], figures[index].run.text
    lead = known.lead.fullmatch(text, last.end, told.start)
    if lead is None:
        return None
    if than := known.than_year.match(text, told.end):
        return _of_year(prose, figures, index - 1, int(than["year"]))
    first = figures[index + 1] if index + 1 < len(figures) else None
    if first is None or known.than_figure.fullmatch(text, told.end, first.start) is None:
        return None
    alike = last.mention.quantity.unit.dimension == first.mention.quantity.unit.dimension != ()
    fits = alike and not last.mention.aspect and not first.mention.aspect
    return Multiple.of(last, first) if fits and _is_alone(first, known) else None


def _is_alone(told: Told, known: TimesWords) -> bool:
    """Whether no words behind a figure say for what it is: £13.5 million a year."""
    behind = words_behind(told)
    return not behind or behind.startswith(known.than_of)


def _of_year(prose: ProseFigures, figures: Sequence[Told], index: int, year: int) -> Multiple | None:
    """由2020年的190亿元提高到263.8亿元，是2020年的1.39倍: the figure before it, by that of a year which the text or an indicator has."""
    last, before = figures[index], figures[index - 1] if index else None
    if before is not None and led(changes(prose.language), before, last):
        behind = words(last.language).units.spaced
        years = YEAR.findall(last.run.text[before.end : last.start] if behind else before.opening)
        is_base = not behind and not years and year == prose.attribution.background.years.base
        return Multiple.of(last, before) if is_base or years == [str(year)] else None
    bound = bound_to(prose, last)
    spoken = prose.attribution.spoken(last) if bound is None else None
    is_level = spoken is not None and spoken.subject.by is By.YEAR and spoken.aspect is None
    subject, own = bound or ((spoken.subject, spoken.year) if spoken is not None and is_level else (None, year))
    if subject is None or own == year:
        return None
    key = f"{subject.id}[{year}]"
    first = prose.value(key)
    if first is None:
        return None
    return Multiple(last.mention.fact, first, (last.worded, worded(prose.linked, key)), (last,), (key,), year)


def _of_figure(known: TimesWords, figures: Sequence[Told], index: int) -> Multiple | None:
    """1500公里，是2020年1200公里的1.25倍: the two figures before it, a growth between them passed over (128亿元，同比增长7.2%，是2020年（86亿元）的1.49倍)."""
    if index < 2:
        return None
    last, first = figures[index - 2 : index]
    fits = known.of_figure.fullmatch(last.run.text, last.end, first.start)
    if index > 2 and last.mention.aspect is Aspect.CHANGE and is_pure(last.mention.quantity.unit):
        last = figures[index - 3]
        fits = fits if last.start >= sentence_start(first.run.text, first.start) else None
    alike = last.mention.quantity.unit.dimension == first.mention.quantity.unit.dimension != ()
    return Multiple.of(last, first) if fits and alike else None
