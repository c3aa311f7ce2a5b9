"""Shares and rates of growth, with the exact range of what they can be.

Each name occurs once in the expressions used here (new/old - 1, not (new - old)/old), so interval arithmetic gives no
more than the values that the figures allow. All results but `ratio` are in per cent.
"""

from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity, as_percent, warranted_decimals
from plan_compiler.quantity.units import PURE
from plan_compiler.rational import Fraction

_ROOT_DECIMALS = 15
"""Roots that are not rational are enclosed to this many decimals, rounded outward."""


_MOST_YEARS = 1000


class NonPositiveBaseError(ArithmeticError):
    """Growth from a base that may be zero or negative has no meaning."""


def share(part: Quantity, whole: Quantity) -> Quantity:
    """part/whole. Raises `UnitMismatchError`, and `ZeroDivisorError` where the whole may be zero."""
    return as_percent(part.converted(whole.unit) / whole)


def growth(new: Quantity, old: Quantity) -> Quantity:
    """new/old - 1. Raises `UnitMismatchError`, and `NonPositiveBaseError` where `old` may be zero or less."""
    return as_percent(ratio(new, old) - Quantity.of(1))


def cagr(last: Quantity, first: Quantity, years: int) -> Quantity:
    """The compound annual growth rate (last/first)^(1/years) - 1.

    Its ends are enclosed outward to 10^-15, and open where they are not the exact root. Raises `ValueError` for less
    than one year or more than a thousand, `UnitMismatchError`, and `NonPositiveBaseError` where a figure may be zero or less.
    """
    if not 1 <= years <= _MOST_YEARS:
        raise ValueError(f"growth over {years} years")
    _require_positive(last)
    times = ratio(last, first)
    interval = _root_of_interval(times.interval, years)
    nominal = None if times.nominal is None else _root(times.nominal, years)[0]
    exact = times.decimals is None
    root = Quantity(interval, nominal, PURE, None if exact else warranted_decimals(interval, nominal))
    return as_percent(root - Quantity.of(1))


def ratio(new: Quantity, old: Quantity) -> Quantity:
    """How many times `old` is in `new`, a pure number. Raises as `growth` does."""
    _require_positive(old)
    return (new.converted(old.unit) / old).converted(PURE)


def _require_positive(quantity: Quantity) -> None:
    if not Interval.exact(0).is_below(quantity.interval):
        raise NonPositiveBaseError("the base may be zero or less")


def _root_of_interval(interval: Interval, degree: int) -> Interval:
    low, low_exact = (None, False) if interval.low is None else _root(interval.low, degree)
    high, high_exact = (None, False) if interval.high is None else _root(interval.high, degree)
    if high is not None and not high_exact:
        high += Fraction(1, 10**_ROOT_DECIMALS)
    return Interval(low, high, interval.low_closed and low_exact, interval.high_closed and high_exact)


def _root(value: Fraction, degree: int) -> tuple[Fraction, bool]:
    """The root of a value >= 0, and True; or the root rounded down to `_ROOT_DECIMALS`, and False."""
    numerator, denominator = _integer_root(value.numerator, degree), _integer_root(value.denominator, degree)
    if numerator**degree == value.numerator and denominator**degree == value.denominator:
        return Fraction(numerator, denominator), True
    scale = 10**_ROOT_DECIMALS
    return Fraction(_integer_root(value.numerator * scale**degree // value.denominator, degree), scale), False


def _integer_root(value: int, degree: int) -> int:
    """The greatest integer whose power is at most `value`, by Newton's method from above."""
    if value < 2:
        return value
    guess = 1 << -(-value.bit_length() // degree)
    while True:
        lower = ((degree - 1) * guess + value // guess ** (degree - 1)) // degree
        if lower >= guess:
            return guess
        guess = lower
