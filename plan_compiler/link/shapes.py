"""Quotients in which a name stands twice, rewritten so that it stands once.

Interval arithmetic takes every occurrence of a name for a figure of its own, so ``(a - b) / b`` and ``a / (a + b)``
come out wider than the figures allow. ``a / b - 1`` and ``1 / (1 + b / a)`` are the same values with each name once, and
interval arithmetic is exact on them. Other repetitions are left as they are: their intervals are wide, never wrong.
"""

from collections import Counter

from msgspec import Struct

from plan_compiler.link.expressions import Binary, Expr, written


class Change(Struct, frozen=True):
    """``new / old - 1``, or ``1 - new / old`` where it is a `loss`."""

    new: Expr
    old: Expr
    loss: bool


class PartOfSum(Struct, frozen=True):
    """``part / (part + rest)``."""

    part: Expr
    rest: Expr


def quotient_shape(quotient: Binary) -> Change | PartOfSum | None:
    """What a quotient is, where a name stands twice in it in one of the known ways."""
    numerator, divisor = quotient.left, quotient.right
    match numerator:
        case Binary(operator="-", left=left, right=right):
            if written(right) == written(divisor):
                return Change(left, right, loss=False)
            if written(left) == written(divisor):
                return Change(right, left, loss=True)
    return _part_of_sum(numerator, divisor)


def _part_of_sum(numerator: Expr, divisor: Expr) -> PartOfSum | None:
    addends = _addends(divisor)
    missing = Counter(written(addend) for addend in _addends(numerator))
    rest = []
    for addend in addends:
        text = written(addend)
        if missing[text] > 0:
            missing[text] -= 1
        else:
            rest.append(addend)
    if len(addends) < 2 or not rest or missing.total():
        return None
    return PartOfSum(numerator, _sum(rest))


def _addends(expr: Expr) -> list[Expr]:
    found: list[Expr] = []
    stack = [expr]
    while stack:
        node = stack.pop()
        match node:
            case Binary(operator="+"):
                stack.extend((node.right, node.left))
            case _:
                found.append(node)
    return found


def _sum(addends: list[Expr]) -> Expr:
    total = addends[0]
    for addend in addends[1:]:
        total = Binary("+", total, addend, (total.at[0], addend.at[1]))
    return total
