"""What a worded figure claims: the set of true values that its qualifier allows."""

from typing import assert_never

from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.quantity.interval import Interval, half_unit, power_of_ten
from plan_compiler.rational import Fraction

_LOOSEST = Fraction(1, 10)
"""The share of a figure that 约, 近 and 多 can at most mean."""


def claim(qualifier: Qualifier, low: Fraction, high: Fraction, decimals: int, counted: bool) -> Interval:
    """The true values that `qualifier` allows for the printed range from `low` to `high` (one figure: both the same).

    - EXACTLY: what rounds to the printed figure.
    - AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN: bounded by the printed figure itself, which is a line drawn and not a
      measurement; 以上 and 以下 include it. What is `counted` cannot be below zero.
    - ABOUT: half a unit of the last significant digit to either side, zeros at the end of an integer not being
      significant; but no more than a tenth of the figure, and no less than what rounds to it. 约300 is [270, 330], 约22.1
      is [22.05, 22.15].
    - NEARLY: down to one such unit (at most a tenth) below the figure, and the figure itself: 近1500 is [1400, 1500].
    - AND_MORE: above the figure, by less than one such unit: 200多 is (200, 300), 10余 is (10, 20).
    """
    floor = Fraction(0) if counted and high >= 0 else None
    match qualifier:
        case Qualifier.EXACTLY:
            half = half_unit(decimals)
            allowed = Interval(low - half, high + half)
        case Qualifier.AT_LEAST:
            allowed = Interval.at_least(low)
        case Qualifier.MORE_THAN:
            allowed = Interval.more_than(low)
        case Qualifier.AT_MOST:
            allowed = Interval(floor, high)
        case Qualifier.LESS_THAN:
            allowed = Interval(floor if high else None, high, True, False)
        case Qualifier.ABOUT:
            allowed = Interval(low - _leeway(low, decimals), high + _leeway(high, decimals))
        case Qualifier.NEARLY:
            allowed = Interval(low - min(_significant_unit(low, decimals), abs(low) * _LOOSEST), high)
        case Qualifier.AND_MORE:
            allowed = Interval(low, high + _significant_unit(high, decimals), False, False)
        case _:
            assert_never(qualifier)
    return allowed


def _leeway(value: Fraction, decimals: int) -> Fraction:
    return max(half_unit(decimals), min(_significant_unit(value, decimals) / 2, abs(value) * _LOOSEST))


def _significant_unit(value: Fraction, decimals: int) -> Fraction:
    """The unit of the last significant digit: 100 for 300, 0.1 for 22.0 with one decimal."""
    if decimals > 0 or not value or value.denominator != 1:
        return power_of_ten(-decimals)
    unit = 10**-decimals
    while value.numerator % (unit * 10) == 0:
        unit *= 10
    return Fraction(unit)
