"""What a text says of a year, held against the table by years that stands in its section."""

import pytest

from tests.rules.plans import findings

INVEST = """\
id: invest
title: 年度投资计划表
unit: 亿元
columns: {amount: 完成投资, acc: {title: 累计投资, kind: stock}, n: {title: 项目数量, unit: 个}}
rows:
  - {title: 2026年, amount: 45.5, acc: 45.5, n: 12}
  - {title: 2027年, amount: 49.2, acc: 94.7, n: 14}
  - {title: 2028年, amount: 52.0, acc: 146.7, n: 15}
"""
BUDGET = """\
id: budget
title: 财政支出表
unit: 亿元
columns: {2026: 2026年, 2027: 2027年}
rows:
  - {title: 教育支出, 2026: 10.2, 2027: 12.8}
  - {title: 卫生支出, 2026: 7.5, 2027: 9.0}
"""


def found(sentence: str, *, beside: bool = True) -> list[tuple[str, str | None]]:
    """What is found in a sentence whose section has the two tables, or which another one has."""
    text = f"    body:\n      - |\n        {sentence}\n"
    tables = "      - table: invest\n      - table: budget\n"
    apart = "" if beside else "  - title: 附录\n    body:\n"
    plan = f"title: 清河市规划\nperiod: 2026-2030\nchapters:\n  - title: 投资\n{text}{apart}{tables}"
    every = findings({"plan.yaml": plan, "tables/invest.yaml": INVEST, "tables/budget.yaml": BUDGET})
    return [(each.kind.code, each.subject) for each in every if each.kind.code.startswith("NUM")]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("2027年完成投资47.2亿元。", "47.2亿元"),
        ("2027年，完成投资47.2亿元，同比增长8%。", "47.2亿元"),
        ("到2027年，累计完成投资99.7亿元。", "99.7亿元"),
        ("2028年投资55亿元，2027年投资49.2亿元。", "55亿元"),
        ("2027年教育支出11.8亿元。", "11.8亿元"),
        ("2026年，项目数量达到10个。", "10个"),
    ],
)
def test_a_figure_of_a_year_that_the_table_has_otherwise_is_found(sentence: str, subject: str) -> None:
    assert found(sentence) == [("NUM431", subject)]


@pytest.mark.parametrize(
    "sentence",
    """\
2027年完成投资49.2亿元。
2027年，完成投资49.2亿元，同比增长8%。
2027年，完成投资49亿元左右，同比增长8%。
到2027年，累计完成投资94.7亿元。
滨江路2027年完成投资3亿元。
滨江大道工程，2027年完成投资3亿元。
交通方面，2027年完成投资12亿元。
2027年交通完成投资12亿元。
2027年全省完成投资4900亿元。
2027年一季度完成投资12亿元。
2027年上半年，完成投资25亿元。
2027年完成投资比上年增加3.7亿元。
2027年投资增加3.7亿元。
2025年完成投资40亿元。
2026—2028年完成投资146.7亿元。
其中2027年完成投资3亿元。
2027年工业投资20亿元。
2027年计划投资60亿元，完成投资49.2亿元。
2027年教育支出12.8亿元，卫生支出9亿元。
2027年教育支出中，工资支出5亿元。
2027年县级教育支出2亿元。
2027年，高新区完成投资9亿元，开发区完成投资12亿元。
2027年安排项目6个，完成投资8亿元。
2027年建成学校3所，完成投资2亿元。
甲、乙两区2027年完成投资分别为3亿元、4亿元。
2027年完成投资的项目12个。
2027年完成投资49.2亿元的80%。
力争2027年完成投资55亿元。
2027年完成投资率达到90%。
东湖县2027年完成投资9亿元。
滨江大道工程全面开工。2027年完成投资3亿元。
重点抓好滨江大道：2027年完成投资3亿元。
加快滨江大道建设，到2027年累计完成投资8亿元。
市属企业2027年完成投资8亿元。
2027年市属企业完成投资8亿元。
2027年，市属企业完成投资8亿元。
2027年目标投资60亿元。
每年完成投资20亿元以上，2027年完成投资49.2亿元。
2027年年底前完成投资49.2亿元。
到2027年底，累计投资94.7亿元。
2027年投资强度500万元/亩。""".splitlines(),
)
def test_figures_of_parts_and_other_times_and_right_ones_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


def test_a_table_of_another_section_is_not_spoken_of() -> None:
    assert found("2027年完成投资3亿元。", beside=False) == []
