"""`plan diff` of two versions beside `plan check` of one of them: it has two to read, link and judge."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Task, alternate
from bench.plans import write_plan, write_revision
from bench.table import Line, megabytes, ratio, seconds

_LARGE = 10_000
_EVERY = 100
"""One project in so many has another amount in the new version."""


def revisions(root: Path, scratch: Path) -> list[Line]:
    """The real plan with its annex corrected, and a large one with an amount in a hundred changed in every file."""
    content, corrected = root / "content", scratch / "corrected"
    shutil.copytree(content, corrected)
    annex = corrected / "annex.yaml"
    annex.write_text(annex.read_text("utf-8").replace("in_period: 6553940", "in_period: 5085512"), "utf-8")
    large, revised = scratch / "large", scratch / "large-revised"
    write_plan(content, large, _LARGE)
    write_revision(large, revised, _EVERY)
    return [
        *_lines("content", content, corrected, 7, (0.6, None)),
        *_lines(f"{_LARGE // 1000} 000 projects", large, revised, 3, (3, 500)),
    ]


def _lines(what: str, old: Path, new: Path, rounds: int, limits: tuple[float, float | None]) -> Iterator[Line]:
    plan = str(Path(sys.executable).parent / "plan")
    tasks = {
        "check": Task(((plan, "check", str(old)),)),
        "diff": Task(((plan, "diff", str(old), str(new)),)),
        "json": Task(((plan, "diff", str(old), str(new), "--format", "json"),)),
    }
    runs = alternate(tasks, rounds)
    yield seconds(f"plan diff, {what}", runs["diff"].seconds, limits[0])
    yield seconds("  as JSON", runs["json"].seconds)
    yield seconds("  plan check of the old version", runs["check"].seconds)
    yield ratio("  plan diff over plan check", runs["diff"].over(runs["check"]), 1.6)
    yield megabytes("  peak memory", runs["diff"].peak, limits[1])
