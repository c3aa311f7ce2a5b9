"""Golden cases of revisions: three stories that plans live through, told of the published plan.

To accept what has changed, after reading the diff: ``PLAN_GOLDEN=accept pytest tests/golden``.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from plan_compiler.diff.script import applied, plain_plan
from plan_compiler.pipeline.checking import Asked, judged, load
from plan_compiler.pipeline.comparing import compare, linked_version
from plan_compiler.read.tree import MemoryTree
from plan_compiler.report.paths import Paths
from plan_compiler.report.review_json import review_json
from plan_compiler.report.review_markdown import review_markdown
from plan_compiler.report.review_text import review_text
from plan_compiler.report.revision import Revision, Side
from tests.golden import test_golden

CONTENT = Path(__file__).parents[2] / "content"
Edits: TypeAlias = tuple[tuple[str, str, str], ...]
"""What is written instead of what, by file."""

_INDUSTRY, _INFRASTRUCTURE = "projects/industry.yaml", "projects/infrastructure.yaml"
_LAST = "owner: jiantou\n\n  - id: 产25"
STORIES: Mapping[str, Edits] = {
    "subtotal_correction": (
        (_INFRASTRUCTURE, "in_period: 1006017", "in_period: 705389"),
        (_INDUSTRY, "in_period: 3328925", "in_period: 2161125"),
        ("annex.yaml", "in_period: 6553940", "in_period: 5085512"),
        ("waivers.yaml", "# —— 附表：", "# —— 正文与表1不一致 ——\n"),
    ),
    "midterm_adjustment": (
        ("indicators.yaml", "values: {2020: 78, 2023: 120, 2025: 220}", "better: higher\n        values: {2020: 78, 2023: 120, 2025: 200}"),
        ("indicators.yaml", "values: {2020: 21, 2023: 36.3, 2025: 52.3}", "values: {2020: 21.0, 2023: 36.3, 2025: 55}"),
        ("indicators.yaml", "values: {2020: 10, 2023: 25, 2025: 35}", "better: higher\n        values: {2020: 12, 2023: 25, 2025: 38}"),
        ("indicators.yaml", "attribute: 约束性\n        values: {2020: 90, 2023: 100, 2025: 100}", "attribute: 预期性\n        values: {2020: 90, 2023: 100, 2025: 98}"),
        ("chapters/approach.yaml", "亩均税收应[不低于60万元]", "亩均税收应[不低于70万元]"),
        (_INDUSTRY, "period: 2020-2023", "period: 2020-2025"),
    ),
    "project_split": (
        (_INDUSTRY, "    total: 148000\n    in_period: 146000\n    owner: jiantou\n", "    total: 100000\n    in_period: 98000\n    owner: jiantou\n"),
        (
            _INDUSTRY,
            "  - id: 产25\n",
            "  - id: 产24_2\n    name: 科研型企业总部园项目一期（配套用房）\n    scope: 企业总部园项目一期配套用房及室外工程\n"
            "    nature: 新建\n    period: 2022-2024\n    total: 48000\n    in_period: 48000\n    owner: jiantou\n\n  - id: 产25\n",
        ),
        (_INDUSTRY, "id: 产23\n    name: 互联网服务中心", "id: 产23_new\n    name: 互联网服务中心"),
    ),
}  # fmt: skip


@cache
def files(story: str) -> dict[str, str]:
    """The files of content/, as the story leaves them."""
    found = {p.relative_to(CONTENT).as_posix(): p.read_text("utf-8") for p in CONTENT.rglob("*") if p.is_file()}
    for file, old, new in STORIES.get(story, ()):
        assert old in found[file], (file, old)
        end = found[file].index("# —— 正文") + len("# —— 正文与表1不一致 ——\n") if file == "waivers.yaml" else 0
        text = found[file]
        found[file] = text[: text.index(old)] + new + text[end:] if end else text.replace(old, new, 1)
    return found


@cache
def revision(story: str, language: str, old: str = "公布稿", new: str = "修订稿") -> Revision:
    found = compare(MemoryTree(files("")), MemoryTree(files(story)))
    here = Path("/plan")
    return Revision(
        Side(old, found.old.linked, found.old.source.spans.span, Paths(here, here)),
        Side(new, found.new.linked, found.new.source.spans.span, Paths(here, here)),
        found.changes,
        found.findings,
        language,
    )


@pytest.mark.parametrize("story", STORIES)
def test_what_is_told(story: str) -> None:
    case = f"revisions/{story}"
    test_golden.compare(case, "review.zh.txt", review_text(revision(story, "zh-CN")))
    test_golden.compare(case, "review.en.txt", review_text(revision(story, "en")))
    test_golden.compare(case, "review.md", review_markdown(revision(story, "zh-CN")))


@pytest.mark.parametrize("story", STORIES)
def test_the_json_makes_the_revision_of_the_published_plan(story: str) -> None:
    found = revision(story, "zh-CN")
    made = applied(found.old.linked.plan, json.loads(review_json(found))["changes"])
    assert plain_plan(made)["annex"] == plain_plan(found.new.linked.plan)["annex"]
    assert plain_plan(made)["chapters"] == plain_plan(found.new.linked.plan)["chapters"]


@pytest.mark.parametrize(
    ("story", "codes"),
    [
        ("subtotal_correction", []),
        ("midterm_adjustment", ["REV101", "REV102", "REV103", "REV106", "REV301"]),
        ("project_split", []),
    ],
)
def test_rules_on_revisions(story: str, codes: list[str]) -> None:
    old = linked_version(MemoryTree(files("")))
    checked = judged(load(MemoryTree(files(story))), Asked(date(2026, 1, 1), select=("REV",)), old)
    assert sorted(f.kind.code for f in checked.findings) == codes


@pytest.mark.parametrize("page", ["diff.md", "diff.zh-CN.md"])
def test_the_worked_example_shows_what_is_printed(page: str) -> None:
    told = review_text(revision("subtotal_correction", "zh-CN", "HEAD", "content"))
    text = (CONTENT.parent / "docs" / page).read_text("utf-8")
    example = text.partition("```text\n$ plan diff\n")[2].partition("…\n```\n")[0]
    assert example
    assert told.startswith(example)
