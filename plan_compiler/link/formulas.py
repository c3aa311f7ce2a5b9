"""Figures that are computed, in an order in which each comes after the figures it needs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Place, Related
from plan_compiler.link.circles import circles
from plan_compiler.link.faults.figures import CIRCULAR_FIGURE
from plan_compiler.link.statements import Statement

_SHOWN = 12
"""How many members of a circle a message names."""


class Derivation(Protocol):
    """What computes a figure: the figure's key, where that is written, and the keys of the figures it needs."""

    @property
    def key(self) -> str:
        """The figure's key."""
        ...

    @property
    def place(self) -> Place:
        """Where it is written."""
        ...

    @property
    def needs(self) -> tuple[str, ...]:
        """The keys of the figures that it needs."""
        ...


D = TypeVar("D", bound=Derivation)


class Formula(Struct, frozen=True):
    """The formula of a fact, and the key of the figure that it computes."""

    key: str
    statement: Statement

    @property
    def place(self) -> Place:
        """Where it is written."""
        return Place(self.statement.site.path)

    @property
    def needs(self) -> tuple[str, ...]:
        """The keys of the figures that it names."""
        return self.statement.needs


def in_order(formulas: Mapping[str, D]) -> tuple[list[D], list[str], tuple[Diagnostic, ...]]:
    """The derivations that can be evaluated, each after those it needs; the keys of those that cannot be, which need each
    other or one that does; and one finding for each circle.
    """
    waiting = {key: {need for need in formula.needs if need in formulas} for key, formula in formulas.items()}
    wanted_by: defaultdict[str, list[str]] = defaultdict(list)
    for key, wanted in waiting.items():
        for need in wanted:
            wanted_by[need].append(key)
    ready = [key for key, wanted in waiting.items() if not wanted]
    ordered: list[D] = []
    while ready:
        key = ready.pop()
        ordered.append(formulas[key])
        del waiting[key]
        for dependent in wanted_by[key]:
            waiting[dependent].discard(key)
            if not waiting[dependent]:
                ready.append(dependent)
    findings = [_finding(circle, formulas) for circle in circles({key: min(needed) for key, needed in waiting.items()})]
    return ordered, list(waiting), tuple(findings)


def _finding(circle: Sequence[str], formulas: Mapping[str, D]) -> Diagnostic:
    shown = [*circle, circle[0]] if len(circle) <= _SHOWN else [*circle[:_SHOWN], "…", circle[0]]
    return Diagnostic(
        CIRCULAR_FIGURE,
        formulas[circle[0]].place,
        {"cycle": " → ".join(shown)},
        hint="hint",
        subject=circle[0],
        related=tuple(Related(formulas[key].place, "member", {"id": key}) for key in circle[1:]),
    )
