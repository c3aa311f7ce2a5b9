"""`plan check --baseline`: taking an old plan into checking."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_cli import one_line


@pytest.fixture
def wrong(plan: Path) -> Path:
    """A plan with one wrong subtotal."""
    roads = plan / "projects/roads.yaml"
    text = roads.read_text("utf-8").replace("title: 基础设施项目", "title: 基础设施项目\nstated: {total: 87000}")
    roads.write_text(text, "utf-8")
    return plan


def test_what_is_known_does_not_fail_and_what_is_new_does(run: Run, wrong: Path) -> None:
    assert run("check", "--write-baseline", "known.json", cwd=wrong).returncode == 0
    assert run("check", cwd=wrong).returncode == 1
    known = run("check", "--baseline", "known.json", cwd=wrong)
    assert known.returncode == 0, known.stdout
    assert "SUM101" not in known.stdout
    assert "基线中已有 1 条" in known.stdout
    assert "SUM101" in run("check", "--baseline", "known.json", "--show-waived", cwd=wrong).stdout
    targets = wrong / "chapters/targets.yaml"
    targets.write_text(targets.read_text("utf-8").replace("220亿元", "280亿元"), "utf-8")
    new = run("check", "--baseline", "known.json", cwd=wrong)
    assert new.returncode == 1
    assert "NUM401" in new.stdout
    assert "SUM101" not in new.stdout


def test_a_known_finding_with_other_values_is_new(run: Run, wrong: Path) -> None:
    assert run("check", "--write-baseline", "known.json", cwd=wrong).returncode == 0
    roads = wrong / "projects/roads.yaml"
    roads.write_text(roads.read_text("utf-8").replace("87000", "88000"), "utf-8")
    assert run("check", "--baseline", "known.json", cwd=wrong).returncode == 1


def test_machine_formats_tell_what_is_known(run: Run, wrong: Path) -> None:
    assert run("check", "--write-baseline", "known.json", cwd=wrong).returncode == 0
    reports = {
        name: run("check", "--baseline", "known.json", "--format", name, cwd=wrong).stdout
        for name in ("json", "sarif", "junit", "github", "markdown")
    }
    report = json.loads(reports["json"])
    assert [finding["baseline"] for finding in report["findings"]] == [True]
    assert report["summary"]["baseline"] == 1
    assert report["summary"]["error"] == 0
    (result,) = json.loads(reports["sarif"])["runs"][0]["results"]
    assert result["baselineState"] == "unchanged"
    assert "<skipped" in reports["junit"]
    assert "<failure" not in reports["junit"]
    assert "SUM101" not in reports["github"] + reports["markdown"]


def test_the_file_is_the_same_for_the_same_findings(run: Run, wrong: Path) -> None:
    assert run("check", "--write-baseline", "a.json", cwd=wrong).returncode == 0
    assert run("check", "--write-baseline", "sub/b.json", "--baseline", "a.json", cwd=wrong).returncode == 0
    assert (wrong / "a.json").read_bytes() == (wrong / "sub/b.json").read_bytes()
    (entry,) = json.loads((wrong / "a.json").read_text("utf-8"))["findings"]
    assert entry == {
        "code": "SUM101",
        "entity": "roads",
        "field": "stated.total",
        "subject": None,
        "values": {"computed": "78000", "stated": "87000"},
        "fingerprint": entry["fingerprint"],
    }


def test_a_waived_finding_is_not_taken_up(run: Run, wrong: Path) -> None:
    assert run("waive", "SUM101", "roads", "--reason", "已刊印", cwd=wrong).returncode == 0
    assert run("check", "--write-baseline", "a.json", cwd=wrong).returncode == 0
    assert json.loads((wrong / "a.json").read_text("utf-8"))["findings"] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"version": 2, "findings": []}',
        '{"version": 1, "findings": [1]}',
        '{"version": 1, "findings": [{"fingerprint": "a"}]}',
        '{"version": 1, "findings": [{"fingerprint": "a", "values": {"a": 1}}]}',
        "[" * 100_000,
        "\udcff",
    ],
)
def test_another_file_is_one_line(run: Run, wrong: Path, text: str) -> None:
    (wrong / "known.json").write_text(text, "utf-8", errors="surrogateescape")
    assert "known.json" in one_line(run("check", "--baseline", "known.json", cwd=wrong))


def test_no_file_is_one_line(run: Run, wrong: Path) -> None:
    assert "--write-baseline" in one_line(run("check", "--baseline", "known.json", cwd=wrong))
    one_line(run("check", "--baseline", ".", cwd=wrong))
    (wrong / "plan.yaml").write_text(": [", "utf-8")
    one_line(run("check", "--write-baseline", "known.json", cwd=wrong))
    assert not (wrong / "known.json").exists()
