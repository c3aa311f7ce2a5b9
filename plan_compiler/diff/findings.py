"""The effect of a revision on what is found: new, gone, still there. Findings are known by their fingerprints."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Finding

How: TypeAlias = Literal["found", "uncovered", "mended", "waived", "changed"]
"""How a finding came or went: `uncovered`: its waiver no longer covers it; `changed`: it stands with other values."""


class FindingChange(Struct, frozen=True):
    """A finding that came, went or has other values; `before` or `after` is None where there is none."""

    how: How
    before: Finding | None
    after: Finding | None

    @property
    def finding(self) -> Finding:
        """The finding, as the new version has it if it does."""
        found = self.after or self.before
        assert found is not None
        return found


class FindingChanges(Struct, frozen=True):
    """`new` and `gone` findings, those that are still there with other values, and how many are still there as they were."""

    new: tuple[FindingChange, ...]
    gone: tuple[FindingChange, ...]
    changed: tuple[FindingChange, ...]
    kept: int


def compare_findings(old: Iterable[Finding], new: Iterable[Finding], renamed: Mapping[str, str]) -> FindingChanges:
    """What became of the findings of the old version; `renamed` has the new id of entities that have another one, of a row of a
    data table with that of its table.

    One that a waiver covers counts as gone; one that was covered, and is mended, is gone as well.
    """
    before = {_key(finding, renamed): finding for finding in old}
    after = {finding.fingerprint: finding for finding in new}
    pairs = [(before.get(key), after.get(key)) for key in dict.fromkeys((*after, *before))]
    changes = [change for was, now in pairs if (change := _change(was, now)) is not None]
    kept = sum(was is not None and now is not None and now.stands for was, now in pairs)
    return FindingChanges(
        tuple(change for change in changes if change.how in ("found", "uncovered")),
        tuple(change for change in changes if change.how in ("mended", "waived")),
        changed := tuple(change for change in changes if change.how == "changed"),
        kept - len(changed) - sum(change.how == "uncovered" for change in changes),
    )


def _key(finding: Finding, renamed: Mapping[str, str]) -> str:
    entity = renamed.get(finding.entity or "")
    return replace(finding, entity=entity).fingerprint if entity else finding.fingerprint


def _change(was: Finding | None, now: Finding | None) -> FindingChange | None:
    if was is None:
        return FindingChange("found", None, now) if now is not None and now.stands else None
    if now is None:
        return FindingChange("mended", was, None)
    if was.stands != now.stands:
        return FindingChange("uncovered" if now.stands else "waived", was, now)
    if now.stands and dict(was.diagnostic.values) != dict(now.diagnostic.values):
        return FindingChange("changed", was, now)
    return None
