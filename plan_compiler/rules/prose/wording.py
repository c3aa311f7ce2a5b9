"""The words of a language's discourse as patterns, compiled once a language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR, in_digits
from plan_compiler.patterns import compiled
from plan_compiler.quantity.grammar import half_width
from plan_compiler.rules.prose.fill import Fill


class Wording(Struct, frozen=True):
    """Patterns of one language. `leading`, `between` and `making` are words that name nothing."""

    leading: Fill
    between: Fill
    making: Fill
    compared: tuple[str, ...]
    """Before a year that something is only compared with."""
    years: re.Pattern[str]
    """A year, or a period of two (`last`); `compared` before it, `loose` behind it."""
    plan: re.Pattern[str]
    """The name of a five-year plan (`plan`); `end` behind it, where its last year is meant."""
    plans: Mapping[str, int]
    final_year: re.Pattern[str]
    base_year: re.Pattern[str]
    within: re.Pattern[str]
    """The whole of a plan's period: of this plan, or of the one called `plan`."""
    year_behind: re.Pattern[str]
    """Right behind a figure, its `year`."""
    times_of_year: re.Pattern[str]
    """Behind a year, says that something is so many times what it was then: 的1.6倍."""
    part_of_year: re.Pattern[str]
    """Behind a year: less than all of it."""
    coming_about: tuple[str, ...]
    endings: tuple[str, ...]
    aspects: Mapping[str, Aspect]
    """The longest word first."""
    levels: tuple[str, ...]
    """Begin with such a word and tell how much there is: 增加值."""
    aspect_words: tuple[str, ...]
    falling: tuple[str, ...]
    """Words of falling among them, the longest first."""
    demanded: re.Pattern[str]
    """What another office demands: 根据省下达任务."""
    elsewhere: re.Pattern[str]
    """An area that is not the plan's, unless its `level` is."""
    place: re.Pattern[str]
    """The name of a place at the head of a title, and its `level`."""
    listing: re.Pattern[str]
    """The title of a table that lists things: what it lists is `listed`."""
    kinds: tuple[str, ...]
    """End the name of what a category of the annex lists, the longest first: 类项目."""
    of_annex: tuple[str, ...]
    """What the annex is called in a text that counts its members: 附表."""
    going_on: tuple[str, ...]
    """Begin a clause that goes on about the figure before it: 同比增长8.5%."""

    def plans_in(self, text: str) -> Iterator[tuple[re.Match[str], int]]:
        """The five-year plans that a text names, in order, each with its last year."""
        return ((match, self.plans[match["plan"]]) for match in self.plan.finditer(text))

    def names_plan_but(self, final: int | None, *texts: str) -> bool:
        """Whether texts name another five-year plan than the one with this last year."""
        return any(last != final for text in texts for _, last in self.plans_in(text))


@lru_cache(maxsize=8)
def wording(language: str) -> Wording:
    """The patterns of a language. Raises `UnknownLanguageError`."""
    known = words(language)
    told, year = known.discourse, re.escape(known.names.year)
    ranges = alternatives(known.typography.ranges)
    names, levels = alternatives(told.plans), alternatives(told.levels_of_place)
    throughout, place = alternatives(told.throughout), f"(?!{alternatives(told.level_compounds)})"
    dated = known.names.year, told.plans, told.plan_end
    aspects = {word: known.qualifiers.aspects[word] for word in sorted(known.qualifiers.aspects, key=len, reverse=True)}
    qualifying = (*known.qualifiers.before, *aspects)
    return Wording(
        leading=Fill.of((*told.leading, *told.final_year, *told.base_year), *dated),
        between=Fill.of((*told.between, *qualifying, *told.final_year, *told.base_year), *dated),
        making=Fill.of((*told.making, *told.leading, *told.between, *qualifying), *dated),
        compared=told.compared,
        years=compiled(
            rf"(?:(?P<compared>{alternatives(told.compared)})\s?)?(?P<year>{YEAR.pattern})(?:{year})?"
            rf"(?:\s?(?:{ranges}){{1,2}}\s?(?P<last>{YEAR.pattern})(?:{year})?)?(?P<loose>{alternatives(told.loose)})?"
        ),
        plan=compiled(rf"[“\"]?(?P<plan>{names})[”\"]?(?P<end>{alternatives(told.plan_end)})?"),
        plans=told.plans,
        within=compiled(
            rf"(?:{alternatives(told.within_the_plan)}|[“\"]?(?P<plan>{names})[”\"]?{alternatives(told.within_a_plan)})"
        ),
        year_behind=compiled(
            rf"\s?{alternatives(told.before_year)}\s(?P<year>{YEAR.pattern})(?!\s?{alternatives(told.not_years)})"
            r"(?!\s?[–—-]\s?[0-9])"
        ),
        times_of_year=compiled(
            rf"{alternatives(told.possessive)}[^，；。,;\d]{{0,6}}[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?\s?"
            rf"{alternatives(name for name, symbol in known.units.symbols.items() if symbol == 'times')}"
        ),
        part_of_year=compiled(told.part_of_year or r"(?!)"),
        final_year=compiled(rf"(?<!{alternatives(told.other_periods)}){alternatives(told.final_year)}"),
        base_year=compiled(alternatives(told.base_year)),
        coming_about=told.coming_about,
        endings=told.endings,
        aspects=aspects,
        levels=known.qualifiers.levels,
        aspect_words=tuple(aspects),
        falling=tuple(word for word in aspects if word in known.qualifiers.falling),
        demanded=compiled(told.demanded or r"(?!)"),
        elsewhere=compiled(rf"{alternatives(told.elsewhere)}|{throughout}(?P<level>{levels})"),
        place=compiled(rf"(?:(?:{place}\w){{1,6}}?{place}(?P<level>{levels}))+"),
        listing=compiled(
            rf"(?:^|{alternatives(told.before_listed)})(?P<listed>(?:(?!{alternatives(told.before_listed)}).){{3,20}}?)"
            rf"{alternatives(told.listings)}++$"
        ),
        kinds=tuple(sorted(told.kinds, key=len, reverse=True)),
        of_annex=told.of_annex,
        going_on=(*told.compared, *told.growth, *told.yearly_growth, *told.real_terms),
    )


def plain(text: str) -> str:
    """`text` as names are looked for in it: half-width, in small letters, its years in digits; no longer and no shorter."""
    half = in_digits(half_width(text))
    small = half.lower()
    return small if len(small) == len(half) else half


def longest_first(choices: Iterable[str]) -> tuple[str, ...]:
    """`choices`, the longest first."""
    return tuple(sorted(choices, key=len, reverse=True))


def alternatives(choices: Iterable[str]) -> str:
    """A pattern, without groups, of any of `choices`, the longest first, in an order of its own; of nothing where there are none."""
    found = "|".join(re.escape(word) for word in sorted(choices, key=lambda word: (-len(word), word)))
    return f"(?:{found})" if found else r"(?!)"
