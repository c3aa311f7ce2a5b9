"""What parsing a file comes to, and the limits it keeps."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct, field

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.read.nodes import Node
from plan_compiler.read.text import FileText

MAX_DEPTH = 48
MAX_NODES = 1_000_000
MAX_FAULTS = 2_000
"""How many faults of one file are reported before it is given up."""


class Budget:
    """How many nodes may still be read, over all files of a plan."""

    def __init__(self, nodes: int = MAX_NODES) -> None:
        self.nodes = nodes


class Parsed(Struct):
    """A file as parsed. `root` is None when nothing could be read, or nothing is there; `empty` tells these apart.

    `faulty` are nodes that do not hold what was meant, by identity: they must not become part of the plan.
    `dropped` are nodes that have no place in the tree.
    """

    root: Node | None = None
    empty: bool = False
    faults: list[Diagnostic] = field(default_factory=list)
    faulty: dict[int, Node] = field(default_factory=dict)
    dropped: list[Node] = field(default_factory=list)

    def mark(self, node: Node) -> None:
        """Note that `node` is faulty."""
        self.faulty[id(node)] = node


Parser: TypeAlias = Callable[[FileText, Budget], Parsed]
"""What makes nodes of the text of a file, within a budget."""
