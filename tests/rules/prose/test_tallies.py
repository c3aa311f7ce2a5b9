"""How many indicators a text says that the plan has: 7 in all, of which 2 are binding."""

from datetime import date

import pytest

from plan_compiler.pipeline.checking import check
from plan_compiler.read.tree import MemoryTree
from tests.rules.prose.plans import INDICATORS, files, found

WRONG = """\
规划设置主要指标7项，其中约束性指标3项、预期性指标4项。
约束性指标3项纳入考核，预期性指标4项主要依靠市场主体实现。
本规划共设置主要指标8项。
共设置8项主要指标。
3项约束性指标、4项预期性指标。"""

RIGHT = """\
规划设置主要指标7项，其中约束性指标2项、预期性指标5项。
约束性指标2项纳入考核，预期性指标5项主要依靠市场主体实现。
本规划共设置主要指标7项。
本规划共设置主要指标6项以上。
选取6项指标纳入考核。
每个园区制定3项指标。
约束性指标3项。
“十四五”时期设置主要指标5类7项。
省规划设置主要指标22项，我市对接18项。
经济指标中，约束性指标1项、预期性指标4项。
“十三五”规划26项主要指标中，约束性指标12项、预期性指标14项。
省下达我市约束性指标6项、预期性指标4项。
监测指标12项，评价指标8项。
本规划设置7项指标，较“十四五”增加2项，其中约束性增加1项、预期性增加1项。
本规划设置7项指标，较“十四五”增加2项，其中约束性1项、预期性1项。
本规划设置7项主要指标，其中新增指标2项，包括约束性1项、预期性1项。
本规划设置7项主要指标，已提前完成3项；其中约束性1项、预期性2项。
本规划设置7项主要指标，已提前完成3项，其中约束性指标1项、预期性指标2项。
本规划设置7项指标，与“十四五”相比，其中预期性减少2项。"""


@pytest.mark.parametrize("body", WRONG.splitlines())
def test_a_number_that_the_table_does_not_have_is_found(body: str) -> None:
    assert {f.kind.code for f in found(body)} == {"NUM426"}


@pytest.mark.parametrize("body", RIGHT.splitlines())
def test_a_number_that_it_has_or_that_may_be_of_others_is_left_alone(body: str) -> None:
    assert [(f.kind.code, f.subject) for f in found(body)] == []


def test_a_table_with_a_row_that_could_not_be_read_counts_nothing() -> None:
    broken = INDICATORS.replace("2020: 520,", "2020: 520（5.2）,")
    assert broken != INDICATORS
    tree = MemoryTree({**files("本规划共设置主要指标7项。"), "indicators.yaml": broken})
    assert "NUM426" not in {f.kind.code for f in check(tree, today=date(2026, 1, 1)).findings}


IN_ENGLISH = """\
title: Plan of Avon
period: 2026-2030
language: en
chapters:
  - title: Aims
    body: "{body}"
indicators:
  - id: t
    title: Targets
    columns: {{2025: actual, 2030: target}}
    groups:
      - title: Economy
        indicators:
          - {{id: out, name: industrial output, unit: £ million, attribute: expected, values: {{2025: 200, 2030: 380}}}}
          - {{id: homes, name: homes built, unit: homes, attribute: expected, values: {{2025: 1200, 2030: 5200}}}}
      - title: Environment
        indicators:
          - {{id: forest, name: forest cover, unit: '%', attribute: binding, values: {{2025: 54, 2030: 60}}}}
          - {{id: water, name: clean water, unit: '%', attribute: binding, values: {{2025: 54, 2030: 62}}}}
          - {{id: waste, name: waste recycled, unit: '%', attribute: binding, values: {{2025: 54, 2030: 60}}}}
"""


def in_english(body: str) -> list[str | None]:
    """The subjects of what is found in an English text."""
    tree = MemoryTree({"plan.yaml": IN_ENGLISH.format(body=body)})
    return [f.subject for f in check(tree, today=date(2026, 1, 1), select=["NUM426"]).findings]


@pytest.mark.parametrize(
    ("body", "subjects"),
    [
        ("The plan sets 6 indicators, of which 3 are binding and 2 expected.", ["6 indicators"]),
        ("The plan sets five indicators, four binding and one expected.", ["four binding", "one expected"]),
        ("Of the 5 indicators, 4 are binding.", ["4 are binding"]),
        ("There are 3 binding indicators and 3 expected indicators.", ["3 expected indicators"]),
        ("There are 3 economy indicators and 3 environment indicators.", ["3 economy indicators"]),
        ("By 2030, the plan tracks 7 key indicators.", ["7 key indicators"]),
    ],
)
def test_a_number_of_an_english_text_that_the_table_does_not_have_is_found(body: str, subjects: list[str]) -> None:
    assert in_english(body) == subjects


@pytest.mark.parametrize(
    "body",
    [
        "The plan sets 5 indicators, of which 3 are binding and 2 expected.",
        "The plan sets five indicators, three binding and two expected.",
        "Of the 12 national indicators, 7 are binding.",
        "Of the 12 indicators of the province, 7 are binding.",
        "Each town reports 4 indicators, of which 1 is binding.",
        "The last plan set 12 indicators, of which 7 were binding.",
        "The plan sets at least 4 indicators.",
        "The plan sets 2 indicators for each town, in 30 places.",
        "Three indicators are new, and 2 binding rules apply.",
    ],
)
def test_one_that_it_has_or_that_may_be_of_others_is_left_alone(body: str) -> None:
    assert in_english(body) == []
