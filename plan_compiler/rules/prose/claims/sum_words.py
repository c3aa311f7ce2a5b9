"""The words by which a language makes sums: 共计, 由…构成, 包括; and kinds that exclude each other."""

import re
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.quantity.units import MONEY
from plan_compiler.rules.prose.wording import alternatives


class Kinds(Struct, frozen=True):
    """Kinds that exclude each other, each by its words; `exhaustive` where there are no others."""

    members: tuple[tuple[str, ...], ...]
    exhaustive: bool

    def of(self, text: str) -> int | None:
        """Which of them `text` names; None for none or several."""
        found = [index for index, member in enumerate(self.members) if any(word in text for word in member)]
        return found[0] if len(found) == 1 else None


class Sums(Struct, frozen=True):
    """The words by which a language makes sums, as patterns."""

    told: Discourse
    may: re.Pattern[str]
    closing: re.Pattern[str]
    """All that stands before a sum behind its parts; `number` says of how many."""
    opening: re.Pattern[str]
    """All that stands between a whole and its first part; `all` where all parts follow, `made` where a word behind them says so."""
    made: re.Pattern[str]
    joint: re.Pattern[str]
    """All that stands between two parts."""
    tight: re.Pattern[str]
    end: re.Pattern[str]
    summing: re.Pattern[str]
    of_which: re.Pattern[str]
    rest: re.Pattern[str]
    done: re.Pattern[str]
    uncounted: re.Pattern[str]
    apart: re.Pattern[str]
    both: re.Pattern[str]
    """Names two kinds at once: 进出口."""
    kinds: tuple[Kinds, ...]
    averages: tuple[str, ...]
    language: str

    def may_sum(self, text: str) -> bool:
        """Whether a text has the words without which there is no sum to find."""
        if self.may.search(text):
            return True
        lists = self.of_which.search(text) or self.summing.search(text)
        return lists is not None and any(
            sum(any(word in text for word in member) for member in kinds.members) > 1 for kinds in self.kinds
        )


@lru_cache(maxsize=8)
def sums_of(language: str) -> Sums:
    """The patterns of a language. Raises `UnknownLanguageError`."""
    known = words(language)
    told = known.discourse
    summing, digits = alternatives(told.summing), "".join(known.numerals.digits) + "十"
    label = r"[^，；。：、,;:（）()\d]{0,20}"
    kinds = (*((each, True) for each in told.exhaustive_kinds), *((each, False) for each in told.exclusive_kinds))
    money = alternatives(name for name, symbol in known.units.symbols.items() if ((symbol, 1),) == MONEY)
    begins = alternatives((*told.all_parts, *told.some_parts, *told.made_from, *told.rest))
    all_parts, some_parts = alternatives(told.all_parts), alternatives(told.some_parts)
    return Sums(
        told,
        may=compiled(
            rf"[，、,]\s?(?:\w{{1,4}})?{summing}[^，；。]{{0,8}}?\d|{begins}{label}\d|[：（]{label}\d[^、，。；]{{0,6}}{money}、"
        ),
        closing=compiled(
            rf"(?:(?P<number>[{digits}]|\d)\s?{alternatives(told.numbered)})?{summing}"
            rf"(?:{alternatives(told.sum_fill)}|\s)*+"
        ),
        opening=compiled(
            rf"(?:[，,]?\s?(?:(?P<all>{all_parts})|(?P<made>{alternatives(told.made_from)})|{some_parts})|[：（])\s?{label}"
        ),
        made=compiled(alternatives(told.made_of)),
        joint=compiled(rf"\s?[、，,]?\s?(?:{YEAR.pattern}\s?{re.escape(known.names.year)})?{label}"),
        tight=compiled(rf"\s?(?:、|{alternatives(told.joining)})"),
        end=compiled(r"\s?(?:[。；）)]|$)"),
        summing=compiled(summing),
        of_which=compiled(alternatives(told.of_which)),
        rest=compiled(rf"{alternatives(told.rest)}(?:{alternatives(told.sum_fill)})*+$"),
        done=compiled(rf"\s?[，,]\s?{alternatives(told.done)}"),
        uncounted=compiled(alternatives(told.uncounted)),
        apart=compiled(alternatives((*told.besides, *told.effects, *told.compared, *told.intended))),
        both=compiled(alternatives(told.both_kinds)),
        kinds=tuple(Kinds(each, whole) for each, whole in kinds),
        averages=known.data_table.averages,
        language=language,
    )
