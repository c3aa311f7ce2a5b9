"""Baselines: the findings of a plan on the day it was taken into checking, which are known and do not fail.

A finding is known while its fingerprint and its values are the same; with another value it is new. The file is JSON,
sorted, so that it reads well in a revision: docs/baseline.md.
"""

import json
from collections.abc import Iterable
from typing import Any, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Finding

VERSION = 1
_Key: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]


class MalformedBaselineError(ValueError):
    """The text is no baseline."""


class Baseline(Struct, frozen=True):
    """The findings that are known, each by its fingerprint and its values."""

    known: frozenset[_Key]


def baseline_text(findings: Iterable[Finding]) -> str:
    """The baseline of `findings` as a file; those that a waiver covers are left out."""
    entries = [_entry(finding) for finding in findings if finding.waiver is None]
    entries.sort(key=lambda entry: json.dumps(entry, sort_keys=True))
    return json.dumps({"version": VERSION, "findings": entries}, ensure_ascii=False, indent=1) + "\n"


def read_baseline(text: str) -> Baseline:
    """The baseline that `text` holds; `MalformedBaselineError` for another text."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise MalformedBaselineError from None
    match content:
        case {"version": int(version), "findings": list(entries)} if version == VERSION:
            return Baseline(frozenset(map(_read_key, entries)))
        case _:
            raise MalformedBaselineError


def mark_known(findings: Iterable[Finding], baseline: Baseline) -> tuple[Finding, ...]:
    """The findings, those of the baseline marked; a waived one stays waived."""
    return tuple(
        replace(finding, known=True) if finding.waiver is None and _key(finding) in baseline.known else finding
        for finding in findings
    )


def _entry(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.kind.code,
        "entity": finding.entity,
        "field": finding.field,
        "subject": finding.subject,
        "values": dict(sorted(finding.diagnostic.values.items())),
        "fingerprint": finding.fingerprint,
    }


def _key(finding: Finding) -> _Key:
    return finding.fingerprint, tuple(sorted(finding.diagnostic.values.items()))


def _read_key(entry: object) -> _Key:
    match entry:
        case {"fingerprint": str(fingerprint), "values": dict(values)} if all(
            isinstance(value, str) for value in values.values()
        ):
            return fingerprint, tuple(sorted(values.items()))
        case _:
            raise MalformedBaselineError
