"""What figures come from: the written figures that they are computed from, and the node that gives these their unit."""

from collections.abc import Iterable, Iterator

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.link.linked import FigureNode, LinkedPlan
from plan_compiler.model.paths import child
from plan_compiler.quantity.kindred import kindred
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import Unit, parse_unit
from plan_compiler.rational import Fraction


def closure(linked: LinkedPlan, keys: Iterable[str]) -> frozenset[str]:
    """The keys of all figures that those of these keys come from, themselves among them."""
    seen: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in seen and key in linked.figures:
            seen.add(key)
            waiting += linked.figures[key].needs
    return frozenset(seen)


def is_written(node: FigureNode) -> bool:
    """Whether a figure is written somewhere as a rounded or exact number, so that a slip of the pen may be in it."""
    return not node.computed and node.home is not None and isinstance(node.result, Quantity) and node.result.is_rounding


def mistaken_units(
    linked: LinkedPlan, keys: Iterable[str], where: object, stated: Quantity, computed: Quantity
) -> Iterator[tuple[NodePath, str, str]]:
    """The one unit under which all written figures of a relation stand, and those with which it would hold in its place: the path
    of its node, what it is and what it would be. None where what is stated, at `where`, stands under it too.
    """
    nodes = (linked.figures[key] for key in keys)
    owners = {_unit_owner(linked, node) for node in nodes if is_written(node)}
    if len(owners) != 1 or (owner := owners.pop()) is None:
        return
    path, own = owner
    if isinstance(where, Place) and where.path[: len(path)] == path:  # both sides would change alike
        return
    for other in kindred(own, linked.plan.language):
        scaled = computed.interval.scaled(Fraction(other.factor) / own.factor * computed.unit.factor)
        if scaled.meets(stated.interval.scaled(stated.unit.factor)):
            yield path, own.text, other.text


def _unit_owner(linked: LinkedPlan, node: FigureNode) -> tuple[NodePath, Unit] | None:
    """The nearest node above a figure's home that says its unit."""
    found: tuple[NodePath, Unit] | None = None
    at: object = linked.plan
    path = node.home.path if node.home else ()
    for depth, part in enumerate(path[:-1], start=1):
        at = child(at, part)
        unit = getattr(at, "unit", None)
        if isinstance(unit, str) and unit:
            found = path[:depth], parse_unit(unit)
    return found
