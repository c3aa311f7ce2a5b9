"""What a report is about."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from plan_compiler.diagnostics import Cause, Finding, Kind, Summary
from plan_compiler.report.paths import Paths


class Report(Struct, frozen=True, dict=True):
    """Findings with their summary, the plan's entry file, the texts of its files, and for whom it is put into words.

    `kinds` is the catalogue: what was looked for, found or not, each kind with its manual. `causes` are what several of
    the findings come from.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    plan: str
    files: Mapping[str, str]
    paths: Paths
    language: str
    kinds: tuple[Kind, ...] = ()
    causes: tuple[Cause, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are neither waived nor in the baseline."""
        return tuple(finding for finding in self.findings if finding.stands)

    @cached_property
    def common_causes(self) -> tuple[tuple[Cause, tuple[Finding, ...]], ...]:
        """Each cause with the open findings that come from it, where these are still two or more."""
        told = ((cause, cause.among(self.open)) for cause in self.causes)
        return tuple((cause, findings) for cause, findings in told if len(findings) > 1)

    def cause_of(self, finding: Finding) -> Cause | None:
        """What a finding comes from together with others."""
        return self._caused.get(finding.fingerprint) if self.causes else None

    @cached_property
    def _caused(self) -> Mapping[str, Cause]:
        return {finding.fingerprint: cause for cause, findings in self.common_causes for finding in findings}

    @property
    def known_kinds(self) -> tuple[Kind, ...]:
        """The catalogue, with the kinds of findings that are not in it; each code once, by code."""
        kinds = {finding.kind.code: finding.kind for finding in self.findings}
        kinds |= {kind.code: kind for kind in self.kinds}
        return tuple(kinds[code] for code in sorted(kinds))
