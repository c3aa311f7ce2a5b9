"""Figures that may be of another place, of a part, or beyond a target: no errors, whatever else is said of them."""

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree

PLAN = """\
title: 云溪县发展规划
period: 2026-2030
chapters:
  - title: 发展
    sections:
      - {{title: {heading}, body: {body}}}
      - {{title: 指标, body: '见[](#t)。'}}
indicators:
  - id: t
    title: 指标
    columns: {{2020: 基期, 2025: 现状, 2028: 中期, 2030: 目标}}
    note: {note}
    groups:
      - title: 经济
        indicators:
          - {{id: retail, name: 社会消费品零售总额, unit: 亿元, attribute: 预期性, values: {{2025: 104.6, 2030: 150}}}}
          - {{id: energy, name: 能耗累计降低, unit: '%', attribute: 约束性, cumulative: true, values: {{2020: 16.2, 2025: 14.5, 2028: 7.5, 2030: {last}}}}}
"""
NOTE = "“[]”内为五年累计值。"


def found(body: str, heading: str = "总体", note: str = NOTE, last: str = "12") -> list[str]:
    """The codes and severities of what is found."""
    text = PLAN.format(heading=heading, body=body, note=note, last=last)
    findings = check(MemoryTree({"plan.yaml": text}), select=["NUM", "IND201", "IND215"]).findings
    return [f"{finding.kind.code} {finding.kind.severity}" for finding in findings]


@pytest.mark.parametrize(
    "body",
    [
        "2025年，社会消费品零售总额132亿元。",
        "全县经济稳步增长。2025年，社会消费品零售总额132亿元。",
        "云溪县商贸基础较好。2025年，社会消费品零售总额132亿元。",
    ],
)
def test_what_is_of_the_plan_itself_is_an_error(body: str) -> None:
    assert found(body) == ["NUM402 error"]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("总体", "安平县商贸基础较好。2025年，社会消费品零售总额132亿元。"),
        ("总体", "从全省看，发展态势良好。2025年，社会消费品零售总额240亿元。"),
        ("石桥镇", "2025年社会消费品零售总额12.4亿元。"),
        ("对标安平县", "2025年社会消费品零售总额12.4亿元。"),
        ("全省情况", "2025年社会消费品零售总额240亿元。"),
        ("总体", "到2030年，力争社会消费品零售总额达到160亿元。"),
    ],
)
def test_what_may_be_of_another_place_or_beyond_the_target_is_no_error(heading: str, body: str) -> None:
    assert found(body, heading) == ["NUM403 warning"]


@pytest.mark.parametrize(
    "body",
    [
        "由原来的3个科室、18人增加到1个局、26人。",
        "财政支出41.7亿元，其中民生支出31.5亿元，比上年的39.6亿元增长5.3%。",
        "财政支出41.7亿元，人均1.01万元，较上年的39.6亿元增长5.3%。",
        "五年引进项目240个，平均每年48个，比上个五年的186个增长29.0%。",
        "粮食产量86.4万吨，比上年增产1.2万吨，增长1.4%。",
        "比上年多收1.2亿元，增长1.4%，达到86.4亿元。",
        "遴选工作室20个，每个工作室每年支持5万元，五年共500万元。",
        "惠及学校20所，校均补助每年5万元，五年共500万元。",
    ],
)
def test_ends_of_a_change_are_not_looked_for_in_lists_parts_and_averages(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "2025年1—9月，社会消费品零售总额76.8亿元。",
        "2025年上半年，社会消费品零售总额50亿元。",
        "“十四五”规划提出，2025年社会消费品零售总额达到100亿元。",
        "《云溪县第十四个五年规划纲要》提出，到2025年，社会消费品零售总额达到100亿元。",
        "以石桥镇为例，2025年社会消费品零售总额12.4亿元。",
        "旅游人次是2025年的1.6倍。社会消费品零售总额达到150亿元。",
        "服务业比重由2025年的40%上升。社会消费品零售总额达到150亿元。",
    ],
)
def test_what_is_of_part_of_a_year_or_told_of_another_is_left_alone(body: str) -> None:
    assert found(body) == []


def test_what_this_plan_says_itself_is_its_own() -> None:
    assert found("本规划提出，到2030年，社会消费品零售总额达到160亿元。") == ["NUM403 warning"]


def test_totals_of_five_years_each_are_compared_within_the_plan_alone() -> None:
    assert found("正文。") == []
    assert found("正文。", last="6") == ["IND201 error"]
    assert found("正文。", note="数据来自统计公报。", last="15") == ["IND215 warning", "IND215 warning"]


def test_a_total_all_of_whose_targets_are_below_the_base_year_begins_anew_with_the_plan() -> None:
    assert found("正文。", note="数据来自统计公报。") == []
    assert found("正文。", note="数据来自统计公报。", last="6") == ["IND201 error"]


TABLE = """\
tables:
  - id: done
    title: 完成情况
    unit: 亿元
    columns: {y2020: 2020年, planned: 2025年规划目标, done: 2025年完成}
    rows:
      - {id: r, title: 社会消费品零售总额, y2020: 76, planned: 100, done: 104.6}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("2030年社会消费品零售总额达到135亿元。", ["NUM403 warning"]),
        ("2025年社会消费品零售总额规划目标100亿元，完成104.6亿元。", []),
        ("2025年社会消费品零售总额达到100亿元。", []),
        ("2020年社会消费品零售总额76亿元。", []),
    ],
)
def test_a_figure_may_be_of_a_row_with_the_name_of_an_indicator(body: str, expected: list[str]) -> None:
    text = PLAN.format(heading="总体", body=body, note=NOTE, last="12").replace("(#t)", "(#t)、[](#done)") + TABLE
    findings = check(MemoryTree({"plan.yaml": text}), select=["NUM"]).findings
    assert [f"{finding.kind.code} {finding.kind.severity}" for finding in findings] == expected


def test_containers_and_racks_are_counted() -> None:
    text = PLAN.format(heading="总体", body="2025年集装箱吞吐量45.6万标箱。", note=NOTE, last="12").replace(
        "社会消费品零售总额, unit: 亿元", "集装箱吞吐量, unit: 万标箱"
    )
    findings = check(MemoryTree({"plan.yaml": text}), select=["NUM"]).findings
    assert [(finding.kind.code, finding.subject) for finding in findings] == [("NUM402", "45.6万标箱")]
