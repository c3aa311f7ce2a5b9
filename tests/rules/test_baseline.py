"""Baselines: which findings are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Finding, Kind, Message, Severity, Summary
from plan_compiler.rules.acceptance.baseline import MalformedBaselineError, baseline_text, mark_known, read_baseline

KIND = Kind("SUM101", "sum", Severity.ERROR, Message("", ""), {})
TEXT = st.text(max_size=5)


def finding(entity: str | None, values: dict[str, str], subject: str | None = None) -> Finding:
    return Finding(Diagnostic(KIND, None, values=values), None, entity, "stated", subject)


FINDINGS = st.builds(finding, st.none() | TEXT, st.dictionaries(TEXT, TEXT, max_size=2), st.none() | TEXT)


@given(st.lists(FINDINGS, max_size=5))
def test_what_is_written_is_known(findings: list[Finding]) -> None:
    known = mark_known(findings, read_baseline(baseline_text(findings)))
    assert all(finding.known for finding in known)
    assert Summary.of(known).baseline == len(findings)
    assert Summary.of(known).error == 0
    assert baseline_text(findings) == baseline_text(reversed(findings))


def test_another_value_or_another_entity_is_new() -> None:
    baseline = read_baseline(baseline_text([finding("a", {"stated": "1"})]))
    for other in (finding("a", {"stated": "2"}), finding("a", {}), finding("b", {"stated": "1"})):
        (marked,) = mark_known([other], baseline)
        assert marked.stands


def test_what_is_waived_stays_waived() -> None:
    one = finding("a", {})
    baseline = read_baseline(baseline_text([one]))
    (marked,) = mark_known([replace(one, waiver="已刊印")], baseline)
    assert not marked.known
    assert Summary.of([marked]).waived == 1
    assert read_baseline(baseline_text([marked])).known == frozenset()


@given(st.text())
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(MalformedBaselineError):
        read_baseline(text)
