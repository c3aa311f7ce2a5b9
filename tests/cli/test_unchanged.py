"""A build with nothing changed loads nothing it does not need, and is never wrong about what has changed."""

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Run

UNCHANGED = "没有变化"
FIGURE = "  - body:\n      - figure: {title: 路网图, alt: 骨干路网, file: map.png}\n"


@pytest.fixture
def built(run: Run, plan: Path) -> Path:
    with (plan / "chapters/overview.yaml").open("a", encoding="utf-8") as overview:
        overview.write(FIGURE)
    Image.new("RGB", (4, 4)).save(plan / "map.png")
    assert run("build", "--to", "html", cwd=plan).returncode == 0
    return plan


def test_no_writer_is_loaded(run: Run, built: Path) -> None:
    again = run("build", "--to", "html", cwd=built, PYTHONPROFILEIMPORTTIME="1")
    assert UNCHANGED in again.stdout
    loaded = {line.rpartition("|")[2].strip() for line in again.stderr.splitlines()}
    assert "plan_compiler.pipeline.building" in loaded
    assert loaded.isdisjoint({"jinja2", "PIL", "weasyprint", "docx", "lxml", "plan_compiler.lower"})


def test_another_picture_is_a_change(run: Run, built: Path) -> None:
    Image.new("RGB", (5, 5)).save(built / "map.png")
    assert UNCHANGED not in run("build", "--to", "html", cwd=built).stdout


def test_a_file_of_the_plans_own_theme_is_a_change(run: Run, built: Path) -> None:
    (built / "templates/gongwen/html").mkdir(parents=True)
    (built / "templates/gongwen/html/style.css.j2").write_text("p { color: black }", "utf-8")
    assert UNCHANGED not in run("build", "--to", "html", cwd=built).stdout


def test_a_final_build_looks_again(run: Run, built: Path) -> None:
    assert UNCHANGED in run("build", "--to", "html", "--final", cwd=built).stdout
    overview = built / "chapters/overview.yaml"
    overview.write_text(overview.read_text("utf-8").replace("map.png", "待补"), "utf-8")
    assert run("build", "--to", "html", cwd=built).returncode == 0
    assert run("build", "--to", "html", "--final", cwd=built).returncode == 1
