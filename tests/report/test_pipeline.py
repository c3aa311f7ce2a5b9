"""Reports of real checks: what the pipeline finds, in every format, as processes on a terminal too."""

import json
import os
import pty
import re
import select
import sys
from pathlib import Path

import pytest

from plan_compiler.diagnostics import Summary
from plan_compiler.link.queries import find_ids
from plan_compiler.link.why import Explanation, why
from plan_compiler.pipeline.causing import causes
from plan_compiler.pipeline.checking import catalogue, check
from plan_compiler.pipeline.explaining import typed_uses
from plan_compiler.read.tree import MemoryTree
from plan_compiler.report.explanation import explanation_text, matches_text
from plan_compiler.report.formats import FORMATS
from plan_compiler.report.paths import Paths
from plan_compiler.report.report import Report
from plan_compiler.report.terminal import cells
from plan_compiler.resources import resource_folder

ROOT = Path(__file__).parents[2]
HERE = Path("/home/planner")
STARTER = {
    path.relative_to(resource_folder("templates") / "starter").as_posix(): path.read_text("utf-8")
    for path in (resource_folder("templates") / "starter").rglob("*.yaml")
}
ROADS = "projects/roads.yaml"
FAILED = STARTER | {ROADS: STARTER[ROADS].replace("projects:\n", "stated: {total: 87000}\nprojects:\n")}
MISSPELT = STARTER | {"plan.yaml": STARTER["plan.yaml"].replace("period: ", "period：")}


def report_of(files: dict[str, str], language: str = "zh-CN") -> Report:
    checked = check(MemoryTree(files))
    paths = Paths(HERE / "content", HERE)
    return Report(
        checked.findings, checked.summary, "plan.yaml", checked.files, paths, language, catalogue(), causes(checked)
    )


def test_a_failed_subtotal_is_shown_member_by_member() -> None:
    text = FORMATS["text"](report_of(FAILED))
    assert "content/projects/roads.yaml:4:17: 错误 SUM101" in text
    assert "    4 | stated: {total: 87000}\n      |                 ^^^^^\n" in text
    first, second = (FAILED[ROADS].split("\n").index(f"    total: {amount}") + 1 for amount in (57000, 21000))
    assert f"\n    路01  57000  滨江大道      第 {first} 行\n    路02  21000  城市支路改造  第 {second} 行\n" in text


def test_a_fix_reaches_sarif() -> None:
    (run,) = json.loads(FORMATS["sarif"](report_of(MISSPELT)))["runs"]
    (fixed,) = [result for result in run["results"] if result["ruleId"] == "YAM104"]
    (change,) = fixed["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    lines = MISSPELT["plan.yaml"].splitlines()
    region = replacement["deletedRegion"]
    line = lines[region["startLine"] - 1]
    mended = (
        line[: region["startColumn"] - 1] + replacement["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
    )
    assert mended in STARTER["plan.yaml"].splitlines()


def test_an_unreadable_plan_is_shown_with_its_line() -> None:
    text = FORMATS["text"](report_of(MISSPELT))
    line = MISSPELT["plan.yaml"].split("\n").index("period：2026-2030") + 1
    assert f"    {line} | period：2026-2030\n      |       ^^\n" in text


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_sentence_of_the_catalogue_can_be_said(name: str, language: str) -> None:
    """A placeholder without an argument would raise; the rules' own examples give every finding a chance to."""
    for kind in catalogue():
        for block in re.findall(r"^Bad:\n\n((?:```yaml \S+\n.*?^```\n*)+)", kind.manual, re.MULTILINE | re.DOTALL):
            files = dict(re.findall(r"^```yaml (\S+)\n(.*?)^```$", block, re.MULTILINE | re.DOTALL))
            assert FORMATS[name](
                report_of({"plan.yaml": "title: 例\nperiod: 2021-2025\nchapters: []\n", **files}, language)
            )


def on_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """What `plan` writes to a terminal of 80 columns."""
    pid, terminal = pty.fork()
    if pid == 0:
        variables = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm",
            "COLUMNS": "80",
            **environment,
        }
        os.chdir(folder)
        os.execve(sys.executable, [sys.executable, "-m", "plan_compiler.cli.main", *arguments], variables)
    written = b""
    while select.select([terminal], [], [], 60)[0]:
        try:
            block = os.read(terminal, 65536)
        except OSError:
            break
        if not block:
            break
        written += block
    os.close(terminal)
    os.waitpid(pid, 0)
    return written.decode().replace("\r\n", "\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FAILED.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_terminal_gets_colour_and_lines_that_fit(folder: Path) -> None:
    shown = on_terminal(folder, "check")
    assert "\x1b[31;1m错误\x1b[0m SUM101" in shown
    assert max(cells(re.sub("\x1b\\[[0-9;]*m", "", line)) for line in shown.splitlines()) <= 80


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_declined(folder: Path, environment: dict[str, str]) -> None:
    shown = on_terminal(folder, "check", **environment)
    assert "SUM101" in shown
    assert "\x1b" not in shown


def test_a_reason_is_given_for_what_a_figure_is() -> None:
    checked = check(MemoryTree(STARTER))
    assert checked.source is not None
    assert checked.linked is not None
    paths = Paths(HERE, HERE)
    for figure in checked.linked.symbols.by_id:
        explanation = why(checked.linked, figure)
        assert isinstance(explanation, Explanation)
        for language in ("zh", "en"):
            text = explanation_text(explanation, checked.source.spans.span, paths, language)
            assert text.startswith(f"{figure}  ")
            assert text.count("\n") > 1
    total = why(checked.linked, "roads.total")
    assert isinstance(total, Explanation)
    text = explanation_text(total, checked.source.spans.span, paths, "zh")
    assert "由以下各项算出: 路01.total, 路02.total" in text
    assert matches_text(find_ids(checked.linked, "滨江大道"), "zh").startswith("路01  项目  滨江大道")
    assert matches_text((), "zh") == ""


def test_a_reason_shows_where_the_figure_stands_typed_by_hand() -> None:
    files = STARTER | {"facts.yaml": "- {id: seats, name: 座位数量, value: 1236个}\n"}
    files["plan.yaml"] = files["plan.yaml"].replace(
        "chapters:\n", "chapters:\n  - {title: 座位, body: 座位数量1236个。}\n", 1
    )
    checked = check(MemoryTree(files))
    assert checked.source is not None
    assert checked.linked is not None
    explanation = why(checked.linked, "seats")
    assert isinstance(explanation, Explanation)
    typed = typed_uses(checked.linked, explanation)
    text = explanation_text(explanation, checked.source.spans.span, Paths(HERE, HERE), "zh", typed)
    assert "正文中手写了 1 处" in text
    assert "座位数量1236个。" in text


def test_a_long_list_of_members_and_a_figure_without_a_value_are_explained() -> None:
    row = (
        "  - {{id: p{0}, name: 路{0}, scope: 长, nature: 新建, period: 2026-2029, total: 1, in_period: 1, owner: 局}}\n"
    )
    files = STARTER | {
        ROADS: "id: roads\ntitle: 道路\nprojects:\n" + "".join(row.format(number) for number in range(40)),
        "facts.yaml": "- {id: lost, value: 许多}\n",
    }
    checked = check(MemoryTree(files))
    assert checked.source is not None
    assert checked.linked is not None
    shown = {}
    for name in ("roads", "lost"):
        explanation = why(checked.linked, name)
        assert isinstance(explanation, Explanation)
        shown[name] = explanation_text(explanation, checked.source.spans.span, Paths(HERE, HERE), "zh")
    assert "……另有 10 项" in shown["roads"]
    assert "lost = 许多 里读不出数  facts.yaml:1:" in shown["lost"]


def test_a_summary_counts_by_severity_and_waiver() -> None:
    checked = check(MemoryTree(FAILED))
    assert checked.summary == Summary.of(
        checked.findings, checked.summary.relations_checked, checked.summary.not_checkable
    )
