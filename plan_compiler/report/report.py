"""What a report is about."""

from collections.abc import Mapping
from dataclasses import dataclass

from plan_compiler.diagnostics import Finding, Summary
from plan_compiler.report.paths import Paths


@dataclass(frozen=True, slots=True)
class Report:
    """Findings with their summary, the plan's entry file, the texts of its files, and for whom it is put into words."""

    findings: tuple[Finding, ...]
    summary: Summary
    plan: str
    files: Mapping[str, str]
    paths: Paths
    language: str
