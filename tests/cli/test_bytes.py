"""The same input gives the same bytes: elsewhere, at another time, in another locale, with other hashes."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Run

SECTION = """\
  - title: 图与表
    body:
      - 见[](#map)，产值[一百亿元](=output[2025])^[按当年价。]，*着重*，**强调**,半角。
      - figure: {id: map, title: 路网图, alt: 骨干路网, file: map.png}
      - figure: {title: 结构图, alt: 空间结构, file: map.svg}
      - chart: {id: course, kind: trajectory, of: [output]}
"""
OUTPUT = """\
id: more
title: 更多指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 产业
    indicators:
      - {id: output, name: 产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9" height="9" fill="teal"/></svg>'
OTHER = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "C", "PYTHONHASHSEED": "7", "COLUMNS": "40"}


@pytest.fixture
def full(plan: Path) -> Path:
    """The starter plan, with something of everything and a wrong figure."""
    with (plan / "chapters/overview.yaml").open("a", encoding="utf-8") as overview:
        overview.write(SECTION)
    indicators = plan / "indicators.yaml"
    first = indicators.read_text("utf-8")
    lines = (line for line in first.splitlines() if not line.startswith("#"))
    tables = (
        "\n".join(f"  {line}" for line in text.splitlines()).replace("  ", "- ", 1)
        for text in ("\n".join(lines), OUTPUT)
    )
    indicators.write_text("\n".join(tables), "utf-8")
    Image.new("RGB", (40, 30), "navy").save(plan / "map.png")
    (plan / "map.svg").write_text(SVG, "utf-8")
    return plan


def outputs(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def core(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read("docProps/core.xml").decode()


@pytest.mark.parametrize("options", [("--draft",), ("--draft", "--pdf-profile", "a", "--theme", "report")])
def test_identical_input_gives_identical_bytes(run: Run, full: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    elsewhere = tmp_path / "另一处" / "deeper"
    elsewhere.mkdir(parents=True)
    for path in sorted(full.rglob("*"), reverse=True):  # made in another order, at another time
        if path.is_file():
            copy = elsewhere / "copy" / path.relative_to(full)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    here = run("build", *options, "--out", str(tmp_path / "a"), cwd=full, SOURCE_DATE_EPOCH="1700000000")
    there = run("build", "copy", *options, "--out", "b", cwd=elsewhere, SOURCE_DATE_EPOCH="1700000000", **OTHER)
    assert (here.returncode, there.returncode) == (1, 1), here.stdout + here.stderr + there.stdout + there.stderr
    one, other = outputs(tmp_path / "a"), outputs(elsewhere / "b")
    assert {"plan.pdf", "plan.docx", "html/index.html"} <= one.keys()
    assert [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)] == []


def test_dates_are_those_of_the_plan_or_of_the_environment(run: Run, plan: Path, tmp_path: Path) -> None:
    entry = plan / "plan.yaml"
    lines = [line for line in entry.read_text("utf-8").splitlines() if not line.startswith("date:")]
    entry.write_text("\n".join(lines), "utf-8")
    found = []
    for name, epoch in (("a", "1700000000"), ("b", "1600000000"), ("c", "")):
        done = run("build", "--to", "pdf,docx", "--out", str(tmp_path / name), cwd=plan, SOURCE_DATE_EPOCH=epoch)
        assert done.returncode == 0, done.stdout
        found.append(outputs(tmp_path / name))
    for name in ("plan.pdf", "plan.docx"):
        assert len({output[name] for output in found}) == 3
    assert "2023-11-14T" in core(found[0]["plan.docx"])
    assert "dcterms" not in core(found[2]["plan.docx"]).replace("xmlns:dcterms", "")
