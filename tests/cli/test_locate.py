"""Which plan a command is about, where none is named."""

from pathlib import Path

from tests.cli.conftest import Run

PLAN = "title: 某市规划\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: 全文。\n"


def put(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return folder


def test_the_one_plan_in_a_folder_of_this_one_is_meant(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "规划")
    put(tmp_path / ".old")
    assert run("check").returncode == 0


def test_of_several_none_is_taken_for_the_one_that_is_meant(run: Run, tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        put(tmp_path / name)
    done = run("check")
    assert done.returncode == 2
    assert "乙, 甲" in done.stderr
    assert "plan check 乙" in done.stderr
    assert run("check", cwd=tmp_path / "甲").returncode == 0


def test_content_goes_before_other_folders(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "content")
    put(tmp_path / "旧稿")
    assert run("check").returncode == 0


def test_no_plan_at_all_says_how_to_name_or_start_one(run: Run) -> None:
    done = run("check")
    assert done.returncode == 2
    assert "plan init" in done.stderr
