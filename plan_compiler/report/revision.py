"""What a report of a revision is about: two versions, and what differs between them."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place, Span
from plan_compiler.diff.diff import ChangeSet
from plan_compiler.diff.findings import FindingChanges
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.report.paths import Paths

SpanOf: TypeAlias = Callable[[Place], Span | None]


class Side(Struct, frozen=True, eq=False):
    """One version: what it is called (a folder, a revision), the plan, and where its nodes stand in its files.

    `unread` are the files of it that could not be read: what they hold is not in the plan.
    """

    name: str
    linked: LinkedPlan
    span: SpanOf
    paths: Paths
    unread: frozenset[str] = frozenset()

    def position(self, path: NodePath) -> str:
        """``file:line:column`` of a node; "" for one that was not written."""
        while True:
            span = self.span(Place(path))
            if span is not None or not path:
                return self.paths.position(span) if span is not None else ""
            path = path[:-1]


class Revision(Struct, frozen=True, eq=False):
    """Two versions of a plan, what changed between them, and for whom it is put into words."""

    old: Side
    new: Side
    changes: ChangeSet
    findings: FindingChanges
    language: str
