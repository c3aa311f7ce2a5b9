"""Plans of any size, made of the real projects of content/ that `plan check` finds nothing wrong with, over and over.

A copy keeps its lines as they are, but for the names it defines: a project's id, and the figures defined in its scope. A form
that leans on a figure outside the project becomes its printed text. Subtotals are those of the projects.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Set
from itertools import count, islice
from pathlib import Path

from msgspec import Struct

_PROJECT = re.compile(r"(?m)^(?=  - id: )")
_ID = re.compile(r"(?m)^  - id: (\S+)$")
_NAME = re.compile(r"(?m)^(    name: .*)$")
_DEFINED = re.compile(r"\(:=([^()]+)\)")
_CHECKED = re.compile(r"\[([^\[\]]+)\]\(=([^()]+)\)")
_WORD = re.compile(r"[^\W\d]\w*")
_AMOUNTS = re.compile(r"(?m)^    total: (\d+)\n    in_period: (\d+)$")


class _Category(Struct, frozen=True):
    file: str
    id: str
    title: str
    projects: tuple[str, ...]


def write_plan(content: Path, folder: Path, size: int) -> None:
    """Write into `folder` a plan of `size` projects like those of `content`."""
    faulty = _faulty(content)
    categories = tuple(_read(file, faulty) for file in sorted((content / "projects").glob("*.yaml")))
    (folder / "chapters").mkdir(parents=True)
    (folder / "projects").mkdir()
    shutil.copy(content / "organizations.yaml", folder)
    (folder / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    (folder / "chapters" / "overview.yaml").write_text(_CHAPTER, encoding="utf-8")
    taken: dict[_Category, list[str]] = {}
    for category, project in islice(_endless(categories), size):
        taken.setdefault(category, []).append(project)
    totals = {category: _totals(projects) for category, projects in taken.items()}
    for category, projects in taken.items():
        text = _category(category, projects, totals[category])
        (folder / category.file).write_text(text, encoding="utf-8")
    total, in_period = (sum(column) for column in zip(*totals.values(), strict=True))
    files = "".join(f"  - {category.file}\n" for category in taken)
    (folder / "annex.yaml").write_text(_ANNEX.format(total=total, in_period=in_period, files=files), encoding="utf-8")


def write_revision(plan: Path, folder: Path, every: int) -> None:
    """Write into `folder` the plan of `plan` with another amount in one of `every` projects, in all files of projects."""
    shutil.copytree(plan, folder)
    for file in sorted((folder / "projects").glob("*.yaml")):
        before, *projects = _PROJECT.split(file.read_text(encoding="utf-8"))
        revised = (_raised(text) if number % every == 0 else text for number, text in enumerate(projects))
        file.write_text("".join((before, *revised)), encoding="utf-8")


def _raised(project: str) -> str:
    return _AMOUNTS.sub(lambda found: f"    total: {int(found[1]) + 7}\n    in_period: {found[2]}", project)


def _faulty(content: Path) -> frozenset[str]:
    """The ids that findings name. The check runs in a process of its own: this one stays small, and so do its children."""
    command = [
        sys.executable,
        "-m",
        "plan_compiler.cli.main",
        "check",
        str(content),
        "--no-waivers",
        "--format",
        "json",
    ]
    report = subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout
    if not report:
        raise SystemExit(f"{content} could not be checked")
    return frozenset(finding["entity"] for finding in json.loads(report)["findings"])


def _read(file: Path, faulty: Set[str]) -> _Category:
    head, *projects = _PROJECT.split(file.read_text(encoding="utf-8"))
    fields = dict(re.findall(r"(?m)^(id|title): (.*)$", head))
    texts = tuple(_alone(text) for text in projects if faulty.isdisjoint(_ID.findall(text)))
    return _Category(f"projects/{file.name}", fields["id"], fields["title"], texts)


def _alone(project: str) -> str:
    """The project without forms that need what stands elsewhere."""
    known = {*_names(project), "self", "total", "in_period"}
    return _CHECKED.sub(lambda form: form[0] if known.issuperset(_WORD.findall(form[2])) else form[1], project)


def _names(project: str) -> list[str]:
    return [*_ID.findall(project), *_DEFINED.findall(project)]


def _endless(categories: tuple[_Category, ...]) -> Iterator[tuple[_Category, str]]:
    for round_ in count():
        for category in categories:
            for project in category.projects:
                yield category, project if round_ == 0 else _copy(project, round_)


def _copy(project: str, number: int) -> str:
    named = _NAME.sub(rf"\1（第{number}批）", project, count=1)
    names = "|".join(re.escape(name) for name in sorted(_names(project), key=len, reverse=True))
    return re.sub(rf"(?<!\w)({names})(?!\w)", rf"\1_{number}", named)


def _totals(projects: list[str]) -> tuple[int, int]:
    amounts = [_AMOUNTS.search(project) for project in projects]
    pairs = [(int(found[1]), int(found[2])) for found in amounts if found]
    if len(pairs) != len(projects):
        raise ValueError("a project's total and in_period are not two whole numbers on lines of their own")
    return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)


def _category(category: _Category, projects: list[str], totals: tuple[int, int]) -> str:
    head = f"id: {category.id}\ntitle: {category.title}\nstated:\n  total: {totals[0]}\n  in_period: {totals[1]}\n"
    return f"{head}projects:\n{''.join(projects)}"


_PLAN = """title: 大型规划
period: 2021-2025
base: 2020
chapters:
  - chapters/overview.yaml
"""

_CHAPTER = """title: 概述
body: |
  项目详见[](#annex)，总投资{{ annex.total }}。
"""

_ANNEX = """id: annex
title: 重大项目安排表
unit: 万元
stated:
  total: {total}
  in_period: {in_period}
categories:
{files}"""
