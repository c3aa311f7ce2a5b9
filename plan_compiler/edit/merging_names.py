"""What tells the entries of a list apart in a merge: ids, else titles; an entry that one side renamed keeps its old name here.

An entry under a new id is the one that is gone from its list if it is like that one: of the same `name` and much the same
besides, or nearly the same in all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from plan_compiler.read.fields import entry_name
from plan_compiler.read.nodes import Mapping as MappingNode
from plan_compiler.read.nodes import Node, Scalar, Sequence, inner

Names: TypeAlias = Mapping[int, str]
"""The name of each entry, by the identity of its node."""

_Leaves: TypeAlias = dict[tuple[str, ...], str]

_ALIKE = 0.7
"""How much of an entry must be as it was, where it has its name still."""
_FEWEST = 2
"""Fields that must be as they were."""
_RARE = 60
"""A value that more entries share than this tells them apart no longer."""
_CANDIDATES = 12


def names_of(side: Node, base: Node | None = None) -> Names:
    """The names of all entries of `side`, as `base` has them."""
    return dict(_names(inner(side), None if base is None else inner(base)))


def is_named(sequence: Sequence, names: Names) -> bool:
    """Whether the entries are told apart by names."""
    return all(id(inner(item)) in names for item in sequence.items)


def _names(
    side: Scalar | Sequence | MappingNode, base: Scalar | Sequence | MappingNode | None
) -> Iterator[tuple[int, str]]:
    match side:
        case MappingNode(values=values):
            known = base.values if isinstance(base, MappingNode) else {}
            for key, value in values.items():
                before = known.get(key)
                yield from _names(inner(value), None if before is None else inner(before))
        case Sequence():
            yield from _entries(side, base if isinstance(base, Sequence) else None)
        case Scalar():
            pass


def _entries(side: Sequence, base: Sequence | None) -> Iterator[tuple[int, str]]:
    own = _told_apart(side)
    known = None if base is None else _told_apart(base)
    if own is None or known is None:
        pairs = [*base.items] if base is not None and len(base.items) == len(side.items) else [None] * len(side.items)
        for item, before in zip(side.items, pairs, strict=True):
            if own is not None and (name := _name(item)) is not None:
                yield id(inner(item)), name
            yield from _names(inner(item), None if before is None else inner(before))
        return
    old_names = _renamed(own, known)
    for name, item in own.items():
        old_name = old_names.get(name, name)
        yield id(inner(item)), old_name
        before = known.get(old_name)
        yield from _names(inner(item), None if before is None else inner(before))


def _told_apart(sequence: Sequence) -> dict[str, Node] | None:
    """The entries by their names; None where one has none, or two have the same."""
    found = {name: item for item in sequence.items if (name := _name(item)) is not None}
    return found if len(found) == len(sequence.items) else None


def _name(item: Node) -> str | None:
    """The id of an entry, or its title."""
    found = inner(item)
    title = found.values.get("title") if isinstance(found, MappingNode) else None
    return entry_name(item) or (title.value if isinstance(title, Scalar) else None)


def _renamed(side: Mapping[str, Node], base: Mapping[str, Node]) -> dict[str, str]:
    """The old names of what has a new one: the most alike first, each once."""
    gone = {name: _leaves(item) for name, item in base.items() if name not in side}
    fresh = {name: _leaves(item) for name, item in side.items() if name not in base} if gone else {}
    scored = sorted(
        (-score, old, new)
        for old, new in _candidates(gone, fresh)
        if (score := _likeness(gone[old], fresh[new], by_title=gone[old].get(("title",)) == old)) > 0
    )
    found: dict[str, str] = {}
    taken = set[str]()
    for _, old, new in scored:
        if new not in found and old not in taken:
            found[new] = old
            taken.add(old)
    return found


def _candidates(gone: Mapping[str, _Leaves], fresh: Mapping[str, _Leaves]) -> Iterator[tuple[str, str]]:
    """The pairs that share values which few others have, so that time does not grow with the product of both."""
    having: defaultdict[tuple[tuple[str, ...], str], list[str]] = defaultdict(list)
    for name, leaves in fresh.items():
        for leaf in leaves.items():
            having[leaf].append(name)
    for old, leaves in gone.items():
        shared: Counter[str] = Counter()
        for leaf in leaves.items():
            if len(names := having.get(leaf, ())) <= _RARE:
                shared.update(names)
        yield from ((old, new) for new, _ in shared.most_common(_CANDIDATES))


def _leaves(item: Node) -> _Leaves:
    """All values of an entry but its id, by their ways."""
    found = dict(_scalars(inner(item), ()))
    found.pop(("id",), None)
    return found


def _scalars(node: Scalar | Sequence | MappingNode, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    match node:
        case Scalar(value=value):
            yield way, value
        case MappingNode(values=values):
            for key, below in values.items():
                yield from _scalars(inner(below), (*way, key))
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield from _scalars(inner(item), (*way, _name(item) or str(index)))


def _likeness(before: _Leaves, after: _Leaves, *, by_title: bool) -> float:
    """The share of values that are as they were; 0 where that is too little to be one entry.

    An entry of another id is the same only under the same name: two roads are two roads, however alike. One that is known
    `by_title` is the same under another title only if all the rest is equal.
    """
    equal = sum(after.get(way) == value for way, value in before.items())
    ways = before.keys() | after.keys()
    named = [way for way in (("name",), ("title",)) if way in ways]
    if by_title:
        return 1.0 if equal > _FEWEST and equal == len(ways) - 1 else 0.0
    has_name = any(before.get(way) == after.get(way) for way in named)
    share = equal / max(len(ways), 1)
    return share if has_name and equal >= _FEWEST and share >= _ALIKE else 0.0
