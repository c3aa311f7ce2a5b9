"""Machines whose fonts cannot show the text."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>\n'


@pytest.fixture
def bare(tmp_path: Path) -> str:
    """A configuration of a machine without fonts."""
    path = tmp_path / "fonts.conf"
    path.write_text(NO_FONTS, "utf-8")
    return str(path)


@pytest.mark.parametrize("options", [(), ("--draft",)])
def test_without_fonts_nothing_is_written(run: Run, plan: Path, bare: str, options: tuple[str, ...]) -> None:
    done = run("build", *options, cwd=plan, FONTCONFIG_FILE=bare)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "fonts-noto-cjk" in done.stderr
    assert not (plan / "build").exists()
    assert run("build", "--to", "docx,html", *options, cwd=plan, FONTCONFIG_FILE=bare).returncode == 0


def test_doctor_says_what_is_missing(run: Run, bare: str) -> None:
    done = run("doctor", FONTCONFIG_FILE=bare)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count("✗") == 7
