"""Shares of what a text tells in a whole that the plan has."""

import pytest

from tests.rules.plans import HEAD, annex, findings

INDICATORS = """\
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: tax, name: 税收收入, unit: 亿元, attribute: 预期性, values: {2020: 120, 2025: 160}}
      - {id: revenue, name: 一般公共预算收入, unit: 亿元, attribute: 预期性, values: {2020: 156, 2025: 200}}
"""
ROWS = ({"total": "20000"}, {"total": "30000"})
ANNEX = annex(*ROWS).replace("title: 项目表", "title: 重大项目安排表") + (
    "  - id: water\n    title: 水利\n    projects:\n      - id: w1\n        name: 城北水厂\n        scope: 日供水十万吨\n        nature: 新建\n"
    "        period: 2021-2023\n        total: '50000'\n        in_period: '50000'\n        owner: 水务局\n"
)


def found(sentence: str) -> list[tuple[str, str]]:
    """The shares that are found in a chapter with this sentence, with what they should be."""
    plan = f"{HEAD}chapters:\n  - title: 总则\n    body: {sentence}\n"
    every = findings({"plan.yaml": plan, "indicators.yaml": INDICATORS, "annex.yaml": ANNEX})
    return [(f.subject or "", f.diagnostic.args["ratio"]) for f in every if f.kind.code == "NUM410"]


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("到2025年，税收收入达到160亿元，占一般公共预算收入的85%。", ("85%", "80%")),
        ("2020年，税收收入120亿元，占一般公共预算收入的67.9%。", ("67.9%", "76.9%")),
        ("水利类总投资5亿元，占全部投资的60%。", ("60%", "50%")),
        ("水利类项目总投资5亿元，占重大项目总投资的5%。", ("5%", "50%")),
    ],
)
def test_a_share_in_a_whole_that_the_plan_has_is_compared_with_it(sentence: str, share: tuple[str, str]) -> None:
    assert found(sentence) == [share]


@pytest.mark.parametrize(
    "sentence",
    """\
到2025年，税收收入达到160亿元，占一般公共预算收入的80%。
到2025年，税收收入达到160亿元，占一般公共预算收入的比重提高5个百分点。
到2025年，税收收入达到160亿元，占全省一般公共预算收入的2%。
到2025年，税收收入160亿元，其中新区20亿元，占一般公共预算收入的10%。
到2025年，税收收入增加40亿元，占一般公共预算收入增量的91%。
水利类总投资5亿元，占全部投资的50%。
水利类总投资5亿元，占全市投资的12.3%。
水利类总投资5亿元，占固定资产投资的12.3%。""".splitlines(),
)
def test_right_shares_and_those_in_something_else_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []
