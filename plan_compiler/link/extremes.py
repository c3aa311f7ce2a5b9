"""The least and the greatest of several figures."""

from collections.abc import Sequence

from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rational import Fraction


def lowest(quantities: Sequence[Quantity]) -> Quantity:
    """The range of the least of the figures, in the unit of the first. `UnitMismatchError` where dimensions differ."""
    unit = quantities[0].unit
    members = [quantity.converted(unit) for quantity in quantities]
    interval = members[0].interval
    for member in members[1:]:
        interval = _lower(interval, member.interval)
    nominals = [member.nominal for member in members if member.nominal is not None]
    decimals = [member.decimals for member in members if member.decimals is not None]
    nominal = min(nominals) if len(nominals) == len(members) else None
    return Quantity(interval, nominal, unit, min(decimals, default=None))


def highest(quantities: Sequence[Quantity]) -> Quantity:
    """The range of the greatest of the figures, in the unit of the first. `UnitMismatchError` as in `lowest`."""
    return -lowest([-quantity for quantity in quantities])


def _lower(a: Interval, b: Interval) -> Interval:
    """All values that the lesser of a value of `a` and one of `b` can have."""
    low, low_closed = _outer_low(a, b)
    # The greatest value needs both at least that high: where the upper ends are equal, both must be closed.
    if a.high is None or (b.high is not None and b.high < a.high):
        return Interval(low, b.high, low_closed, b.high_closed)
    if b.high is None or a.high < b.high:
        return Interval(low, a.high, low_closed, a.high_closed)
    return Interval(low, a.high, low_closed, a.high_closed and b.high_closed)


def _outer_low(a: Interval, b: Interval) -> tuple[Fraction | None, bool]:
    if a.low is None or b.low is None:
        return None, False
    if a.low == b.low:
        return a.low, a.low_closed or b.low_closed
    return (a.low, a.low_closed) if a.low < b.low else (b.low, b.low_closed)
