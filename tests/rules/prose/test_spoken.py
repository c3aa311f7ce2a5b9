"""Which figure a sentence speaks of; and the many sentences that speak of none."""

import pytest

from plan_compiler.link.link import link
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree
from plan_compiler.rules.prose.analysis import ProseFigures
from tests.rules.prose.plans import INDICATORS, files, prose


def spoken(body: str, title: str = "目标") -> list[tuple[str, str, bool]]:
    return [(s.told.text, s.key, s.explicit) for s in prose(body, title=title).spoken]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("到2025年，地区生产总值达到780亿元。", ("780亿元", "gdp[2025]", True)),
        ("到2025年，地区生产总值达780亿元左右。", ("780亿元", "gdp[2025]", True)),
        ("2020年地区生产总值为520亿元。", ("520亿元", "gdp[2020]", True)),
        ("地区生产总值由2020年的520亿元起步。", ("520亿元", "gdp[2020]", True)),
        ("常住人口城镇化率2020年已达62.5%。", ("62.5%", "urban[2020]", True)),
        ("到2025年，常住人口将达48万人，增长良好。", ("48万人", "pop[2025]", True)),
        ("到规划期末，常住人口达到48万人。", ("48万人", "pop[2025]", True)),
        ("到2025年，建成260家高新技术企业。", ("260家", "firms[2025]", False)),
        ("到2025年，累计培育高新技术企业260家。", ("260家", "firms[2025]", True)),
        ("到2025年，培育高新技术企业260家。", ("260家", "firms[2025]", False)),
        ("到2025年，累计建成260家高新技术企业。", ("260家", "firms[2025]", True)),
        ("地区生产总值780亿元（2025年）。", ("780亿元", "gdp[2025]", True)),
        ("2025年实力大增。地区生产总值达到780亿元。", ("780亿元", "gdp[2025]", False)),
        ("到2025年，经济迈上台阶，地区生产总值达到780亿元。", ("780亿元", "gdp[2025]", False)),
        ("到2025年，高新技术企业达到260个。", ("260个", "firms[2025]", False)),
        ("规划面积28平方公里。", ("28平方公里", "area", False)),
        ("滨江大道工程总投资5亿元。", ("5亿元", "r1.total", True)),
        ("滨江大道工程规划期内投资3亿元。", ("3亿元", "r1.in_period", True)),
        ("现状水系面积285.10hm²。", ("285.10hm²", "cover.surface.now", False)),
        ("水系面积现状为285.10公顷。", ("285.10公顷", "cover.surface.now", False)),
        ("到2025年，岸线长度达到40公里。", ("40公里", "cover.shore.y2025", False)),
        ("**到2025年**，*地区生产总值*达到780亿元。", ("780亿元", "gdp[2025]", True)),
    ],
)
def test_a_sentence_speaks_of_a_figure(body: str, expected: tuple[str, str, bool]) -> None:
    assert spoken(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "到2025年，工业固定资产投资达到80亿元。",
        "到2025年，人均地区生产总值达到12万元。",
        "到2025年，固定资产投资和地区生产总值达到300亿元和780亿元。",
        "到2025年，高新技术企业研发机构覆盖率达到60%。",
        "到2025年，新认定高新技术企业28家。",
        "到2025年，固定资产投资占地区生产总值38%。",
        "2025年，全省地区生产总值达到10万亿元。",
        "2020年，我国森林覆盖率23%。",
        "到2025年，临港片区地区生产总值达到200亿元，固定资产投资120亿元。",
        "到2025年，临港片区，固定资产投资120亿元。",
        "邻市2020年地区生产总值6870亿元，常住人口957万人。",
        "2021-2025年，固定资产投资累计完成1300亿元。",
        "2015年以来，固定资产投资完成860亿元。",
        "比2020年，地区生产总值达到1.5倍。",
        "地区生产总值由520亿元增加。",
        "常住人口41.2万人。",
        "到2030年，地区生产总值达到900亿元。",
        "到2025年，地区生产总值达到780家。",
        "到2025年，附近乡镇建成260家高新技术企业。",
        "到2025年，建成260家高新技术企业培育基地。",
        "滨江大道工程桥梁总投资2亿元。",
        "滨江大道工程贷款2亿元。",
        "岸线长度40公里。",
        "现状生态岸线长度40公里。",
        "2020年固定资产投资（不含农户）200亿元。",
    ],
)
def test_silence_where_it_is_not_certain(body: str) -> None:
    assert spoken(body) == []


def test_brackets_in_a_name_end_no_clause() -> None:
    body = "到2025年，街道（乡镇）服务中心达到104个，老年食堂（助餐点）达到560个。"
    own = {
        "indicators.yaml": INDICATORS.replace("用水总量", "街道（乡镇）服务中心")
        .replace("亿立方米", "个")
        .replace("森林覆盖率, unit: '%'", "老年食堂（助餐点）, unit: 个")
    }
    source = read_plan(MemoryTree(files(body) | own)).source
    assert source is not None
    plan, _ = link(source.plan, source.texts, source.poisoned, source.incomplete)
    assert [(s.key, s.explicit) for s in ProseFigures(plan).spoken] == [("water[2025]", True), ("green[2025]", True)]


def test_the_heading_tells_the_year() -> None:
    assert spoken("地区生产总值达到780亿元。", "期末目标（2025年）") == [("780亿元", "gdp[2025]", False)]


def test_a_heading_with_two_years_tells_none() -> None:
    assert spoken("地区生产总值达到780亿元。", "2020年和2025年") == []


@pytest.mark.parametrize("title", ["数字经济产业集群", "临港片区", "滨江组团"])
def test_under_a_narrow_heading_nothing_is_said(title: str) -> None:
    assert spoken("到2025年，地区生产总值达到80亿元。", title) == []


def test_a_change_starts_from_a_year_beside_it_alone() -> None:
    body = "常住人口城镇化率由45%升至70%以上。"
    assert spoken(body, "期末目标（2025年）") == []


def test_names_that_several_share_mean_none_of_them() -> None:
    figures = prose("到2025年，固定资产投资达到300亿元。")
    assert figures.attribution.background.names.subjects["固定资产投资"] is not None
    assert figures.attribution.background.names.subjects["高新技术企业"] is not None
    assert "道路" not in figures.attribution.background.names.subjects


def test_a_long_hostile_text_takes_no_long() -> None:
    body = "力争到" * 3000 + "地区生产总值" * 300 + "为1亿元、" * 500
    assert prose(body).spoken == ()


@pytest.mark.parametrize(
    ("title", "body", "speaks"),
    [
        ("青云市发展规划", "到2025年，全市地区生产总值达到780亿元。", True),
        ("青云市发展规划", "到2025年，全省地区生产总值达到7800亿元。", False),
        ("青云市发展规划", "到2025年，全区地区生产总值达到780亿元。", False),
        ("青云市云溪区城市更新规划", "到2025年，全区地区生产总值达到780亿元。", True),
        ("青云市云溪区城市更新规划", "到2025年，全市地区生产总值达到780亿元。", False),
        ("例", "到2025年，全市地区生产总值达到780亿元。", False),
    ],
)
def test_all_of_a_place_is_the_plan_s_own_where_it_is_of_its_level(title: str, body: str, speaks: bool) -> None:
    plan = files(body)
    plan["plan.yaml"] = plan["plan.yaml"].replace("title: 例", f"title: {title}", 1)
    source = read_plan(MemoryTree(plan)).source
    assert source is not None
    linked = link(source.plan, source.texts, source.poisoned, source.incomplete, source.unread)[0]
    assert bool(ProseFigures(linked).spoken) is speaks
