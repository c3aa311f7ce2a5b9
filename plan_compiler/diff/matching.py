"""Which entity of the old plan is which of the new one: by id, by name, by likeness."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import EntityKind
from plan_compiler.diff.entities import Node
from plan_compiler.diff.likeness import Portrait, best_pairs, likeness
from plan_compiler.diff.sequence import align
from plan_compiler.model.blocks import TableBlock
from plan_compiler.model.notes import ChangeNote
from plan_compiler.model.waivers import Waiver

_RENAMED = 0.7
"""How alike an entity under another id must be to be the same."""
_ALIKE = 0.5
_ALIKE_TEXT = 0.35
_MOVED_TEXT = 20
"""A text of fewer characters that turns up elsewhere is no text that was moved."""
_ALIKE_MOVED = 0.6
"""How alike a text elsewhere must be to be the same, moved and rewritten in one go."""
_MOST_MOVED = 400
"""Texts of one version that are looked for elsewhere by likeness; where more are gone, the plan is another one."""

Key: TypeAlias = tuple[str, ...]


class Match(Struct):
    """The pairs found so far, by path."""

    to_new: dict[NodePath, Node]
    to_old: dict[NodePath, Node]

    def pair(self, old: Node, new: Node) -> None:
        """Hold both for one entity."""
        self.to_new[old.path] = new
        self.to_old[new.path] = old

    def gone(self, nodes: Iterable[Node]) -> list[Node]:
        """Those of the old version without a partner."""
        return [node for node in nodes if node.path not in self.to_new]

    def fresh(self, nodes: Iterable[Node]) -> list[Node]:
        """Those of the new version without a partner."""
        return [node for node in nodes if node.path not in self.to_old]


def by_id(old: Sequence[Node], new: Sequence[Node]) -> Match:
    """What bears the same id, or is the only one of its kind. Of an id used twice, the first of both are one."""
    match = Match({}, {})
    known: dict[Key, Node] = {}
    for node in old:
        if (key := _identity(node)) is not None:
            known.setdefault(key, node)
    for node in new:
        key = _identity(node)
        if key is not None and (partner := known.pop(key, None)) is not None:
            match.pair(partner, node)
    return match


def _identity(node: Node) -> Key | None:
    entity = node.entity
    if entity.kind in (EntityKind.PLAN, EntityKind.ANNEX):
        return (entity.kind,)
    if entity.kind is EntityKind.ROW:
        return (entity.kind, node.table, entity.id) if entity.id else None
    return (entity.kind, entity.id) if entity.id else None


def by_name(match: Match, old: Sequence[Node], new: Sequence[Node]) -> None:
    """Add what has another id and the same name, which nothing else of its kind has, and is alike besides."""
    gone, fresh = (_named(nodes) for nodes in (match.gone(old), match.fresh(new)))
    for name, nodes in gone.items():
        others = fresh.get(name, [])
        if len(nodes) == len(others) == 1 and likeness(Portrait(nodes[0]), Portrait(others[0])) >= _RENAMED:
            match.pair(nodes[0], others[0])


def _named(nodes: Iterable[Node]) -> dict[Key, list[Node]]:
    found: defaultdict[Key, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.entity.id and node.entity.name:
            found[node.entity.kind, node.table, node.entity.name].append(node)
    return found


def by_likeness(match: Match, old: Sequence[Node], new: Sequence[Node], known: frozenset[Node] = frozenset()) -> None:
    """Add what is recognised without an id, and what has another one.

    `known` are entities of either version of which it is known what became of them: they have no new id.
    """
    gone, fresh = match.gone(old), match.fresh(new)
    _renamed(match, [node for node in gone if node not in known], [node for node in fresh if node not in known])
    _neighbours(match, gone, fresh, new)
    _strayed(match, gone, fresh, new)
    _restated(match, gone, fresh)


def _renamed(match: Match, old: Sequence[Node], new: Sequence[Node]) -> None:
    gone, fresh = _by_kind(old), _by_kind(new)
    for kind, candidates in gone.items():
        before = [Portrait(node) for node in candidates if node.entity.id]
        after = [Portrait(node) for node in fresh.get(kind, ()) if node.entity.id]
        for a, b, _ in best_pairs(before, after, _RENAMED):
            match.pair(a.node, b.node)


def _by_kind(nodes: Iterable[Node]) -> dict[EntityKind, list[Node]]:
    found: defaultdict[EntityKind, list[Node]] = defaultdict(list)
    for node in nodes:
        found[node.entity.kind].append(node)
    return found


def _neighbours(match: Match, gone: Sequence[Node], fresh: Sequence[Node], new: Sequence[Node]) -> None:
    """List by list, from the top: what stands in one list of one entity, without an id on at least one side."""
    before, after = _by_slot(gone), _by_slot(fresh)
    for node in new if after else ():
        lists = after.get(node.path)
        partner = None if lists is None else match.to_old.get(node.path)
        if lists is None or partner is None:
            continue
        for name, entries in lists.items():
            a, b = match.gone(before.get(partner.path, {}).get(name, ())), match.fresh(entries)
            if a and b:
                _match_list(match, a, b)


def _by_slot(nodes: Iterable[Node]) -> Mapping[NodePath, Mapping[NodePath, list[Node]]]:
    """The entries of each list, by the entity that has it and the way to it from there."""
    found: defaultdict[NodePath, defaultdict[NodePath, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in nodes:
        if node.parent is not None:
            found[node.parent][node.slot[len(node.parent) :]].append(node)
    return dict(found)


def _match_list(match: Match, old: list[Node], new: list[Node]) -> None:
    keys, others = [_name(node) for node in old], [_name(node) for node in new]
    for i, j in align(keys, others):
        if _may_be_one(old[i], new[j]):
            match.pair(old[i], new[j])
    waiting: defaultdict[Key, list[Node]] = defaultdict(list)
    for node in match.gone(old):
        waiting[_name(node)].append(node)
    for node in match.fresh(new):
        if (same := waiting.get(_name(node))) and _may_be_one(same[0], node):
            match.pair(same.pop(0), node)
    gone, fresh = _by_kind(match.gone(old)), _by_kind(match.fresh(new))
    for kind, left in gone.items():
        threshold = _ALIKE_TEXT if kind is EntityKind.TEXT else _ALIKE
        before, after = [Portrait(node) for node in left], [Portrait(node) for node in fresh.get(kind, ())]
        for a, b, _ in list(best_pairs(before, after, threshold)):
            if _may_be_one(a.node, b.node):
                match.pair(a.node, b.node)


def _may_be_one(old: Node, new: Node) -> bool:
    """Two ids that both have are two things, unless they were found to be one."""
    return not (old.entity.id and new.entity.id) or old.entity.id == new.entity.id


def _name(node: Node) -> Key:
    """What an entity is called among its neighbours."""
    kind, record = node.entity.kind, node.record
    match record:
        case str():
            return (kind, record)
        case Waiver():
            return (kind, record.code, record.entity or "", record.field or "", record.subject or "")
        case ChangeNote():
            return (kind, record.entity, record.field or "", record.reason)
        case TableBlock():
            return (kind, record.table)
        case _:
            return (kind, node.entity.name)


def _strayed(match: Match, gone: Sequence[Node], fresh: Sequence[Node], new: Sequence[Node]) -> None:
    """Sections and texts that turn up, word for word, below another entity."""
    waiting: defaultdict[Key, list[Node]] = defaultdict(list)
    for node in match.gone(gone):
        if _can_stray(node):
            waiting[_name(node)].append(node)
    found = False
    for node in match.fresh(fresh):
        if _can_stray(node) and (same := waiting.get(_name(node))) and _may_be_one(same[0], node):
            match.pair(same.pop(0), node)
            found = True
    if found:
        _neighbours(match, match.gone(gone), match.fresh(fresh), new)


def _restated(match: Match, old: Sequence[Node], new: Sequence[Node]) -> None:
    """Texts that turn up below another entity in other words."""
    before, after = (
        [Portrait(node) for node in nodes if isinstance(node.record, str) and _can_stray(node)]
        for nodes in (match.gone(old), match.fresh(new))
    )
    if max(len(before), len(after)) <= _MOST_MOVED:
        for a, b, _ in best_pairs(before, after, _ALIKE_MOVED):
            match.pair(a.node, b.node)


def _can_stray(node: Node) -> bool:
    if isinstance(node.record, str):
        return len(node.record) >= _MOVED_TEXT
    return node.entity.kind in (EntityKind.SECTION, EntityKind.GROUP) and bool(node.entity.name)
