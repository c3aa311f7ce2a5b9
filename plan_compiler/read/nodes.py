"""YAML nodes as written: raw scalars and offsets into the file. No scalar is converted, and none is a float.

The tree is built and pruned while a plan is read, and left alone afterwards.
"""

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from msgspec import Struct, field

from plan_compiler.read.text import FileText


class Scalar(Struct, eq=False, gc=False, array_like=True, tag=True):
    """A scalar: its value after YAML has been undone. `style` is "", "'", '"', "|" or ">" ("" is plain)."""

    value: str
    start: int
    end: int
    style: str


class Sequence(Struct, eq=False, array_like=True, tag=True):
    """A list of nodes. `end` is known when all of them are."""

    start: int
    flow: bool
    end: int = 0
    items: "list[Node]" = field(default_factory=list)


class Mapping(Struct, eq=False, array_like=True, tag=True):
    """Keys with values, in the order written. `keys` holds where the keys that were written begin; `quoted` the ends of those that
    are not written as they read.
    """

    start: int
    flow: bool
    end: int = 0
    keys: dict[str, int] = field(default_factory=dict)
    values: "dict[str, Node]" = field(default_factory=dict)
    quoted: dict[str, int] | None = None

    def put(self, key: Scalar, value: "Node") -> None:
        """Add a key with its value."""
        self.keys[key.value] = key.start
        self.values[key.value] = value
        if key.end != key.start + len(key.value):
            self.quoted = {**(self.quoted or {}), key.value: key.end}

    def key(self, name: str) -> Scalar | None:
        """The scalar of a key; None for one that was not written. Most are never asked for, so that none is kept."""
        start = self.keys.get(name)
        if start is None:
            return None
        end = self.quoted.get(name) if self.quoted else None
        return Scalar(name, start, start + len(name) if end is None else end, "" if end is None else '"')

    @property
    def first_key(self) -> Scalar | None:
        """The first of the keys that were written."""
        return next(filter(None, map(self.key, self.keys)), None)


class FileRoot(Struct, eq=False, array_like=True, tag=True):
    """The border of a file: what is below stands in `text`."""

    text: FileText
    node: "Node"


Node: TypeAlias = Scalar | Sequence | Mapping | FileRoot
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def inner(node: Node) -> Scalar | Sequence | Mapping:
    """The node itself, within the border of its file."""
    while isinstance(node, FileRoot):
        node = node.node
    return node


def child(node: Node, part: str | int) -> Node | None:
    """The node one step down; a key may be given as a number."""
    match inner(node):
        case Mapping(values=values):
            return values.get(str(part))
        case Sequence(items=items):
            return items[part] if isinstance(part, int) and 0 <= part < len(items) else None
        case Scalar():
            return None
        case other:
            assert_never(other)


def plain(node: Node) -> Plain:
    """The values alone: strings, lists, dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return plain(node.node)


def scalars(node: Node) -> Iterator[tuple[str | None, Scalar]]:
    """Every scalar below, with its key where it has one."""
    match inner(node):
        case Scalar() as scalar:
            yield None, scalar
        case Sequence(items=items):
            for item in items:
                yield from scalars(item)
        case Mapping(values=values):
            for key, value in values.items():
                for own, scalar in scalars(value):
                    yield own or (key if inner(value) is scalar else None), scalar
        case other:
            assert_never(other)
