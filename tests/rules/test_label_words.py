"""Words typed beside a reference that prints them: what is told, and how the text reads when it is mended."""

import pytest

from tests.rules.plans import annex, codes, findings, fixed, subjects

PLAN = """\
title: 新区规划
period: 2021-2025
numbering: {numbering}
chapters:
  - {{id: basis, title: 基础, body: 略。}}
  - title: 目标
    body: |
      {text}
  - title: 空间
    body:
      - figure: {{id: road_map, title: 路网图, alt: 路网, file: 待补}}
"""


@pytest.mark.parametrize(
    ("numbering", "text", "mended"),
    [
        ("zh-chapter", "基础见第[](#basis)。", "基础见[](#basis)。"),
        ("zh-chapter", "第[](#basis)章的要求", "[](#basis)的要求"),
        ("zh", "基础见第[](#basis)部分，布局另定", "基础见[](#basis)，布局另定"),
        ("zh", "基础见[](#basis)章", "基础见[](#basis)"),
        ("zh", "布局（图[](#road_map)）略", "布局（[](#road_map)）略"),
    ],
)
def test_a_word_that_would_be_printed_twice_is_taken_out(numbering: str, text: str, mended: str) -> None:
    found = findings({"plan.yaml": PLAN.format(numbering=numbering, text=text)})
    assert codes(found) == ["TXT735"]
    assert fixed(found, "TXT735", text) == mended
    assert found[0].diagnostic.args["corrected"] in mended


def test_what_is_to_be_written_is_shown_without_what_stands_around_it() -> None:
    text = "到2025年达到[98%](:=share)以上。\n\n      主要基础见第[](#basis)，共13项。"
    found = findings({"plan.yaml": PLAN.format(numbering="zh-chapter", text=text)})
    (doubled,) = [each for each in found if each.kind.code == "TXT735"]
    assert doubled.diagnostic.args["corrected"] == "主要基础见[](#basis)"


@pytest.mark.parametrize(
    ("numbering", "text"),
    [
        ("decimal", "基础见第[](#basis)章"),
        ("zh-chapter", "见[](#basis)节约用地的要求，[](#basis)部分内容另定，在第[](#basis:page)页"),
        ("zh", "布局见规划图[](#road_map)"),
    ],
)
def test_words_that_are_none_of_the_label_stay(numbering: str, text: str) -> None:
    assert codes(findings({"plan.yaml": PLAN.format(numbering=numbering, text=text)})) == []


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("见[](#works)", []),
        ("见附表[](#works)", ["附表附表第一类"]),
        ("见附表第[](#works)类", ["附表第附表第一类类"]),
        ("见[](#works)节能项目", []),
    ],
)
def test_a_category_is_referred_to_by_its_number_in_the_annex(text: str, doubled: list[str]) -> None:
    plan = PLAN.format(numbering="zh", text=text)
    assert subjects(findings({"plan.yaml": plan, "annex.yaml": annex({})}), "TXT735") == doubled
