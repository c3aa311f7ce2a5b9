"""DOCX and HTML are written side by side: what comes out, and what is said, is what comes of one after the other."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def test_the_files_are_those_of_builds_of_one_format(run: Run, plan: Path) -> None:
    assert run("build", "--to", "docx,html", "--out", "both", cwd=plan).returncode == 0
    assert run("build", "--to", "docx", "--out", "alone", cwd=plan).returncode == 0
    assert run("build", "--to", "html", "--out", "alone", cwd=plan).returncode == 0
    together = files(plan / "both")
    assert together == files(plan / "alone")
    assert {"plan.docx", "html/index.html"} <= together.keys()


@pytest.mark.parametrize("template", ["docx/document.xml.j2", "html/index.html.j2"])
def test_a_fault_in_a_template_of_either_is_told_and_nothing_written(run: Run, plan: Path, template: str) -> None:
    own = plan / "templates/gongwen" / template
    own.parent.mkdir(parents=True)
    own.write_text("<p>\n{{ document.nothing_of_that_name }}</p>", "utf-8")
    built = run("build", "--to", "docx,html", "--out", "both", cwd=plan)
    assert built.returncode == 1
    assert f"templates/gongwen/{template}:2" in built.stdout + built.stderr
    assert "Traceback" not in built.stderr
    assert not files(plan / "both")
