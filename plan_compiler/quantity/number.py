"""Numbers as they are printed. No number of a plan ever passes through a float."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from plan_compiler.rational import Fraction


class Number(Struct, frozen=True):
    """A printed number: its text, its exact value, its decimals, and the unit printed behind it ("" if none).

    ``78.10`` has the value 78.1 and two decimals; ``50%`` the value 50, no decimals and the unit ``%``.
    """

    text: str
    value: Decimal
    decimals: int
    unit: str = ""

    @property
    def fraction(self) -> Fraction:
        """The exact value as a fraction."""
        numerator, denominator = self.value.as_integer_ratio()
        return Fraction(numerator) if denominator == 1 else Fraction(numerator, denominator)


class NumberFault(StrEnum):
    """Why a text is no number."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NOT_A_NUMBER = "not-a-number"
    GROUPING = "grouping"
    """Thousands separators that do not part groups of three: ``250,000,00``."""
    AMBIGUOUS_SEPARATORS = "ambiguous-separators"
    """``8,120.000``: the point may be a second thousands separator."""
    PARENTHESES = "parentheses"
    """Only one parenthesis of two, or a sign within parentheses, which themselves mean negative."""
    TRAILING_TEXT = "trailing-text"
    """What stands behind the number is no unit: ``3-5``, ``1e5``, ``1.2.3``."""


class MalformedNumberError(ValueError):
    """The text looks like a number and is none (``250,000,00``). `reason` names the fault."""

    def __init__(self, text: str, reason: NumberFault) -> None:
        super().__init__(f"{reason}: {text}")
        self.text = text
        self.reason = reason
