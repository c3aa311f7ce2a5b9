"""The steps of an axis: round numbers around what is drawn."""

from collections.abc import Iterable

from plan_compiler.document.charts import ChartValue
from plan_compiler.quantity.interval import power_of_ten
from plan_compiler.quantity.printing import format_quantity, plain
from plan_compiler.quantity.quantity import Quantity, significant_decimals
from plan_compiler.rational import Fraction

_STEPS = 4
_FAR_FROM_ZERO = Fraction(3, 5)
"""Values that all lie above this part of the highest are drawn without the zero, so that their changes are seen."""


def ticks(values: Iterable[Fraction], *, grouped: bool = False) -> tuple[ChartValue, ...]:
    """The steps of an axis that all `values` lie on, the first and the last at its ends.

    `grouped`: with thousands separators, as the values themselves are printed.
    """
    known = list(values)
    low, high = min(known), max(known)
    if low == high or low <= high * _FAR_FROM_ZERO:
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    if low == high:
        high = Fraction(1)
    step = _round_up((high - low) / _STEPS)
    first, last = (low / step).__floor__(), -((-high / step).__floor__())
    decimals = max(0, significant_decimals(step, 1))
    return tuple(_tick(step * number, decimals, grouped=grouped) for number in range(first, last + 1))


def _tick(value: Fraction, decimals: int, *, grouped: bool) -> ChartValue:
    quantity = Quantity.of(value, decimals=decimals)
    form = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
    return ChartValue(value, format_quantity(quantity, form) if grouped else plain(quantity))


def _round_up(step: Fraction) -> Fraction:
    """The next of 1, 2, 5, 10, … of its power of ten."""
    unit = power_of_ten(-significant_decimals(step, 1))
    return next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= step)
