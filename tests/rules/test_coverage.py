"""Which figures take part in a relation, and which ones nothing checks."""

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.pipeline.covering import covered
from plan_compiler.read.tree import MemoryTree

INDICATORS = """id: targets
title: 指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: output, name: 总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: firms, name: 累计企业数, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 43, 2025: 100}}
      - {id: tax, name: 税收, unit: 亿元, attribute: 预期性, values: {2020: 21, 2025: 52}}
"""
ANNEX = """id: annex
title: 项目表
unit: 万元
categories:
  - id: roads
    title: 道路
    stated: {total: 300}
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2028, total: 110, in_period: 60, owner: 建设局}
      - {id: r2, name: 乙路, scope: 宽24米, nature: 新建, period: 2021-2028, total: 190, in_period: 120, owner: 建设局}
"""
TABLE = """id: budget
title: 预算
unit: 亿元
columns: {total: 总投资}
rows:
  - {title: 道路, total: 1.4}
  - {title: 桥梁, total: 1.3}
  - {title: 合计, role: total, stated: {total: 2.7}}
"""
TEXT = (
    "改造[12户](:=a)，拆除[4户](:=b)，占[33%](=b / a)，新建[5座](:=c)。总产值[220亿元](=output[2025])，税收[超过20亿元](=tax[2020])，"
    "企业{{ firms[2020] }}，修路3公里。总建筑面积9万平方米，其中地上5万平方米，地下4万平方米。"
)


def standings(text: str = TEXT, **files: str) -> dict[str, str]:
    """How far each figure is checked, by its text; each text stands once."""
    plan = f"title: 规划\nperiod: 2021-2025\nbase: 2020\nchapters:\n  - title: 总则\n    body: '{text}'\n"
    tree = MemoryTree({"plan.yaml": plan, **{f"{name.replace('_', '/')}.yaml": file for name, file in files.items()}})
    figures = [each.covered for each in covered(check(tree)).figures]
    return {figure.appearance.text: figure.standing.value for figure in figures}


@pytest.mark.parametrize(
    ("standing", "texts"),
    [
        ("checked", "12户 4户 33% 220 220亿元 110 190 300 1.4 1.3 2.7 9万平方米 5万平方米 4万平方米"),
        ("bounded", "超过20亿元 21 43 100 60 120"),
        ("unchecked", "78 52 5座 3公里 24米"),
    ],
)
def test_a_figure_stands_as_its_relations_hold_it(standing: str, texts: str) -> None:
    found = standings(indicators=INDICATORS, annex=ANNEX, tables_budget=TABLE)
    assert {text for text, each in found.items() if each == standing} == set(texts.split())


def test_a_relation_that_fails_checks_its_figures_too() -> None:
    wrong = standings("改造[12户](:=a)，拆除[4户](:=b)，占[50%](=b / a)。")
    assert set(wrong.values()) == {"checked"}


def test_a_rule_that_is_ignored_checks_nothing() -> None:
    plan = "title: 规划\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: '改造[12户](:=a)，即[12户](=a)。'\n"
    tree = MemoryTree({"plan.yaml": plan})
    for ignore, standing in ((), "checked"), (("NUM401",), "unchecked"):
        assert {each.covered.standing.value for each in covered(check(tree, ignore=ignore)).figures} == {standing}


def test_relations_that_cannot_be_judged_are_told_with_their_reason() -> None:
    plan = "title: 规划\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: '改造[12户](:=a)，人均[3](=a / (a - a))。'\n"
    (relation,) = covered(check(MemoryTree({"plan.yaml": plan}))).relations
    assert (relation.reason, relation.span is not None) == ("division", True)


def test_a_row_that_no_expression_could_name_is_told_by_its_title() -> None:
    table = TABLE.replace("title: 桥梁, total: 1.3", "title: 桥梁（新建、改建）, total: 1.3人")
    files = {
        "plan.yaml": "title: 例\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: 正文。\n",
        "tables/budget.yaml": table,
    }
    found = covered(check(MemoryTree({name: text.encode() for name, text in files.items()})))
    assert {relation.about for relation in found.relations} == {"桥梁（新建、改建）（总投资）"}
