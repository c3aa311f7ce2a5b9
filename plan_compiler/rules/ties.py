"""How what is compared with a wording is held by it."""

from plan_compiler.quantity.mention import SIDES, Mention
from plan_compiler.rules.outcome import Tie


def tie_of(mention: Mention) -> Tie:
    """A wording with a bound (不低于60) leaves the figure free on one side; any other pins it, however widely (约300)."""
    return Tie.BOUND if mention.qualifier in SIDES else Tie.EQUAL
