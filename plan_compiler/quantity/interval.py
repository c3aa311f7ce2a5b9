"""Intervals: what a printed figure stands for (XBRL Calculations 1.1)."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All values a figure may have. None is an end without bound, and such an end is open."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True
