"""`plan log` on a repository of a thousand commits, beside what git itself takes to tell which files they changed."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Task, alternate
from bench.table import Line, seconds

_COMMITS = 1_000
_WHO = "bench <bench@example.org>"


def histories(root: Path, scratch: Path) -> list[Line]:
    """The real plan, an indicator and an amount of a project changed by turns, and the texts in between."""
    plan = scratch / "history"
    shutil.copytree(root / "content", plan)
    subprocess.run(["git", "init", "-q", "-b", "main", str(plan)], check=True)
    stream = "".join(_stream(plan)).encode()
    subprocess.run(["git", "-C", str(plan), "fast-import", "--quiet"], input=stream, check=True)
    command = str(Path(sys.executable).parent / "plan")
    tasks = {
        "log": Task(((command, "log", "output", "--plan", str(plan)),)),
        "git": Task((("git", "-C", str(plan), "log", "--raw", "--no-renames", "--no-abbrev"),)),
    }
    runs = alternate(tasks, 5)
    return [
        seconds(f"plan log, {_COMMITS:,} commits", runs["log"].seconds, 3),
        seconds("  git log --raw", runs["git"].seconds),
    ]


def _stream(plan: Path) -> Iterator[str]:
    """The commits as `git fast-import` takes them: all files, then one of the table, a chapter and the projects a time."""
    files = {str(path.relative_to(plan)): path.read_text("utf-8") for path in sorted(plan.rglob("*.yaml"))}
    yield _commit(0, files)
    turns = [name for name in files if name == "indicators.yaml" or name.startswith(("chapters/", "projects/"))]
    for number in range(1, _COMMITS):
        name = turns[number % len(turns)]
        files[name] = re.sub(r"2025: \d+", f"2025: {221 + number}", files[name], count=1) + f"# {number}\n"
        yield _commit(number, {name: files[name]})


def _commit(number: int, files: dict[str, str]) -> str:
    message = f"change {number}"
    head = f"commit refs/heads/main\ncommitter {_WHO} {1_700_000_000 + number * 3600} +0000\n"
    changes = "".join(f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n" for name, text in files.items())
    return f"{head}data {len(message)}\n{message}\n{changes}\n"
