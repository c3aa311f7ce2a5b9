"""Titles that name the plan before, and those that may."""

import pytest

from tests.rules.plans import ROW, findings, subjects

PLAN = "title: 新区规划\nperiod: 2026-2030\nchapters:\n"
PROJECT = "".join(f"        {name}: {value}\n" for name, value in {**ROW, "period": "2026-2028"}.items())


def annex(title: str) -> str:
    """An annex of this title."""
    return (
        f"id: annex\ntitle: {title}\nunit: 万元\ncategories:\n  - id: works\n    title: 工程\n    projects:\n"
        f"      - id: r1\n        name: 滨河路工程\n{PROJECT}"
    )


def found(title: str = "总则", body: str = "正文。", **files: str) -> list[str | None]:
    """The names of other plans that are found in a plan with a chapter of this title."""
    plan = f"{PLAN}  - title: {title}\n    body:\n      - |\n        {body}\n"
    return subjects(findings({"plan.yaml": plan, **{f"{name}.yaml": text for name, text in files.items()}}), "TXT750")


def box(title: str, heading: str = "重点任务") -> list[str | None]:
    """The same with a box of this title."""
    plan = (
        f"{PLAN}  - title: {heading}\n    body:\n      - box:\n          title: {title}\n          body: 新建一座。\n"
    )
    return subjects(findings({"plan.yaml": plan}), "TXT750")


@pytest.mark.parametrize("title", ["“十四五”重大项目安排表", "2021—2025年重大项目安排表", "新区“十四五”重点工程清单"])
def test_the_annex_is_of_its_own_plan(title: str) -> None:
    assert found(annex=annex(title)) == ["十四五" if "十四五" in title else "2021—2025年"]


@pytest.mark.parametrize(
    "title",
    [
        "“十五五”重大项目安排表",
        "2026—2030年重大项目安排表",
        "重大项目安排表",
        "“十四五”结转和“十五五”新建重大项目表",
        "“十四五”结转项目表",
        "“十四五”重大项目完成情况表",
        "2026—2028年重大项目安排表",
        "2026年重大项目计划表",
    ],
)
def test_right_titles_of_the_annex_are_left_alone(title: str) -> None:
    assert found(annex=annex(title)) == []


def test_boxes_and_headings_of_targets_are_of_their_own_plan() -> None:
    assert box("“十四五”文化惠民工程") == ["十四五"]
    assert found("“十四五”时期发展目标") == ["十四五"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("“十五五”文化惠民工程", "重点任务"),
        ("“十四五”文化惠民工程", "发展基础"),
        ("“十四五”重点工程建设成效", "重点任务"),
        ("落实《国家“十四五”规划》重点任务", "重点任务"),
        ("“十四五”以来的重点项目", "重点任务"),
        ("文化惠民工程", "重点任务"),
    ],
)
def test_boxes_on_what_came_of_the_plan_before_are_left_alone(title: str, heading: str) -> None:
    assert box(title, heading) == []


@pytest.mark.parametrize(
    "title",
    ["“十四五”主要目标完成情况", "过去五年“十四五”目标回顾", "“十四五”与“十五五”目标比较", "面向2035年的远景目标"],
)
def test_headings_that_look_back_are_left_alone(title: str) -> None:
    assert found(title) == []


@pytest.mark.parametrize(
    ("title", "period", "named"),
    [
        ("新区“十四五”数字经济发展规划", "2026-2030", ["十四五"]),
        ("新区数字经济发展规划（2021—2025年）", "2026-2030", ["2021—2025年"]),
        ("新区“十五五”数字经济发展规划", "2021-2025", []),
        ("新区“十五五”数字经济发展规划", "2026-2030", []),
        ("新区“十四五”规划和2035年远景目标纲要", "2021-2035", []),
        ("新区“十四五”规划实施总结评估报告", "2026-2030", []),
        ("新区国土空间规划（2021—2035年）", "2021-2035", []),
        ("新区数字经济发展规划", "2026-2030", []),
    ],
)
def test_the_plan_is_called_after_its_own_period(title: str, period: str, named: list[str]) -> None:
    plan = f"title: {title}\nperiod: {period}\nchapters:\n  - title: 总则\n    body: 正文。\n"
    assert subjects(findings({"plan.yaml": plan}), "TXT750") == named
