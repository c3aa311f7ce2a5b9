"""Counts of what follows them in running text and lists, and stretches of years."""

from datetime import date

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree


def _codes(body: str) -> list[str]:
    lines = "".join(f"      {line}\n" for line in body.splitlines())
    plan = f"title: 例\nperiod: 2026-2030\nchapters:\n  - title: 总则\n    body: |\n{lines}"
    findings = check(MemoryTree({"plan.yaml": plan}), today=date(2026, 1, 1), select=["TXT711", "TXT727"]).findings
    return [finding.kind.code for finding in findings]


@pytest.mark.parametrize(
    "body",
    [
        "重点实施五大工程：一是交通工程，二是水利工程，三是能源工程，四是数字工程。",
        "实施五大工程：\n\n- 强基工程\n- 提质工程\n- 扩容工程\n- 增效工程",
        "重点建设以下6个项目：\n\n1. 甲项目\n2. 乙项目\n3. 丙项目",
    ],
)
def test_a_count_that_its_items_belie_is_found(body: str) -> None:
    assert _codes(body) == ["TXT711"]


@pytest.mark.parametrize(
    "body",
    [
        "“十五五”时期（2026—2031年）投资100亿元。",
        "建设期2年（2026—2029年）。",
        "国企改革三年行动（2026—2030年）。",
        "大桥2026年开工，2024年建成。",
        "计划2028年开工、2027年竣工。",
    ],
)
def test_years_that_do_not_fit_are_found(body: str) -> None:
    assert _codes(body) == ["TXT727"]


@pytest.mark.parametrize(
    "body",
    [
        "桥梁建设期3年（2026—2028年），路网五年行动（2025—2030年）。",
        "“十五五”时期（2026—2030年）投资100亿元，“十四五”（2021—2025年）期间投资80亿元。",
        "水利工程分两期（2026—2027年、2028—2030年）实施。",
        "甲桥2026年开工，2028年建成；乙桥2027年开工、2027年底竣工。",
        "隧道2028年开工，跨江大桥2027年建成。",
        "重点实施五大工程：一是交通工程，二是水利工程，三是能源工程，四是数字工程，五是生态工程。",
        "建设五大平台，实施三大工程：一是交通工程，二是水利工程，三是能源工程。",
        "覆盖12个县：一是东部各县，二是西部各县。",
        "覆盖3个县：一是东部各县，二是西部各县。",
        "带动12个乡镇开展工作：\n\n- 甲项目\n- 乙项目",
        "重点建设以下3个项目：\n\n1. 甲项目\n2. 乙项目\n3. 丙项目",
    ],
)
def test_what_fits_is_left_alone(body: str) -> None:
    assert _codes(body) == []
