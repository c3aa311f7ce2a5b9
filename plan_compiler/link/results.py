"""What a figure comes to: a quantity, or why there is none."""

from dataclasses import dataclass
from typing import TypeAlias

from plan_compiler.quantity.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Unknown:
    """A figure without a value, and why: `reason` is a key of `plan_compiler.link.reasons`, `about` the name in question."""

    reason: str
    about: str = ""


Result: TypeAlias = Quantity | Unknown
