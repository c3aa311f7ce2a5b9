"""What the conformance tests of all formats share: documents of several plans, built once, and the validators.

`make conform` provides the validators: those of npm in the folder of `tool`, others on the PATH.
"""

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from plan_compiler.pipeline.building import Order, build
from plan_compiler.pipeline.checking import check
from plan_compiler.pipeline.formats import Format
from plan_compiler.read.tree import FolderTree, MemoryTree, Tree
from tests.conform.hostile import PLAN

ROOT = Path(__file__).parents[2]
PLANS: Mapping[str, Tree] = {
    "content": FolderTree(ROOT / "content"),
    "starter": FolderTree(ROOT / "templates/starter"),
    "starter-en": FolderTree(ROOT / "templates/starter-en"),
    **{case.parent.name: FolderTree(case) for case in sorted(ROOT.glob("tests/golden/cases/*/plan"))},
    "hostile": MemoryTree({"plan.yaml": PLAN}),
}
THEMES: Mapping[str, str] = {"charts": "report"}
"""The plans that are not written in their own theme."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a conformance test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("conform")


@pytest.fixture(scope="session", params=PLANS)
def documents(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with plan.docx, plan.pdf and html/ of each of PLANS in turn, also where a plan has findings."""
    folder = tmp_path_factory.mktemp(request.param)
    tree = PLANS[request.param]
    checked = check(tree)
    assert checked.source is not None
    assert checked.linked is not None
    # What has errors is written as a draft; few machines have a glyph for every character of the hostile plan.
    draft = checked.findings if checked.fails or request.param == "hostile" else None
    order = Order(frozenset(Format), folder, draft=draft, theme=THEMES.get(request.param))
    built = build(tree, checked.source, checked.linked, order, lambda _: None)
    assert built.written, built.findings
    return folder


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders of the shipped plan: figures, texts, projects and chapters came, changed, went and moved."""
    folder = tmp_path_factory.mktemp("versions")
    old, new = folder / "旧稿", folder / "新稿"
    for version in (old, new):
        shutil.copytree(ROOT / "content", version)
    for file in new.rglob("*.yaml"):
        text = file.read_text("utf-8").replace("2025: 220", "2025: 230").replace("推进", "加快推进")
        text = text.replace("total: 56981", "total: 56982").replace("period: 2019-2024", "period: 2019-2025")
        text = text.replace("  - chapters/space.yaml\n", "")
        water = "  - chapters/water.yaml\n"
        text = text.replace(water, "").replace("  - chapters/clusters.yaml\n", f"{water}  - chapters/clusters.yaml\n")
        file.write_text(text, "utf-8")
    return old, new


def tool(name: str) -> Path:
    """The program `name` of the npm packages in tests/conform/package.json."""
    return Path(sys.prefix) / "conform/node_modules/.bin" / name


def run(command: Sequence[str | Path], seconds: int = 120) -> subprocess.CompletedProcess[str]:
    """The finished `command`; a failed assertion where it is not installed."""
    assert shutil.which(command[0]), f"{command[0]} is missing: make conform installs it"
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds)
