"""What a pure number tells: a share or a rate, or what lies between two of them.

A rate that rises from 92.5% to 98% rises by 5.5 percentage points, which is no 5.5%.
"""

from enum import Enum, auto


class Sense(Enum):
    """What a number without dimension tells."""

    NUMBER = auto()
    """Not said: a plain number, a coefficient, a multiple. Everything else has this sense."""
    RATE = auto()
    """A share, a rate, a relative change: in per cent."""
    POINTS = auto()
    """The change of a rate: in percentage points."""
    OPEN = auto()
    """The difference of two rates: a rest in per cent, or a distance in percentage points."""


def compares(sense: Sense, other: Sense) -> bool:
    """Whether figures of these senses can be one figure: per cent are never percentage points."""
    return sense is other or {sense, other} != {Sense.RATE, Sense.POINTS}


def of_sum(sense: Sense, other: Sense) -> Sense:
    """The sense of a sum: points raise a rate to another rate."""
    if sense is other:
        return sense
    senses = {sense, other} - {Sense.NUMBER}
    strongest = (Sense.OPEN, Sense.RATE, Sense.POINTS)
    return next((each for each in strongest if each in senses), Sense.NUMBER)


def of_difference(sense: Sense, other: Sense) -> Sense:
    """The sense of a difference: of two rates it is open, unless one is a plain number (1 - rate)."""
    if sense is Sense.RATE and other is Sense.RATE:
        return Sense.OPEN
    return Sense.OPEN if (sense, other) == (Sense.POINTS, Sense.RATE) else of_sum(sense, other)
