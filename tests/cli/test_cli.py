"""What the commands promise: exit codes, one clear line, nothing lost."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

NOT_ROOT = os.geteuid() != 0


def one_line(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    return result.stderr


def test_version(run: Run) -> None:
    assert re.fullmatch(r"plan \d+\.\d+\.\d+\n", run("--version").stdout)


@pytest.mark.parametrize(
    "command", ["init", "check", "build", "why", "ids", "fix", "rules", "explain", "schema", "doctor"]
)
def test_every_command_has_help(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.returncode == 0
    assert "Usage" in result.stdout
    assert len(result.stdout.splitlines()) > 4


@pytest.mark.parametrize("arguments", [["chekc"], ["check", "--fromat", "json"], ["check", "--format", "xml"], ["why"]])
def test_wrong_usage_is_one_line(run: Run, arguments: list[str]) -> None:
    assert "--help" in one_line(run(*arguments))


def test_a_new_plan_passes_and_builds(run: Run, plan: Path) -> None:
    check = run("check", cwd=plan)
    assert check.returncode == 0, check.stdout + check.stderr
    assert run("check", "--strict", "plan").returncode == 0
    assert run("check", str(plan / "plan.yaml")).returncode == 0
    assert run("check", cwd=plan / "chapters").returncode == 0


def test_a_new_plan_in_english_passes_and_is_built_in_both_themes(run: Run, tmp_path: Path) -> None:
    assert (
        run("init", "--lang", "en", "own").stdout
        == "created: own/plan.yaml\nnext: cd own && plan check && plan build\n"
    )
    assert run("check", "--strict", "own").stdout.startswith("nothing found")
    for theme in ("report", "gongwen"):
        assert run("build", "own", "--theme", theme, "--to", "html", "-o", theme).returncode == 0
        page = (tmp_path / theme / "html" / "index.html").read_text("utf-8")
        assert "£18.5 million" in page
        assert "一、" not in page


def test_doctor_speaks_the_language_that_is_asked_for(run: Run) -> None:
    told = run("doctor", "--lang", "en").stdout
    assert "available" in told
    assert "可用" not in told


def test_init_touches_nothing_that_is_there(run: Run, plan: Path) -> None:
    (plan / "plan.yaml").write_text("title: 我的", encoding="utf-8")
    one_line(run("init", "plan"))
    assert (plan / "plan.yaml").read_text(encoding="utf-8") == "title: 我的"
    (plan / "file").touch()
    one_line(run("init", "plan/file"))


def test_what_is_built_in_a_new_plan_is_not_for_git(run: Run, plan: Path, tmp_path: Path) -> None:
    assert (plan / ".gitignore").read_text("utf-8") == "build/\n"
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / ".gitignore").write_text("*.bak\n", "utf-8")
    assert run("init", "own").returncode == 0
    assert (tmp_path / "own" / ".gitignore").read_text("utf-8") == "*.bak\n"


def test_no_plan_is_one_line_that_says_what_to_do(run: Run, tmp_path: Path) -> None:
    assert "plan init" in one_line(run("check"))
    assert "missing" in one_line(run("check", "missing"))
    assert "plan.yaml" in one_line(run("check", "."))
    (tmp_path / "other.yaml").touch()
    assert "plan.yaml" in one_line(run("check", "other.yaml"))


def test_a_wrong_total_fails_with_place_arithmetic_and_advice(run: Run, plan: Path) -> None:
    roads = plan / "projects/roads.yaml"
    roads.write_text(
        roads.read_text("utf-8").replace("title: 基础设施项目", "title: 基础设施项目\nstated: {total: 87000}"), "utf-8"
    )
    result = run("check", cwd=plan)
    assert result.returncode == 1
    assert "projects/roads.yaml:4:17" in result.stdout
    assert "78000" in result.stdout
    assert "87000" in result.stdout
    report = json.loads(run("check", "--format", "json", cwd=plan).stdout)
    (finding,) = [f for f in report["findings"] if f["severity"] == "error"]
    assert finding["code"] == "SUM101"
    assert finding["entity"] == "roads"
    assert finding["field"] == "stated.total"
    assert finding["values"] == {"stated": "87000", "computed": "78000"}
    assert finding["start"] == {"line": 4, "column": 17}
    assert len(finding["related"]) == 2


def test_select_and_ignore(run: Run, plan: Path) -> None:
    roads = plan / "projects/roads.yaml"
    roads.write_text(
        roads.read_text("utf-8").replace("title: 基础设施项目", "title: 基础设施项目\nstated: {total: 87000}"), "utf-8"
    )
    assert run("check", "--select", "SUM101", cwd=plan).returncode == 1
    assert run("check", "--select", "PRJ,REF", cwd=plan).returncode == 0
    assert run("check", "--ignore", "sum", cwd=plan).returncode == 0


def test_messages_in_both_languages(run: Run, plan: Path) -> None:
    assert "没有发现问题" in run("check", cwd=plan).stdout
    assert "nothing found" in run("check", "--lang", "en", cwd=plan).stdout


def test_build_writes_three_documents_then_nothing(run: Run, plan: Path) -> None:
    first = run("build", cwd=plan)
    assert first.returncode == 0, first.stdout + first.stderr
    assert (plan / "build/plan.pdf").read_bytes().startswith(b"%PDF")
    assert (plan / "build/plan.docx").read_bytes().startswith(b"PK")
    assert "滨江新区" in (plan / "build/html/index.html").read_text("utf-8")
    stamps = {path: path.stat().st_mtime_ns for path in (plan / "build").rglob("*")}
    again = run("build", cwd=plan)
    assert again.returncode == 0
    assert "OUT304" not in again.stdout
    assert {path: path.stat().st_mtime_ns for path in (plan / "build").rglob("*")} == stamps
    (plan / "chapters/overview.yaml").write_text("title: 概况\nbody: 另一段正文。\n", "utf-8")
    changed = run("build", "--to", "pdf", cwd=plan)
    assert changed.returncode == 0, changed.stdout
    assert "OUT304" not in changed.stdout  # the same faces as before


def test_a_build_with_errors_leaves_earlier_output_whole(run: Run, plan: Path) -> None:
    assert run("build", "--to", "html", cwd=plan).returncode == 0
    before = (plan / "build/html/index.html").read_bytes()
    targets = plan / "chapters/targets.yaml"
    targets.write_text(targets.read_text("utf-8").replace("220亿元", "280亿元"), "utf-8")
    assert run("build", "--to", "html", cwd=plan).returncode == 1
    assert (plan / "build/html/index.html").read_bytes() == before


def test_unknown_format_is_one_line(run: Run, plan: Path) -> None:
    assert "docx" in one_line(run("build", "--to", "odt", cwd=plan))
    assert "docx" in one_line(run("build", "--to", "", cwd=plan))


def test_a_final_build_refuses_pictures_still_to_come(run: Run, plan: Path) -> None:
    overview = plan / "chapters/overview.yaml"
    text = overview.read_text("utf-8") + "  - body:\n      - figure: {title: 路网图, alt: 骨干路网, file: 待补}\n"
    overview.write_text(text, "utf-8")
    assert run("build", "--to", "html", cwd=plan).returncode == 0
    final = run("build", "--to", "html", "--final", cwd=plan)
    assert final.returncode == 1
    assert "路网图" in final.stdout


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"not a picture"])
def test_a_broken_picture_is_a_finding(run: Run, plan: Path, content: bytes) -> None:
    (plan / "map.png").write_bytes(content)
    overview = plan / "chapters/overview.yaml"
    text = overview.read_text("utf-8") + "  - body:\n      - figure: {title: 路网图, alt: 骨干路网, file: map.png}\n"
    overview.write_text(text, "utf-8")
    result = run("build", "--to", "html", cwd=plan)
    assert result.returncode == 1
    assert "map.png" in result.stdout
    assert not (plan / "build").exists()


def test_an_output_folder_that_is_a_file_is_one_line(run: Run, plan: Path) -> None:
    (plan / "build").write_text("in the way")
    one_line(run("build", "--to", "html", cwd=plan))


@pytest.mark.skipif(not NOT_ROOT, reason="root may write anywhere")
def test_a_read_only_output_folder_is_one_line(run: Run, plan: Path) -> None:
    (plan / "build").mkdir(mode=0o500)
    one_line(run("build", "--to", "html", cwd=plan))


def test_a_full_disk_is_one_line_and_leaves_earlier_output_whole(run: Run, plan: Path) -> None:
    assert run("build", "--to", "html", cwd=plan).returncode == 0
    before = {path: path.read_bytes() for path in (plan / "build").rglob("*") if path.is_file()}
    targets = plan / "chapters/targets.yaml"
    targets.write_text(targets.read_text("utf-8").replace("主要指标见", "主要目标见"), "utf-8")
    command = f"ulimit -f 4; trap '' XFSZ; exec {sys.executable} -m plan_compiler.cli.main build --to html"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run(["bash", "-c", command], cwd=plan, env=env, capture_output=True, text=True, check=False)
    one_line(result)
    assert {path: path.read_bytes() for path in (plan / "build").rglob("*") if path.is_file()} == before


def test_an_interrupted_build_leaves_earlier_output_whole(run: Run, plan: Path) -> None:
    assert run("build", cwd=plan).returncode == 0
    targets = plan / "chapters/targets.yaml"
    targets.write_text(targets.read_text("utf-8").replace("指标见", "目标指标见"), "utf-8")
    before = {path: path.read_bytes() for path in (plan / "build").rglob("*") if path.is_file()}
    status, out, err = _interrupted(plan)
    assert (status, out, err.count("\n")) == (130, "", 1)
    assert "Traceback" not in err
    assert {path: path.read_bytes() for path in (plan / "build").rglob("*") if path.is_file()} == before


_STOPS_AT_THE_FIRST_FILE = """\
import pathlib, sys, time

def wait(path, target):
    pathlib.Path("../writing").touch()
    time.sleep(60)

pathlib.Path.replace = wait
from plan_compiler.cli.main import run
run()
"""
"""The command, but that it waits where the first file is written beside the one that it is to take the place of."""


def _interrupted(plan: Path) -> tuple[int, str, str]:
    command = [sys.executable, "-c", _STOPS_AT_THE_FIRST_FILE, "build"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=plan, env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        while process.poll() is None and not (plan / "../writing").exists():
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_why_tells_where_a_figure_comes_from(run: Run, plan: Path) -> None:
    result = run("why", "signed", "--plan", str(plan))
    assert result.returncode == 0
    assert "12157" in result.stdout
    assert "chapters/overview.yaml:7" in result.stdout
    assert "households" in run("why", "households", "--plan", str(plan)).stdout
    assert "signed" in one_line(run("why", "singed", "--plan", str(plan)))


def test_ids_finds_names_by_words(run: Run, plan: Path) -> None:
    result = run("ids", "总产值", "--plan", str(plan))
    assert result.returncode == 0
    assert "output" in result.stdout
    assert run("ids", "没有这样的词", "--plan", str(plan)).returncode == 1


def test_rules_and_explain(run: Run) -> None:
    listing = run("rules").stdout
    assert "SUM101" in listing
    page = run("explain", "sum101")
    assert page.returncode == 0
    assert "```yaml annex.yaml" in page.stdout
    assert "plan rules" in one_line(run("explain", "SUM999"))


def test_rules_are_explained_in_the_language_of_the_plan(run: Run, tmp_path: Path) -> None:
    assert run("init", "city", "--lang", "en").returncode == 0
    city = tmp_path / "city"
    assert "A figure in a text contradicts" in run("explain", "NUM402", cwd=city).stdout
    assert "A cumulative value falls" in run("rules", cwd=city).stdout
    assert "累计值下降" in run("rules", "--lang", "zh", cwd=city).stdout
    (tmp_path / "elsewhere").mkdir()
    assert "累计值下降" in run("rules", cwd=tmp_path / "elsewhere").stdout


def test_schema_completes_this_plans_names(run: Run, plan: Path) -> None:
    assert run("schema", "plan").returncode == 0
    text = (plan / "schemas/indicators.schema.json").read_text("utf-8")
    assert '"investment"' in text
    assert run("schema", "--plain", "--out", "plain").returncode == 0


def test_doctor(run: Run) -> None:
    result = run("doctor")
    assert result.returncode == 0, result.stdout
    assert "WeasyPrint" in result.stdout or "weasyprint" in result.stdout


def test_a_closed_pipe_is_no_fault(plan: Path) -> None:
    command = f"{sys.executable} -m plan_compiler.cli.main rules | head -1"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(["bash", "-c", command], cwd=plan, env=env, capture_output=True, text=True, check=False)
    assert "Traceback" not in result.stderr
    assert result.returncode == 0


def test_an_unreadable_file_is_told_of_whatever_is_selected(run: Run, plan: Path) -> None:
    (plan / "chapters/overview.yaml").unlink()
    result = run("check", "--select", "SUM", cwd=plan)
    assert result.returncode == 1
    assert "chapters/overview.yaml" in result.stdout


def test_a_waiver_that_lacks_a_key_is_told_which(run: Run, plan: Path) -> None:
    roads = plan / "projects/roads.yaml"
    text = roads.read_text("utf-8").replace("title: 基础设施项目", "title: 基础设施项目\nstated: {total: 87000}")
    roads.write_text(text, "utf-8")
    (plan / "waivers.yaml").write_text("- {code: SUM101, entity: roads, reason: 已刊印}\n", "utf-8")
    assert "field 是 stated.total" in run("check", cwd=plan).stdout


def test_a_fault_of_the_compiler_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], plan: Path
) -> None:
    from plan_compiler.cli import main
    from plan_compiler.pipeline import checking

    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr(checking, "judged", breaks)
    monkeypatch.setattr("sys.argv", ["plan", "check", str(plan)])
    assert main.main() == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "ZeroDivisionError: of all things" in told.err
    assert told.err.count("\n") == 1
