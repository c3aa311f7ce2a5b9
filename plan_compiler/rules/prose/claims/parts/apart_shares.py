"""Shares listed apart behind their parts: 职工9.8万人次、农民7.4万人次、其他4.3万人次，分别占45.6%、34.4%和20.0%."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from msgspec import Struct

from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import ZeroDivisorError
from plan_compiler.quantity.mention import SIDES
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, add_all, as_fine_as, consistent
from plan_compiler.quantity.shares import share
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.claims.parts.shares import WHOLE, Shares, alike, has_name
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.lists import list_ending
from plan_compiler.rules.prose.wording import alternatives

_FEWEST, _MOST = 2, 12
"""How many shares a list has."""
_FOLLOWING = ("，", ",", "；", ";")


class _Apart(Struct, frozen=True):
    """The words by which a language lists shares apart, as patterns."""

    lead: re.Pattern[str]
    """All that stands before the first of them: 分别占, 占比分别为; `name` of what, where that is said."""
    behind: re.Pattern[str]
    """All that stands between the last of the parts and that: 个，."""
    joining: tuple[str, ...]


@lru_cache(maxsize=8)
def _apart(language: str) -> _Apart:
    told = words(language).discourse
    apart, fill = alternatives(told.respectively), alternatives(told.share_fill)
    own, of = alternatives(told.share), alternatives(told.share_of[:1])
    named = rf"{of}(?P<name>[^，；。、,;\d]{{2,16}}?)(?:{fill})++"
    return _Apart(
        lead=compiled(rf"{own}{apart}(?:{fill})*+|{apart}(?:{own}(?:{fill})*+|{named})"),
        behind=compiled(r"[^，；。、,;\d]{0,8}[，,]\s?"),
        joining=told.joining,
    )


class ApartShare(Struct, frozen=True):
    """A share of such a list with its part and their whole: what a text tells (`told`), or what all parts come to."""

    rate: Told
    part: Told
    whole: Quantity
    told: tuple[Told, ...]

    @property
    def of(self) -> str:
        """The whole as worded, or the addition that it is."""
        return " + ".join(each.worded for each in self.told)

    @property
    def computed(self) -> Quantity:
        """What the share should be. Raises `UnitMismatchError`, and `ZeroDivisorError` where the whole may be zero."""
        return share(self.part.mention.fact, self.whole)

    def holds(self) -> bool:
        """Whether the share is that of its part in the whole."""
        try:
            return consistent(self.rate.mention.fact, self.computed)
        except (UnitMismatchError, ZeroDivisorError):
            return False


def shares_apart(known: Shares, figures: Sequence[Told], index: int) -> tuple[ApartShare, ...]:
    """All shares of the list that begins at `index`, where the figures right before it are as many parts. Their whole is the figure of which these
    are told to be parts (其中), or their sum; () where nothing tells that it is either.
    """
    apart = _apart(figures[index].language)
    match = apart.lead.fullmatch(figures[index].opening.strip())
    if match is None or figures[index].form is not None:
        return ()
    rates = _rates(apart, figures[index : index + _MOST])
    parts = _parts(apart, figures, index, len(rates))
    if len(rates) < _FEWEST or not parts:
        return ()
    whole, name = _whole(known, figures, parts[0], index - len(parts)), match["name"]
    if name and (whole is None or not has_name(whole, name)):
        return ()
    of_whole = _of(rates, parts, _printed(whole), (whole,)) if whole is not None else ()
    of_sum = () if name else _of(rates, parts, add_all([part.mention.fact for part in parts]), parts)
    return _meant(of_whole, of_sum)


def share_beside_rest(known: Shares, figures: Sequence[Told], index: int) -> ApartShare | None:
    """The share at `index` of the figure right before it, where all that is left of the whole stands right behind it: 已改造38个，占30.6%；其余86个."""
    if not 0 < index < len(figures) - 1 or figures[index].label not in known.told.share:
        return None
    part, rate, rest = figures[index - 1 : index + 2]
    text, start = rate.run.text, sentence_start(rate.run.text, part.start)
    follows = rest.opening.strip() in known.told.left and text[rate.end : rest.opens].strip() in _FOLLOWING
    others = (told for told in figures[max(0, index - _MOST) : index - 1] if told.start >= start)
    if not follows or not alike(part, rest) or any(told.opening.strip() in known.told.share for told in others):
        return None
    if (
        part.mention.aspect is not None
        or is_pure(part.mention.quantity.unit)
        or part.start < sentence_start(text, rate.start)
    ):
        return None
    behind = next(iter(figures[index + 2 : index + 3]), None)
    if behind is not None and alike(behind, rest) and text[rest.end : behind.start].startswith("、"):
        return None
    parts = (part, rest)
    return ApartShare(rate, part, add_all([told.mention.fact for told in parts]), parts)


def _printed(whole: Told) -> Quantity:
    """A whole as far as it is known; the bound of one that is but bounded (控制在8000个以内), of which shares are told as well."""
    return whole.mention.quantity if whole.mention.qualifier in SIDES else whole.mention.fact


def _meant(of_whole: tuple[ApartShare, ...], of_sum: tuple[ApartShare, ...]) -> tuple[ApartShare, ...]:
    """The reading in which all shares hold, else the one in which some do, else that of shares that make up all there is; () where it is open."""
    for reading in (of_whole, of_sum):
        if reading and all(each.holds() for each in reading):
            return reading
    if any(each.holds() for each in of_whole):
        return of_whole
    rates = [each.rate.mention.quantity for each in of_sum]
    makes_all = bool(rates) and as_fine_as(add_all(rates), rates).interval.meets(WHOLE.interval)
    if of_whole:
        return of_whole if makes_all and consistent(of_whole[0].whole, of_sum[0].whole) else ()
    misses = sum(not each.holds() for each in of_sum)
    return of_sum if makes_all or misses == 1 else ()


def _of(rates: Sequence[Told], parts: Sequence[Told], whole: Quantity, told: Sequence[Told]) -> tuple[ApartShare, ...]:
    return tuple(ApartShare(rate, part, whole, tuple(told)) for rate, part in zip(rates, parts, strict=True))


def _rates(known: _Apart, figures: Sequence[Told]) -> tuple[Told, ...]:
    """The rates of one list, from the first of `figures` on: with nothing but its marks between them."""
    first, *rest = figures
    listed = takewhile(lambda told: told.opening.strip() in known.joining or told.mark in known.joining, rest)
    rates = (first, *listed)
    fits = all(is_pure(told.mention.quantity.unit) and "%" in told.text and told.form is None for told in rates)
    return rates if fits and all(not told.opening.strip("".join(known.joining)) for told in rates[1:]) else ()


def _parts(known: _Apart, figures: Sequence[Told], index: int, number: int) -> tuple[Told, ...]:
    """The figures of the list right before the one at `index`, if it has so many."""
    last = figures[index - 1] if index else None
    if last is None or not known.behind.fullmatch(last.run.text, last.end, figures[index].opens):
        return ()
    return list_ending(figures, index - 1, number)


def _whole(known: Shares, figures: Sequence[Told], part: Told, first: int) -> Told | None:
    """The figure right before a list that it is told to be of."""
    whole = figures[first - 1] if first else None
    if whole is None or not alike(whole, part) or whole.start < sentence_start(part.run.text, part.start):
        return None
    between = part.run.text[whole.end : part.start]
    return whole if any(word in between for word in known.told.of_which) and whole.mention.aspect is None else None
