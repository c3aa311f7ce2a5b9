"""The figures of computed cells."""

from collections.abc import Callable
from typing import TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Place
from plan_compiler.link.evaluate import Evaluation, Figures, Mismatch, evaluate
from plan_compiler.link.reasons import Reason
from plan_compiler.link.results import Result, Unknown
from plan_compiler.link.tables.linked import Basis, Computed, Same, Source, Sum
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, add_all, consistent
from plan_compiler.quantity.units import Unit

Value: TypeAlias = Callable[[str], Result]

NOTHING_THERE = frozenset({Reason.MISSING, Reason.NOTHING})
"""Why a cell is no addend: it is blank, or holds a dash."""


class CellDerivation(Struct, frozen=True):
    """What computes the figure of a cell, `key`: its sources, in `unit`; and what is stated for it, if anything is, with commas
    between its thousands where it is `grouped`.
    """

    key: str
    place: Place
    unit: Unit
    sources: tuple[tuple[Basis, Source], ...]
    stated: Result | None
    grouped: bool

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
        case Computed(addends=Sum() as addends):
            evaluation = _sum(addends, unit, key, figures.value)
        case Computed():
            evaluation = evaluate(source.expr, source.bound, figures)
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
        elif result.reason == Reason.MISSING:
            nothing = Reason.MISSING
    if not addends:
        return Evaluation(Unknown(nothing, key))
    try:
        return Evaluation(add_all([Quantity.of(0, unit), *addends]))
    except UnitMismatchError as error:
        return Evaluation(Unknown(Reason.UNIT, key), Mismatch((0, 0), error.right.text, error.left.text))


def _in_unit(evaluation: Evaluation, unit: Unit, source: Source) -> Evaluation:
    if isinstance(evaluation.result, Unknown):
        return evaluation
    try:
        return Evaluation(evaluation.result.converted(unit))
    except UnitMismatchError as error:
        at = source.expr.at if isinstance(source, Computed) else (0, 0)
        return Evaluation(Unknown(Reason.UNIT), Mismatch(at, error.left.text, error.right.text))
