"""Names that a text writes almost as the plan's data have them, and names of other things."""

import pytest

from plan_compiler.language.likeness import are_confused
from tests.rules.plans import annex, fixed, in_text, subjects

PROJECTS = (
    "城北污水处理厂",
    "滨江大道二期工程",
    "智慧城市建设工程",
    "龙港大道",
    "龙港大道拓宽工程",
    "城东污水处理厂提标改造工程",
)
INDICATORS = """\
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 绿色
    indicators:
      - {id: bus, name: 新能源公交车保有量, unit: 辆, attribute: 预期性, values: {2020: 30, 2025: 80}}
      - {id: beds, name: 每千人口医疗卫生机构床位数, unit: 张, attribute: 预期性, values: {2020: 5, 2025: 6}}
      - {id: dung, name: 化肥农药使用量, unit: 吨, attribute: 预期性, values: {2020: 50, 2025: 40}}
      - {id: forest, name: 森林覆盖率, unit: '%', attribute: 预期性, values: {2020: 40, 2025: 45}}
"""
TERMS = "- {term: 数字经济产业园区, avoid: [数字园区]}\n"
FILES = {"glossary": TERMS, "annex": annex(*({"name": name} for name in PROJECTS)), "indicators": INDICATORS}

MISSPELT = {
    "推进“城北污水处里厂”建设。": "城北污水处里厂",
    "城北污水处里厂总投资100万元。": "城北污水处里厂",
    "建成城北污水处里厂，日处理10万吨。": "城北污水处里厂",
    "加快推进城北污水处里厂建设。": "城北污水处里厂",
    "智慧城市建工程3个。": "智慧城市建工程",
    "到2025年，新能源公交车保优量稳步增加。": "新能源公交车保优量",
    "推进智慧城市设建工程和滨江大道二期工程。": "智慧城市设建工程",
    "新能源公公交车保有量逐年增加。": "新能源公公交车保有量",
    "实施数字经济产业圆区计划。": "数字经济产业圆区",
    "推进城东污水处理厂提表改造。": "城东污水处理厂提表改造",
    "推进城东污水处里厂提标改造工程。": "城东污水处里厂提标改造工程",
    "推进《滨江大道二期工成》。": "滨江大道二期工成",
    "推进“智慧城市建工程”。": "智慧城市建工程",
    "推进“智慧城市建设设工程”。": "智慧城市建设设工程",
    "推进“智慧城市设建工程”。": "智慧城市设建工程",
    "到2025年，森林覆盖律达到45%。": "森林覆盖律",
    "到2025年，森林覆益率达到45%。": "森林覆益率",
    "到2025年，新能原公交车保有量达到[80辆](=bus[2025])。": "新能原公交车保有量",
    "推进“龙岗大道拓宽工程”。": "龙岗大道拓宽工程",
}

OTHERS = """\
推进“城南污水处理厂”“城北污水处理站”建设。
推进“滨江大道一期工程”“滨江大道三期工程”。
推进“城北污水厂”“城北污水处理厂扩建”。
推进“龙岗大道”“龙湾大道”。
推进龙岗片区开发，建设“龙岗大道拓宽工程”。
推进城北污水处理厂（以下简称“城北污水处理”）。
推进城南污水处理厂、城北污水处理站建设，滨江大道三期工程开工。
全市市政道路建设与新能源公交车保有数量。
智慧城市建设设施完备。
推进智慧城市健身工程、智慧城市改建工程。
龙岗大道拓宽工程、龙江大道拓宽工程。
建设数字经济产业园、数字经济产业园区区间道路。
推进城东污水处理厂提标改造、城北污水处理厂提质改造。
实施数字经济产业园原有厂房改造。
每千人医疗卫生机构床位数稳步增加，化肥农药施用量逐年减少。"""


@pytest.mark.parametrize(("text", "name"), MISSPELT.items())
def test_a_misspelt_name_is_found(text: str, name: str | None) -> None:
    assert subjects(in_text(text, **FILES), "TXT729") == ([name] if name else [])


@pytest.mark.parametrize("text", OTHERS.splitlines())
def test_the_name_of_something_else_is_left_alone(text: str) -> None:
    assert subjects(in_text(text, **FILES), "TXT729") == []


def test_the_name_as_it_is_known_is_offered() -> None:
    text = "推进“城北污水处里厂”建设。"
    assert "推进“城北污水处理厂”建设。" in fixed(in_text(text, **FILES), "TXT729", text)


@pytest.mark.parametrize(
    "table",
    [
        annex({"name": "城北污水处理厂"}, {"scope": "接“城北污水处里厂”。"}),
        annex({"name": "城北污水处理厂"}, {"scope": "|\n          接“城北污\n          水处里厂”。"}),
        annex({"name": "城北污水处理厂"}).replace("categories:", "note: 含“城北污水处里厂”。\ncategories:"),
    ],
    ids=["text of a project", "over two lines", "note of the annex"],
)
def test_a_quoted_name_is_looked_at_in_the_annex(table: str) -> None:
    assert subjects(in_text("正文。", annex=table), "TXT729") == ["城北污水处里厂"]


@pytest.mark.parametrize("pair", ["里理", "率律", "铝旅", "略掠", "原源", "盖益", "未末", "发法"])
def test_characters_of_one_sound_or_look_are_confused(pair: str) -> None:
    assert are_confused(*pair)


@pytest.mark.parametrize("pair", ["南北", "港湾", "女驴", "亍彳", "ab", "12", "施使"])
def test_others_are_not(pair: str) -> None:
    assert not are_confused(*pair)
