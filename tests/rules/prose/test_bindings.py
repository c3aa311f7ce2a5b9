"""Bindings that are proposed for hand-typed figures, and figures for which none is."""

import re

import pytest

from plan_compiler.edit.changes import Files
from plan_compiler.edit.proposals import apply, in_order
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.bindings import bindings
from tests.rules.prose.plans import files, linked


def bound(body: str, *, scope: str = "长两公里。", define: bool = False) -> dict[str, str]:
    """The files that change when every proposal is accepted."""
    tree = MemoryTree(files(body, scope=scope))
    source = read_plan(tree).source
    assert source is not None
    figures = ProseFigures(linked(body, scope=scope))
    return apply(Files(source.files, source.spans), in_order(bindings(figures, source.spans, define=define)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("到2025年，地区生产总值达到780亿元。", "地区生产总值达到[780亿元](=gdp[2025])。"),
        ("到2025年，地区生产总值不低于700亿元。", "不低于[700亿元](=gdp[2025])。"),
        ("到2025年，地区生产总值突破700亿元，达到780亿元。", None),
        ("2021—2023年，集中补短板。培育高新技术企业120家。", None),
        ("“十三五”时期，培育高新技术企业120家。", "培育高新技术企业[120家](=firms[2020])。"),
        ("拆除[12157户](:=gone)。\n\n全年共拆除12157户。", "全年共拆除[12157户](=gone)。"),
        ("拆除[1.2157万户](:=gone)。\n\n全年共拆除12157户。", None),
        ("拆除[12157户](:=gone)。\n\n安置12157户。", None),
        ("拆除[12157户](:=a)，实际拆除[12157户](:=b)。\n\n拆除12157户。", None),
        ("建成学校[3所](:=schools)。\n\n建成医院3所。", None),
        ("建成学校[3所](:=schools)。\n\n建成学校3所。", "建成学校[3所](=schools)。"),
        ("到2025年，地区生产总值达到870亿元。", None),
        ("重大项目1个，总投资5亿元。", "重大项目[1个](=count(annex))，总投资[5亿元](=annex.total)。"),
        (
            "安排1个重大项目，规划期内投资3亿元。",
            "[1个](=count(annex))重大项目，规划期内投资[3亿元](=annex.in_period)。",
        ),
        ("安排2个重大项目，规划期内投资3亿元。", None),
        ("规划面积28平方公里。", "规划面积[28平方公里](=area)。"),
        ("规划期内安排重大项目1个。", "规划期内安排重大项目[1个](=count(annex))。"),
        ("“十四五”期间共安排重大项目1个。", "共安排重大项目[1个](=count(annex))。"),
        ("“十五五”期间安排重大项目1个。", None),
        (
            "地区生产总值由2020年的520亿元增加到2025年的780亿元。",
            "由2020年的[520亿元](=gdp[2020])增加到2025年的[780亿元](=gdp[2025])。",
        ),
        ("到2025年，地区生产总值从520亿元增至780亿元。", "从[520亿元](=gdp[2020])增至[780亿元](=gdp[2025])。"),
        ("城镇化率从62.5%提高到70%。", None),
        ("常住人口城镇化率从62.5%提高到70%。", "从[62.5%](=urban[2020])提高到[70%](=urban[2025])。"),
        ("临港片区地区生产总值780亿元。", None),
        ("现状水系面积285.10公顷。", "水系面积[285.10公顷](=cover.surface.now)。"),
        ("水系面积将达到346.87公顷。", "达到[346.87公顷](=cover.surface.y2025)。"),
        ("2023年，水系面积达到346.87公顷。", None),
        ("岸线长度40公里。", None),
        ("2025年岸线长度40公里。", "岸线长度[40公里](=cover.shore.y2025)。"),
        ("推进滨江大道建设，长3.6公里，总投资5亿元。", "总投资[5亿元](=r1.total)。"),
        ("推进滨江大道建设，长3.6公里，规划期内投资3亿元。", "规划期内投资[3亿元](=r1.in_period)。"),
        ("推进滨河路建设，长3.6公里，总投资5亿元。", None),
        ("推进滨江大道建设，桥梁投资5亿元。", None),
        (
            "水域方面，现状285.10公顷，增加61.77公顷。",
            "现状[285.10公顷](=cover.surface.now)，增加[61.77公顷](=cover.surface.change)。",
        ),
        ("水域方面，2025年达到346.87公顷。", "2025年达到[346.87公顷](=cover.surface.y2025)。"),
        ("水域方面，2025年完成投资3亿元，治理346.87公顷。", None),
        ("水域方面，现状40公顷。", None),
        ("2023年各区岸线长度不一，比2025年的目标少40公里。", None),
        ("2023年各区岸线长度不一，到2025年达到40公里。", "到2025年达到[40公里](=cover.shore.y2025)。"),
        ("滨江大道工程，总投资5亿元。", "滨江大道工程，总投资[5亿元](=r1.total)。"),
        ("滨江大道工程、滨河路，总投资5亿元。", None),
    ],
)
def test_a_known_figure_is_bound(body: str, expected: str | None) -> None:
    changed = bound(body)
    if expected is None:
        assert changed == {}
    else:
        assert expected in changed["plan.yaml"]


def test_the_amount_of_its_own_project_is_bound() -> None:
    changed = bound("正文。", scope="项目总投资约5亿元，其中桥梁总投资2亿元。")
    assert "项目总投资约[5亿元](=self.total)，其中桥梁总投资2亿元。" in changed["annex.yaml"]


def test_other_figures_are_defined_where_that_is_wanted() -> None:
    changed = bound("建成学校3所、医院2所。\n\n新建学校3所，占地（约）30亩。", scope="全长2公里。", define=True)
    assert "建成学校[3所](:=建成学校)、医院[2所](:=医院)。" in changed["plan.yaml"]
    assert "新建学校[3所](:=新建学校)" in changed["plan.yaml"]
    assert "全长[2公里](:=r1_全长)。" in changed["annex.yaml"]


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ("产值由2015年的320.5亿元增加到2020年的480.2亿元，年均增长7.2%。", ["产值_2015", "产值_2020", "产值_年均增长"]),
        ("城镇化率达到62.5%，比2015年提高6.3个百分点。", ["城镇化率", "城镇化率_提高"]),
        ("完成投资1200亿元，其中工业投资350亿元。", ["完成投资", "工业投资"]),
        ("全市60岁以上老年人口12.3万人，占常住人口的21.4%。", ["老年人口", "占常住人口"]),
        ("建设110千伏变电站6座，PM2.5平均浓度下降到28微克/立方米。", ["变电站", "PM2_5平均浓度"]),
        ("每千人口医疗卫生机构床位数7.4张。", ["每千人口医疗卫生机构床位数"]),
        ("培育专精特新“小巨人”企业30家，从业人员5万人。", ["培育专精特新小巨人企业", "从业人员"]),
        ("在全市范围内为生活困难群众和特困供养人员发放补贴2000万元。", ["特困供养人员发放补贴"]),
        ("投入3亿元。增长20%。", ["投入", "增长"]),
    ],
)
def test_ids_are_made_of_the_whole_name(body: str, ids: list[str]) -> None:
    assert re.findall(r"\(:=(\w+)\)", bound(body, define=True)["plan.yaml"]) == ids


def test_ids_that_are_taken_get_a_number() -> None:
    changed = bound("学校[3所](:=医院)。\n\n医院5所，医院6所。", define=True)
    assert "医院[5所](:=医院_2)，医院[6所](:=医院_3)。" in changed["plan.yaml"]


def test_a_plan_with_its_bindings_has_nothing_more_to_bind() -> None:
    body = "到2025年，地区生产总值达到780亿元，建成学校3所。"
    changed = bound(body, define=True)
    again = changed["plan.yaml"].split("body: |\n", 1)[1].strip()
    assert "plan.yaml" not in bound(again, define=True)
