"""Several failed sums with one root cause: a figure that takes part in all of them."""

from collections.abc import Iterable, Sequence
from functools import reduce

from plan_compiler.diagnostics import Place
from plan_compiler.quantity.interval import Interval, power_of_ten
from plan_compiler.rational import Fraction
from plan_compiler.rules.explain.balance import Balance, Term
from plan_compiler.rules.explain.digits import reprinted, steps_in
from plan_compiler.rules.explain.slips import Edit, Slip


def shared_cause(failed: Sequence[Balance], holding: Iterable[Balance] = ()) -> Edit | None:
    """The one figure whose change makes all `failed` sums hold, and what it should be; None where there is not one.

    A figure that takes part in a sum of `holding` is right. Figures are told apart by their places.
    """
    if len(failed) < 2:
        return None
    common = set.intersection(*(set(_cells(balance)) for balance in failed))
    common -= {place for balance in holding for place in _cells(balance)}
    mended = [edit for place in common if (edit := _mended(place, failed))]
    return mended[0] if len(mended) == 1 else None


def root_cause(balance: Balance, failed: Iterable[Balance]) -> tuple[Edit, int] | None:
    """The one figure of a failed `balance` that other `failed` sums have in common with it, and whose change makes them all
    hold; with the number of these others. None where there is not one. Several sums for one total are one failure."""
    if not balance.fails:
        return None
    others = [other for other in failed if other.fails and other.total.place != balance.total.place]
    found: list[tuple[Edit, int]] = []
    for place in _cells(balance):
        sharing = [other for other in others if place in _cells(other)]
        edit = _mended(place, (balance, *sharing)) if sharing else None
        if edit is not None:
            found.append((edit, len(sharing)))
    return found[0] if len(found) == 1 else None


def _cells(balance: Balance) -> dict[Place, Term]:
    return {term.place: term for term in balance.terms if term.place is not None and term.may_be_wrong}


def _mended(place: Place, failed: Sequence[Balance]) -> Edit | None:
    """What the figure at `place` should be, where one value suits all sums."""
    needed = [_needed(place, balance) for balance in failed]
    found = reduce(_both, needed)
    if found is None:
        return None
    term = _cells(failed[0])[place]
    steps = steps_in(found.scaled(power_of_ten(term.number.decimals)))
    middle = (steps.low + steps.high) // 2
    return Edit(Slip.DIGIT, term, reprinted(term.number, middle)) if steps.low <= steps.high else None


def _needed(place: Place, balance: Balance) -> Interval | None:
    """The values of the figure, in its own unit, with which the sum holds."""
    gap = balance.gap()
    if gap is None or gap.width is None:
        return None
    term = _cells(balance)[place]
    coefficient = -1 if term is balance.total else term.coefficient
    factor = coefficient * term.quantity.unit.factor / balance.total.quantity.unit.factor
    nominal = term.quantity.nominal
    if not factor or nominal is None:
        return None
    change = (-gap).scaled(1 / Fraction(factor))
    return change + Interval.exact(nominal)


def _both(a: Interval | None, b: Interval | None) -> Interval | None:
    return a.intersection(b) if a is not None and b is not None else None
