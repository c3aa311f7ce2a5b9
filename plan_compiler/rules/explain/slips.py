"""Every single slip that would explain a failed sum."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct, field

from plan_compiler.quantity.interval import Interval, power_of_ten
from plan_compiler.quantity.kindred import kindred
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError
from plan_compiler.quantity.units import Unit
from plan_compiler.rational import Fraction
from plan_compiler.rules.explain.balance import Balance, Term, without
from plan_compiler.rules.explain.digits import (
    Steps,
    digit_changes,
    digits_of,
    magnitude,
    reprinted,
    steps_in,
    transpositions,
)


class Slip(StrEnum):
    """The kinds of slip."""

    TRANSPOSED = "transposed"
    DIGIT = "digit"
    SCALE = "scale"
    """A factor of 10, 100, 1000 or 10 000, or another unit of the same kind."""
    SIGN = "sign"
    COPIED = "copied"
    LEFT_OUT = "left_out"
    TWICE = "twice"
    MEMO = "memo"


class Edit(Struct, frozen=True):
    """One slip and what mends it.

    `becomes` is what should be printed in the place of `term` ("" where it is printed right, but added wrongly). `source`
    is the figure that was copied, `unit` the unit in which the figure seems to be given.
    """

    slip: Slip
    term: Term
    becomes: str = ""
    source: Term | None = None
    unit: str = ""


_POWERS = tuple(power_of_ten(exponent) for exponent in (1, 2, 3, 4, -1, -2, -3, -4))


def edits(balance: Balance, gap: Interval, language: str) -> Iterator[Edit]:
    """Every edit that closes the `gap` of a balance; the units that may have been mistaken are those of `language`."""
    search = _Search(balance, gap, language)
    for term in balance.terms:
        if term.may_be_wrong:
            yield from search.misprints(term, -1 if term is balance.total else term.coefficient)
            yield from search.scales(term)
    yield from search.copies()
    yield from search.additions((*balance.members, *balance.groups))
    for memo in balance.memo:
        if _has_zero(gap + balance.share(memo)):
            yield Edit(Slip.MEMO, memo)


class _Search(Struct):
    balance: Balance
    gap: Interval
    language: str
    ratios: dict[Unit, dict[Fraction, Unit | None]] = field(default_factory=dict)
    wanted: dict[tuple[Fraction | int, Unit, int], Steps] = field(default_factory=dict)

    def misprints(self, term: Term, coefficient: Fraction | int) -> Iterator[Edit]:
        """Wrong digits and signs."""
        number = term.number
        digits, own = digits_of(number), magnitude(number)
        wanted = self.changes(term, coefficient)
        sign = -1 if number.value < 0 else 1
        if sign < 0:
            wanted = Steps(-wanted.high, -wanted.low)
        for change in transpositions(digits, number.decimals, wanted):
            yield Edit(Slip.TRANSPOSED, term, reprinted(number, sign * (own + change)))
        for change in digit_changes(digits, number.decimals, wanted):
            yield Edit(Slip.DIGIT, term, reprinted(number, sign * (own + change)))
        if own and -2 * own in wanted:
            yield Edit(Slip.SIGN, term, reprinted(number, -sign * own))

    def changes(self, term: Term, coefficient: Fraction | int) -> Steps:
        """By how many steps of its last decimal the term would have to change."""
        unit, decimals = term.quantity.unit, term.number.decimals
        key = (coefficient, unit, decimals)
        if key not in self.wanted:
            step = coefficient * power_of_ten(-decimals) * unit.factor / self.balance.total.quantity.unit.factor
            self.wanted[key] = steps_in((-self.gap).scaled(1 / Fraction(step))) if step else Steps(1, 0)
        return self.wanted[key]

    def scales(self, term: Term) -> Iterator[Edit]:
        """A point in the wrong place, or a figure in another unit than it says."""
        own = self.share(term)
        rest = without(self.gap, own)
        if rest is None or not term.number.value:
            return
        ratios = self.ratios_of(term.quantity.unit)
        for ratio in _between(tuple(ratios), *_quotients(-rest, own)):
            if _has_zero(rest + own.scaled(ratio)):
                yield _scaled(term, ratio, ratios[ratio])

    def ratios_of(self, unit: Unit) -> dict[Fraction, Unit | None]:
        """By what a figure may be wrong, in order, with the unit that it then seems to be in."""
        if unit not in self.ratios:
            named = {other.factor / unit.factor: other for other in kindred(unit, self.language)}
            self.ratios[unit] = {ratio: named.get(ratio) for ratio in sorted({*_POWERS, *named})}
        return self.ratios[unit]

    def share(self, term: Term) -> Interval:
        return -term.quantity.interval if term is self.balance.total else self.balance.share(term)

    def copies(self) -> Iterator[Edit]:
        """A total that is the figure beside it."""
        total = self.balance.total
        if not total.may_be_wrong:
            return
        for source in self.balance.near:
            if _is_copy(total.quantity, source.quantity):
                yield Edit(Slip.COPIED, total, self.due(), source)
                return

    def due(self) -> str:
        """The total that the members make."""
        total = self.balance.total
        whole = self.gap + total.quantity.interval
        low, high = whole.low or Fraction(0), whole.high or Fraction(0)
        decimals = None if whole.point is not None else total.number.decimals
        return plain(Quantity.of((low + high) / 2, total.quantity.unit, decimals)) + total.number.unit

    def additions(self, parts: Iterable[Term]) -> Iterator[Edit]:
        """Members that the total lacks, or has twice."""
        for part in parts:
            share = self.balance.share(part)
            lacking = without(self.gap, share)
            if lacking is not None and _has_zero(lacking):
                yield Edit(Slip.LEFT_OUT, part)
            if _has_zero(self.gap + share):
                yield Edit(Slip.TWICE, part)


def _quotients(wanted: Interval, own: Interval) -> tuple[Fraction | None, Fraction | None]:
    """Bounds of the positive ratios that lead from `own` to `wanted`; None where there is no bound."""
    if own.high is not None and own.high < 0:
        wanted, own = -wanted, -own
    if own.low is None or own.low <= 0 or own.high is None or wanted.low is None or wanted.high is None:
        return None, None
    return wanted.low / own.high, wanted.high / own.low


def _between(ratios: Sequence[Fraction], low: Fraction | None, high: Fraction | None) -> Sequence[Fraction]:
    first = 0 if low is None else bisect_left(ratios, low)
    return ratios[first:] if high is None else ratios[first : bisect_right(ratios, high)]


def _scaled(term: Term, ratio: Fraction, unit: Unit | None) -> Edit:
    """The term with its value times `ratio`; where it prints a unit itself, with that unit corrected."""
    number = term.number
    if unit is not None and number.unit:
        right = number.text.strip().removesuffix(number.unit).rstrip() + unit.text
        return Edit(Slip.SCALE, term, right)
    value = Fraction(number.value) * ratio
    exact = Quantity.of(value, term.quantity.unit)
    return Edit(Slip.SCALE, term, plain(exact) + number.unit, unit=unit.text if unit else "")


def _is_copy(total: Quantity, source: Quantity) -> bool:
    if total.nominal is None or source.nominal is None:
        return False
    try:
        return source.converted(total.unit).nominal == total.nominal
    except UnitMismatchError:
        return False


def _has_zero(interval: Interval) -> bool:
    return 0 in interval
