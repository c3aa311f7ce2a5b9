"""What explains a finding, and what is known from before, in every format."""

import json

import pytest
from msgspec.structs import replace

from plan_compiler.diagnostics import Finding, Message
from plan_compiler.report.formats import FORMATS
from plan_compiler.report.text import text_report
from tests.report.samples import FAILED_SUM, SUBTOTAL, report

SLIP = Message("若两位数字颠倒（{slip}），则相符", "it agrees if two digits are transposed ({slip})")
KIND = replace(SUBTOTAL, messages={**SUBTOTAL.messages, "slip": SLIP})
EXPLAINED = replace(
    FAILED_SUM,
    diagnostic=replace(
        FAILED_SUM.diagnostic,
        kind=KIND,
        args={**FAILED_SUM.diagnostic.args, "slip": "基1 12 → 21"},
        explanation="slip",
    ),
)
KNOWN = replace(FAILED_SUM, known=True)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_what_explains_a_finding(name: str) -> None:
    assert "若两位数字颠倒" in FORMATS[name](report(EXPLAINED))
    assert "if two digits are transposed" in FORMATS[name](report(EXPLAINED, language="en"))


def test_it_stands_between_the_arithmetic_and_the_advice() -> None:
    lines = [line.strip() for line in text_report(report(EXPLAINED)).splitlines()]
    at = lines.index("若两位数字颠倒（基1 12 → 21），则相符")
    assert lines[at - 1].startswith("基13")
    assert lines[at + 1].startswith("怎么办")


def test_json_has_none_where_nothing_explains_it() -> None:
    found = [json.loads(FORMATS["json"](report(each)))["findings"][0] for each in (FAILED_SUM, EXPLAINED)]
    assert [finding["explanation"] for finding in found] == [None, "若两位数字颠倒（基1 12 → 21），则相符"]


def test_what_is_known_is_counted_and_shown_when_asked_for() -> None:
    known = report(KNOWN)
    assert (
        text_report(known)
        == "没有发现问题；已豁免 0 条；核对关系 12 条，另有 3 条无法核对（见 plan check --coverage）；基线中已有 1 条\n"
    )
    assert "基线中已有，不计入" in text_report(known, show_waived=True)
    assert "in the baseline: 1" in text_report(report(KNOWN, language="en"))


def test_sarif_tells_known_from_new_only_where_there_is_a_baseline() -> None:
    def states(*findings: Finding) -> list[str | None]:
        run = json.loads(FORMATS["sarif"](report(*findings)))["runs"][0]
        return [result.get("baselineState") for result in run["results"]]

    assert states(FAILED_SUM) == [None]
    assert states(KNOWN, replace(FAILED_SUM, field="stated.in_period")) == ["unchanged", "new"]
