"""Quantities: evaluated figures with their interval and unit, and the arithmetic on them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from plan_compiler.quantity.interval import Interval, power_of_ten, total
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.units import PERCENT, PURE, Relation, Unit, is_pure, parse_unit, relation

_MAX_DECIMALS = 64
"""Beyond every printed number; a precision declared finer than this is taken as this."""


class UnitMismatchError(ValueError):
    """Figures of different kinds were added or compared: 户 with 元, a pure number with 户."""

    def __init__(self, left: Unit, right: Unit) -> None:
        super().__init__(f"{left.text or '1'} and {right.text or '1'} are units of different kinds")
        self.left = left
        self.right = right


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: the interval it stands for, in `unit`; its nominal value where one is printed or computed.

    `decimals` is the precision in `unit` (None: exact). `nominal` is None for a range without a middle (2-3个).

    Sums and differences have the decimals of their least precise member, products those of their least precise
    factor, quotients as many as their interval warrants (`warranted_decimals`). Sums need one dimension and are in the
    unit of the left side: `UnitMismatchError`. A divisor that may be zero: `ZeroDivisorError`.
    """

    interval: Interval
    nominal: Fraction | None
    unit: Unit
    decimals: int | None

    @staticmethod
    def from_number(number: Number, unit_text: str, exact: bool = False, decimals: int | None = None) -> "Quantity":
        """A printed number in the unit of its column or, where it has one, in its own: ``1.2亿`` of 元 is 1.2亿元.

        It stands for what rounds to its printed decimals, or to `decimals` if given; for itself alone if `exact`.
        """
        own = parse_unit(number.unit)
        bare_multiplier = is_pure(own) and own.factor > 1
        unit = parse_unit(f"{number.unit}{unit_text}") if bare_multiplier or not number.unit else own
        precision = None if exact else number.decimals if decimals is None else _bounded(decimals)
        return Quantity.of(Fraction(number.value), unit, precision)

    @staticmethod
    def of(value: Fraction | int, unit: Unit = PURE, decimals: int | None = None) -> "Quantity":
        """A value rounded to `decimals`, or exact."""
        nominal = value if isinstance(value, Fraction) else Fraction(value)
        return Quantity(Interval.rounding(nominal, decimals), nominal, unit, decimals)

    @property
    def is_rounding(self) -> bool:
        """Whether it stands for what rounds to its nominal value, and not for a range or a wider claim."""
        return self.nominal is not None and self.interval == Interval.rounding(self.nominal, self.decimals)

    def __neg__(self) -> "Quantity":
        return Quantity(-self.interval, _map(self.nominal, lambda v: -v), self.unit, self.decimals)

    def __add__(self, other: "Quantity") -> "Quantity":
        return add_all((self, other))

    def __sub__(self, other: "Quantity") -> "Quantity":
        return self + -other

    def __mul__(self, other: "Quantity") -> "Quantity":
        left, right = _without_percent(self), _without_percent(other)
        nominal = None if left.nominal is None or right.nominal is None else left.nominal * right.nominal
        decimals = _coarsest((left.decimals, right.decimals))
        product = Quantity(left.interval * right.interval, nominal, left.unit * right.unit, decimals)
        return _in_simplest_unit(product, (left.unit, right.unit))

    def __truediv__(self, other: "Quantity") -> "Quantity":
        left, right = _without_percent(self), _without_percent(other)
        interval = left.interval / right.interval
        nominal = left.nominal / right.nominal if left.nominal is not None and right.nominal else None
        exact = left.decimals is None and right.decimals is None
        decimals = None if exact else warranted_decimals(interval)
        quotient = Quantity(interval, nominal, left.unit / right.unit, decimals)
        return _in_simplest_unit(quotient, (PURE, left.unit, right.unit))

    def converted(self, unit: Unit) -> "Quantity":
        """The same figure in another unit of its dimension, else `UnitMismatchError`."""
        if unit is self.unit:
            return self
        if unit.dimension != self.unit.dimension:
            raise UnitMismatchError(self.unit, unit)
        return self._rescaled(self.unit.factor / unit.factor, unit)

    def _rescaled(self, ratio: Fraction, unit: Unit) -> "Quantity":
        if ratio == 1:
            return self if unit == self.unit else Quantity(self.interval, self.nominal, unit, self.decimals)
        interval = self.interval.scaled(ratio)
        decimals = None if self.decimals is None else _shifted(self.decimals, ratio, interval)
        return Quantity(interval, _map(self.nominal, lambda v: v * ratio), unit, decimals)


def add_all(quantities: Sequence[Quantity]) -> Quantity:
    """The sum, in the unit of the first member; exactly 0 for none. `UnitMismatchError` where dimensions differ."""
    if not quantities:
        return Quantity.of(0)
    unit = quantities[0].unit
    members = [quantity.converted(unit) for quantity in quantities]
    nominals = [Interval(member.nominal, member.nominal) for member in members if member.nominal is not None]
    nominal = total(nominals).low if len(nominals) == len(members) else None
    decimals = _coarsest([member.decimals for member in members])
    return Quantity(total(member.interval for member in members), nominal, unit, decimals)


def aligned(quantity: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Both figures in one scale, so that their numbers compare. See `Relation` for what compares.

    Raises `UnitMismatchError` where they do not.
    """
    if ratio := _ratio(quantity.unit, other.unit):
        return quantity._rescaled(ratio, other.unit), other
    if ratio := _ratio(other.unit, quantity.unit):
        return quantity, other._rescaled(ratio, quantity.unit)
    raise UnitMismatchError(quantity.unit, other.unit)


def consistent(a: Quantity, b: Quantity) -> bool:
    """Whether the figures can be one value: their intervals meet. For a stated against a computed figure."""
    left, right = aligned(a, b)
    return left.interval.meets(right.interval)


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether two prints of one figure agree: with the same decimals they are equal, else their intervals meet."""
    left, right = aligned(a, b)
    if left.decimals == right.decimals and left.is_rounding and right.is_rounding:
        return left.nominal == right.nominal
    return left.interval.meets(right.interval)


def may_hold(operator: str, a: Quantity, b: Quantity) -> bool:
    """Whether ``a operator b`` holds for some of the values the figures stand for; ``==`` is `consistent`.

    `operator` is one of ``== != < <= > >=``; `KeyError` for another.
    """
    left, right = aligned(a, b)
    return _COMPARISONS[operator](left.interval, right.interval)


def has_excess_digits(number: Number, decimals: int) -> bool:
    """Whether a number said to be rounded to `decimals` has digits behind them (1250 to hundreds, -2)."""
    return (Fraction(number.value) / power_of_ten(-_bounded(decimals))).denominator != 1


def warranted_decimals(interval: Interval) -> int | None:
    """The most decimals whose unit is not narrower than the interval: 3 for [0.99144, 0.99156]. None for one value."""
    width = interval.width
    if width is None:
        return 0
    if not width:
        return None
    # Digits of the two terms place 1/width within one power of ten.
    decimals = len(str(width.denominator)) - len(str(width.numerator)) + 1
    while power_of_ten(-decimals) < width:
        decimals -= 1
    return _bounded(decimals)


def magnitude(quantity: Quantity) -> Quantity:
    """The figure without its sign, as its nominal value has it; as its interval's middle has it for a range."""
    low, high = quantity.interval.low, quantity.interval.high
    middle = low + high if low is not None and high is not None else Fraction(1)
    sign = quantity.nominal if quantity.nominal is not None else middle
    return -quantity if sign < 0 else quantity


def as_percent(quantity: Quantity) -> Quantity:
    """A pure number in per cent."""
    return quantity.converted(PERCENT)


def _can_be_lower(a: Interval, b: Interval) -> bool:
    return a.low is None or b.high is None or a.low < b.high


def _can_differ(a: Interval, b: Interval) -> bool:
    return a.point is None or a.point != b.point


_COMPARISONS: Mapping[str, Callable[[Interval, Interval], bool]] = MappingProxyType(
    {
        "==": Interval.meets,
        "!=": _can_differ,
        "<": _can_be_lower,
        ">": lambda a, b: _can_be_lower(b, a),
        "<=": lambda a, b: _can_be_lower(a, b) or a.meets(b),
        ">=": lambda a, b: _can_be_lower(b, a) or a.meets(b),
    }
)


def _ratio(unit: Unit, other: Unit) -> Fraction | None:
    """By what numbers in `unit` are multiplied to compare with numbers in `other`; None where they do not."""
    match relation(unit, other):
        case Relation.SAME | Relation.COUNTS:
            return unit.factor / other.factor
        case Relation.PER:
            return unit.factor / parse_unit(other.text.partition("/")[0]).factor
        case Relation.NONE:
            return None


def _without_percent(quantity: Quantity) -> Quantity:
    return quantity.converted(PURE) if is_pure(quantity.unit) else quantity


def _in_simplest_unit(quantity: Quantity, operands: Sequence[Unit]) -> Quantity:
    """In a unit of the operands, or one above or below their line, where one fits (万元/亩 · 亩 is 万元)."""
    for operand in operands:
        above, _, below = operand.text.partition("/")
        for unit in (operand, parse_unit(above), parse_unit(below)):
            if unit.dimension == quantity.unit.dimension:
                return quantity.converted(unit)
    return quantity


def _bounded(decimals: int) -> int:
    return max(-_MAX_DECIMALS, min(decimals, _MAX_DECIMALS))


def _coarsest(decimals: Sequence[int | None]) -> int | None:
    return min((d for d in decimals if d is not None), default=None)


def _shifted(decimals: int, ratio: Fraction, interval: Interval) -> int | None:
    for big, small, sign in ((ratio.numerator, ratio.denominator, -1), (ratio.denominator, ratio.numerator, 1)):
        digits = str(big)
        if small == 1 and digits.strip("0") == "1":
            return decimals + sign * (len(digits) - 1)
    return warranted_decimals(interval)


def _map(value: Fraction | None, change: Callable[[Fraction], Fraction]) -> Fraction | None:
    return None if value is None else change(value)
