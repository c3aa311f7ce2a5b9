"""A build with nothing changed loads nothing it does not need, and is never wrong about what has changed."""

import os
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import ROOT, Run
from tests.rules.foreign.test_foreign import PACKAGE, Site

UNCHANGED = "没有变化"
READING = "plan_compiler.pipeline.building"
"""What only a build loads that reads its plan."""
FIGURE = "  - body:\n      - figure: {title: 路网图, alt: 骨干路网, file: map.png}\n"


@pytest.fixture
def built(run: Run, plan: Path) -> Path:
    with (plan / "chapters/overview.yaml").open("a", encoding="utf-8") as overview:
        overview.write(FIGURE)
    Image.new("RGB", (4, 4)).save(plan / "map.png")
    assert run("build", "--to", "html", cwd=plan).returncode == 0
    return plan


def _again(run: Run, plan: Path, *options: str) -> tuple[str, set[str]]:
    """What a build of `plan` says, and the modules that it loads."""
    again = run("build", "--to", "html", *options, cwd=plan, PYTHONPROFILEIMPORTTIME="1")
    assert again.returncode == 0
    return again.stdout, {line.rpartition("|")[2].strip() for line in again.stderr.splitlines()}


def test_the_plan_is_not_read(run: Run, built: Path) -> None:
    said, loaded = _again(run, built)
    assert UNCHANGED in said
    assert "plan_compiler.pipeline.recalling" in loaded
    assert loaded.isdisjoint({READING, "yaml", "plan_compiler.link"})


def test_no_writer_is_loaded_where_the_plan_is_read(run: Run, built: Path) -> None:
    remembered = run("build", "--to", "html", cwd=built).stdout
    (built / "build/.plan-trace.json").write_text("{}", "utf-8")
    said, loaded = _again(run, built)
    assert said == remembered
    assert READING in loaded
    assert loaded.isdisjoint({"jinja2", "PIL", "weasyprint", "docx", "lxml", "plan_compiler.lower"})
    assert READING not in _again(run, built)[1], "it is remembered again"


def test_what_the_check_found_is_said_again(run: Run, built: Path) -> None:
    with (built / "chapters/overview.yaml").open("a", encoding="utf-8") as overview:
        overview.write("      - 全市建成,示范区。\n")
    assert UNCHANGED not in run("build", "--to", "html", cwd=built).stdout
    said, loaded = _again(run, built)
    assert UNCHANGED in said
    assert "overview.yaml" in said
    assert READING not in loaded


@pytest.mark.parametrize("options", [("--lang", "en"), ("--no-waivers",), ("--draft",)])
def test_other_options_are_another_build(run: Run, built: Path, options: tuple[str, ...]) -> None:
    assert READING in _again(run, built, *options)[1]
    assert READING not in _again(run, built, *options)[1]


def test_a_file_more_or_less_is_a_change(run: Run, built: Path) -> None:
    (built / "glossary.yaml").write_text("- {term: 公路, avoid: [马路]}\n", "utf-8")
    assert READING in _again(run, built)[1]
    (built / "glossary.yaml").unlink()
    assert READING in _again(run, built)[1]


def test_an_output_that_was_altered_is_written_again(run: Run, built: Path) -> None:
    page = built / "build/html/index.html"
    made = page.read_bytes()
    page.write_bytes(made + b" ")
    assert UNCHANGED not in run("build", "--to", "html", cwd=built).stdout
    assert page.read_bytes() == made


def test_another_build_in_between_is_noticed(run: Run, built: Path) -> None:
    """The trace is of one build; the outputs may be of another, which was not asked the same."""
    trace = built / "build/.plan-trace.json"
    kept = trace.read_bytes()
    assert run("build", "--to", "html", "--theme", "report", cwd=built).returncode == 0
    trace.write_bytes(kept)
    assert UNCHANGED not in run("build", "--to", "html", cwd=built).stdout


def test_a_folder_that_cannot_be_written_is_no_hindrance(run: Run, built: Path) -> None:
    (built / "build/.plan-trace.json").unlink()
    (built / "build/.plan-trace.json").mkdir()
    assert UNCHANGED in _again(run, built)[0]


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


def test_rules_from_elsewhere_are_asked_each_time(run: Run, built: Path, tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.install(PACKAGE)
    path = {"PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"}
    with (built / "plan.yaml").open("a", encoding="utf-8") as entry:
        entry.write("checks: {rules: [ACME]}\n")
    assert UNCHANGED not in run("build", "--to", "html", cwd=built, **path).stdout
    assert UNCHANGED in run("build", "--to", "html", cwd=built, **path).stdout
    (tmp_path / "acme_rules/__init__.py").unlink()
    assert run("build", "--to", "html", cwd=built, **path).returncode == 1


def test_a_file_deep_in_the_plans_own_theme_is_a_change_or_none_of_it(run: Run, built: Path) -> None:
    folder = built / "templates/gongwen/html"
    (folder / "a/b/c").mkdir(parents=True)
    own = folder / "print.css.j2"
    (folder / "a/b/x.j2").write_text("{% macro hi() %}one{% endmacro %}", "utf-8")
    (folder / "a/b/c/x.j2").write_text("{% macro hi() %}two{% endmacro %}", "utf-8")
    own.write_text("{% import 'html/a/b/x.j2' as x %}/* {{ x.hi() }} */", "utf-8")
    assert run("build", "--to", "html", cwd=built).returncode == 0
    (folder / "a/b/x.j2").write_text("{% macro hi() %}other{% endmacro %}", "utf-8")
    assert UNCHANGED not in run("build", "--to", "html", cwd=built).stdout
    own.write_text("{% import 'html/a/b/c/x.j2' as x %}/* {{ x.hi() }} */", "utf-8")
    refused = run("build", "--to", "html", cwd=built)
    assert refused.returncode == 1
    assert "OUT103" in refused.stdout


def test_a_template_that_breaks_one_format_makes_no_draft(run: Run, built: Path) -> None:
    (built / "templates/gongwen/html").mkdir(parents=True)
    (built / "templates/gongwen/html/nodes.html.j2").write_text("{{ nope( }}", "utf-8")
    assert run("build", "--to", "docx", cwd=built).returncode == 0
    both = run("build", "--to", "docx,html", cwd=built)
    assert both.returncode == 1
    assert "OUT103" in both.stdout
    assert "草稿" not in both.stdout


@pytest.mark.skipif(sys.platform == "darwin", reason="names are UTF-8 there")
def test_names_that_are_not_utf_8_are_no_fault_of_the_compiler(run: Run, built: Path) -> None:
    (built / "templates/own").mkdir(parents=True)
    (built / os.fsdecode(b"templates/own/\xff.txt")).write_text("x")
    for _ in range(2):
        said = run("build", "--to", "html", cwd=built)
        assert (said.returncode, said.stderr) == (0, "")
