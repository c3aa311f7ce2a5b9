"""Figures found in running text, and all that is none."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.language.vocabulary import Aspect, Qualifier
from plan_compiler.quantity.figure import FigureFault
from plan_compiler.quantity.mention import MalformedMention, Mention
from plan_compiler.quantity.scan import scan


def figures(text: str, language: str = "zh-CN") -> list[str]:
    found = scan(text, language)
    assert all(text[slice(*figure.at)] == figure.text for figure in found)
    return [figure.text for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实现财政总收入21亿元，固定资产投资76.8亿元。", ["21亿元", "76.8亿元"]),
        ("占比从45%提高到70%以上", ["45%", "70%"]),
        ("申报27项、省级19项，共计3,465万元", ["27项", "19项", "3,465万元"]),
        ("打造2-3个标志性载体，增速63%～68%", ["2-3个", "63%～68%"]),
        ("九大高能级平台、四种步道、两个地块、六大功能", ["九大", "四种", "两个", "六大"]),
        ("增加面积61.7751h㎡，最高日用水7.61万t/d", ["61.7751h㎡", "7.61万t/d"]),
        ("长1269m,宽24m：四期", ["1269m", "24m"]),
        ("容积率2.0，用地约 623 米", ["2.0", "623 米"]),
        ("为1200座剧院，设计时速80公里/小时", ["1200座", "80公里/小时"]),
        ("其中2020年21亿元", ["21亿元"]),
        ("三分之一的企业产值翻一番", ["三分之一", "翻一番"]),
        ("降低-5%", ["-5%"]),
        ("拆除12户13人", ["12户", "13人"]),
        ("变化为 -5%", ["-5%"]),
        ("５００户", ["５００户"]),
    ],
)
def test_figures(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2012年8月，到2035年；2016～2020年；2021-2025年；2019年底；8月15日",
        "第十四个五年规划和二〇三五年远景目标",
        "国函〔2018〕13号",
        "“152”工程、“一三五八”时序、“最多20个工作日”、《2020年50个报告》",
        "《温州市龙湾区（高新区）国民经济和社会发展规划纲要（共12个专题30万字）》",
        "大唐网络5G全球创新中心、S1线、G1523高速、PM2.5、37°公寓",
        "B-05地块、YB-04-G-14地块、02-E-10至02-E-22、11-B-18、02-B-12/13/14",
        "省152工程项目、152项目、二期、三级、500强、2.0版、1号楼",
        "15分钟生活圈、100年一遇、5标段",
        "党的十九大、二十大精神",
        "一个平台、一批人才、千家万户、五位一体、十分重要、万亿级",
        "1、综合实力 2、平台 01中国科学院 （1）环境",
        "10:30、3:2、192.168.0.1",
        "排名第14位",
        "容积率2、共5",
        "十四五、十三五",
    ],
)
def test_no_figures(text: str) -> None:
    assert figures(text) == []


def test_figures_read_with_the_words_beside_them() -> None:
    found = scan("累计新增平台约30家以上，从不足10家增长13.6%")
    readings = [figure.reading for figure in found]
    assert all(isinstance(reading, Mention) for reading in readings)
    assert [getattr(reading, "qualifier", None) for reading in readings] == [
        Qualifier.AT_LEAST,
        Qualifier.LESS_THAN,
        Qualifier.EXACTLY,
    ]
    assert getattr(readings[2], "aspect", None) is Aspect.CHANGE


def test_a_malformed_number_is_found() -> None:
    (found,) = scan("总投资250,000,00万元")
    assert found.reading == MalformedMention("250,000,00", FigureFault.NUMBER)
    assert scan("见1,2,3各项") == ()


def test_english() -> None:
    text = "In 2025 over 12,157 households in Table 3 and twenty-five projects; the 14th plan, one project, 5G, “152”."
    assert figures(text, "en") == ["12,157 households", "twenty-five projects"]


def test_a_figure_does_not_run_over_a_line() -> None:
    assert figures("面积 1491\n平方米") == []


@given(st.text(alphabet="0123456789.,-～至一二三十百万亿两个户元%年期第“”《》B约超以上 \n", max_size=60))
def test_extents_are_in_order_and_apart(text: str) -> None:
    found = scan(text)
    bounds = [0, *(offset for figure in found for offset in figure.at), len(text)]
    assert bounds == sorted(bounds)
    assert all(text[slice(*figure.at)] == figure.text == figure.reading.text for figure in found)


@pytest.mark.parametrize("piece", ["1", "1,", "一", "“", "A-1-", "第1", "1个", "1万亿", "十百", "约约", "1-"])
def test_long_text_is_read_in_linear_time(piece: str) -> None:
    start = process_time()
    scan(piece * 20_000)
    assert process_time() - start < 30
