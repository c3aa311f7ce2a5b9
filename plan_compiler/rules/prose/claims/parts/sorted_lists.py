"""Lists that sort what is before them: 项目186个，总投资95亿元。按领域分，产业项目82个、总投资50亿元，民生项目104个、总投资45亿元; and, behind 其中, those
whose members have several figures each, where one of these makes up its whole: 单元36个、42.8平方公里，其中保护类6个、5.2平方公里，….
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import add_all, consistent
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import alternatives

_MOST_PARTS = 40
_NAME = 2
"""How many characters the names of a whole and its parts end with alike, where more than one may be the whole."""
_LONGEST = 400
"""How long a list behind 其中 is at most."""
_STOP = compiled(r"[。！？\n]")
_SEMICOLON = "；"
_AGAIN = (_SEMICOLON, "。")
_BRACKETS = compiled(r"[（()）]")


class Sort(Struct, frozen=True):
    """What is sorted, and into what. `complete` where the list is known to have all of it: it names what is left (其他), or has all of what is
    counted beside this. Else something may be left out (按贸易方式分，一般贸易900亿元，加工贸易320亿元).
    """

    whole: Told
    parts: tuple[Told, ...]
    complete: bool


class Sorted(Struct, frozen=True):
    """The words by which a language sorts, as patterns."""

    lead: re.Pattern[str]
    """All that leads to a sorted list: 按领域分，; 分群体看， (`viewed`)."""
    of_which: re.Pattern[str]
    some: re.Pattern[str]
    """In a list, says that it has but some of all: 等, 主要."""
    rest: tuple[str, ...]
    averages: tuple[str, ...]
    balances: tuple[str, ...]

    def may_sort(self, text: str) -> bool:
        """Whether a text has such a list."""
        return self.lead.search(text) is not None or self.of_which.search(text) is not None

    def find(self, text: str, figures: Sequence[Told]) -> Iterator[Sort]:
        """The wholes of a text that are sorted, each into the list up to the next one; what is sorted again behind it is the same."""
        leads = list(self.lead.finditer(text))
        last, before = 0, figures[:0]
        for match, following in zip_longest(leads, leads[1:]):
            if not (last and _is_again(text[last : match.start()])):
                before = _between(figures, _reach(text, match.start()), match.start())
            end = last = _end(text, match.end(), following)
            if self.some.search(text, match.end(), end) or _BRACKETS.search(text, match.end(), end):
                continue
            listed = _between(figures, match.end(), end)[: 2 * _MOST_PARTS]
            if match["viewed"] and any(YEAR.search(told.opening) for told in listed):
                continue
            yield from self._of_list(listed, before)
        yield from self._of_which(text, figures)

    def _of_which(self, text: str, figures: Sequence[Told]) -> Iterator[Sort]:
        """The lists behind 其中 whose members have several figures each, one of which has all of its whole."""
        for match in self.of_which.finditer(text):
            stop = _STOP.search(text, match.end(), match.end() + _LONGEST)
            end = stop.start() if stop else min(len(text), match.end() + _LONGEST)
            if self.some.search(text, match.end(), end) or _BRACKETS.search(text, match.end(), end):
                continue
            before = _between(figures, _reach(text, match.start()), match.start())
            found = self._of_list(_between(figures, match.end(), end)[: 2 * _MOST_PARTS], before)
            yield from found if len(found) > 1 and found[0].complete else ()

    def _of_list(self, listed: Sequence[Told], before: Sequence[Told]) -> Sequence[Sort]:
        kinds = [told.mention.quantity.unit.text for told in listed if not is_pure(told.mention.quantity.unit)]
        units = list(dict.fromkeys(kinds))
        if not units or kinds != units * (len(kinds) // len(units)):
            return ()
        found: list[Sort] = []
        for unit in units:
            parts = tuple(told for told in listed if told.mention.quantity.unit.text == unit)
            whole = self._whole(parts, before)
            if len(parts) > 1 and whole is not None and all(map(self._adds, parts)):
                found.append(Sort(whole, parts, any(word in parts[-1].label for word in self.rest)))
        if any(map(_is_all, found)):
            return [replace(each, complete=True) for each in found]
        return found

    def _whole(self, parts: Sequence[Told], before: Sequence[Told]) -> Told | None:
        """The only figure before a list that is in the unit of its parts; of several, the only one with their name."""
        unit = parts[0].mention.quantity.unit
        alike = [told for told in before if told.mention.quantity.unit.text == unit.text and self._adds(told)]
        if len(alike) > 1:
            name = parts[0].label[-_NAME:]
            alike = [told for told in alike if len(name) == _NAME and told.label.endswith(name)]
        if len(alike) != 1 or _are_called_otherwise(parts, alike[0].label):
            return None
        return alike[0]

    def _adds(self, told: Told) -> bool:
        """Whether a figure is an amount or a number of things, and no change, average or balance."""
        return told.mention.aspect is None and not any(w in told.label for w in (*self.averages, *self.balances))


@lru_cache(maxsize=8)
def sorted_lists(language: str) -> Sorted:
    """The patterns of a language. Raises `UnknownLanguageError`."""
    known = words(language)
    told = known.discourse
    by, into = alternatives(told.sorted_by[:1]), alternatives(told.sorted_into)
    return Sorted(
        lead=compiled(
            rf"{by}[^，。；：、,;:\d]{{1,10}}?{into}\s?[，,：:]"
            rf"|(?P<viewed>{alternatives(told.sorted_into[:1])}[^，。；：、,;:\d年]{{1,8}}?{alternatives(told.viewing)}\s?[，,：:])"
            if told.sorted_into
            else r"(?!)"
        ),
        of_which=compiled(alternatives(told.of_which)),
        some=compiled(alternatives((*told.uncounted, *told.but_some, *told.of_which))),
        rest=told.rest,
        averages=known.data_table.averages,
        balances=told.balances,
    )


def _are_called_otherwise(parts: Sequence[Told], whole: str) -> bool:
    """Whether all parts have one name, which is not that of the whole: 年度投资 of 总投资."""
    names = {part.label for part in parts}
    return len(names) == 1 and not any(whole.endswith(name) or (whole and name.endswith(whole)) for name in names)


def _is_all(sort: Sort) -> bool:
    total = add_all([part.mention.fact for part in sort.parts])
    return consistent(sort.whole.mention.fact, total)


def _between(figures: Sequence[Told], start: int, end: int) -> Sequence[Told]:
    """Those of `figures` that stand between two places of their text."""
    first = bisect_left(figures, start, key=_start)
    return figures[first : bisect_left(figures, end, first, key=_start)]


def _start(told: Told) -> int:
    return told.start


def _end(text: str, start: int, following: re.Match[str] | None) -> int:
    """Where a list ends that begins at `start`: at its full stop, or before the next list (`following`) and the semicolon that leads to it."""
    limit = len(text) if following is None else following.start()
    if stop := _STOP.search(text, start, limit):
        return stop.start()
    semicolon = -1 if following is None else text.rfind(_SEMICOLON, start, limit)
    return semicolon if semicolon >= 0 else limit


def _is_again(between: str) -> bool:
    """Whether nothing but a mark parts a list from the next, which then sorts the same in another way: ；按性别分，…."""
    return between.strip() in _AGAIN


def _reach(text: str, at: int) -> int:
    """Where the sentence begins whose figures may be the whole of a list: its own, or the one before it where it begins its own."""
    start = sentence_start(text, at)
    return start if text[start:at].strip() else sentence_start(text, max(0, start - 1))
