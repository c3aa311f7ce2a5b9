"""What reading a plan gives: the plan, its prose, and where everything stands."""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, NodePath, Place, Span
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Prose


class SpanIndex(Protocol):
    """From places of the plan to stretches of its files."""

    def span(self, place: Place) -> Span | None:
        """The span of `place`; None for a node that was not written (a default)."""
        ...


class Source(Struct, frozen=True):
    """A plan as read.

    `texts` holds the parsed prose of every text of the plan, by the path of its scalar, in document order.
    `poisoned` are ids whose definition could not be read: later passes are silent about them. `incomplete` are
    paths of sequences from which an entry had to be left out: their sums cannot be checked. `files` are the
    decoded texts of the files that were read, by their path in the tree. `unread` are the files of the plan that could not
    be read at all: what they declare is not known.
    """

    plan: Plan
    texts: Mapping[NodePath, Prose]
    spans: SpanIndex
    poisoned: frozenset[str]
    incomplete: frozenset[NodePath]
    files: Mapping[str, str]
    unread: frozenset[str] = frozenset()


class ReadResult(Struct, frozen=True):
    """`source` is None when plan.yaml itself could not be read; `files` has the texts of all that were, even then."""

    source: Source | None
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, str]
