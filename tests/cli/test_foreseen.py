"""A check begins with the plan that its arguments seem to name: it comes to the same when that is another one, or changes meanwhile."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plan_compiler import beside
from plan_compiler.cli import foreseen
from plan_compiler.read import ahead
from plan_compiler.read.parsed import Budget
from plan_compiler.read.text import FileText
from plan_compiler.read.tree import FolderTree
from tests.cli.conftest import ROOT, Run

TEXT = "各项工作按计划推进。" * 800


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (ahead, beside):
        monkeypatch.setattr(module, "has_room", lambda: True)


def put(folder: Path, title: str) -> Path:
    folder.mkdir()
    words = f"title: {title}\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: {TEXT}\n"
    (folder / "plan.yaml").write_text(words, encoding="utf-8")
    return folder


def test_the_named_plan_is_parsed_before_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = put(tmp_path / "a", "甲规划")
    foreseen.begin(["--format", "json", str(root)])
    parse = foreseen.parser_of(root, FolderTree(root))
    here: list[str] = []
    monkeypatch.setattr(ahead, "parse_now", lambda text, budget: here.append(text.path))
    assert parse is not None
    assert parse(FileText("plan.yaml", (root / "plan.yaml").read_text("utf-8")), Budget()).root is not None
    assert not here


def test_what_changed_meanwhile_is_read_as_it_is_now(tmp_path: Path) -> None:
    root = put(tmp_path / "a", "甲规划")
    foreseen.begin([str(root)])
    parse = foreseen.parser_of(root, FolderTree(root))
    assert parse is not None
    assert "乙" in str(parse(FileText("plan.yaml", "title: 乙规划\n"), Budget()).root)


def test_another_plan_than_the_foreseen_one_is_the_one_that_is_checked(run: Run, tmp_path: Path) -> None:
    one, other = put(tmp_path / "a", "甲规划"), put(tmp_path / "b", "乙规划")
    (other / "plan.yaml").write_text((other / "plan.yaml").read_text("utf-8").replace("各项", "各项项"), "utf-8")
    alone = run("check", str(other), "--format", "json").stdout
    assert run("check", "--against", str(one), str(other), "--format", "json", "--ignore", "REV").stdout == alone


@pytest.mark.parametrize("strange", ["x" * 5000, "a\0b", "", "-", "没有"])
def test_no_argument_is_too_strange(strange: str, tmp_path: Path) -> None:
    foreseen.begin([strange, str(put(tmp_path / "a", "甲规划"))])
    foreseen.begin(["--help"])


def test_a_folder_that_is_gone_is_told_in_a_line(plan: Path) -> None:
    """The way up still leads to a plan, though the folder that the command stands in is none any more."""
    gone = plan / "gone"
    gone.mkdir()
    command = f'cd "{gone}" && rmdir "{gone}" && exec "{sys.executable}" -m plan_compiler.cli.main check ..'
    done = subprocess.run(
        ["sh", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False)


def test_a_command_whose_starter_ignores_ended_processes(run: Run, plan: Path) -> None:
    (plan / "plan.yaml").write_text(f"{(plan / 'plan.yaml').read_text('utf-8')}# {'。' * 20_000}\n", encoding="utf-8")
    start = (
        "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); "
        "os.execv(sys.executable, [sys.executable, '-m', 'plan_compiler.cli.main', 'check', sys.argv[1]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", start, str(plan)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (run("check", str(plan)).returncode, run("check", str(plan)).stdout)
