"""The figures of computed cells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from plan_compiler.diagnostics import Place
from plan_compiler.link.evaluate import Evaluation, Figures, Mismatch, evaluate
from plan_compiler.link.expressions import Binary, Call, Expr, Extent, Negative
from plan_compiler.link.reasons import Reason
from plan_compiler.link.results import Result, Unknown
from plan_compiler.link.tables.linked import Basis, Computed, Same, Source, Sum
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, add_all, consistent
from plan_compiler.quantity.units import Unit

Value: TypeAlias = Callable[[str], Result]

NOTHING_THERE = frozenset({Reason.MISSING, Reason.NOTHING})
"""Why a cell is no addend: it is blank, or holds a dash."""


@dataclass(frozen=True, slots=True)
class CellDerivation:
    """What computes the figure of a cell, `key`: its sources, in `unit`; and what is stated for it, if anything is."""

    key: str
    place: Place
    unit: Unit
    sources: tuple[tuple[Basis, Source], ...]
    stated: Result | None

    @property
    def needs(self) -> tuple[str, ...]:
        """The keys of the figures that its sources name."""
        return tuple(dict.fromkeys(key for _, source in self.sources for key in source.needs))


def compute(source: Source, unit: Unit, key: str, figures: Figures) -> Evaluation:
    """What a source comes to, in `unit`; with the units that do not go together, if it is therefore unknown."""
    match source:
        case Same():
            evaluation = Evaluation(figures.value(source.key))
        case Sum():
            evaluation = _sum(source, unit, key, figures.value)
        case Computed():
            evaluation = _formula(source, key, figures)
        case _:
            assert_never(source)
    return _in_unit(evaluation, unit, source)


def settled(results: tuple[Result, ...], stated: Result | None) -> Result:
    """The figure of a cell: the first result that can be the stated one, narrowed by it; else the first result.

    Both are prints of one figure, so it lies where their intervals meet. Where nothing can be computed, it is as stated.
    """
    known = [result for result in results if isinstance(result, Quantity)]
    if isinstance(stated, Quantity):
        agreeing = next((result for result in known if consistent(result, stated)), None)
        if agreeing is not None:
            return _narrowed(stated, agreeing)
        if not known and results:
            return stated
    return known[0] if known else results[0]


def _narrowed(stated: Quantity, computed: Quantity) -> Quantity:
    meeting = stated.interval.intersection(computed.converted(stated.unit).interval)
    return replace(stated, interval=meeting) if meeting is not None else stated


def _sum(source: Sum, unit: Unit, key: str, value: Value) -> Evaluation:
    if source.incomplete:
        return Evaluation(Unknown(Reason.INCOMPLETE, key))
    addends: list[Quantity] = []
    nothing = Reason.NOTHING
    for member in source.members:
        result = value(member.key)
        if isinstance(result, Quantity):
            addends.append(result if member.weight > 0 else -result)
        elif result.reason not in NOTHING_THERE or (source.whole and result.reason == Reason.MISSING):
            return Evaluation(result)
        elif result.reason is Reason.MISSING:
            nothing = Reason.MISSING
    if not addends:
        return Evaluation(Unknown(nothing, key))
    try:
        return Evaluation(add_all([Quantity.of(0, unit), *addends]))
    except UnitMismatchError as error:
        return Evaluation(Unknown(Reason.UNIT, key), Mismatch((0, 0), error.right.text, error.left.text))


def _formula(source: Computed, key: str, figures: Figures) -> Evaluation:
    """The value of a formula, with what is not there left out of one that only adds and subtracts."""
    nothing: dict[Extent, str] = {}
    for at, name in source.bound.items() if source.left_out else ():
        result = name if isinstance(name, Unknown) else figures.value(name)
        if isinstance(result, Unknown) and result.reason in source.left_out:
            nothing[at] = result.reason
    expr = _without(source.expr, frozenset(nothing)) if nothing else source.expr
    if expr is None:
        blank = Reason.MISSING in nothing.values()
        return Evaluation(Unknown(Reason.MISSING if blank else Reason.NOTHING, key))
    return evaluate(expr, source.bound, figures)


def _without(expr: Expr, left_out: frozenset[Extent]) -> Expr | None:
    """A linear expression without these references; None if nothing is left."""
    match expr:
        case Negative():
            operand = _without(expr.operand, left_out)
            return None if operand is None else Negative(operand, expr.at)
        case Binary(operator="*" | "/"):
            left, right = _without(expr.left, left_out), _without(expr.right, left_out)
            return None if left is None or right is None else expr
        case Binary():
            left, right = _without(expr.left, left_out), _without(expr.right, left_out)
            if left is None and right is not None:
                return right if expr.operator == "+" else Negative(right, expr.at)
            return left if left is None or right is None else Binary(expr.operator, left, right, expr.at)
        case Call():
            kept = tuple(k for argument in expr.arguments if (k := _without(argument, left_out)) is not None)
            return Call(expr.function, kept, expr.at) if kept else None
        case _:
            return None if expr.at in left_out else expr


def _in_unit(evaluation: Evaluation, unit: Unit, source: Source) -> Evaluation:
    if isinstance(evaluation.result, Unknown):
        return evaluation
    try:
        return Evaluation(evaluation.result.converted(unit))
    except UnitMismatchError as error:
        at = source.expr.at if isinstance(source, Computed) else (0, 0)
        return Evaluation(Unknown(Reason.UNIT), Mismatch(at, error.left.text, error.right.text))


def figures_with(changed: Mapping[str, Result], figures: Figures) -> Figures:
    """The figures with some of them changed."""
    return Figures(lambda key: changed[key] if key in changed else figures.value(key), figures.years)
