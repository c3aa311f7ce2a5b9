"""Leaving faulty nodes out of a plan: the smallest part whose absence lets the rest be read."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct, field

from plan_compiler.diagnostics import NodePath
from plan_compiler.model.plan import Plan
from plan_compiler.model.shape import Record, Shape, child
from plan_compiler.read.ids import called, ids_within
from plan_compiler.read.nodes import Mapping, Node, Scalar, Sequence, inner

Step: TypeAlias = tuple[Mapping | Sequence, str | int]
"""A container, and the part of it with which a path goes on."""


class Pruner(Struct):
    """Takes nodes out of the tree of a plan, and keeps what later passes must know about them.

    `poisoned` are the ids that are therefore not there, `shortened` the lists that lack an entry, by identity.
    `fatal`: the plan itself had to go.
    """

    root: Node
    poisoned: set[str] = field(default_factory=set)
    shortened: dict[int, Sequence] = field(default_factory=dict)
    fatal: bool = False
    _gone: dict[tuple[int, str], Mapping] = field(default_factory=dict)

    def was_removed(self, mapping: Mapping, key: str) -> bool:
        """Whether `key` was taken out of `mapping`, for a fault that is already reported."""
        return (id(mapping), key) in self._gone

    def paths_of(self, faulty: dict[int, Node]) -> list[NodePath]:
        """The paths of nodes given by identity."""
        return [path for path, node in walk(self.root) if id(inner(node)) in faulty] if faulty else []

    def remove(self, paths: Iterable[NodePath], keys: Iterable[NodePath]) -> None:
        """Take out, for each of `paths`, the nearest part the plan can do without; for each of `keys`, just the key."""
        chosen = [_nearest(steps_to(self.root, path)) for path in paths]
        chosen += [steps[-1] if (steps := steps_to(self.root, path)) else None for path in keys]
        self.fatal = self.fatal or None in chosen
        unique = {(id(step[0]), step[1]): step for step in chosen if step is not None}
        for container, part in sorted(unique.values(), key=_late_entries_first):
            self._take_out(container, part)

    def incomplete(self) -> frozenset[NodePath]:
        """The paths of the shortened lists that are still in the plan, and of the facts that lost a key: it may have been
        their value.
        """
        lacking = {mapping for mapping, _ in self._gone}
        if not (self.shortened or lacking):
            return frozenset()
        nodes = ((path, id(inner(node))) for path, node in walk(self.root))
        return frozenset(
            path for path, own in nodes if own in self.shortened or (own in lacking and path[:1] == ("facts",))
        )

    def _take_out(self, container: Mapping | Sequence, part: str | int) -> None:
        if isinstance(container, Sequence) and isinstance(part, int):
            self.poisoned.update(ids_within(container.items.pop(part)))
            self.shortened[id(container)] = container
        elif isinstance(container, Mapping) and isinstance(part, str):
            removed = container.values.pop(part)
            self.poisoned.update(ids_within(removed))
            if isinstance(removed, Scalar) and part.casefold() == "id":
                self.poisoned.update(called(removed.value))
            container.keys.pop(part, None)
            self._gone[id(container), part] = container


def steps_to(root: Node, path: NodePath) -> list[Step]:
    """The steps from the root towards `path`, as far as there are nodes."""
    steps: list[Step] = []
    node = inner(root)
    for part in path:
        if isinstance(node, Mapping) and isinstance(part, str) and part in node.values:
            steps.append((node, part))
            node = inner(node.values[part])
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            steps.append((node, part))
            node = inner(node.items[part])
        else:
            break
    return steps


def walk(node: Node, path: NodePath = ()) -> Iterator[tuple[NodePath, Node]]:
    """Every node with its path, outermost first."""
    yield path, node
    within = inner(node)
    if isinstance(within, Mapping):
        for key, value in within.values.items():
            yield from walk(value, (*path, key))
    elif isinstance(within, Sequence):
        for index, item in enumerate(within.items):
            yield from walk(item, (*path, index))


def _nearest(steps: list[Step]) -> Step | None:
    """The innermost step that may be left out: the entry of a list, or the key of a model that can do without."""
    found: Step | None = None
    shape: Shape | None = Record(Plan)
    for container, part in steps:
        if isinstance(container, Sequence) or (isinstance(shape, Record) and shape.model.container):
            found = (container, part)
        shape = child(shape, part) if shape else None
    return found


def _late_entries_first(step: Step) -> int:
    return -step[1] if isinstance(step[1], int) else 1
