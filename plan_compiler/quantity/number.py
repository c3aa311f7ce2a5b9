"""Numbers as they are printed. No number of a plan ever passes through a float."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: its text, its exact value, its decimals, and the unit printed behind it ("" if none).

    ``78.10`` has the value 78.1 and two decimals; ``50%`` the value 50, no decimals and the unit ``%``.
    """

    text: str
    value: Decimal
    decimals: int
    unit: str = ""


class MalformedNumberError(ValueError):
    """The text looks like a number and is none (``250,000,00``). `reason` names the fault."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{reason}: {text}")
        self.text = text
        self.reason = reason
