"""Quantities: evaluated figures with their interval and unit, and the arithmetic on them."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.quantity.interval import Interval, half_unit, power_of_ten, sum_of, total
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.senses import Sense, of_difference, of_sum
from plan_compiler.quantity.units import PERCENT, POINTS, PURE, Relation, Unit, is_count, is_pure, parse_unit, relation
from plan_compiler.rational import Fraction

_SHOWN = 3
"""How many significant digits of a quotient of counts are shown."""
_MAX_DECIMALS = 64
"""Beyond every printed number; a precision declared finer than this is taken as this."""


class UnitMismatchError(ValueError):
    """Figures of different kinds were added or compared: 户 with 元, a pure number with 户."""

    def __init__(self, left: Unit, right: Unit) -> None:
        super().__init__(f"{left.text or '1'} and {right.text or '1'} are units of different kinds")
        self.left = left
        self.right = right


class Quantity(Struct, frozen=True):
    """A figure: the interval it stands for, in `unit`; its nominal value where one is printed or computed.

    `decimals` is the precision in `unit` (None: exact). `nominal` is None for a range without a middle (2-3个).

    Sums and differences have the decimals of their least precise member, products those of their least precise
    factor, quotients as many as their interval warrants (`warranted_decimals`). Sums need one dimension and are in the
    unit of the left side: `UnitMismatchError`. A divisor that may be zero: `ZeroDivisorError`. Per cent and percentage
    points add, each in its sense (`Sense`).
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
        unit = parse_unit(number.unit or unit_text)
        if number.unit and is_pure(unit) and unit.factor > 1:
            unit = parse_unit(f"{number.unit}{unit_text}")
        precision = None if exact else number.decimals if decimals is None else _bounded(decimals)
        return Quantity.of(number.fraction, unit, precision)

    @staticmethod
    def of(value: Fraction | int, unit: Unit = PURE, decimals: int | None = None) -> "Quantity":
        """A value rounded to `decimals`, or exact."""
        nominal = value if isinstance(value, Fraction) else Fraction(value)
        return Quantity(Interval.rounding(nominal, decimals), nominal, unit, decimals)

    @property
    def is_rounding(self) -> bool:
        """Whether it stands for what rounds to its nominal value, and not for a range or a wider claim."""
        return self.nominal is not None and self.interval == Interval.rounding(self.nominal, self.decimals)

    @property
    def printed(self) -> tuple[Fraction, Fraction] | None:
        """The ends of a printed range, or a printed figure twice; None of a wider claim (约310, 不低于60) and of what has no ends."""
        if self.nominal is not None:
            return (self.nominal, self.nominal) if self.is_rounding else None
        low, high = self.interval.low, self.interval.high
        if low is None or high is None or self.decimals is None:
            return None
        half = half_unit(self.decimals)
        return low + half, high - half

    @property
    def bound(self) -> str:
        """``≥`` or ``≤`` where it may be anything on that side of its nominal value (不低于60), else ""."""
        low, high = self.interval.low, self.interval.high
        if self.nominal is None:
            return ""
        if low is None or (low == 0 and high == self.nominal and self.nominal and is_count(self.unit)):
            return "" if high is None else "≤"
        return "≥" if high is None else ""

    def at_bound(self) -> "Quantity":
        """What is printed of a figure with a bound: the line that it draws, exactly, with the decimals that it has. Any
        other figure is as it is.
        """
        if not self.bound or self.nominal is None:
            return self
        return replace(Quantity.of(self.nominal, self.unit), decimals=self.decimals)

    def as_count(self) -> "Quantity":
        """A whole number of countable things, printed in full (户, 家; no 万, no decimals): exactly as many, or from the
        first to the last of a range. Any other figure is as it is.
        """
        if self.decimals != 0 or self.unit.factor != 1 or not is_count(self.unit):
            return self
        if self.nominal is not None:
            return replace(self, interval=Interval.exact(self.nominal)) if self.is_rounding else self
        low, high = self.interval.low, self.interval.high
        if low is None or high is None or high - low < 1:
            return self
        return replace(self, interval=Interval(low + half_unit(0), high - half_unit(0)))

    def __neg__(self) -> "Quantity":
        return Quantity(-self.interval, _map(self.nominal, lambda v: -v), self.unit, self.decimals)

    def __add__(self, other: "Quantity") -> "Quantity":
        return add_all((self, other))

    def __sub__(self, other: "Quantity") -> "Quantity":
        difference = self + -other
        if difference.unit.dimension:
            return difference
        sense = of_difference(self.unit.sense, other.unit.sense)
        return _with_sense(difference, sense, (self.unit, other.unit))

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
        decimals = None if exact else warranted_decimals(interval, nominal)
        if decimals is None and not exact and nominal is not None and nominal.denominator != 1:
            decimals = significant_decimals(nominal, _SHOWN)  # of counts: exact, and with no end of digits
        quotient = Quantity(interval, nominal, left.unit / right.unit, decimals)
        simplest = _in_simplest_unit(quotient, (PURE, left.unit, right.unit))
        return simplest if simplest.unit.dimension else simplest._in_sense(_sense_of_quotient(self.unit, other.unit))

    def _in_sense(self, sense: Sense) -> "Quantity":
        return self if self.unit.sense is sense else replace(self, unit=replace(self.unit, sense=sense))

    def as_points(self) -> "Quantity":
        """The difference of two rates as the change of one: in percentage points. Any other figure is as it is."""
        return self.converted(POINTS) if self.unit.sense is Sense.OPEN and is_pure(self.unit) else self

    def expressed(self, unit: Unit) -> "Quantity":
        """The same figure in a unit that compares with its own; a plain count may be of anything. `UnitMismatchError`."""
        if relation(self.unit, unit) in (Relation.SAME, Relation.COUNTS):
            return self._rescaled(self.unit.factor / unit.factor, unit)
        raise UnitMismatchError(self.unit, unit)

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
        nominal = _map(self.nominal, lambda v: v * ratio)
        decimals = None if self.decimals is None else _shifted(self.decimals, ratio, interval, nominal)
        return Quantity(interval, nominal, unit, decimals)


def add_all(quantities: Sequence[Quantity]) -> Quantity:
    """The sum, in the unit of the first member; exactly 0 for none. `UnitMismatchError` where dimensions differ."""
    if not quantities:
        return Quantity.of(0)
    unit = quantities[0].unit
    members = [quantity.converted(unit) for quantity in quantities]
    nominal = sum_of(member.nominal for member in members)
    decimals = _coarsest([member.decimals for member in members])
    added = Quantity(total(member.interval for member in members), nominal, unit, decimals)
    if unit.dimension:
        return added
    units = [quantity.unit for quantity in quantities]
    return _with_sense(added, reduce(of_sum, (each.sense for each in units)), units)


def is_near(one: Quantity, other: Quantity, least: Fraction) -> bool:
    """Whether the nominal value of each of two figures of one dimension is at least `least` (0 to 1) of the other's; False where one has none."""
    if one.nominal is None or other.nominal is None:
        return False
    own, its = one.nominal * one.unit.factor, other.nominal * other.unit.factor
    return its * least <= own <= its / least


def as_fine_as(result: Quantity, members: Sequence[Quantity]) -> Quantity:
    """What was computed of `members`, in the unit of the first, with as many decimals as the finest of them, to be shown: 5 + 43 + 52.5 is 100.5.

    Its interval stays what it is.
    """
    decimals = [member.converted(result.unit).decimals for member in members]
    known = [each for each in decimals if each is not None]
    return replace(result, decimals=max(known)) if len(known) == len(members) > 0 else result


def aligned(quantity: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Both figures in one scale, so that their numbers compare. See `Relation` for what compares.

    Raises `UnitMismatchError` where they do not.
    """
    if quantity.unit is other.unit:
        return quantity, other
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
    """Whether two prints of one figure agree: with the same decimals they are equal, a figure being within a range (7 and
    6-8); else their intervals meet.
    """
    left, right = aligned(a, b)
    own, other = left.printed, right.printed
    if left.decimals != right.decimals or own is None or other is None:
        return left.interval.meets(right.interval)
    if own[0] < own[1] and other[0] < other[1]:
        return own == other
    return own[0] <= other[1] and other[0] <= own[1]


def may_hold(operator: str, a: Quantity, b: Quantity) -> bool:
    """Whether ``a operator b`` holds for some of the values the figures stand for; ``==`` is `consistent`.

    `operator` is one of ``== != < <= > >=``; `KeyError` for another.
    """
    left, right = aligned(a, b)
    return _COMPARISONS[operator](left.interval, right.interval)


def has_excess_digits(number: Number, decimals: int) -> bool:
    """Whether a number said to be rounded to `decimals` has digits behind them (1250 to hundreds, -2)."""
    return (number.fraction / power_of_ten(-_bounded(decimals))).denominator != 1


def warranted_decimals(interval: Interval, nominal: Fraction | None = None) -> int | None:
    """The most decimals whose unit is not narrower than the interval: 3 for [0.99144, 0.99156]. None for one value.

    Where the interval has no bound, those that show three significant digits of the nominal value.
    """
    width = interval.width
    if width is None:
        return significant_decimals(nominal, 3) if nominal else 0
    if not width:
        return None
    # Digits of the two terms place 1/width within one power of ten.
    decimals = len(str(width.denominator)) - len(str(width.numerator)) + 1
    while power_of_ten(-decimals) < width:
        decimals -= 1
    return _bounded(decimals)


def significant_decimals(value: Fraction, digits: int) -> int:
    """The decimals that show this many significant digits of `value`: for 2, 3 of 0.0249 and -1 of 1234.

    0 for zero.
    """
    if not value:
        return 0
    size = abs(value)
    exponent = len(str(size.numerator)) - len(str(size.denominator))
    if size < power_of_ten(exponent):
        exponent -= 1
    return _bounded(digits - 1 - exponent)


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


def _shifted(decimals: int, ratio: Fraction, interval: Interval, nominal: Fraction | None) -> int | None:
    for big, small, sign in ((ratio.numerator, ratio.denominator, -1), (ratio.denominator, ratio.numerator, 1)):
        digits = str(big)
        if small == 1 and digits.strip("0") == "1":
            return decimals + sign * (len(digits) - 1)
    return warranted_decimals(interval, nominal)


def _with_sense(quantity: Quantity, sense: Sense, operands: Sequence[Unit]) -> Quantity:
    """A pure number in the unit of the operand that has this sense: 1 - 60% is 40%."""
    if quantity.unit.sense is sense:
        return quantity
    unit = next((operand for operand in operands if operand.sense is sense), None)
    return quantity.converted(unit) if unit else quantity._in_sense(sense)


def _sense_of_quotient(unit: Unit, divisor: Unit) -> Sense:
    """A part of something is a rate; a rate over a plain number stays what it is."""
    if unit.dimension:
        return Sense.RATE
    return unit.sense if divisor.sense is Sense.NUMBER else Sense.RATE


def _map(value: Fraction | None, change: Callable[[Fraction], Fraction]) -> Fraction | None:
    return None if value is None else change(value)
