"""What texts say of the indicators of a health plan: names with words of intent, values beyond a bound, figures in parts per thousand."""

import pytest

from tests.rules.plans import findings

INDICATORS = """\
id: targets
title: 主要指标
columns: {2025: 实际, 2030: 目标}
groups:
  - title: 健康
    indicators:
      - {id: life, name: 人均预期寿命, unit: 岁, attribute: 预期性, values: {2025: 80.2, 2030: 81.5}}
      - {id: infant, name: 婴儿死亡率, unit: ‰, attribute: 预期性, values: {2025: 2.8, 2030: 2.5}}
      - {id: literacy, name: 居民健康素养水平, unit: '%', attribute: 预期性, values: {2025: 36, 2030: ≥42}}
      - {id: doctor, name: 家庭医生签约率, unit: '%', attribute: 预期性, values: {2025: 42, 2030: 50}}
      - {id: beds, name: 基层医疗机构床位, unit: 张, attribute: 预期性, values: {2025: 860, 2030: 1150}}
"""


def told(text: str) -> list[tuple[str, str | None, str]]:
    """The findings on figures of a text: code, figure, and what it is to be written as."""
    plan = f"title: 某区卫生健康规划\nperiod: 2026-2030\nchapters:\n  - title: 目标\n    body: {text}\n"
    found = findings({"plan.yaml": plan, "indicators.yaml": INDICATORS})
    return [
        (f.kind.code, f.subject, f.diagnostic.args.get("quoted", "")) for f in found if f.kind.code.startswith("NUM")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年人均预期寿命为90岁。", [("NUM402", "90岁", "80.2岁")]),
        ("2025年，居民人均预期寿命为80.2岁。", []),
        ("2025年预期人均预期寿命为79岁。", []),
        ("2025年，婴儿死亡率为5‰。", [("NUM402", "5‰", "2.8‰")]),
        ("到2030年，居民家庭医生签约率达到30%。", [("NUM402", "30%", "50%")]),
        ("2030年，居民健康素养水平达到45%。", [("NUM403", "45%", "42%")]),
        ("2030年，居民健康素养水平达到42%。", []),
        ("2030年，居民健康素养水平不低于42%。", []),
    ],
)
def test_a_figure_is_held_against_the_indicator_it_names(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2030年，婴儿死亡率不低于2.5‰时启动响应。",
        "2028年冲高到4.1‰后，2030年婴儿死亡率下降到2.5‰。",
        "到2030年，婴儿死亡率控制在2.5‰左右。",
    ],
)
def test_marks_roundings_and_detours_are_no_contradiction(text: str) -> None:
    assert [code for code, *_ in told(text) if code in ("NUM405", "NUM406", "NUM412", "NUM427")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2030年，每千人口床位数达到7.4张，其中基层医疗机构床位1.3张。", []),
        ("到2030年，床位总数达到7400张，其中基层医疗机构床位1300张。", [("NUM403", "1300张", "1150张")]),
    ],
)
def test_a_part_of_so_much_for_each_is_not_all_there_is_of_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected
