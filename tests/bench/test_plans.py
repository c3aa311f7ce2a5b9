"""The generated plans of the benchmark are sound plans: what is measured is checking, not the reporting of faults."""

import re
from pathlib import Path

import pytest

from bench.plans import write_plan
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import FolderTree

CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize("size", [1, 70, 150])
def test_a_generated_plan_passes_with_as_many_projects_as_asked(tmp_path: Path, size: int) -> None:
    write_plan(CONTENT, tmp_path, size)
    checked = check(FolderTree(tmp_path))
    assert checked.linked is not None
    assert not checked.fails
    annex = checked.linked.plan.annex
    assert annex is not None
    assert sum(len(category.projects) for category in annex.categories) == size


def test_each_real_project_comes_once_before_any_comes_again(tmp_path: Path) -> None:
    write_plan(CONTENT, tmp_path, 30)
    real, taken = (_projects(folder) for folder in (CONTENT, tmp_path))
    assert len(taken) == len(set(taken)) == 30
    assert set(taken) <= set(real)


def _projects(plan: Path) -> list[str]:
    return [line for file in (plan / "projects").glob("*.yaml") for line in re.findall("  - id: .*", file.read_text())]
