"""The command line as a person uses it: whole processes in a folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `plan` with the given arguments in the test's folder (or in `cwd`)."""

    def _run(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        command = [sys.executable, "-m", "plan_compiler.cli.main", *arguments]
        return subprocess.run(
            command, cwd=cwd or tmp_path, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )

    return _run


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    """A fresh plan made by `plan init`."""
    assert run("init", "plan").returncode == 0
    return tmp_path / "plan"
