"""The JSON report: the contract of `plan check --format json`, version 1 (schemas/report.schema.json)."""

import json
from collections.abc import Iterable
from typing import Any

from plan_compiler.diagnostics import Cause, Finding, Span
from plan_compiler.patterns import compiled
from plan_compiler.report.paths import Paths
from plan_compiler.report.report import Report
from plan_compiler.report.wording import Speaker

_UNSAFE = compiled(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]|#(?=#\\w*\\[)"
)
"""What JSON allows in a string and a terminal, an editor or a log may obey: C1 controls, bidirectional and invisible
formats, line separators, lone surrogates, and the beginning of a build log's ``##[command]``."""


def json_report(report: Report) -> str:
    """One object with every finding, waived ones too."""
    speaker = Speaker(report.language)
    summary = report.summary
    return json_text(
        {
            "version": 1,
            "plan": report.paths.shown(report.plan),
            "findings": [_finding(f, report.paths, speaker) for f in report.findings],
            "causes": [_cause(cause, found, report.paths, speaker) for cause, found in report.common_causes],
            "summary": {
                "error": summary.error,
                "warning": summary.warning,
                "info": summary.info,
                "waived": summary.waived,
                "relations_checked": summary.relations_checked,
                "not_checkable": summary.not_checkable,
                "baseline": summary.baseline,
            },
        }
    )


def json_text(value: object) -> str:
    """`value` as JSON text (RFC 8259) that ends with a line break; Chinese stays readable, what is unseen is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _finding(finding: Finding, paths: Paths, speaker: Speaker) -> dict[str, Any]:
    return {
        "code": finding.kind.code,
        "name": finding.kind.name,
        "severity": finding.severity.value,
        "message": speaker.message(finding),
        **place_json(finding.span, paths),
        "entity": finding.entity,
        "field": finding.field,
        "subject": finding.subject,
        "values": dict(finding.diagnostic.values),
        "related": [{**place_json(r.span, paths), "message": speaker.related(finding, r)} for r in finding.related],
        "explanation": speaker.explanation(finding),
        "hint": speaker.hint(finding),
        "fingerprint": finding.fingerprint,
        "waiver": finding.waiver,
        "baseline": finding.known,
    }


def _cause(cause: Cause, findings: Iterable[Finding], paths: Paths, speaker: Speaker) -> dict[str, Any]:
    return {
        **place_json(cause.span, paths),
        "message": speaker.cause(cause),
        "written": cause.written or None,
        "becomes": cause.becomes or None,
        "findings": [finding.fingerprint for finding in findings],
    }


def place_json(span: Span | None, paths: Paths) -> dict[str, Any]:
    """The keys that tell a place: null throughout for none."""
    if span is None:
        return {"path": None, "start": None, "end": None}
    return {
        "path": paths.shown(span.file),
        "start": {"line": span.start.line, "column": span.start.column},
        "end": {"line": span.end.line, "column": span.end.column},
    }
