"""Changes of a plan's texts as edits of its files, in whatever style YAML has them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias, assert_never

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place, Position, Span
from plan_compiler.edit.edits import Edit
from plan_compiler.read.source import SpanIndex
from plan_compiler.read.text import FileText


class Insertion(Struct, frozen=True):
    """`text` is put before the character at `offset` of the text at `path`; behind its last, where there is none."""

    path: NodePath
    offset: int
    text: str


class Replacement(Struct, frozen=True):
    """`text` takes the place of a stretch of a file, or of what is written at a place of the plan."""

    where: Span | Place
    text: str


Change: TypeAlias = Insertion | Replacement


class Files(Struct, frozen=True, dict=True):
    """The texts of a plan's files, and where its nodes stand in them."""

    texts: Mapping[str, str]
    spans: SpanIndex

    def edits(self, changes: Iterable[Change]) -> tuple[Edit, ...]:
        """The edits that make all `changes`.

        What is put into a quoted scalar is escaped; a plain scalar is quoted, for it may not hold what is put into it.
        Changes of nodes that were not written are left out.
        """
        edits: list[Edit] = []
        by_scalar: defaultdict[Edit, list[Edit]] = defaultdict(list)
        for change in changes:
            edit, path = self._edit(change)
            scalar = self._whole(path) if path is not None else None
            if edit is not None:
                (edits if scalar is None else by_scalar[scalar]).append(edit)
        for scalar, own in by_scalar.items():
            edits += self._within(scalar, own)
        return tuple(edits)

    def _edit(self, change: Change) -> tuple[Edit | None, NodePath | None]:
        """The edit of the file, and the text that it is within; None for an edit of the YAML itself."""
        match change:
            case Insertion():
                return self._insertion(change), change.path
            case Replacement():
                where = change.where
                span = self.spans.span(where) if isinstance(where, Place) else where
                within = where.path if isinstance(where, Place) and where.start is not None else None
                return (self._of_span(span, change.text) if span else None), within
            case _:
                assert_never(change)

    def _insertion(self, change: Insertion) -> Edit | None:
        """Behind the character before it where there is one: a line break may lie between the two."""
        if change.offset:
            span = self.spans.span(Place(change.path, change.offset - 1, change.offset))
            at = span.end if span else None
        else:
            span = self.spans.span(Place(change.path, 0, 1))
            at = span.start if span else None
        return self._of_span(Span(span.file, at, at), change.text) if span and at else None

    def _whole(self, path: NodePath) -> Edit | None:
        span = self.spans.span(Place(path))
        return self._of_span(span, "") if span else None

    def _of_span(self, span: Span, text: str) -> Edit:
        return Edit(span.file, self._offset(span.file, span.start), self._offset(span.file, span.end), text)

    def _offset(self, file: str, position: Position) -> int:
        return self._lines[file].line_start(position.line) + position.column - 1

    @cached_property
    def _lines(self) -> Mapping[str, FileText]:
        return {file: FileText(file, text) for file, text in self.texts.items()}

    def _within(self, scalar: Edit, edits: list[Edit]) -> Iterator[Edit]:
        """The edits of one scalar, as its style wants them."""
        text = self.texts[scalar.file]
        match text[scalar.start : scalar.start + 1]:
            case "|" | ">":
                yield from edits
            case "'":
                yield from (_escaped(edit, {"'": "''"}) for edit in edits)
            case '"':
                yield from (_escaped(edit, {"\\": "\\\\", '"': '\\"'}) for edit in edits)
            case _:
                yield Edit(scalar.file, scalar.start, scalar.start, "'")
                yield from _doubled(text, scalar, edits)
                yield from (_escaped(edit, {"'": "''"}) for edit in edits)
                yield Edit(scalar.file, scalar.end, scalar.end, "'")


def _doubled(text: str, scalar: Edit, edits: list[Edit]) -> Iterator[Edit]:
    """The quotes of a plain scalar, doubled where they are kept."""
    for at in range(scalar.start, scalar.end):
        if text[at] == "'" and not any(edit.start <= at < edit.end for edit in edits):
            yield Edit(scalar.file, at, at + 1, "''")


def _escaped(edit: Edit, escapes: Mapping[str, str]) -> Edit:
    written = "".join(escapes.get(sign, sign) for sign in edit.replacement)
    return Edit(edit.file, edit.start, edit.end, written)
