"""Waiving: from a finding that a person accepts to the entry of waivers.yaml that says so."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from plan_compiler.diagnostics import Finding, Place
from plan_compiler.edit.changes import Files, Replacement
from plan_compiler.edit.edits import edited_files
from plan_compiler.edit.records import NoListError, appended, entry, schema_line
from plan_compiler.model.kinds import FileKind
from plan_compiler.model.waivers import Waiver
from plan_compiler.pipeline.checking import Checked, check
from plan_compiler.pipeline.fixing import Overlay
from plan_compiler.read.source import Source
from plan_compiler.read.tree import Tree, TreeFault
from plan_compiler.rules.acceptance.waivers import is_called, meant_by

WAIVERS = "waivers.yaml"
_MARK = "\ufeff"


class Wanted(Struct, frozen=True):
    """The finding a person means: None where it does not matter; "" is the subject of one that has none."""

    code: str
    entity: str | None = None
    field: str | None = None
    subject: str | None = None

    def among(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that it may be."""
        return tuple(
            finding
            for finding in findings
            if finding.kind.code == self.code
            and (self.entity is None or is_called(finding.entity, self.entity) or self._is_row(finding))
            and self.field in (None, finding.field)
            and self.subject in (None, finding.subject or "")
        )

    def _is_row(self, finding: Finding) -> bool:
        """Whether it is of the row of a data table that is named with its table and, having no id, by its title: ``budget.合计``."""
        table, _, title = (self.entity or "").partition(".")
        return finding.entity == table and finding.subject == title != ""


class Approval(Struct, frozen=True):
    """Why a finding is accepted, by whom and until when."""

    reason: str
    approved_by: str | None = None
    until: date | None = None


class CannotWaiveError(Exception):
    """The waiver cannot be written so that it covers the finding."""


def waiver_for(finding: Finding, approval: Approval) -> Waiver:
    """The waiver of a finding, bound to its present values."""
    return Waiver(
        code=finding.kind.code,
        entity=finding.entity,
        field=finding.field,
        subject=finding.subject,
        reason=_line(approval.reason),
        approved_by=_line(approval.approved_by) if approval.approved_by else None,
        until=approval.until.isoformat() if approval.until else None,
        values=dict(finding.diagnostic.values),
    )


def earlier(checked: Checked, finding: Finding) -> Mapping[int, Waiver]:
    """The waivers that are there for the finding, by their index, and have ended or have values that hold no longer."""
    waivers, meant = checked.source.plan.waivers if checked.source else (), meant_by(checked.findings)
    return {index: waiver for index, waiver in enumerate(waivers) if meant(waiver) is finding}


def waived(tree: Tree, checked: Checked, finding: Finding, waiver: Waiver, today: date) -> bytes:
    """The content of waivers.yaml with `waiver`, in the place of an outdated one for the same finding.

    Raises `CannotWaiveError` where the finding would not be covered by it.
    """
    source = checked.source
    if source is None:
        raise CannotWaiveError
    raw = tree.read(WAIVERS)
    if isinstance(raw, TreeFault) and raw is not TreeFault.MISSING:
        raise CannotWaiveError
    try:
        text = "" if isinstance(raw, TreeFault) else raw.decode()
        content = _written(tree, source, text.removeprefix(_MARK), waiver, earlier(checked, finding))
    except (NoListError, UnicodeDecodeError):
        raise CannotWaiveError from None
    data = ((_MARK if text.startswith(_MARK) else "") + content).encode()
    after = check(Overlay(tree, {WAIVERS: data}), today=today)
    if not _covers(after, finding, waiver):
        raise CannotWaiveError
    return data


def _written(tree: Tree, source: Source, text: str, waiver: Waiver, replaced: Iterable[int]) -> str:
    if not text:
        return appended(schema_line(source.files.get("plan.yaml", ""), tree, FileKind.WAIVERS), waiver)
    for index in replaced:
        span = source.spans.span(Place(("waivers", index)))
        if span is not None and span.file == WAIVERS:
            new = entry(waiver, span.start.column - 1, "\r\n" if "\r\n" in text else "\n")
            files = Files({WAIVERS: text}, source.spans)
            return edited_files(files.texts, files.edits((Replacement(span, new),))).get(WAIVERS, text)
    return appended(text, waiver)


def _covers(after: Checked, finding: Finding, waiver: Waiver) -> bool:
    return any(f.fingerprint == finding.fingerprint and f.waiver == waiver.reason for f in after.findings)


def _line(text: str) -> str:
    return " ".join(text.split())
