"""What a report is about."""

from collections.abc import Mapping

from msgspec import Struct

from plan_compiler.diagnostics import Finding, Kind, Summary
from plan_compiler.report.paths import Paths


class Report(Struct, frozen=True):
    """Findings with their summary, the plan's entry file, the texts of its files, and for whom it is put into words.

    `kinds` is the catalogue: what was looked for, found or not, each kind with its manual.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    plan: str
    files: Mapping[str, str]
    paths: Paths
    language: str
    kinds: tuple[Kind, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are neither waived nor in the baseline."""
        return tuple(finding for finding in self.findings if finding.stands)

    @property
    def known_kinds(self) -> tuple[Kind, ...]:
        """The catalogue, with the kinds of findings that are not in it; each code once, by code."""
        kinds = {finding.kind.code: finding.kind for finding in self.findings}
        kinds |= {kind.code: kind for kind in self.kinds}
        return tuple(kinds[code] for code in sorted(kinds))
