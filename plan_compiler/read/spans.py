"""From places of the plan to stretches of its files."""

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place, Span
from plan_compiler.read.nodes import FileRoot, Mapping, Scalar, Sequence, child, inner
from plan_compiler.read.offsets import OffsetMap, offset_map
from plan_compiler.read.text import FileText


class Located(Struct, frozen=True):
    """A node with the file it stands in, and its key where it has one in that file."""

    text: FileText
    node: Scalar | Sequence | Mapping
    key: Scalar | None

    def line(self) -> str:
        """The line in which the node, or its key, begins."""
        return self.text.line(self.text.line_of((self.key or self.node).start))


def locate(root: FileRoot, path: NodePath) -> Located | None:
    """The node at `path`; None where there is none."""
    text, node, key = root.text, inner(root), None
    for part in path:
        key = node.key(str(part)) if isinstance(node, Mapping) else None
        found = child(node, part)
        while isinstance(found, FileRoot):
            text, found, key = found.text, found.node, None
        if found is None:
            return None
        node = found
    return Located(text, node, key)


class NodeSpans:
    """The span index over the nodes of a plan. Nothing is computed before it is asked for."""

    def __init__(self, root: FileRoot) -> None:
        self._root = root
        self._maps: dict[int, OffsetMap | None] = {}

    def span(self, place: Place) -> Span | None:
        """The span of `place`; None for a node that was not written."""
        found = locate(self._root, place.path)
        if found is None:
            return None
        if place.key and found.key is not None:
            return found.text.span(found.key.start, found.key.end)
        if place.start is None or not isinstance(found.node, Scalar):
            return found.text.span(found.node.start, found.node.end)
        return self._stretch(found.text, found.node, place.start, place.start if place.end is None else place.end)

    def _stretch(self, text: FileText, scalar: Scalar, start: int, end: int) -> Span:
        if id(scalar) not in self._maps:
            self._maps[id(scalar)] = offset_map(text.text, scalar)
        known = self._maps[id(scalar)]
        if known is None or not 0 <= start <= end <= len(known.starts):
            return text.span(scalar.start, scalar.end)
        if start < end:
            return text.span(known.starts[start], known.ends[end - 1])
        at = known.starts[start] if start < len(known.starts) else (known.ends[-1] if known.ends else scalar.start)
        return text.span(at, at)
