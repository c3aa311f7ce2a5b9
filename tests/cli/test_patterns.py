"""Patterns kept from one process to the next: those of the compiler, and none of a plan's words."""

import marshal
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plan_compiler import patterns

PLAN = """\
title: 小规划
period: 2021-2025
chapters:
  - title: 项目
    body: 推进棱镜谷建设，总投资10亿元，其中财政资金12亿元。
"""
GLOSSARY = """\
- term: 棱镜山谷
  avoid: [棱镜谷]
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with a fault, and a word of its own that a rule makes a pattern of."""
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    (folder / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    return folder


def check(plan: Path, kept: Path, **environment: str) -> str:
    """What a process of its own says of the plan; `kept` is where Python keeps what it compiles."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "plan_compiler.cli.main", "check", str(plan), "--lang", "en"]
    ran = subprocess.run(
        command,
        check=False,
        env={**env, "PYTHONPYCACHEPREFIX": str(kept), **environment},
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, ran.stderr) == (1, "")
    return ran.stdout


def files(kept: Path) -> list[Path]:
    return [path for path in kept.rglob("patterns.*") if not path.name.endswith(".pyc")]


def test_the_next_process_takes_what_one_has_kept(plan: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = check(plan, kept)
    (file,) = files(kept)
    assert "NUM407" in first
    written = file.read_bytes()
    assert check(plan, kept) == first
    assert file.read_bytes() == written


def test_what_is_kept_is_what_python_would_compile(plan: Path, tmp_path: Path) -> None:
    check(plan, tmp_path / "kept")
    (file,) = files(tmp_path / "kept")
    mark, data = file.read_bytes().split(b"\0", 1)
    kept = marshal.loads(data)
    assert mark.decode() == sys.version
    assert len(kept) > 100
    engine = sys.modules["_sre"]
    for (text, flags), made in kept.items():
        assert engine.compile(text, *made) == re.compile(text, flags)


def test_nothing_of_a_plan_is_kept(plan: Path, tmp_path: Path) -> None:
    assert "TXT713" in check(plan, tmp_path / "kept")
    (file,) = files(tmp_path / "kept")
    assert "棱镜".encode() not in file.read_bytes()


@pytest.mark.parametrize("left", [0, 30, 5_000])
def test_a_broken_file_is_made_anew(plan: Path, tmp_path: Path, left: int) -> None:
    kept = tmp_path / "kept"
    first = check(plan, kept)
    (file,) = files(kept)
    whole = file.read_bytes()
    file.write_bytes(whole[:left])
    assert check(plan, kept) == first
    assert len(file.read_bytes()) == len(whole)


@pytest.mark.parametrize(
    "damage", [lambda made: (made[0], made[1][:-3], *made[2:]), lambda made: made[:2], lambda _: 3]
)
def test_a_damaged_pattern_is_made_anew(plan: Path, tmp_path: Path, damage: Callable[[Any], Any]) -> None:
    kept = tmp_path / "kept"
    first = check(plan, kept)
    (file,) = files(kept)
    mark, data = file.read_bytes().split(b"\0", 1)
    whole = marshal.loads(data)
    file.write_bytes(mark + b"\0" + marshal.dumps({key: damage(made) for key, made in whole.items()}))
    assert check(plan, kept) == first
    assert marshal.loads(file.read_bytes().split(b"\0", 1)[1]) == whole


def test_nothing_is_made_where_it_cannot_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_bytes(b"")
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "taken"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    patterns.compiled("a pattern of this test alone")
    monkeypatch.setattr(marshal, "dumps", lambda _: pytest.fail("made for nothing"))
    patterns.keep()


def test_nothing_is_kept_where_python_keeps_no_bytecode(plan: Path, tmp_path: Path) -> None:
    check(plan, tmp_path / "kept", PYTHONDONTWRITEBYTECODE="1")
    assert not files(tmp_path / "kept")
