"""Computed figures as they are printed."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from plan_compiler.quantity.quantity import Quantity, UnitMismatchError
from plan_compiler.quantity.units import Unit

_WIDE = Context(prec=200, rounding=ROUND_HALF_UP)
_MOST_DECIMALS = 30


def print_quantity(quantity: Quantity, unit: Unit) -> str:
    """The nominal value in `unit`, with the figure's decimals; "" where it has none or is of another kind."""
    try:
        converted = quantity.converted(unit)
    except UnitMismatchError:
        return ""
    if converted.nominal is None:
        return ""
    return _print(converted.nominal, converted.decimals)


def _print(value: Fraction, decimals: int | None) -> str:
    number = _WIDE.divide(Decimal(value.numerator), Decimal(value.denominator))
    places = _needed(value) if decimals is None else max(0, decimals)
    return f"{_WIDE.quantize(number, Decimal(1).scaleb(-places)):f}"


def _needed(value: Fraction) -> int:
    """The decimals that an exact value needs."""
    places = 0
    while value.denominator != 1 and places < _MOST_DECIMALS:
        value, places = value * 10, places + 1
    return places
