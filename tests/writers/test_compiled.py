"""Compiled templates: kept for what travels with the compiler, and for nothing else."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_compiler.writers import compiled
from plan_compiler.writers.templates import Templates
from plan_compiler.writers.theme import load_theme

SHIPPED = "gongwen/html/common.css.j2"
OWN = b"{% macro anchor(id, link) %}{{ id }}{% endmacro %}"
CODE = compile("1", "kept", "exec")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where Python keeps its bytecode, for this test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield tmp_path


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_code_is_that_of_its_text(folder: Path) -> None:
    compiled.keep(SHIPPED, "a", CODE)
    assert files(folder) == [f"common.css.j2.{sys.implementation.cache_tag}"]
    assert compiled.kept(SHIPPED, "a") == CODE
    assert compiled.kept(SHIPPED, "b") is None
    assert compiled.kept("report/html/common.css.j2", "a") is None


@pytest.mark.parametrize("cut", [0, 10, 40])
def test_a_broken_file_is_none(folder: Path, cut: int) -> None:
    compiled.keep(SHIPPED, "a", CODE)
    (file,) = (path for path in folder.rglob("*") if path.is_file())
    file.write_bytes(file.read_bytes()[:cut])
    assert compiled.kept(SHIPPED, "a") is None


def test_whoever_may_read_the_folder_may_read_the_code(folder: Path) -> None:
    mask = os.umask(0o022)
    try:
        compiled.keep(SHIPPED, "a", CODE)
    finally:
        os.umask(mask)
    assert [path.stat().st_mode & 0o777 for path in folder.rglob("*.j2.*")] == [0o644]


def test_a_python_that_keeps_no_bytecode_keeps_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    compiled.keep(SHIPPED, "a", CODE)
    assert compiled.kept(SHIPPED, "a") is None


def test_nothing_is_kept_where_python_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled.keep(SHIPPED, "a", CODE)
    assert files(folder) == []


def test_a_folder_that_cannot_be_made_is_no_hindrance(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "taken").write_text("")
    monkeypatch.setattr(sys, "pycache_prefix", str(folder / "taken"))
    compiled.keep(SHIPPED, "a", CODE)
    assert compiled.kept(SHIPPED, "a") is None


def test_shipped_templates_are_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theme, _ = load_theme("report", lambda _: None)
    assert theme is not None
    first = Templates(theme).macros("html/nodes.html.j2")("anchor", "a<b", "")
    assert any(name.startswith("nodes.html.j2") for name in files(folder))
    monkeypatch.setattr("jinja2.Environment.compile", None)
    assert Templates(theme).macros("html/nodes.html.j2")("anchor", "a<b", "") == first


def test_what_a_plan_brings_is_not_kept(folder: Path) -> None:
    own = {"templates/gongwen/html/nodes.html.j2": OWN}
    theme, _ = load_theme("gongwen", own.get)
    assert theme is not None
    assert Templates(theme).macros("html/nodes.html.j2")("anchor", "a<b", "") == "a&lt;b"
    assert files(folder) == []


def test_a_template_that_differs_from_the_shipped_one_is_its_own() -> None:
    own = {"templates/gongwen/html/own.css.j2": b"p {}"}
    theme, _ = load_theme("gongwen", own.get)
    assert theme is not None
    found = [theme.find(path) for path in ("html/own.css.j2", "html/common.css.j2")]
    assert [file.shipped for file in found if file] == [None, SHIPPED]
    assert theme.find("html/none.css.j2") is None
    assert theme.find("../gongwen/../../pyproject.toml") is None
