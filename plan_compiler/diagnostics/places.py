"""Places: positions in a source file, and paths into the plan that stay true when its layout changes."""

from typing import TypeAlias

from msgspec import Struct

NodePath: TypeAlias = tuple[str | int, ...]
"""The way from the plan to one of its nodes: ``("chapters", 0, "sections", 1, "title")``.

A path names a value of the *composed* plan, whichever file it was written in. Keys of mappings are strings as
written (``("indicators", 0, "groups", 1, "indicators", 2, "values", "2025")``); only list indexes are integers.
"""


class Position(Struct, frozen=True, order=True):
    """A position in a text: line and column, both from 1, the column in code points."""

    line: int
    column: int


class Span(Struct, frozen=True, order=True):
    """A stretch of a source file; `end` is exclusive. `file` is the path inside the plan's tree, with ``/``."""

    file: str
    start: Position
    end: Position


class Place(Struct, frozen=True):
    """A node of the plan, or a stretch of its text.

    `start` and `end` are code-point offsets into the scalar's *value* (after YAML has been undone); None means
    the whole node. With `key`, the place is the key of the node, not its value.
    """

    path: NodePath
    start: int | None = None
    end: int | None = None
    key: bool = False


def format_path(path: NodePath) -> str:
    """The field of a finding: the path's names without list indexes, joined by dots."""
    return ".".join(part for part in path if isinstance(part, str))
