"""Intervals: what a printed figure stands for (XBRL Calculations 1.1).

Every operation gives the exact set of its results, its ends closed only where a result attains them.
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import force_setattr

from plan_compiler.rational import Fraction

Real: TypeAlias = Fraction | Decimal | int

_End: TypeAlias = tuple[int, Fraction, bool]
"""An end on the extended line: -1, 0 or 1 for minus infinity, a finite value or infinity; the value; closed."""

_ZERO = Fraction(0)


class ZeroDivisorError(ArithmeticError):
    """The divisor may be zero."""


class Interval(Struct, frozen=True):
    """All values a figure may have. None is an end without bound, and such an end is open.

    An interval is never empty: `ValueError` where `low` is above `high`, or equal to it with an open end.
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if low is None:
            force_setattr(self, "low_closed", False)
        if high is None:
            force_setattr(self, "high_closed", False)
        # One object at both ends spares the comparison: most figures of a large plan are exact.
        if low is None or high is None or (low is not high and low < high):
            return
        if not (self.low_closed and self.high_closed) or (low is not high and low > high):
            raise ValueError(f"empty interval: {low}, {high}")

    @staticmethod
    def exact(value: Real) -> "Interval":
        """The one value."""
        point = _fraction(value)
        return Interval(point, point)

    @staticmethod
    def rounding(value: Real, decimals: int | None) -> "Interval":
        """[v - u/2, v + u/2] for a figure rounded to the unit u = 10^-decimals; the one value for None (exact)."""
        if decimals is None:
            return Interval.exact(value)
        half = half_unit(decimals)
        point = _fraction(value)
        return Interval(point - half, point + half)

    @staticmethod
    def truncated(value: Real, decimals: int) -> "Interval":
        """The values that are cut (not rounded) to `value`: [v, v+u) above zero, (v-u, v] below, (-u, u) for zero."""
        unit = power_of_ten(-decimals)
        point = Fraction(value)
        if point > 0:
            return Interval(point, point + unit, True, False)
        if point < 0:
            return Interval(point - unit, point, False, True)
        return Interval(-unit, unit, False, False)

    @staticmethod
    def at_least(value: Real) -> "Interval":
        """[v, ∞)."""
        return Interval(Fraction(value), None)

    @staticmethod
    def more_than(value: Real) -> "Interval":
        """(v, ∞)."""
        return Interval(Fraction(value), None, False)

    @staticmethod
    def at_most(value: Real) -> "Interval":
        """(-∞, v]."""
        return Interval(None, Fraction(value))

    @staticmethod
    def less_than(value: Real) -> "Interval":
        """(-∞, v)."""
        return Interval(None, Fraction(value), True, False)

    @property
    def point(self) -> Fraction | None:
        """The one value of an exact interval, else None."""
        return self.low if self.low == self.high else None

    @property
    def width(self) -> Fraction | None:
        """The distance of the ends; None without bound."""
        return None if self.low is None or self.high is None else self.high - self.low

    def __neg__(self) -> "Interval":
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_closed, self.low_closed)

    def __add__(self, other: "Interval") -> "Interval":
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_closed and other.low_closed, self.high_closed and other.high_closed)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        products = [_product(a, b) for a in _ends(self) for b in _ends(other)]
        low = min(products, key=lambda end: (end[0], end[1], not end[2]))
        high = max(products)
        return Interval(_value(low), _value(high), low[2], high[2])

    def __truediv__(self, other: "Interval") -> "Interval":
        return self * other.reciprocal()

    def reciprocal(self) -> "Interval":
        """1/x for every x. Raises `ZeroDivisorError` where x may be zero."""
        if 0 in self:
            raise ZeroDivisorError("the divisor may be zero")
        # With zero outside, both ends have one sign; an end at zero is open and turns into no bound.
        low = _ZERO if self.high is None else 1 / self.high if self.high else None
        high = _ZERO if self.low is None else 1 / self.low if self.low else None
        return Interval(low, high, self.high_closed, self.low_closed)

    def scaled(self, factor: Real) -> "Interval":
        """The interval times an exact factor."""
        exact = Fraction(factor)
        if exact == 0:
            return Interval.exact(0)
        if exact < 0:
            return (-self).scaled(-exact)
        low = None if self.low is None else self.low * exact
        high = None if self.high is None else self.high * exact
        return Interval(low, high, self.low_closed, self.high_closed)

    def __contains__(self, value: Real) -> bool:
        point = Fraction(value)
        above = self.low is None or self.low < point or (self.low_closed and self.low == point)
        return above and (self.high is None or point < self.high or (self.high_closed and point == self.high))

    def includes(self, other: "Interval") -> bool:
        """Whether every value of `other` is one of this interval."""
        return self.intersection(other) == other

    def meets(self, other: "Interval") -> bool:
        """Whether some value is in both; touching counts only where both ends are closed."""
        return not (self.is_below(other) or other.is_below(self))

    def is_below(self, other: "Interval") -> bool:
        """Whether every value is below every value of `other`."""
        if self.high is None or other.low is None or self.high > other.low:
            return False
        return self.high < other.low or not (self.high_closed and other.low_closed)

    def intersection(self, other: "Interval") -> "Interval | None":
        """The values in both, None where there are none."""
        if not self.meets(other):
            return None
        low, low_closed = _higher_low(self, other)
        negative_high, high_closed = _higher_low(-self, -other)
        return Interval(low, None if negative_high is None else -negative_high, low_closed, high_closed)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of independent figures: an end is closed only if all its parts are. The empty sum is exactly 0."""
    lows: list[Fraction | None] = []
    highs: list[Fraction | None] = []
    low_closed = high_closed = True
    for interval in intervals:
        lows.append(interval.low)
        highs.append(interval.high)
        low_closed &= interval.low_closed
        high_closed &= interval.high_closed
    return Interval(sum_of(lows), sum_of(highs), low_closed, high_closed)


@lru_cache(maxsize=256)
def power_of_ten(exponent: int) -> Fraction:
    """10^exponent, exactly."""
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)


@lru_cache(maxsize=256)
def half_unit(decimals: int) -> Fraction:
    """How far a figure rounded to `decimals` may be from its value."""
    return power_of_ten(-decimals) / 2


def _fraction(value: Real) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(value)


def sum_of(values: Iterable[Fraction | None]) -> Fraction | None:
    """The sum of exact values; None where one of them is None."""
    # Printed figures have few denominators, and integers add far faster than fractions.
    numerators: defaultdict[int, int] = defaultdict(int)
    for value in values:
        if value is None:
            return None
        numerators[value.denominator] += value.numerator
    return sum((Fraction(numerator, denominator) for denominator, numerator in numerators.items()), _ZERO)


def _ends(interval: Interval) -> tuple[_End, _End]:
    low: _End = (-1, _ZERO, False) if interval.low is None else (0, interval.low, interval.low_closed)
    high: _End = (1, _ZERO, False) if interval.high is None else (0, interval.high, interval.high_closed)
    return low, high


def _product(a: _End, b: _End) -> _End:
    """The limit of the products near two ends. Zero is attained against anything; zero times infinity tends to zero."""
    if (a[0] == 0 and a[1] == 0) or (b[0] == 0 and b[1] == 0):
        attained = (a[0] == 0 and a[1] == 0 and a[2]) or (b[0] == 0 and b[1] == 0 and b[2])
        return 0, _ZERO, attained
    if a[0] or b[0]:
        return _sign(a) * _sign(b), _ZERO, False
    return 0, a[1] * b[1], a[2] and b[2]


def _sign(end: _End) -> int:
    return end[0] or (1 if end[1] > 0 else -1)


def _value(end: _End) -> Fraction | None:
    return None if end[0] else end[1]


def _higher_low(a: Interval, b: Interval) -> tuple[Fraction | None, bool]:
    if a.low is None:
        return b.low, b.low_closed
    if b.low is None or a.low > b.low:
        return a.low, a.low_closed
    return b.low, b.low_closed and (a.low_closed or a.low < b.low)
