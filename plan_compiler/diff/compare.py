"""Two linked plans → what became of every entity."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import Added, Change, Entity, Merger, Moved, Pairing, Removed, Renamed, Reordered, Split
from plan_compiler.diff.edits import Sides, edits
from plan_compiler.diff.entities import Node, nodes
from plan_compiler.diff.matching import Match, by_id, by_likeness, by_name
from plan_compiler.diff.script import content_of
from plan_compiler.diff.sequence import in_order
from plan_compiler.diff.splits import Side, families
from plan_compiler.diff.versions import Versions, versions_of
from plan_compiler.link.linked import LinkedPlan


class Comparison(Struct, frozen=True):
    """What became of every entity, and which projects became several, or one of several."""

    changes: tuple[Change, ...]
    splits: tuple[Split, ...]
    mergers: tuple[Merger, ...]
    versions: Versions


def compare(old: LinkedPlan, new: LinkedPlan) -> Comparison:
    """All changes, in the order of the new plan with what is gone before it."""
    before, after = tuple(nodes(old)), tuple(nodes(new))
    match = by_id(before, after)
    by_name(match, before, after)
    first, second = Side(old, before), Side(new, after)
    split = families(first, second, match.to_new, match.to_old)
    merged = families(second, first, match.to_old, match.to_new)
    known = frozenset(node for family in (*split, *merged) for node in (family.whole, *family.parts))
    by_likeness(match, before, after, known)
    changes = (*_removed(match, before), *_of_new(old, new, match, before, after))
    return Comparison(
        changes,
        tuple(Split(f.whole.entity, tuple(node.entity for node in f.parts), f.column) for f in split),
        tuple(Merger(tuple(node.entity for node in f.parts), f.whole.entity, f.column) for f in merged),
        versions_of(old, new, changes, _pairing(match, before), after),
    )


def _removed(match: Match, before: Sequence[Node]) -> Iterator[Removed]:
    gone = {node.path for node in match.gone(before)}
    for node in before:
        if node.path in gone and node.parent not in gone:
            yield Removed(node.entity, content_of(node.record, node.path, node.entity.own, gone.__contains__))


def _of_new(
    old: LinkedPlan, new: LinkedPlan, match: Match, before: Sequence[Node], after: Sequence[Node]
) -> Iterator[Change]:
    fresh = {node.path for node in match.fresh(after)}
    homes = _Homes({node.path: node.entity for node in before}, {node.path: node.entity for node in after})
    moved = {node.path for node in after if node.path not in fresh and _has_moved(match, node)}
    reordered = _reordered(match, after, fresh | moved)
    for node in after:
        if node.path in fresh:
            if node.parent not in fresh:
                yield Added(node.entity, content_of(node.record, node.path, node.entity.own, fresh.__contains__))
            continue
        partner = match.to_old[node.path]
        if partner.entity.id != node.entity.id:
            yield Renamed(partner.entity, node.entity)
        if node.path in moved and partner.parent is not None and node.parent is not None:
            yield Moved(partner.entity, node.entity, homes.old[partner.parent], homes.new[node.parent])
        elif node.path in reordered:
            yield Reordered(partner.entity, node.entity)
        yield from edits(Sides(old, new, partner, node))


class _Homes(Struct, frozen=True):
    """The entities of both versions by their paths."""

    old: Mapping[NodePath, Entity]
    new: Mapping[NodePath, Entity]


def _has_moved(match: Match, new: Node) -> bool:
    """Whether it stands in another list: of another entity, or of another field of the same one."""
    old = match.to_old[new.path]
    if new.parent is None or old.parent is None:
        return False
    home = match.to_old.get(new.parent)
    way_before, way_now = old.slot[len(old.parent) :], new.slot[len(new.parent) :]
    return home is None or home.path != old.parent or way_before != way_now


def _reordered(match: Match, after: Sequence[Node], elsewhere: Set[NodePath]) -> set[NodePath]:
    """The entries that must change their places within their lists: as few as possible."""
    lists: defaultdict[NodePath, list[Node]] = defaultdict(list)
    for node in after:
        if node.path not in elsewhere:
            lists[node.slot].append(node)
    found: set[NodePath] = set()
    for entries in lists.values():
        places = [_index(match.to_old[node.path]) for node in entries]
        if any(later <= place for place, later in pairwise(places)):
            kept = in_order(places)
            found.update(node.path for index, node in enumerate(entries) if index not in kept)
    return found


def _index(node: Node) -> int:
    last = node.path[-1] if node.path else 0
    return last if isinstance(last, int) else 0


def _pairing(match: Match, before: Sequence[Node]) -> Pairing:
    pairs = [(node.place, match.to_new[node.path].place) for node in before if node.path in match.to_new]
    return Pairing(dict(pairs), {new: old for old, new in pairs})
