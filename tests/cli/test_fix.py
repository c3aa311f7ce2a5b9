"""`plan fix`: what it shows, what it writes, and that all else stays as it is."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run


@pytest.fixture
def typed(plan: Path) -> Path:
    """A plan with a chapter of figures that are typed by hand."""
    (plan / "plan.yaml").write_text(
        "title: 例\nperiod: 2021-2025\nchapters:\n  # 总则\n  - title: 总则\n    body: 到2025年，总产值达到220亿元。  # 手工写的\n",
        "utf-8",
    )
    for file in plan.rglob("*.yaml"):
        if file.name != "plan.yaml":
            file.unlink()
    (plan / "indicators.yaml").write_text(
        "id: targets\ntitle: 指标\ncolumns: {2020: 实际, 2025: 目标}\ngroups:\n  - title: 经济\n    indicators:\n"
        "      - {id: output, name: 总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}\n",
        "utf-8",
    )
    return plan


def test_nothing_to_change(run: Run, plan: Path) -> None:
    result = run("fix", cwd=plan)
    assert result.returncode == 0
    assert "没有可改之处" in result.stdout


def test_a_binding_is_shown_and_nothing_written(run: Run, typed: Path) -> None:
    before = (typed / "plan.yaml").read_text("utf-8")
    result = run("fix", "--bind", cwd=typed)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("1  plan.yaml:6:")
    assert "-    body: 到2025年，总产值达到220亿元。  # 手工写的\n" in result.stdout
    assert "+    body: '到2025年，总产值达到[220亿元](=output[2025])。'  # 手工写的\n" in result.stdout
    assert (typed / "plan.yaml").read_text("utf-8") == before


def test_the_diff_is_one_that_git_applies(run: Run, typed: Path) -> None:
    difference = run("fix", "--bind", cwd=typed).stdout
    subprocess.run(["git", "apply", "-p0"], cwd=typed, input=difference, text=True, check=True)
    assert "[220亿元](=output[2025])" in (typed / "plan.yaml").read_text("utf-8")
    assert run("check", cwd=typed).returncode == 0


def test_apply_writes_and_keeps_comments_and_the_mark(run: Run, typed: Path) -> None:
    file = typed / "plan.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    assert run("fix", "--bind", "--apply", cwd=typed).returncode == 0
    after = file.read_bytes()
    bare = "到2025年，总产值达到220亿元。".encode()
    assert after == before.replace(bare, "'到2025年，总产值达到[220亿元](=output[2025])。'".encode())
    assert run("fix", "--bind", cwd=typed).stdout == "没有可改之处 / nothing to change\n"


def test_proposals_are_accepted_by_number_or_file(run: Run, typed: Path) -> None:
    file = typed / "plan.yaml"
    text = file.read_text("utf-8").replace("达到220亿元。", "达到220亿元。2020年，总产值为78亿元。")
    file.write_text(text, "utf-8")
    for wrong in ("3", "0", "x", "1-x", "missing.yaml"):
        result = run("fix", "--bind", "--accept", wrong, cwd=typed)
        assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert file.read_text("utf-8") == text
    assert run("fix", "--bind", "--accept", "2", cwd=typed).returncode == 0
    assert "达到220亿元。2020年，总产值为[78亿元](=output[2020])" in file.read_text("utf-8")
    assert run("fix", "--bind", "--accept", "plan.yaml", cwd=typed).returncode == 0
    assert "达到[220亿元](=output[2025])" in file.read_text("utf-8")


def test_on_a_terminal_each_is_asked_for(typed: Path) -> None:
    file = typed / "plan.yaml"
    file.write_text(file.read_text("utf-8").replace("达到220亿元。", "达到220亿元。2020年，总产值为78亿元。"), "utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "plan_compiler.cli.main", "fix", "--bind", "--apply"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=typed, env=env, stdin=theirs, stdout=subprocess.PIPE, text=True) as process:
        os.write(ours, b"n\ny\n")
        output, _ = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 0
    assert "1/2" in output
    assert "达到220亿元。2020年，总产值为[78亿元](=output[2020])" in file.read_text("utf-8")


def test_define_gives_every_other_figure_an_id(run: Run, typed: Path) -> None:
    file = typed / "plan.yaml"
    file.write_text(file.read_text("utf-8").replace("。  #", "，引进项目12个。  #"), "utf-8")
    assert run("fix", "--define", "--apply", cwd=typed).returncode == 0
    assert "引进项目[12个](:=引进项目)" in file.read_text("utf-8")
    assert run("check", cwd=typed).returncode == 0


def test_safe_fixes_are_shown_and_applied(run: Run, typed: Path) -> None:
    file = typed / "indicators.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("title: 指标", "title：指标"), "utf-8")
    shown = run("fix", cwd=typed)
    assert shown.returncode == 0, shown.stderr
    assert "+title: 指标\n" in shown.stdout
    assert run("fix", "--apply", cwd=typed).returncode == 0
    assert file.read_text("utf-8") == text


def test_a_plan_that_cannot_be_read_is_one_line(run: Run, typed: Path) -> None:
    (typed / "plan.yaml").write_text("title: [", "utf-8")
    result = run("fix", cwd=typed)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_a_link_stays_a_link(run: Run, typed: Path) -> None:
    (typed / "plan.yaml").rename(typed / "real.txt")
    (typed / "plan.yaml").symlink_to("real.txt")
    assert run("fix", "--bind", "--apply", cwd=typed).returncode == 0
    assert (typed / "plan.yaml").is_symlink()
    assert "[220亿元](=output[2025])" in (typed / "real.txt").read_text("utf-8")
