"""Changes on the year before, of which an indicator table has both years."""

from datetime import date

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree

INDICATORS = """\
id: targets
title: 主要指标
columns: {2024: 实际, 2025: 实际, 2030: 目标}
groups:
  - title: 经济
    indicators:
      - {id: retail, name: 社会消费品零售总额, unit: 亿元, attribute: 预期性, values: {2024: 400, 2025: 420, 2030: 600}}
      - {id: firms, name: 高新技术企业, unit: 家, attribute: 预期性, values: {2024: 380, 2025: 420, 2030: 860}}
      - {id: urban, name: 常住人口城镇化率, unit: '%', attribute: 预期性, values: {2024: 65.4, 2025: 66.5, 2030: 71}}
"""
OTHER = """\
2025年，高新技术企业420家，同比增加50家。
2025年，高新技术企业达到420家，比上年增加50家。
2025年，高新技术企业420家，同比增长12%。
2025年，高新技术企业420家，较上年新增30家。
2025年，社会消费品零售总额420亿元，比上年增加30亿元。
2025年，常住人口城镇化率66.5%，比上年提高1.8个百分点。"""
RIGHT = """\
2025年，高新技术企业420家，同比增加40家。
2025年，高新技术企业420家，同比增长10.5%。
2025年，高新技术企业420家，比上年新增60家。
2025年，社会消费品零售总额420亿元，同比增长6.2%。
2025年，常住人口城镇化率66.5%，比上年提高约1个百分点。
2025年，甲县高新技术企业42家，同比增加10家。
2024年，高新技术企业380家，同比增加50家。
2030年，高新技术企业860家，同比增加100家。
2025年6月底，高新技术企业420家，同比增加50家。
2025年，高新技术企业约420家，比上年增加50家。
2025年，规上高新技术企业420家，比上年增加50家。
2025年，高新技术企业420家，产值比上年增加50亿元。
2025年，高新技术企业420家，比上年多增50家。"""


def found(sentence: str) -> list[str]:
    """What the rules on figures find in a chapter of this sentence alone."""
    plan = f"title: 清河市规划\nperiod: 2026-2030\nchapters:\n  - title: 发展基础\n    body: {sentence}\n"
    tree = MemoryTree({"plan.yaml": plan, "indicators.yaml": INDICATORS})
    return [finding.kind.code for finding in check(tree, today=date(2026, 1, 1), select=["NUM"]).findings]


@pytest.mark.parametrize("sentence", OTHER.splitlines())
def test_a_change_on_the_year_before_is_that_of_the_table(sentence: str) -> None:
    assert found(sentence) == ["NUM411"]


@pytest.mark.parametrize("sentence", RIGHT.splitlines())
def test_right_changes_and_those_of_money_in_per_cent_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []
