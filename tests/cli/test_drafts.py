"""Drafts on the command line: written in spite of errors, told from a final build by every file and by the manifest."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def wrong(plan: Path) -> Path:
    """A plan whose subtotal is wrong."""
    roads = plan / "projects/roads.yaml"
    text = roads.read_text("utf-8")
    roads.write_text(text.replace("projects:", "stated: {total: 1}\nprojects:", 1), "utf-8")
    return plan


def manifest(plan: Path) -> dict[str, bool]:
    formats = json.loads((plan / "build/.plan-manifest.json").read_bytes())["formats"]
    return {name: entry["draft"] for name, entry in formats.items()}


def test_a_draft_is_written_and_says_so(run: Run, wrong: Path) -> None:
    assert run("build", "--to", "docx,html", cwd=wrong).returncode == 1
    assert not (wrong / "build").exists()
    done = run("build", "--to", "docx,html", "--draft", cwd=wrong)
    assert (done.returncode, done.stderr) == (1, "")
    assert "SUM101" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("草稿中标有 1 个错误")
    page = (wrong / "build/html/index.html").read_text("utf-8")
    assert "草稿　核对发现1个错误" in page
    assert 'id="finding-1"' in page
    with zipfile.ZipFile(wrong / "build/plan.docx") as package:
        comments = package.read("word/comments.xml").decode()
        assert "SUM101" in comments
        assert "w:date" not in comments
        header = package.read("word/header1.xml").decode()
        assert "草稿" in header
        assert "w:shd" in header  # it is read on the coloured cover of a theme, too
    assert manifest(wrong) == {"docx": True, "html": True}


def test_a_draft_gives_way_to_the_final_build(run: Run, wrong: Path) -> None:
    run("build", "--to", "html", "--draft", cwd=wrong)
    again = run("build", "--to", "html", "--draft", cwd=wrong)
    assert again.returncode == 1
    assert "没有变化" in again.stdout
    roads = wrong / "projects/roads.yaml"
    roads.write_text(roads.read_text("utf-8").replace("stated: {total: 1}\n", ""), "utf-8")
    assert run("build", "--to", "html", cwd=wrong).returncode == 0
    assert "草稿" not in (wrong / "build/html/index.html").read_text("utf-8")
    assert manifest(wrong) == {"html": False}
    clean = run("build", "--to", "html", "--draft", cwd=wrong)
    assert clean.returncode == 0
    assert "没有变化" not in clean.stdout
    assert "不得作为定稿印发" in (wrong / "build/html/index.html").read_text("utf-8")


def test_a_draft_shows_broken_pictures(run: Run, plan: Path) -> None:
    with (plan / "chapters/overview.yaml").open("a", encoding="utf-8") as overview:
        overview.write("  - body:\n      - figure: {title: 路网图, alt: 骨干路网, file: map.png}\n")
    (plan / "map.png").write_bytes(b"")
    done = run("build", "--to", "docx,html", "--draft", cwd=plan)
    assert done.returncode == 1
    assert done.stdout.count("OUT202") == 1
    assert "OUT202" in (plan / "build/html/index.html").read_text("utf-8")
    (plan / "map.png").unlink()
    done = run("build", "--to", "html", "--draft", cwd=plan)
    assert done.stdout.count("OUT201") == 1
    assert (plan / "build/html/index.html").read_text("utf-8").count("OUT201") >= 1


def test_a_plan_that_cannot_be_read_has_no_draft(run: Run, plan: Path) -> None:
    (plan / "plan.yaml").write_text("a: [", "utf-8")
    done = run("build", "--draft", cwd=plan)
    assert done.returncode == 1
    assert "YAM" in done.stdout
    assert not (plan / "build").exists()


def test_draft_and_final_exclude_each_other(run: Run, plan: Path) -> None:
    done = run("build", "--draft", "--final", cwd=plan)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--final" in done.stderr


def test_an_unknown_profile_is_one_line(run: Run, plan: Path) -> None:
    done = run("build", "--pdf-profile", "x", cwd=plan)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
