"""Figures whose year is said above them: by a heading, by a paragraph that leads to others, by what targets follow."""

from textwrap import indent

import pytest

from tests.rules.plans import findings, subjects
from tests.rules.prose.plans import INDICATORS

HEAD = "title: 青云市第十四个五年规划纲要\nperiod: 2021-2025\n"


def told_wrong(chapters: str) -> list[str | None]:
    """The figures that are held against another year's than they have; `chapters` are titles (# …, ## …) with paragraphs."""
    found = findings({"plan.yaml": HEAD + _chapters(chapters), "indicators.yaml": INDICATORS})
    return subjects(found, "NUM403")


def _chapters(text: str) -> str:
    lines = ["chapters:\n"]
    for part in text.strip().split("\n#"):
        head, _, body = part.lstrip("#").partition("\n")
        deep = part.startswith("#") and lines != ["chapters:\n"]
        pad = "      " if deep else "  "
        if deep and "    sections:\n" not in lines[1:] and not lines[-1].startswith("      "):
            lines.append("    sections:\n")
        lines.append(f"{pad}- title: {head.strip()}\n")
        if body.strip():
            lines.append(f"{pad}  body: |\n{indent(body.strip(), pad + '    ')}\n")
    return "".join(lines)


@pytest.mark.parametrize(
    "above",
    [
        "# “十四五”时期主要目标\n",
        "# 2021—2025年主要目标\n",
        "# 今后五年主要目标\n",
        "# 规划期主要目标\n",
        "# （二）主要目标\n",
        "# 目标\n到2025年，主要目标如下：\n\n",
        "# 目标\n展望2035年，基本实现现代化。到2025年，要实现以下目标：\n\n",
        "# 目标\n“十四五”时期努力实现以下主要目标：\n\n",
        "# 目标\n到2025年，主要目标如下：\n\n——民生更好。常住人口城镇化率达到70%。\n\n——",
        "# 目标\n到2025年，主要目标如下：\n\n- 常住人口城镇化率达到70%。\n- ",
        "# 目标\n到2025年，主要目标如下：\n\n经济发展方面：\n\n- ",
        "# 目标\n“十四五”时期主要目标是：常住人口城镇化率达到70%；",
        "# 目标\n到2025年，主要目标如下：\n## 经济\n",
    ],
)
def test_a_target_is_that_of_the_year_above_it(above: str) -> None:
    assert told_wrong(f"{above}地区生产总值达到870亿元。") == ["870亿元"]
    assert told_wrong(f"{above}地区生产总值达到780亿元。") == []


@pytest.mark.parametrize(
    "text",
    [
        "# “十三五”主要目标完成情况\n地区生产总值达到520亿元。",
        "# “十三五”发展回顾\n## 主要目标\n地区生产总值达到500亿元。",
        "# “十四五”时期主要目标\n到2023年，地区生产总值达到650亿元。\n\n固定资产投资达到260亿元。",
        "# “十四五”时期主要目标\n第一阶段，地区生产总值达到600亿元。",
        "# “十四五”时期主要目标\n## 近期目标\n地区生产总值达到600亿元。",
        "# “十四五”时期主要目标\n目前，地区生产总值520亿元。",
        "# “十四五”时期主要目标\n每年新增高新技术企业28家以上，用水总量1.9亿立方米。",
        "# 主要目标\n地区生产总值520亿元。",
        "# 中心城区\n到2025年，常住人口达到18万人，地区生产总值达到300亿元。",
        "# 年度目标\n地区生产总值达到550亿元。",
        "# 主要目标和2035年远景目标\n地区生产总值达到1500亿元。",
        "# “十四五”“十五五”时期主要目标\n地区生产总值达到1500亿元。",
        "# 2021—2025年、2026—2030年主要目标\n地区生产总值达到1500亿元。",
        "# “十四五”时期主要目标和2035年远景目标\n地区生产总值达到1500亿元。",
        "# 目标\n到2025年，主要目标如下：\n\n- 地区生产总值达到780亿元。\n\n全市常住人口41.2万人，固定资产投资达到210亿元。",
        "# 目标\n到2023年，重点抓好以下工作：\n\n- 地区生产总值达到650亿元。",
        "# 目标\n2026—2035年，实施以下行动：\n\n- 地区生产总值达到1500亿元。",
        "# 目标\n“十四五”时期，实施以下行动：\n\n- 地区生产总值达到600亿元。",
        "# “十四五”时期主要目标\n固定资产投资1300亿元，年均260亿元。",
        "# “十四五”时期主要目标\n完成固定资产投资1300亿元。",
        "# “十四五”时期主要目标\n固定资产投资突破1300亿元。",
        "# “十四五”时期主要目标\n累计新增高新技术企业52家，五年合计260家。",
        "# “十四五”时期主要目标\n到本世纪中叶，地区生产总值达到3000亿元。",
        "# “十四五”时期主要目标\n展望未来十年，地区生产总值达到1800亿元。",
        "# “十四五”时期主要目标\n到本届政府任期末，地区生产总值达到600亿元。",
        "# 发展\n报告期末，地区生产总值600亿元。",
        "# “十四五”时期主要目标\n经过三年，地区生产总值达到640亿元。",
    ],
)
def test_what_may_be_of_another_time_is_left_alone(text: str) -> None:
    assert told_wrong(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("常住人口城镇化率72%。", ["72%"]),
        ("地区生产总值增至870亿元。", ["870亿元"]),
        ("地区生产总值870亿元。", []),
        ("常住人口稳定在54万人。", ["54万人"]),
    ],
)
def test_rates_and_what_is_reached_are_of_the_last_year_of_the_targets(text: str, wrong: list[str]) -> None:
    assert told_wrong(f"# “十四五”时期主要目标\n{text}") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“十四五”时期，企业培育继续推进。高新技术企业累计培育300家。", ["300家"]),
        ("“十四五”时期，企业培育继续推进。高新技术企业累计培育260家。", []),
        ("“十四五”时期，企业培育继续推进。高新技术企业累计新增140家。", []),
        ("“十三五”时期，企业培育成效明显。高新技术企业累计培育120家。", []),
        ("“十四五”时期起步，2023年见效。高新技术企业累计培育200家。", []),
        ("“十四五”时期，企业培育继续推进。高新技术企业200家参评。", []),
    ],
)
def test_a_running_total_is_that_of_the_period_its_paragraph_begins_with(text: str, wrong: list[str]) -> None:
    assert told_wrong(f"# 创新\n{text}") == wrong
