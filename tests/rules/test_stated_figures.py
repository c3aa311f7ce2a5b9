"""Figures in texts that are bound to others: what differs, and what is the same figure in other words."""

import pytest

from plan_compiler.diagnostics import Finding
from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree
from plan_compiler.report.wording import Speaker
from tests.rules.plans import codes, in_text

HOME = "拆除[12157户](:=demolished)，投入[78.1亿元](:=spent)，约[300亿元](:=planned)，两处[3户](:=a)、[4户](:=b)。"


def differs(figure: str) -> bool:
    text = f"title: 规划\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: '{HOME}又作{figure}。'\n"
    codes = [finding.kind.code for finding in check(MemoryTree({"plan.yaml": text})).findings]
    return "NUM401" in codes


@pytest.mark.parametrize("figure", ["[12158户](=demolished)", "[78.2亿元](=spent)"])
def test_a_figure_that_is_printed_again_is_the_same(figure: str) -> None:
    assert differs(figure)


@pytest.mark.parametrize(
    "figure",
    [
        "[12157户](=demolished)",
        "[1.2万户](=demolished)",
        "[78亿元](=spent)",
        "[78.10亿元](=spent)",
        "[781000万元](=spent)",
        "[超过78亿元](=spent)",
        "[310亿元](=planned)",
        "[156.2亿元](=spent * 2)",
        "[156.3亿元](=spent * 2)",
    ],
)
def test_other_prints_of_a_figure_agree(figure: str) -> None:
    assert not differs(figure)


FALL = "能耗由[100吨](:=q0)到[88吨](:=q1)，"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下降[12%](=growth(q1, q0))", []),
        ("下降约[12%](=growth(q1, q0))", []),
        ("下降超过[10%](=growth(q1, q0))", []),
        ("下降[12%](=1 - q1 / q0)", []),
        ("减少[12吨](=q1 - q0)", []),
        ("减少[12吨](=q0 - q1)", []),
        ("下降[20%](=growth(q1, q0))", ["NUM401"]),
        ("下降超过[20%](=growth(q1, q0))", ["NUM401"]),
        ("下降[14%](=growth(q0, q1))", ["NUM401"]),
        ("增长[12%](=growth(q1, q0))", ["NUM401"]),
        ("为[12%](=growth(q1, q0))", ["NUM401"]),
    ],
)
def test_a_fall_is_told_by_a_positive_figure(text: str, expected: list[str]) -> None:
    assert codes(in_text(f"{FALL}{text}。")) == expected


def test_a_fall_in_english() -> None:
    head = "title: Plan\nperiod: 2021-2025\nlanguage: en\n"
    text = "Use went from [100 tonnes](:=q0) to [88 tonnes](:=q1), a fall of [12%](=growth(q1, q0))."
    assert codes(in_text(text, head)) == []


def test_both_figures_are_told_as_they_are_worded() -> None:
    (found,) = in_text("共投入约[300亿元](:=planned)，其中不低于[500亿元](=planned)。")
    args = found.diagnostic.args
    assert (args["stated"], args["computed"]) == ("不低于500亿元", "约300亿元")
    assert [related.args["value"] for related in found.related] == ["约300亿元"]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("每千人[7.05张](=beds / people * 1000)", []),
        ("每万人[70.5张](=beds / people)", []),
        ("每千人[7.15张](=beds / people * 1000)", ["NUM401"]),
    ],
)
def test_a_figure_per_so_many_people(figure: str, expected: list[str]) -> None:
    assert codes(in_text(f"床位[5860张](:=beds)，人口[83.1万人](:=people)，{figure}。")) == expected


_BUDGET = """\
id: budget
title: 预算表
unit: {unit}
columns: {{y1: 甲年, y2: 乙年, sum: {{title: 合计, formula: y1 + y2}}}}
rows:
  - {{title: 道路, y1: 200000, y2: 253000}}
"""


def _quoting(figure: str, unit: str) -> tuple[Finding, ...]:
    plan = f"title: 规划\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: 共{figure}。\n"
    return check(
        MemoryTree({"plan.yaml": plan, "tables/budget.yaml": _BUDGET.format(unit=unit)}), select=("NUM",)
    ).findings


def test_what_is_computed_in_another_unit_is_told_as_a_planner_would_write_it() -> None:
    (found,) = _quoting("[45.7亿元](=budget.道路.sum)", "万元")
    assert found.diagnostic.args["computed"] == "45.3亿元"


def test_the_unit_of_a_table_may_be_what_is_wrong() -> None:
    (found,) = _quoting("[45.3亿元](=budget.道路.sum)", "亿元")
    args = found.diagnostic.args
    assert (found.diagnostic.explanation, args["source"], args["unit"], args["meant"]) == (
        "units",
        "预算表",
        "亿元",
        "万元",
    )


def test_where_a_unit_seems_wrong_the_figure_is_quoted_in_its_own() -> None:
    table = (
        "id: t\ntitle: 指标\ncolumns: {2020: 实际, 2025: 目标}\ngroups:\n  - title: 水\n    indicators:\n"
        "      - {id: water, name: 用水总量, unit: 亿立方米, attribute: 预期性, values: {2020: 2.10, 2025: 2.18}}\n"
    )
    plan = "title: 规划\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: 到2025年，用水总量为2.18万立方米。\n"
    (found,) = check(MemoryTree({"plan.yaml": plan, "indicators.yaml": table}), select=("NUM",)).findings
    assert (found.kind.code, found.diagnostic.args["quoted"]) == ("NUM402", "2.18亿立方米")


SUMMED = """\
title: 规划
period: 2021-2025
chapters:
  - title: 总则
    body: '总投资{text}。'
"""
BUDGET = """\
id: budget
title: 投资预算
unit: 亿元
columns: {2021: 2021, 2022: 2022, total: {title: 合计, formula: 2021+2022}}
rows:
  - {id: central, title: 中央, 2021: 3.4, 2022: 3.3}
  - {id: local, title: 地方, 2021: 3.4, 2022: 3.3}
  - {id: all, title: 合计, role: total}
"""
ANNEX = """\
id: annex
title: 项目表
unit: 亿元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路工程, scope: 长一公里, nature: 新建, period: 2021-2023, total: 3.4, in_period: 3.3, owner: 建设局}
      - {id: r2, name: 乙桥工程, scope: 宽九米, nature: 新建, period: 2021-2023, total: 3.3, in_period: 3.3, owner: 建设局}
"""


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("[13.4亿元](=budget.all.total)", False),
        ("[13.5亿元](=budget.all.total)", True),
        ("[6.7亿元](=budget.central.total)", False),
        ("[6.8亿元](=budget.central.total)", True),
        ("[6.7亿元](=budget.all[2021])", True),
        ("[13亿元](=budget.all.total)", False),
        ("[134000万元](=budget.all.total)", False),
        ("约[13.5亿元](=budget.all.total)", False),
        ("[13.5亿元](=budget.all[2021] + budget.all[2022])", False),
        ("[6.7亿元](=roads.total)", False),
        ("[6.8亿元](=annex.total)", True),
    ],
)
def test_a_sum_that_a_table_prints_is_printed_again_as_it_stands(text: str, is_found: bool) -> None:
    tree = MemoryTree({"plan.yaml": SUMMED.format(text=text), "tables/budget.yaml": BUDGET, "annex.yaml": ANNEX})
    found = [finding for finding in check(tree).findings if finding.kind.code == "NUM401"]
    assert bool(found) is is_found


def test_a_sum_that_is_stated_may_have_been_added_up_before_it_was_rounded() -> None:
    stated = BUDGET.replace("role: total}", "role: total, stated: {2021: 6.8, 2022: 6.6, total: 13.5}}")
    tree = MemoryTree({"plan.yaml": SUMMED.format(text="[13.5亿元](=budget.all.total)"), "tables/budget.yaml": stated})
    assert "NUM401" not in [finding.kind.code for finding in check(tree).findings]


def test_a_unit_behind_the_brackets_is_told_to_stand_within() -> None:
    (finding,) = [f for f in in_text("投入[78.1亿元](:=spent)，又作[78.1](=spent)亿元。") if f.kind.code == "REF106"]
    assert Speaker("zh-CN").hint(finding) == "单位也写进方括号：[78.1亿元](=spent)"


def test_a_rate_of_growth_without_years_is_told_how_to_have_them() -> None:
    text = "由[100吨](:=q0)到[121吨](:=q1)，年均增长[10%](=cagr(q1, q0))。"
    (finding,) = [f for f in in_text(text) if f.kind.code == "NUM490"]
    assert Speaker("zh-CN").hint(finding) == "写明年数，如：cagr(q1, q0, 5)"
    assert codes(in_text(text.replace("q0))", "q0, 2))"))) == []
