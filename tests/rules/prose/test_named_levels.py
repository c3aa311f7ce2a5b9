"""Figures whose indicator's name has a word of change in it, or that stand behind what is made."""

import pytest

from tests.rules.plans import findings

INDICATORS = """\
id: targets
title: 主要指标
columns: {2025: 实际, 2028: 中期目标, 2030: 目标}
groups:
  - title: 经济
    indicators:
      - {id: added, name: 规上工业增加值, unit: 亿元, attribute: 预期性, values: {2025: 120, 2028: 150, 2030: 180}}
      - {id: loss, name: 单位能耗降低率, unit: '%', attribute: 预期性, values: {2025: 12, 2028: 13, 2030: 15}}
      - {id: sites, name: 5G基站, unit: 个, attribute: 预期性, cumulative: true, values: {2025: 1850, 2028: 2600, 2030: 3200}}
      - {id: tech, name: 高新技术企业, unit: 家, attribute: 预期性, values: {2025: 26, 2028: 36, 2030: 50}}
      - {id: cloud, name: 上云企业, unit: 家, attribute: 预期性, values: {2025: 620, 2028: 900, 2030: 1600}}
"""


def told(body: str) -> list[tuple[str, str | None]]:
    plan = f"title: 例\nperiod: 2026-2030\nbase: 2025\nchapters:\n  - title: 目标\n    body: {body}\n"
    found = findings({"plan.yaml": plan, "indicators.yaml": INDICATORS})
    return [(finding.kind.code, finding.subject) for finding in found if finding.kind.code.startswith("NUM")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("到2028年，规上工业增加值达到185亿元。", [("NUM402", "185亿元")]),
        ("到2028年，单位能耗降低率达到15%。", [("NUM402", "15%")]),
        ("到2028年，累计建成5G基站2600个，上云企业达到950家。", [("NUM403", "950家")]),
        ("到2028年，培育高新技术企业36家，上云企业达到950家。", [("NUM403", "950家")]),
    ],
)
def test_a_level_is_held_against_the_table(body: str, expected: list[tuple[str, str]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "到2028年，规上工业增加值达到150亿元。",
        "到2028年，规上工业增加值增加30亿元。",
        "到2028年，累计建成5G基站2600个，上云企业达到900家。",
        "到2028年，培育高新技术企业总部基地，上云企业达到20家。",
        "到2028年，全市高新技术企业园区建成，上云企业达到20家。",
    ],
)
def test_what_is_right_or_of_a_part_is_left_alone(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("主要成就", "上云企业达到600家。", ["600家"]),
        ("“十四五”发展成就", "全省加快发展，上云企业达到600家。", []),
        ("“十三五”发展成就", "上云企业达到600家。", []),
        ("主要成就", "2023年，数字经济加快发展。上云企业达到600家。", []),
        ("主要成就", "上云企业达到620家。", []),
        ("主要任务", "上云企业达到600家。", []),
    ],
)
def test_what_is_reached_by_the_base_year(title: str, body: str, expected: list[str]) -> None:
    plan = f"title: 例\nperiod: 2026-2030\nbase: 2025\nchapters:\n  - title: {title}\n    body: {body}\n"
    found = findings({"plan.yaml": plan, "indicators.yaml": INDICATORS})
    assert [finding.subject for finding in found if finding.kind.code == "NUM403"] == expected
