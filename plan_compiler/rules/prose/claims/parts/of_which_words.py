"""The words by which a language lists parts of a whole behind 其中."""

import re
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.rules.prose.wording import alternatives


class OfWhich(Struct, frozen=True):
    """The words of one language, as patterns where they need be."""

    lead: re.Pattern[str]
    colon: re.Pattern[str]
    head: re.Pattern[str]
    """The word at the head of a sentence; `apart` where a colon or comma stands behind it."""
    whole: re.Pattern[str]
    besides: tuple[str, ...]
    averages: tuple[str, ...]
    balances: tuple[str, ...]
    kinds: tuple[str, ...]
    effects: tuple[str, ...]
    change: tuple[str, ...]
    complements: tuple[tuple[re.Pattern[str], ...], ...]
    side: re.Pattern[str]
    """One of all these."""
    phase: re.Pattern[str]
    funds: tuple[str, ...]
    of_level: re.Pattern[str]
    gains: tuple[str, ...]
    falling: tuple[str, ...]
    possessive: tuple[str, ...]
    uneven: tuple[str, ...]
    generic: tuple[str, ...]
    measures: tuple[str, ...]
    """End the name of a whole that is measured: 里程."""
    building: tuple[str, ...]
    """Begin the name of works that are counted once each: 新建."""
    members: tuple[str, ...]
    """Kinds that exclude others: 国道."""
    abreast: tuple[str, ...]


@lru_cache(maxsize=8)
def of_which_words(language: str) -> OfWhich:
    """The words of a language. Raises `UnknownLanguageError`."""
    known = words(language)
    told, of_which = known.discourse, alternatives(known.discourse.of_which)
    return OfWhich(
        lead=compiled(rf"(?:^|[，；。,;.（(：:\s]){of_which}[：:，,]?\s?$|^\s*{of_which}"),
        colon=compiled(rf"{of_which}\s?[：:]"),
        head=compiled(rf"\s?{of_which}\s?(?P<apart>[：:，,])?"),
        whole=compiled(rf"{alternatives(told.whole)}\s?(?P<noun>\w{{0,6}}?{alternatives(told.measures)})$"),
        besides=told.besides,
        averages=known.data_table.averages,
        balances=told.balances,
        kinds=told.unlike,
        effects=told.effects,
        change=tuple(w for w, a in known.qualifiers.aspects.items() if a is Aspect.CHANGE and w not in told.building),
        complements=tuple(tuple(compiled(alternatives(side)) for side in pair) for pair in told.complements),
        side=compiled("|".join(alternatives(side) for pair in told.complements for side in pair) or r"(?!)"),
        phase=compiled(rf"{told.phase}$" if told.phase else r"(?!)"),
        funds=told.funds,
        of_level=compiled(
            rf"(?:^|[（(]|{of_which})[：:，,]?\s?(?P<level>{alternatives(told.levels)}){alternatives(told.funds)}?$"
        ),
        gains=told.gains,
        falling=told.falling,
        possessive=told.possessive,
        uneven=told.uneven,
        generic=told.generic_measures,
        measures=told.measures,
        building=told.building,
        members=tuple(word for kinds in told.exclusive_kinds for kind in kinds for word in kind),
        abreast=told.abreast,
    )
