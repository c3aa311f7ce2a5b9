"""Quantities: evaluated figures with their interval and unit."""

from dataclasses import dataclass
from fractions import Fraction

from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.units import Unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: the interval it stands for, in `unit`; its nominal value where one is printed or computed.

    `decimals` is the precision in `unit` (None: exact). `nominal` is None for a range without a middle (2-3个).
    """

    interval: Interval
    nominal: Fraction | None
    unit: Unit
    decimals: int | None
