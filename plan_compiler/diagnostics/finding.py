"""Findings: diagnostics as they are reported, each with its place in a file and a fingerprint."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from plan_compiler.diagnostics.diagnostic import Diagnostic, Kind, Severity
from plan_compiler.diagnostics.places import Span


@dataclass(frozen=True, slots=True)
class RelatedFinding:
    """A related place, found in its file; `message` is a key of the kind's messages."""

    span: Span | None
    message: str
    args: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic with its span.

    `entity` is the nearest id, `field` the path without list indexes, `subject` the text in question with its
    occurrence number where one field holds it several times. `waiver` is the reason of the waiver that covers it.
    """

    diagnostic: Diagnostic
    span: Span | None
    entity: str | None
    field: str | None
    subject: str | None
    related: tuple[RelatedFinding, ...] = ()
    waiver: str | None = None

    @property
    def kind(self) -> Kind:
        """The kind of finding."""
        return self.diagnostic.kind

    @property
    def severity(self) -> Severity:
        """How certain the fault is."""
        return self.diagnostic.kind.severity

    @property
    def fingerprint(self) -> str:
        """Rule, entity, field and subject, hashed; never a line, so that it outlives edits elsewhere."""
        parts = (self.kind.code, self.entity or "", self.field or "", self.subject or "")
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a check came to: findings by severity, those waived, and the relations that were looked at."""

    error: int
    warning: int
    info: int
    waived: int
    relations_checked: int
    not_checkable: int
