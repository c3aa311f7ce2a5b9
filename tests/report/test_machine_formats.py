"""SARIF, JUnit, GitHub's commands and our own JSON, each against what is published about it."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

from plan_compiler.report.formats import FORMATS
from plan_compiler.report.report import Report
from plan_compiler.resources import resource_folder
from tests.report.samples import EVERYTHING, FAILED_SUM, FULL_WIDTH, HOSTILE, PLACELESS, QUIET, hostile_report, report

PUBLISHED = Path(__file__).parent / "published"
REPORTS = [
    pytest.param(EVERYTHING, id="everything"),
    pytest.param(report(), id="nothing"),
    pytest.param(report(FAILED_SUM, language="en"), id="english"),
    *(pytest.param(hostile_report(text), id=f"hostile-{number}") for number, text in enumerate(HOSTILE)),
]
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "markdown"])
@pytest.mark.parametrize("shown", REPORTS)
def test_no_format_lets_a_control_or_a_log_command_through(name: str, shown: Report) -> None:
    text = FORMATS[name](shown)
    assert not UNSEEN.search(text)
    assert "##[" not in text
    assert "##vso[" not in text
    text.encode("utf-8")
    assert text.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_deterministic(name: str) -> None:
    assert FORMATS[name](EVERYTHING) == FORMATS[name](EVERYTHING)


# JSON


def report_validator() -> Draft202012Validator:
    schema = json.loads((resource_folder("schemas") / "report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("shown", REPORTS)
def test_json_keeps_its_contract(shown: Report) -> None:
    report_validator().validate(json.loads(FORMATS["json"](shown)))


@pytest.mark.parametrize("text", HOSTILE)
def test_json_gives_back_every_text_as_it_was(text: str) -> None:
    first = json.loads(FORMATS["json"](hostile_report(text)))["findings"][0]
    assert (first["entity"], first["subject"]) == (text, text)
    assert text in first["message"]


def test_json_says_what_was_found() -> None:
    value = json.loads(FORMATS["json"](EVERYTHING))
    assert value["plan"] == "content/plan.yaml"
    assert value["summary"] == {
        "error": 1, "warning": 1, "info": 1, "waived": 1, "relations_checked": 12, "not_checkable": 3, "baseline": 0,
    }  # fmt: skip
    first, _, placeless, waived = value["findings"]
    assert (first["code"], first["start"], first["end"]) == (
        "SUM101",
        {"line": 3, "column": 17},
        {"line": 3, "column": 24},
    )
    assert first["related"][1]["message"] == "基12 400 桥"
    assert first["related"][2]["path"] is None
    assert (placeless["path"], placeless["start"], placeless["end"]) == (None, None, None)
    assert waived["waiver"] == "审计口径不同，已核"


@pytest.mark.parametrize(
    "change",
    [
        {"findings": [{"code": "SUM101"}]},
        {"version": 2},
        {"more": 1},
        {"summary": {}},
    ],
)
def test_the_json_schema_refuses_what_is_not_in_the_contract(change: dict[str, Any]) -> None:
    value = json.loads(FORMATS["json"](EVERYTHING)) | change
    assert not report_validator().is_valid(value)


@pytest.mark.parametrize(
    "change", [{"start": None}, {"path": None}, {"extra": 1}, {"waiver": True}, {"end": {"line": 0}}]
)
def test_the_json_schema_refuses_half_a_place(change: dict[str, Any]) -> None:
    value = json.loads(FORMATS["json"](report(FAILED_SUM)))
    value["findings"][0] |= change
    assert not report_validator().is_valid(value)


# SARIF


def sarif_validator() -> Draft4Validator:
    return Draft4Validator(json.loads((PUBLISHED / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))


def run_of(shown: Report) -> dict[str, Any]:
    (run,) = json.loads(FORMATS["sarif"](shown))["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("shown", REPORTS)
def test_sarif_is_valid(shown: Report) -> None:
    log = json.loads(FORMATS["sarif"](shown))
    assert [error.message for error in sarif_validator().iter_errors(log)] == []
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert isinstance(result["suppressions"], list)
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            uri = place.get("physicalLocation", {}).get("artifactLocation", {}).get("uri", "x")
            assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", uri)
            assert not urlsplit(uri).scheme


def test_the_sarif_schema_is_not_lenient() -> None:
    log = json.loads(FORMATS["sarif"](EVERYTHING))
    log["runs"][0]["columnKind"] = "bytes"
    assert not sarif_validator().is_valid(log)


def test_sarif_carries_rules_places_fixes_and_waivers() -> None:
    run = run_of(EVERYTHING)
    assert run["columnKind"] == "unicodeCodePoints"
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert list(rules) == ["REF504", "SUM101", "TXT301", "YAM102"]
    assert rules["SUM101"]["shortDescription"]["text"] == "小计与分项之和不符"
    assert "```yaml annex.yaml" in rules["SUM101"]["help"]["markdown"]
    assert rules["REF504"]["defaultConfiguration"] == {"level": "note"}
    failed, colon, placeless, waived = run["results"]
    assert failed["partialFingerprints"] == {"planFinding/v1": FAILED_SUM.fingerprint}
    assert [place["message"]["text"] for place in failed["relatedLocations"]] == [
        "基1 56981 道路",
        "基12 400 桥",
        "基13 — 未列",
    ]
    assert failed["suppressions"] == []
    assert waived["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "审计口径不同，已核"}]
    (change,) = colon["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 7},
            "insertedContent": {"text": ": "},
        }
    ]
    assert "region" not in placeless["locations"][0]["physicalLocation"]


def sarif_text(message: str) -> str:
    """What a consumer shows of a plain text message without arguments (§3.11.5, §3.11.6); refuses links and holes."""
    shown, rest = "", message
    while rest:
        match = re.match(r"\\([\[\]\\])|\{\{|\}\}|[^\[\]{}\\]", rest, re.DOTALL)
        assert match, f"markup at {rest[:20]!r}"
        shown += match[1] or match[0][0]
        rest = rest[match.end() :]
    return shown


@pytest.mark.parametrize("text", HOSTILE)
def test_sarif_messages_hold_no_links_or_placeholders(text: str) -> None:
    for result in run_of(hostile_report(text))["results"]:
        assert text in sarif_text(result["message"]["text"])


def test_sarif_addresses_are_percent_encoded() -> None:
    run = run_of(hostile_report("五年 #1?"))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == "content/chapters/五年 #1?.yaml"
    assert uri.isascii()


# JUnit


def suite_of(shown: Report) -> etree._Element:
    root = etree.fromstring(FORMATS["junit"](shown).encode(), etree.XMLParser(resolve_entities=False))
    etree.XMLSchema(file=str(PUBLISHED / "junit-10.xsd")).assertValid(root)
    (suite,) = root
    return suite


@pytest.mark.parametrize("shown", REPORTS)
def test_junit_is_valid_and_counts_right(shown: Report) -> None:
    suite = suite_of(shown)
    cases = suite.findall("testcase")
    assert suite.get("tests") == str(len(cases))
    assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    assert suite.get("skipped") == str(len(suite.findall("testcase/skipped")))
    assert {element.tag for element in suite.iter()} <= {"testsuite", "testcase", "failure", "skipped", "system-out"}
    names = [(case.get("classname"), case.get("name")) for case in cases]
    assert len(set(names)) == len(names)


def test_junit_shows_rules_that_passed_and_findings_by_severity() -> None:
    suite = suite_of(report(*EVERYTHING.findings, kinds=(QUIET,)))
    shown = {
        (case.get("classname"), case.get("name")): [child.tag for child in case] for case in suite.findall("testcase")
    }
    assert shown == {
        ("plan.TXT301", "半角逗号"): [],
        ("plan.SUM101", "小计与分项之和不符 infrastructure.stated.total"): ["failure"],
        ("plan.YAM102", "全角冒号"): ["system-out"],
        ("plan.REF504", "标识从未被引用"): ["system-out"],
        ("plan.SUM101", "小计与分项之和不符 infrastructure.stated.in_period"): ["skipped", "system-out"],
    }
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "基础设施项目小计列为 1006017，相加为 57381"
    assert "    基12    400  桥    第 6 行" in (failure.text or "")


def test_junit_names_hold_no_lines() -> None:
    assert not any(re.search(r"\b3\b", case.get("name") or "") for case in suite_of(EVERYTHING).findall("testcase"))


# GitHub


def obeyed(line: str) -> tuple[str, dict[str, str], str] | None:
    """A line as the runner reads it: the command, its properties, its message; None for a line of the log.

    After the parser of actions/runner: properties end at the second ``::``, are parted by commas, their name ends at the
    first ``=``; ``%`` is undone last.
    """
    match = re.match(r"\s*::([^ :]+)(?: (.*?))?::(.*)$", line, re.DOTALL)
    if match is None:
        return None
    command, listed, message = match.groups()
    properties = {}
    for part in (listed or "").split(","):
        name, _, value = part.partition("=")
        properties[name] = undone(undone(value, {"%3A": ":", "%2C": ","}), {"%0D": "\r", "%0A": "\n", "%25": "%"})
    return command, properties, undone(message, {"%0D": "\r", "%0A": "\n", "%25": "%"})


def undone(text: str, escapes: dict[str, str]) -> str:
    for escape, char in escapes.items():
        text = text.replace(escape, char)
    return text


def test_github_gets_a_command_for_each_open_finding() -> None:
    *commands, summary = (obeyed(line) for line in FORMATS["github"](EVERYTHING).splitlines())
    assert summary is None
    assert [command and command[0] for command in commands] == ["error", "warning", "notice"]
    assert commands[0] == (
        "error",
        {
            "file": "content/projects/roads.yaml",
            "line": "3",
            "endLine": "3",
            "col": "17",
            "endColumn": "24",
            "title": "SUM101 小计与分项之和不符",
        },
        "基础设施项目小计列为 1006017，相加为 57381\n怎么办：核对各项目与小计",
    )
    assert commands[2] is not None
    assert commands[2][1] == {"file": "content/plan.yaml", "title": "REF504 标识从未被引用"}


def test_github_takes_no_columns_of_several_lines() -> None:
    from msgspec.structs import replace

    from tests.report.samples import span

    (command, _) = FORMATS["github"](report(replace(FULL_WIDTH, span=span("plan.yaml", 1, 6, 2, last=2)))).splitlines()
    found = obeyed(command)
    assert found is not None
    assert found[1].keys() == {"file", "line", "endLine", "title"}


@pytest.mark.parametrize("text", HOSTILE)
def test_github_obeys_nothing_of_a_plan(text: str) -> None:
    lines = FORMATS["github"](hostile_report(text)).split("\n")
    commands = [found for line in lines if (found := obeyed(line))]
    assert [command for command, _, _ in commands] == ["error", "warning"]
    for _, properties, message in commands:
        assert properties.keys() <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert "\r" not in message
    assert len(lines) == 4


def test_a_finding_without_a_place_is_of_plan_yaml() -> None:
    assert "::notice file=content/plan.yaml,title=" in FORMATS["github"](report(PLACELESS))
