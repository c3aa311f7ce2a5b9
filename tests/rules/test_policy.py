"""`checks` of plan.yaml: which findings a plan wants, and how grave it holds them."""

import pytest

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.model.checks import Checks, Grade
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree
from plan_compiler.rules.acceptance.policy import Policy, faults, nearest


def kind(code: str, severity: Severity) -> Kind:
    return Kind(code, code.lower(), severity, Message("", ""), {})


SUM = kind("SUM101", Severity.ERROR)
UNUSED = kind("REF504", Severity.WARNING)
COMMA = kind("TXT704", Severity.WARNING)
NOTE = kind("TXT720", Severity.INFO)
SYNTAX = kind("YAM101", Severity.ERROR)
KINDS = (SUM, UNUSED, COMMA, NOTE, SYNTAX)
FIXED = ("YAM101",)


def graded(given: Kind, **checks: object) -> Severity | None:
    found = Policy.of(Checks.model_validate(checks), FIXED).graded(given)
    return found.severity if found else None


@pytest.mark.parametrize(
    ("given", "severity", "expected"),
    [
        (COMMA, {}, Severity.WARNING),
        (COMMA, {"TXT": "info"}, Severity.INFO),
        (COMMA, {"txt704": "error"}, Severity.ERROR),
        (COMMA, {"TXT": "off"}, None),
        (COMMA, {"TXT": "off", "TXT70": "info", "TXT704": "error"}, Severity.ERROR),
        (COMMA, {"TXT704": "error", "TXT": "off"}, Severity.ERROR),
        (NOTE, {"TXT704": "off"}, Severity.INFO),
        (SUM, {"SUM": "warning"}, Severity.WARNING),
        (SUM, {"SUM": "off"}, Severity.ERROR),
        (SYNTAX, {"YAM": "info", "YAM101": "off"}, Severity.ERROR),
        (COMMA, {" ": "off"}, Severity.WARNING),
    ],
)
def test_severity(given: Kind, severity: dict[str, Grade], expected: Severity | None) -> None:
    assert graded(given, severity=severity) is expected


def test_select_and_ignore_choose_among_warnings_and_notes() -> None:
    assert graded(COMMA, select=("REF",)) is None
    assert graded(UNUSED, select=("REF",)) is Severity.WARNING
    assert graded(COMMA, ignore=("txt7",)) is None
    assert graded(UNUSED, ignore=("TXT", "")) is Severity.WARNING
    assert graded(UNUSED, select=("",)) is Severity.WARNING


def test_no_list_silences_an_error() -> None:
    for checks in ({"select": ("TXT",)}, {"ignore": ("SUM101",)}, {"severity": {"SUM": "warning"}, "ignore": ("SUM",)}):
        assert graded(SUM, **checks) is not None
        assert graded(SYNTAX, **checks) is Severity.ERROR


@pytest.mark.parametrize(
    ("checks", "codes"),
    [
        ({"severity": {"SUM101": "warning", "TXT": "off"}, "select": ["REF"], "ignore": ["TXT704"]}, []),
        ({"ignore": ["SUM"]}, ["REF402"]),
        ({"ignore": ["SUM10", "REF", "YAM"]}, ["REF402", "REF402"]),
        ({"severity": {"SUM101": "off"}}, ["REF402"]),
        ({"severity": {"YAM101": "warning"}}, ["REF402"]),
        ({"severity": {"NOPE": "info"}, "select": [""], "ignore": [" "]}, ["REF401"] * 3),
        ({"ignore": ["ACME-101", "ACME", "OTHER-1"], "rules": ["ACME"]}, ["REF401"]),
        ({"ignore": ["SUM1" * 10_000]}, ["REF401"]),
    ],
)
def test_faults(checks: dict[str, object], codes: list[str]) -> None:
    assert [d.kind.code for d in faults(Checks.model_validate(checks), KINDS, FIXED)] == codes


@pytest.mark.parametrize(
    ("word", "right"),
    [("SUM111", "SUM101"), ("TXTT", "TXT"), ("ref-504", "REF504"), ("", ""), ("完全无关", ""), ("x" * 100, "")],
)
def test_the_nearest_right_code(word: str, right: str) -> None:
    assert nearest(word, KINDS) == right


def test_the_name_of_a_rule_leads_to_its_code() -> None:
    named = Kind("SUM101", "subtotal-mismatch", Severity.ERROR, Message("", ""), {})
    assert nearest("subtotal_mismatch", [named]) == "SUM101"


PLAN = """\
title: 例
period: 2021-2025
{checks}chapters:
  - {{title: 总则, body: 正文。}}
facts:
  - {{id: area, value: 28平方公里}}
assertions:
  - {{id: wrong, that: area == 29平方公里, because: 面积}}
"""


def severities(checks: str) -> dict[str, str]:
    line = f"checks: {checks}\n" if checks else ""
    result = check(MemoryTree({"plan.yaml": PLAN.format(checks=line)}))
    return {finding.kind.code: finding.severity.value for finding in result.findings}


def test_a_plan_is_checked_as_it_wishes() -> None:
    assert severities("") == {"SUM104": "error"}
    assert severities("{severity: {SUM: warning}}") == {"SUM104": "warning"}
    assert severities("{ignore: [SUM104]}") == {"SUM104": "error", "REF402": "error"}


def test_options_of_a_run_go_before_the_plans_own() -> None:
    unused = PLAN.replace("area == 29", "29平方公里 == 29")
    files = {"plan.yaml": unused.format(checks="checks: {select: [TXT]}\n")}
    assert [f.kind.code for f in check(MemoryTree(files)).findings] == []
    assert [f.kind.code for f in check(MemoryTree(files), select=["REF"]).findings] == ["REF504"]


def test_a_waiver_of_what_is_ignored_is_not_unmatched() -> None:
    text = PLAN.format(checks="checks: {ignore: [REF504]}\n")
    waivers = "- {code: REF504, entity: area, reason: 留用}\n"
    result = check(MemoryTree({"plan.yaml": text, "waivers.yaml": waivers}))
    assert "WVR901" not in [finding.kind.code for finding in result.findings]
