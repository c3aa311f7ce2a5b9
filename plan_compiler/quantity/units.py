"""Units, by a declared table; an unknown unit is a dimension of its own."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its printed text, its factor to the base unit of its dimension, and the dimension's exponents."""

    text: str
    factor: Fraction
    dimension: tuple[tuple[str, int], ...]
