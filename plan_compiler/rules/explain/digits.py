"""The digits of a printed number, and what single slips in them change.

A change is counted in steps: units of the last printed decimal.
"""

from collections.abc import Iterator
from functools import lru_cache
from math import ceil, floor

from msgspec import Struct

from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.units import currency_of


class Steps(Struct, frozen=True):
    """Whole steps from `low` to `high`, both of them in it; nothing where `low` is above `high`."""

    low: int
    high: int

    def __contains__(self, step: object) -> bool:
        return isinstance(step, int) and self.low <= step <= self.high


def steps_in(interval: Interval) -> Steps:
    """The whole numbers within a bounded interval."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        raise ValueError("no bounds")
    first, last = ceil(low), floor(high)
    return Steps(first + (first == low and not interval.low_closed), last - (last == high and not interval.high_closed))


def digits_of(number: Number) -> str:
    """All digits as printed, leading zeros among them, without sign, point and separators."""
    printed = sum(char.isdecimal() for char in number.text.removesuffix(number.unit))
    return str(magnitude(number)).rjust(max(number.decimals + 1, min(printed, len(number.text))), "0")


def magnitude(number: Number) -> int:
    """The number in steps, without its sign."""
    return abs(int(number.value.scaleb(number.decimals)))


def digit_changes(digits: str, decimals: int, wanted: Steps) -> Iterator[int]:
    """The changes within `wanted` that one digit makes when it becomes another."""
    for power in _powers(wanted, 1, len(digits)):
        index, unit = len(digits) - 1 - power, 10**power
        own = int(digits[index])
        lowest = 1 if _leads(index, digits, decimals) else 0
        first = max(lowest - own, -(-wanted.low // unit))
        for by in range(first, min(9 - own, wanted.high // unit) + 1):
            if by:
                yield by * unit


def transpositions(digits: str, decimals: int, wanted: Steps) -> Iterator[int]:
    """The changes within `wanted` that two neighbouring digits make when they change places."""
    for power in _powers(wanted, 9, len(digits) - 1):
        index = len(digits) - 2 - power
        left, right = digits[index], digits[index + 1]
        change = 9 * (int(right) - int(left)) * 10**power
        if change and change in wanted and not (right == "0" and _leads(index, digits, decimals)):
            yield change


@lru_cache
def _powers(wanted: Steps, step: int, below: int) -> tuple[int, ...]:
    """The powers of ten, the highest first, of which one to nine times the `step` is a change within `wanted`."""
    return tuple(power for power in reversed(range(below)) if _has_multiple(wanted, step * 10**power))


def _has_multiple(wanted: Steps, unit: int) -> bool:
    first, last = max(-9, -(-wanted.low // unit)), min(9, wanted.high // unit)
    return first <= last and not first == last == 0


def reprinted(number: Number, steps: int) -> str:
    """`number` with another value, in steps, printed as it is printed."""
    whole, fraction = divmod(abs(steps), 10**number.decimals)
    grouped = f"{whole:,}" if "," in number.text else str(whole)
    decimals = f".{fraction:0{number.decimals}d}" if number.decimals else ""
    currency = currency_of(number.unit)
    return f"{'-' if steps < 0 else ''}{currency}{grouped}{decimals}{number.unit[len(currency) :]}"


def _leads(index: int, digits: str, decimals: int) -> bool:
    """Whether the digit at `index` is the first of an integer part of several, where no zero is printed."""
    return index == 0 and len(digits) > decimals + 1
