"""The value of an expression, as an interval.

Evaluation descends the tree, whose depth the parser limits. It stops at the first part without a value; that part's
`Unknown` is the value of the whole. Numbers, units and years are bounded, so that formulas that square each other cannot
take more than a moment.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.link.expressions import (
    At,
    Binary,
    Call,
    Cell,
    Compare,
    Expr,
    Extent,
    Field,
    Literal,
    Name,
    Negative,
    written,
)
from plan_compiler.link.extremes import highest, lowest
from plan_compiler.link.linked import Result, Unknown
from plan_compiler.link.names import Bound
from plan_compiler.link.reasons import Reason
from plan_compiler.link.shapes import Change, PartOfSum, quotient_shape
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import ZeroDivisorError
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, add_all, aligned
from plan_compiler.quantity.senses import Sense
from plan_compiler.quantity.shares import NonPositiveBaseError, cagr, growth, share
from plan_compiler.rational import Fraction

_YEAR = compiled(r"(?<=\[)[0-9]{4}(?=\])")
_MAX_BITS = 1024
_MAX_UNIT_LENGTH = 200
_MAX_YEARS = 100
_ONE = Quantity.of(1)

_FUNCTIONS: Mapping[str, Callable[[Sequence[Quantity]], Quantity]] = {
    "sum": add_all,
    "average": lambda values: add_all(values) / Quantity.of(len(values)),
    "min": lowest,
    "max": highest,
    "share": lambda values: share(values[0], values[1]),
    "growth": lambda values: growth(values[0], values[1]),
}
"""The functions whose arguments are all figures; growth and share take the newer figure, and the part, first."""


class Mismatch(Struct, frozen=True):
    """Units that do not go together, and the part of the expression where they meet."""

    at: Extent
    left: str
    right: str


class Evaluation(Struct, frozen=True):
    """The value of an expression, or why it has none; with the units that did not go together, if that is why."""

    result: Result
    mismatch: Mismatch | None = None


class Figures(Struct, frozen=True):
    """What evaluation needs to know: the value of each figure by its key, and how many years the plan's period has."""

    value: Callable[[str], Result]
    years: int | None


class _UnknowableError(Exception):
    def __init__(self, unknown: Unknown, mismatch: Mismatch | None = None) -> None:
        super().__init__(unknown.reason)
        self.unknown = unknown
        self.mismatch = mismatch


def evaluate(expr: Expr, bound: Bound, figures: Figures) -> Evaluation:
    """The value of `expr`, whose references are `bound` to keys of `figures`. A comparison has no value."""
    try:
        return Evaluation(_Evaluator(bound, figures).value(expr))
    except _UnknowableError as unknowable:
        return Evaluation(unknowable.unknown, unknowable.mismatch)


def mismatch_of(left: Result, right: Result) -> tuple[str, str] | None:
    """The units of two figures that do not compare; None where they do, or one of them is unknown."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return None
    try:
        aligned(left, right)
    except UnitMismatchError as error:
        return error.left.text, error.right.text
    return None


class _Evaluator(Struct, frozen=True):
    bound: Bound
    figures: Figures

    def value(self, expr: Expr) -> Quantity:
        try:
            return self.compute(expr)
        except UnitMismatchError as error:
            mismatch = Mismatch(expr.at, error.left.text, error.right.text)
            raise _UnknowableError(Unknown(Reason.UNIT, written(expr)), mismatch) from None
        except ZeroDivisorError:
            raise _unknowable(Reason.DIVISION, expr) from None
        except NonPositiveBaseError:
            raise _unknowable(Reason.DOMAIN, expr) from None

    def compute(self, expr: Expr) -> Quantity:
        match expr:
            case Literal():
                return _literal(expr)
            case Name() | At() | Field() | Cell():
                return self.referred(expr)
            case Negative():
                return -self.value(expr.operand)
            case Binary():
                return _bounded(self.binary(expr), expr)
            case Call():
                return _bounded(self.call(expr), expr)
            case Compare():
                raise _unknowable(Reason.MALFORMED, expr)
            case _:
                assert_never(expr)

    def referred(self, expr: Expr) -> Quantity:
        key = self.bound[expr.at]
        result = key if isinstance(key, Unknown) else self.figures.value(key)
        if isinstance(result, Unknown):
            raise _UnknowableError(result)
        return result

    def binary(self, expr: Binary) -> Quantity:
        if expr.operator == "/":
            return self.quotient(expr)
        left, right = self.value(expr.left), self.value(expr.right)
        match expr.operator:
            case "+":
                return left + right
            case "-":
                return (left - right).as_points() if _is_change(expr) else left - right
            case _:
                return left * right

    def quotient(self, expr: Binary) -> Quantity:
        match quotient_shape(expr):
            case Change(new, old, loss):
                return self.change(new, old, loss)
            case PartOfSum(part, rest):
                own, other = self.value(part), self.value(rest)
                add_all((own, other))  # of one kind, or this is the mismatch to report
                if 0 not in own.interval:
                    return _ONE / (_ONE + other / own)
        return self.value(expr.left) / self.value(expr.right)

    def change(self, new: Expr, old: Expr, loss: bool) -> Quantity:
        before, after = self.value(old), self.value(new)
        ratio = after.converted(before.unit) / before
        return _ONE - ratio if loss else ratio - _ONE

    def call(self, expr: Call) -> Quantity:
        match expr.function:
            case "count":
                return self.referred(expr)
            case "per_year":
                return self.value(expr.arguments[0]) / Quantity.of(self.years_of(expr))
            case "cagr":
                last, first = self.value(expr.arguments[0]), self.value(expr.arguments[1])
                return cagr(last, first, self.years_between(expr))
            case function:
                return _FUNCTIONS[function]([self.value(argument) for argument in expr.arguments])

    def years_between(self, call: Call) -> int:
        """The years of a rate of growth: those written, else from the year of one figure to that of the other."""
        match call.arguments:
            case (_, _, years):
                return self.whole_years(call, years)
            case (last, first) if (apart := _years_apart(last, first)) is not None:
                return apart
            case _:
                raise _unknowable(Reason.YEARS, call)

    def years_of(self, call: Call) -> int:
        """The years that an amount is spread over: those written, else those of the plan's period."""
        if len(call.arguments) == 2:
            return self.whole_years(call, call.arguments[1])
        if self.figures.years is None:
            raise _unknowable(Reason.YEARS, call)
        return self.figures.years

    def whole_years(self, call: Call, years: Expr) -> int:
        point = self.value(years).interval.point
        if point is None or point.denominator != 1 or not 1 <= point <= _MAX_YEARS:
            raise _unknowable(Reason.YEARS, call)
        return int(point)


def _literal(literal: Literal) -> Quantity:
    """The number as written; a percentage may be meant as points."""
    quantity = Quantity.from_number(literal.number, "", exact=True)
    if quantity.unit.sense is not Sense.RATE:
        return quantity
    return replace(quantity, unit=replace(quantity.unit, sense=Sense.OPEN))


def _is_change(difference: Binary) -> bool:
    """Whether both sides are one figure, or one formula, in different years."""
    left, right = written(difference.left), written(difference.right)
    return left != right and _YEAR.sub("", left) == _YEAR.sub("", right)


def _years_apart(last: Expr, first: Expr) -> int | None:
    """The years from one figure to a later one, where both name theirs."""
    end, start = _year_of(last), _year_of(first)
    return end - start if end is not None and start is not None and 1 <= end - start <= _MAX_YEARS else None


def _year_of(expr: Expr) -> int | None:
    match expr:
        case At(year=year):
            return year
        case Cell(column=column) if column.isdigit():
            return int(column)
        case _:
            return None


def _unknowable(reason: Reason, expr: Expr) -> _UnknowableError:
    return _UnknowableError(Unknown(reason, written(expr)))


def _bounded(quantity: Quantity, expr: Expr) -> Quantity:
    ends = (quantity.interval.low, quantity.interval.high, quantity.nominal, quantity.unit.factor)
    if len(quantity.unit.text) > _MAX_UNIT_LENGTH or any(_bits(end) > _MAX_BITS for end in ends if end is not None):
        raise _unknowable(Reason.MAGNITUDE, expr)
    return quantity


def _bits(value: Fraction) -> int:
    return max(value.numerator.bit_length(), value.denominator.bit_length())
