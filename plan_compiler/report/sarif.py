"""The SARIF 2.1.0 report (OASIS Standard with Errata 01), for code scanning and editors."""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias
from urllib.parse import quote

from plan_compiler import __version__
from plan_compiler.diagnostics import Finding, FoundFix, Kind, RelatedFinding, Severity, Span
from plan_compiler.report.catalogue import manual_markdown
from plan_compiler.report.json import json_text
from plan_compiler.report.manual import manual_page
from plan_compiler.report.paths import Paths
from plan_compiler.report.report import Report
from plan_compiler.report.telling import told
from plan_compiler.report.wording import Speaker

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_BASE = "%SRCROOT%"
"""Relative addresses start where the command ran; consumers take it for the root of the repository (§3.14.14)."""
_FINGERPRINT = "planFinding/v1"

_Object: TypeAlias = dict[str, Any]


def sarif_report(report: Report) -> str:
    """One run with every finding; those waived are suppressed results. The rules are the catalogue."""
    speaker = Speaker(report.language)
    kinds = report.known_kinds
    index = {kind.code: number for number, kind in enumerate(kinds)}
    driver = {
        "name": "plan",
        "version": __version__,
        "semanticVersion": __version__,
        "language": report.language,
        "rules": [_rule(kind, speaker) for kind in kinds],
    }
    run = {
        "tool": {"driver": driver},
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.kind.code], report, speaker) for finding in report.findings],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(kind: Kind, speaker: Speaker) -> _Object:
    return {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": speaker.say(kind.title)},
        "fullDescription": {"text": f"{kind.title.zh}。{kind.title.en}."},
        "help": {"text": manual_page(kind, speaker.language), "markdown": manual_markdown(kind, speaker.language)},
        "defaultConfiguration": {"level": _LEVEL[kind.severity]},
    }


def _result(finding: Finding, rule: int, report: Report, speaker: Speaker) -> _Object:
    related = [_related(number, finding, r, report, speaker) for number, r in enumerate(finding.related)]
    fix = [_fix(finding, finding.fix, report, speaker)] if finding.fix else []
    state = {"baselineState": "unchanged" if finding.known else "new"} if report.summary.baseline else {}
    return {
        "ruleId": finding.kind.code,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "message": _message("\n".join(told(finding, report, speaker))),
        "locations": [_location(finding, report)],
        **({"relatedLocations": related} if related else {}),
        **state,
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "suppressions": _suppressions(finding),
        **({"fixes": fix} if fix else {}),
        "properties": {
            "entity": finding.entity,
            "field": finding.field,
            "subject": finding.subject,
            "values": dict(finding.diagnostic.values),
        },
    }


def _message(text: str) -> _Object:
    """A message of plain text: braces would be placeholders (§3.11.5), brackets links (§3.11.6)."""
    return {"text": re.sub(r"[{}]", r"\g<0>\g<0>", re.sub(r"[\[\]\\]", r"\\\g<0>", text))}


def _location(finding: Finding, report: Report) -> _Object:
    location = {"physicalLocation": _physical(finding.span, report)}
    name = ".".join(part for part in (finding.entity, finding.field) if part)
    return {**location, "logicalLocations": [{"fullyQualifiedName": name}]} if name else location


def _related(number: int, finding: Finding, related: RelatedFinding, report: Report, speaker: Speaker) -> _Object:
    message = {"id": number, "message": _message(speaker.related(finding, related))}
    return message if related.span is None else {**message, "physicalLocation": _physical(related.span, report)}


def _physical(span: Span | None, report: Report) -> _Object:
    if span is None:
        return {"artifactLocation": _artifact(report.plan, report.paths)}
    return {"artifactLocation": _artifact(span.file, report.paths), "region": _region(span)}


def _artifact(file: str, paths: Paths) -> _Object:
    return {"uri": quote(paths.shown(file).encode("utf-8", "surrogatepass")), "uriBaseId": _BASE}


def _region(span: Span) -> _Object:
    return {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }


def _suppressions(finding: Finding) -> list[_Object]:
    """A waiver is a suppression outside the source; an empty list says that there is none (§3.27.23)."""
    if finding.waiver is None:
        return []
    return [{"kind": "external", "status": "accepted", "justification": finding.waiver}]


def _fix(finding: Finding, fix: FoundFix, report: Report, speaker: Speaker) -> _Object:
    replacement = {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.replacement}}
    change = {"artifactLocation": _artifact(fix.span.file, report.paths), "replacements": [replacement]}
    return {
        "description": _message(speaker.hint(finding) or speaker.message(finding)),
        "artifactChanges": [change],
    }
