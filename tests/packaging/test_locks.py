"""The locks name a version and its hashes for every package, and no place to take it from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = [ROOT / "requirements" / name for name in ("runtime.txt", "dev.txt")]
ENTRY = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9A-Za-z.]+) \\\n( +--hash=sha256:[0-9a-f]{64} \\\n)* +--hash=sha256:[0-9a-f]{64}"
)


def _entries(lock: Path) -> dict[str, str]:
    return {match["name"]: match["version"] for match in ENTRY.finditer(lock.read_text())}


def _names(requirements: list[str]) -> set[str]:
    """Names in the form that indexes compare: lower case, runs of ``-_.`` as one hyphen."""
    return {re.sub(r"[-_.]+", "-", re.split(r"[<>=!~ \[]", line, maxsplit=1)[0]).lower() for line in requirements}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_nothing_but_versions_and_hashes(lock: Path) -> None:
    rest = ENTRY.sub("", lock.read_text())
    assert [line for line in rest.splitlines() if line and not line.lstrip().startswith("#")] == []
    assert re.search(r"://|--[a-z]|/\w+/", rest) is None


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = _names(project["project"]["dependencies"]) | _names(project["build-system"]["requires"])
    assert asked <= set(_entries(LOCKS[0]))


def test_the_tools_are_locked() -> None:
    lines = [line for line in (ROOT / "requirements" / "dev.in").read_text().split("\n") if line and line[0] != "#"]
    assert _names(lines) <= set(_entries(LOCKS[1]))


def test_both_locks_agree_where_they_meet() -> None:
    runtime, dev = map(_entries, LOCKS)
    assert {name: dev[name] for name in runtime.keys() & dev.keys()} == {
        name: runtime[name] for name in runtime.keys() & dev.keys()
    }
