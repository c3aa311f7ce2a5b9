"""The explanation of a failed sum, where there is one and no other."""

from msgspec import Struct

from plan_compiler.rules.explain.balance import Balance
from plan_compiler.rules.explain.digits import digits_of
from plan_compiler.rules.explain.slips import Edit, Slip, edits

_MOST_PLACES = 3
"""In how many places one kind of slip may have happened and still be told."""
_TELLING = {Slip.DIGIT: 3, Slip.COPIED: 2}
"""How many digits a figure needs so that these slips say more than that it is another figure."""


class Explanation(Struct, frozen=True):
    """The kind of slip, and where it may have happened: one place, or a few between which the sum cannot decide."""

    slip: Slip
    edits: tuple[Edit, ...]


def explain(balance: Balance, language: str) -> Explanation | None:
    """The only kind of slip that closes the gap of a failed `balance`.

    None where several kinds do, or one in many places, or none; and where the sum holds or cannot be made.
    """
    gap = balance.gap()
    if gap is None or gap.width is None or 0 in gap:
        return None
    found: list[Edit] = []
    for edit in edits(balance, gap, language):
        if found and edit.slip is not found[0].slip:
            return None
        found.append(edit)
    if not 1 <= len(found) <= _MOST_PLACES or not all(map(_is_telling, found)):
        return None
    return Explanation(found[0].slip, tuple(found))


def _is_telling(edit: Edit) -> bool:
    return len(digits_of(edit.term.number).lstrip("0")) >= _TELLING.get(edit.slip, 1)
