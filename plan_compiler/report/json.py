"""The JSON report: the contract of `plan check --format json`, version 1."""

import json
from typing import Any

from plan_compiler.diagnostics import Finding, Span
from plan_compiler.report.paths import Paths
from plan_compiler.report.report import Report
from plan_compiler.report.wording import Speaker


def json_report(report: Report) -> str:
    """One object with every finding, waived ones too."""
    speaker = Speaker(report.language)
    summary = report.summary
    document = {
        "version": 1,
        "plan": report.paths.shown(report.plan),
        "findings": [_finding(f, report.paths, speaker) for f in report.findings],
        "summary": {
            "error": summary.error,
            "warning": summary.warning,
            "info": summary.info,
            "waived": summary.waived,
            "relations_checked": summary.relations_checked,
            "not_checkable": summary.not_checkable,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _finding(finding: Finding, paths: Paths, speaker: Speaker) -> dict[str, Any]:
    return {
        "code": finding.kind.code,
        "name": finding.kind.name,
        "severity": finding.severity.value,
        "message": speaker.message(finding),
        **_place(finding.span, paths),
        "entity": finding.entity,
        "field": finding.field,
        "subject": finding.subject,
        "values": dict(finding.diagnostic.values),
        "related": [
            {**_place(r.span, paths), "message": speaker.sentence(finding.kind, r.message, r.args)}
            for r in finding.related
        ],
        "hint": speaker.hint(finding),
        "fingerprint": finding.fingerprint,
        "waiver": finding.waiver,
    }


def _place(span: Span | None, paths: Paths) -> dict[str, Any]:
    if span is None:
        return {"path": None, "start": None, "end": None}
    return {
        "path": paths.shown(span.file),
        "start": {"line": span.start.line, "column": span.start.column},
        "end": {"line": span.end.line, "column": span.end.column},
    }
