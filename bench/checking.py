"""`plan check` beside yamllint and check-jsonschema: the same files, linted for layout and for shape."""

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Command, Runs, Task, alternate
from bench.plans import write_plan
from bench.table import Line, megabytes, ratio, seconds

SIZES = {70: 5, 1000: 5, 10_000: 3}
"""How many projects, and how many rounds of it."""

_LAYOUT = "{extends: default, rules: {line-length: disable, document-start: disable, empty-lines: disable}}"
_SCHEMAS = {
    "plan": "plan.yaml",
    "annex": "annex.yaml",
    "indicators": "indicators.yaml",
    "organizations": "organizations.yaml",
    "glossary": "glossary.yaml",
    "facts": "facts.yaml",
    "assertions": "assertions.yaml",
    "waivers": "waivers.yaml",
    "table": "tables/*.yaml",
    "chapter": "chapters/*.yaml",
    "category": "projects/*.yaml",
}


def real_plan(root: Path) -> list[Line]:
    """The plan of content/, as it is."""
    runs = alternate(_tasks(root / "content", root / "schemas"), rounds=7)
    check = runs["check"]
    return [
        seconds(f"plan check content{_status(check)}", check.seconds, 0.4),
        *_rivals(runs),
        ratio("  plan check over both together", _over_both(runs), 0.5),
        megabytes("  peak memory", check.peak),
    ]


def generated_plans(root: Path, scratch: Path) -> list[Line]:
    """Plans of growing size."""
    lines: list[Line] = []
    times: dict[int, float] = {}
    for size, rounds in SIZES.items():
        folder = scratch / f"{size}-projects"
        write_plan(root / "content", folder, size)
        runs = alternate(_tasks(folder, root / "schemas"), rounds)
        times[size] = runs["check"].seconds
        lines += _size_lines(size, runs)
    small, middle, large = SIZES
    growth = (times[large] - times[small]) / (times[middle] - times[small])
    proportion = growth / ((large - small) / (middle - small))
    what = f"growth from {_spaced(middle)} to {_spaced(large)} projects, over linear"
    return [*lines, ratio(what, proportion, 1.15)]


def _size_lines(size: int, runs: dict[str, Runs]) -> Iterator[Line]:
    check = runs["check"]
    large = size == max(SIZES)
    name = f"plan check, {_spaced(size)} projects"
    yield seconds(f"{name}{_status(check)}", check.seconds, 2 if large else None)
    yield from _rivals(runs)
    if large:
        yield ratio("  plan check over both together", _over_both(runs), 0.1)
    else:
        yield Line("  plan check over both together", f"{_over_both(runs):.2f} ×")
    yield megabytes("  peak memory", check.peak, 300 if large else None)


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _rivals(runs: dict[str, Runs]) -> Iterator[Line]:
    for name in ("yamllint", "check-jsonschema"):
        yield seconds(f"  {name}{_status(runs[name])}", runs[name].seconds)


def _over_both(runs: dict[str, Runs]) -> float:
    return runs["check"].over(runs["yamllint"], runs["check-jsonschema"])


def _status(runs: Runs) -> str:
    return f" (exit {runs.status})" if runs.status else ""


def _tasks(folder: Path, schemas: Path) -> dict[str, Task]:
    tools = Path(sys.executable).parent
    return {
        "check": Task(((str(tools / "plan"), "check", str(folder)),)),
        "yamllint": Task(((str(tools / "yamllint"), "-d", _LAYOUT, str(folder)),)),
        "check-jsonschema": Task(tuple(_schema_checks(str(tools / "check-jsonschema"), folder, schemas))),
    }


def _schema_checks(tool: str, folder: Path, schemas: Path) -> Iterator[Command]:
    """One run for each schema, which is how the tool is used: it takes one schema and any number of files."""
    for schema, pattern in _SCHEMAS.items():
        files = [str(file) for file in sorted(folder.glob(pattern))]
        if files:
            yield (tool, "--schemafile", str(schemas / f"{schema}.schema.json"), *files)
