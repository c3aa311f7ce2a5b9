"""Facts that are computed: their formulas, in an order in which each comes after the figures it needs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plan_compiler.diagnostics import Diagnostic, Place, Related
from plan_compiler.link.faults.figures import CIRCULAR_FIGURE
from plan_compiler.link.statements import Statement


@dataclass(frozen=True, slots=True)
class Formula:
    """The formula of a fact, and the key of the figure that it computes."""

    key: str
    statement: Statement

    @property
    def place(self) -> Place:
        """Where it is written."""
        return Place(self.statement.site.path)


def in_order(formulas: Mapping[str, Formula]) -> tuple[list[Formula], list[str], tuple[Diagnostic, ...]]:
    """The formulas that can be evaluated, each after those it needs; the keys of those that cannot be, which need each
    other or one that does; and one finding for each circle.
    """
    waiting = {key: {need for need in formula.statement.needs if need in formulas} for key, formula in formulas.items()}
    wanted_by: defaultdict[str, list[str]] = defaultdict(list)
    for key, wanted in waiting.items():
        for need in wanted:
            wanted_by[need].append(key)
    ready = [key for key, wanted in waiting.items() if not wanted]
    ordered: list[Formula] = []
    while ready:
        key = ready.pop()
        ordered.append(formulas[key])
        del waiting[key]
        for dependent in wanted_by[key]:
            waiting[dependent].discard(key)
            if not waiting[dependent]:
                ready.append(dependent)
    circles = [_finding(circle, formulas) for circle in _circles(waiting)]
    return ordered, list(waiting), tuple(circles)


def _circles(waiting: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """The circles met when from every key the first need is followed: every key here needs another one of them."""
    circles: list[list[str]] = []
    seen: set[str] = set()
    for start in waiting:
        trail: dict[str, int] = {}
        key = start
        while key not in seen and key not in trail:
            trail[key] = len(trail)
            key = min(waiting[key])
        if key in trail:
            circles.append(list(trail)[trail[key] :])
        seen.update(trail)
    return circles


def _finding(circle: Sequence[str], formulas: Mapping[str, Formula]) -> Diagnostic:
    first = circle.index(min(circle))
    keys = [*circle[first:], *circle[:first]]
    return Diagnostic(
        CIRCULAR_FIGURE,
        formulas[keys[0]].place,
        {"cycle": " → ".join([*keys, keys[0]])},
        hint="hint",
        subject=keys[0],
        related=tuple(Related(formulas[key].place, "member", {"id": key}) for key in keys[1:]),
    )
