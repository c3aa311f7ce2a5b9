"""Findings: diagnostics as they are reported, each with its place in a file and a fingerprint."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from plan_compiler.diagnostics.diagnostic import Diagnostic, Kind, Severity
from plan_compiler.diagnostics.places import Span


class RelatedFinding(Struct, frozen=True):
    """A related place, found in its file; `message` is a key of the kind's messages."""

    span: Span | None
    message: str
    args: Mapping[str, str]


class FoundFix(Struct, frozen=True):
    """A fix, found in its file: `replacement` takes the place of `span`. `safe`: it changes no meaning."""

    span: Span
    replacement: str
    safe: bool


class Finding(Struct, frozen=True):
    """A diagnostic with its span.

    `entity` is the nearest id, of a row of a data table with that of its table (``budget.total``), `field` the path without list indexes, `subject` the text in question with its
    occurrence number where one field holds it several times. `waiver` is the reason of the waiver that covers it; `known`: the
    baseline of the check has it.
    `fix` is the diagnostic's, where its place could be found.
    """

    diagnostic: Diagnostic
    span: Span | None
    entity: str | None
    field: str | None
    subject: str | None
    related: tuple[RelatedFinding, ...] = ()
    waiver: str | None = None
    fix: FoundFix | None = None
    known: bool = False

    @property
    def stands(self) -> bool:
        """Whether it counts: neither waived nor known from before."""
        return self.waiver is None and not self.known

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
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Summary(Struct, frozen=True):
    """What a check came to: findings by severity, those waived or in the baseline, and the relations looked at."""

    error: int
    warning: int
    info: int
    waived: int
    relations_checked: int
    not_checkable: int
    baseline: int = 0
    unread: bool = False
    """Whether plan.yaml could not be read, so that no other file was."""

    @staticmethod
    def of(findings: Iterable[Finding], relations_checked: int = 0, not_checkable: int = 0) -> "Summary":
        """The summary of `findings`; one that is waived or known counts as that, whatever its severity."""
        counts = Counter("waived" if f.waiver is not None else "baseline" if f.known else f.severity for f in findings)
        return Summary(
            counts[Severity.ERROR],
            counts[Severity.WARNING],
            counts[Severity.INFO],
            counts["waived"],
            relations_checked,
            not_checkable,
            counts["baseline"],
        )
