"""Projects that became several, and several that became one: told by names that are alike and amounts that add up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import EntityKind
from plan_compiler.diff.entities import Node
from plan_compiler.diff.likeness import Index, Portrait, overlap
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.model.projects import Column, Project
from plan_compiler.quantity.units import parse_unit
from plan_compiler.rational import Fraction

_ALIKE = 0.4
"""How much of its name a part has of the whole."""
_SAME_WORDS = 0.75
"""How alike the words of both are where their names are not: what every project says is no kinship."""
_MOST_PARTS = 12
_MOST_TRIED = 8
"""How many candidates all combinations are tried of."""
_COLUMNS: tuple[Column, ...] = ("total", "in_period")


class Family(Struct, frozen=True):
    """A whole on one side, and its parts on the other; `column` is what adds up. One of the parts may have kept its id."""

    whole: Node
    parts: tuple[Node, ...]
    column: Column


class Side(Struct, frozen=True):
    """The projects of one version, and its figures."""

    linked: LinkedPlan
    nodes: Sequence[Node]

    def amount(self, node: Node, column: Column) -> Fraction | None:
        """The amount of a project in the unit of its annex; None where there is none to add."""
        figure = self.linked.figures.get(f"{node.entity.id}.{column}")
        annex = self.linked.plan.annex
        if figure is None or annex is None or isinstance(figure.result, Unknown) or not figure.result.nominal:
            return None
        unit = parse_unit(annex.unit)
        return figure.result.converted(unit).nominal if figure.result.unit.dimension == unit.dimension else None


Partners: TypeAlias = Mapping[NodePath, Node]
"""What an entity is on the other side, by its path."""


def families(wholes: Side, parts: Side, of_whole: Partners, of_part: Partners) -> tuple[Family, ...]:
    """The wholes that became several parts; with the sides exchanged, those that several became.

    `of_whole` and `of_part` are the pairs that are known already, by the paths of either side.
    """
    index = Index([Portrait(node) for node in parts.nodes if _is_project(node) and node.path not in of_part])
    found: list[Family] = []
    taken: set[NodePath] = set()
    for whole in wholes.nodes if index.portraits else ():
        if _is_project(whole) and (whole.path not in of_whole or _has_changed(whole, of_whole[whole.path])):
            near = (index.portraits[position] for position in index.near(Portrait(whole)))
            free = [portrait for portrait in near if portrait.node.path not in taken]
            family = _family(whole, of_whole.get(whole.path), wholes, parts, free)
            if family is not None:
                found.append(family)
                taken.update(node.path for node in family.parts)
    return tuple(found)


def _is_project(node: Node) -> bool:
    return node.entity.kind is EntityKind.PROJECT


def _has_changed(node: Node, other: Node) -> bool:
    if not (isinstance(node.record, Project) and isinstance(other.record, Project)):
        return False
    return any(node.record.amount(c).value != other.record.amount(c).value for c in _COLUMNS)


def _family(whole: Node, kept: Node | None, wholes: Side, parts: Side, free: Iterable[Portrait]) -> Family | None:
    portrait = Portrait(whole)
    alike = sorted(
        ((_kinship(portrait, other), -index, other.node) for index, other in enumerate(free)),
        key=lambda scored: scored[:2],
        reverse=True,
    )
    candidates = [node for score, _, node in alike[:_MOST_PARTS] if score >= _ALIKE]
    for column in _COLUMNS:
        sought = wholes.amount(whole, column)
        own = parts.amount(kept, column) if kept is not None else Fraction(0)
        if sought is None or own is None or sought <= own:
            continue
        for chosen in _choices(candidates, 1 if kept is not None else 2):
            amounts = [parts.amount(node, column) for node in chosen]
            if all(amount is not None for amount in amounts) and sum(filter(None, amounts), own) == sought:
                return Family(whole, _in_order(kept, chosen), column)
    return None


def _in_order(kept: Node | None, chosen: Sequence[Node]) -> tuple[Node, ...]:
    """As they stand in the annex, what kept its id first."""
    rest = sorted(chosen, key=lambda node: [part for part in node.path if isinstance(part, int)])
    return tuple(rest) if kept is None else (kept, *rest)


def _choices(candidates: Sequence[Node], least: int) -> Iterator[tuple[Node, ...]]:
    """All candidates, then fewer: of many only the most alike."""
    if len(candidates) > _MOST_TRIED:
        yield from (tuple(candidates[:size]) for size in range(len(candidates), least - 1, -1))
        return
    for size in range(len(candidates), least - 1, -1):
        yield from combinations(candidates, size)


def _kinship(whole: Portrait, part: Portrait) -> float:
    """How much of the shorter name the longer one has; how alike their words are where these are nearly the same."""
    shared = (whole.name & part.name).total() / max(min(whole.name.total(), part.name.total()), 1)
    words = overlap(whole.words, part.words) if whole.words and part.words else 0.0
    return max(shared, words if words >= _SAME_WORDS else 0.0)
