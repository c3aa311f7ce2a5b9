"""Ratios of as many figures as a list beside them has: 71.9亿元、32.1亿元、24.4亿元，结构比为56:25:19; 按4:6分担，分别为0.96亿元和1.44亿元."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import ZeroDivisorError
from plan_compiler.quantity.quantity import Quantity, add_all, consistent
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.shares import share
from plan_compiler.quantity.units import PERCENT
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.lists import list_ending, list_from
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import alternatives

_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,3})?"
_RATIO = rf"(?<![0-9:：∶.]){_NUMBER}(?:\s?[:：∶]\s?{_NUMBER}){{1,5}}(?![0-9:：∶.])"
_MARK = compiled(r"\s?[:：∶]\s?")
_MAY_BE = compiled(r"[0-9]\s?[:：∶]\s?[0-9]")
_LOWEST, _HIGHEST = 85, 115
_PAIR = 2
_NEAR = 8
"""How many points the shares of a list and of its ratio differ at most, none of which is the same, and are meant of each other."""


class ListedRatio(Struct, frozen=True):
    """A member of a ratio (`text`, from `start` to `end` of its run) as printed, and the figure of the list that it is of, in `whole`: those that
    make it up, or one. `share` is what the ratio makes of it and `computed` what the figures do, both in per cent.
    """

    run: Run
    start: int
    end: int
    text: str
    printed: str
    part: Told
    whole: tuple[Told, ...]
    share: Quantity
    computed: Quantity

    def holds(self) -> bool:
        """Whether the two agree."""
        return consistent(self.share, self.computed)


class _Words(Struct, frozen=True):
    told: re.Pattern[str]
    """All between the last figure of a list and the ratio of it, and the ratio: ，结构比为56:25:19."""
    split: re.Pattern[str]
    """A ratio and all between it and the first figure of its list; `shared` where something is split by it: 4:6分担，分别为."""


@lru_cache(maxsize=8)
def _words(language: str) -> _Words | None:
    told = words(language).discourse
    if not told.bare_ratios:
        return None
    fill = alternatives((*told.share_fill, *told.reaching))
    leads = alternatives((*told.all_parts, *told.restating, *told.respectively))
    return _Words(
        told=compiled(rf"[^，；。、,;\d]{{0,8}}[，,]{alternatives(told.bare_ratios)}(?:{fill})*+(?P<ratio>{_RATIO})"),
        split=compiled(
            rf"(?P<ratio>{_RATIO})(?:(?:的?比例)?(?P<shared>{alternatives(told.splitting)}))?[，,]\s?{leads}(?=\d)"
        ),
    )


def may_list_ratio(text: str) -> bool:
    """Whether a text has a ratio."""
    return _MAY_BE.search(text) is not None


def listed_ratios(run: Run, figures: Sequence[Told]) -> Iterator[tuple[ListedRatio, ...]]:
    """The ratios of a run that stand beside a list of as many figures, each by its members."""
    known = _words(figures[0].language) if figures else None
    if known is None:
        return
    for index, told in enumerate(figures):
        match = known.told.match(run.text, told.end)
        parts = list_ending(figures, index, len(_members(match))) if match else ()
        if match and parts:
            yield from _told(run, match, parts)
    starts = {told.start: index for index, told in enumerate(figures)}
    for match in known.split.finditer(run.text):
        parts = list_from(figures, starts[match.end()], len(_members(match))) if match.end() in starts else ()
        if parts:
            yield from _split(run, match, figures, parts)


def _members(match: re.Match[str]) -> list[str]:
    return _MARK.split(match["ratio"])


def _told(run: Run, match: re.Match[str], parts: tuple[Told, ...]) -> Iterator[tuple[ListedRatio, ...]]:
    """The ratio behind a list, if it may be of it: some members are those of the figures, or all are near them."""
    found = _held(run, match, parts, parts, _rounded)
    near = all(_distance(each) <= _NEAR for each in found)
    if found and (near or len(found) == _PAIR or any(each.holds() for each in found)):
        yield found


def _split(
    run: Run, match: re.Match[str], figures: Sequence[Told], parts: tuple[Told, ...]
) -> Iterator[tuple[ListedRatio, ...]]:
    """The list behind a ratio, of the sum of money or the number before the ratio where some of it is exactly that; else of all of the list, which
    something that is split by the ratio is exactly and other things nearly.
    """
    start, dimension = sentence_start(run.text, match.start()), parts[0].mention.quantity.unit.dimension
    before = [told for told in figures if start <= told.start < match.start()]
    wholes = [told for told in before if told.mention.quantity.unit.dimension == dimension][-1:]
    of_whole = _held(run, match, parts, wholes, _exact) if wholes else ()
    if any(each.holds() for each in of_whole):
        yield of_whole
    elif found := _held(run, match, parts, parts, _exact if match["shared"] else _rounded):
        yield found


def _held(
    run: Run,
    match: re.Match[str],
    parts: Sequence[Told],
    whole: Sequence[Told],
    shares_of: Callable[[Sequence[str]], list[Quantity]],
) -> tuple[ListedRatio, ...]:
    """Each member of a ratio with its figure; () where a share cannot be reckoned."""
    printed = _members(match)
    span, text = match.span("ratio"), match["ratio"]
    try:
        total = add_all([told.mention.fact for told in whole])
        computed = [share(part.mention.fact, total) for part in parts]
        shares = shares_of(printed)
    except ZeroDivisorError:
        return ()
    return tuple(
        ListedRatio(run, *span, text, *each, tuple(whole), own, of)
        for each, own, of in zip(zip(printed, parts, strict=True), shares, computed, strict=True)
    )


def _exact(printed: Sequence[str]) -> list[Quantity]:
    numbers = [Quantity.from_number(read_number(each), "", exact=True) for each in printed]
    return [share(number, add_all(numbers)) for number in numbers]


def _rounded(printed: Sequence[str]) -> list[Quantity]:
    """The shares of a ratio as its decimals tell: those of a whole hundred by themselves, and a side that is 1 exactly that."""
    numbers = [Quantity.from_number(read_number(each), "", exact=each == "1") for each in printed]
    total = add_all(numbers)
    if len(printed) > _PAIR and total.nominal is not None and _LOWEST <= total.nominal <= _HIGHEST:
        return [Quantity.from_number(read_number(each), PERCENT.text) for each in printed]
    return [share(number, total) for number in numbers]


def _distance(member: ListedRatio) -> Fraction:
    left, right = member.share.nominal, member.computed.nominal
    return abs(left - right) if left is not None and right is not None else Fraction(_NEAR + 1)
