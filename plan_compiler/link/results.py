"""What a figure comes to: a quantity, or why there is none."""

from typing import TypeAlias

from msgspec import Struct

from plan_compiler.quantity.quantity import Quantity


class Unknown(Struct, frozen=True):
    """A figure without a value, and why: `reason` is a key of `plan_compiler.link.reasons`, `about` the name in question."""

    reason: str
    about: str = ""


Result: TypeAlias = Quantity | Unknown
