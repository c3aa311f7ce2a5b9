"""Units: the declared table, multipliers, products and quotients."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.quantity.units import (
    PERCENT,
    PURE,
    Relation,
    is_count,
    is_known_unit,
    is_pure,
    parse_unit,
    relation,
    unit_names,
)


@pytest.mark.parametrize(
    ("big", "small", "ratio"),
    [
        ("万元", "元", 10_000),
        ("亿元", "万元", 10_000),
        ("百万元", "千元", 1_000),
        ("万亿元", "亿元", 10_000),
        ("million yuan", "万元", 100),
        ("公顷", "亩", 15),
        ("平方公里", "公顷", 100),
        ("h㎡", "hm²", 1),
        ("hm2", "公顷", 1),
        ("km²", "㎡", 10**6),
        ("万平方米", "m²", 10_000),
        ("亿m³", "万立方米", 10_000),
        ("㎥", "立方米", 1),
        ("万吨", "t", 10_000),
        ("吨", "千克", 1_000),
        ("kilotonnes", "tonnes", 1_000),
        ("Mt", "kilotonnes", 1_000),
        ("kt CO2e", "tonnes of CO2e", 1_000),
        ("吨标准煤", "千克标准煤", 1_000),
        ("千克标准煤/吨", "克标准煤/吨", 1_000),
        ("吉瓦时", "千瓦时", 10**6),
        ("km", "米", 1_000),
        ("公里", "m", 1_000),
        ("％", "‰", 10),
        ("个百分点", "%", 1),
        ("成", "%", 10),
        ("倍", "%", 100),
        ("万户", "户", 10_000),
        ("十万人", "万人", 10),
        ("亿", "万", 10_000),
        ("万元/亩", "元/亩", 10_000),
        ("亿元/平方公里", "万元/亩", Fraction(10_000, 1500)),
        ("万t/d", "t/日", 10_000),
        ("km/h", "公里/小时", 1),
        ("m/s", "km/h", Fraction("3.6")),
        ("元/人/年", "元/(人·年)", 1),
        ("kW·h", "千瓦时", 1),
        ("小时", "分钟", 60),
        ("年", "个月", 12),
        ("万里长城", "里长城", 10_000),
    ],
)
def test_conversion(big: str, small: str, ratio: Fraction | int) -> None:
    one, other = parse_unit(big), parse_unit(small)
    assert one.dimension == other.dimension
    assert one.factor / other.factor == ratio


@pytest.mark.parametrize(
    ("a", "b"),
    [("户", "人"), ("元", "亩"), ("m", "m²"), ("m³", "t"), ("人", "人次"), ("元", "美元"), ("年", "天"), ("尊", "户")],
)
def test_different_kinds(a: str, b: str) -> None:
    assert parse_unit(a).dimension != parse_unit(b).dimension
    assert relation(parse_unit(a), parse_unit(b)) in (Relation.NONE, Relation.COUNTS)


@pytest.mark.parametrize("text", ["", "-", "—", "/", " ", "无"])
def test_no_unit_is_a_pure_number(text: str) -> None:
    assert parse_unit(text) == PURE


@pytest.mark.parametrize("text", ["a//b", "/亩", "亩/", "x" * 60, "·"])
def test_what_is_no_product_or_quotient_is_its_own_dimension(text: str) -> None:
    unit = parse_unit(text)
    assert unit.dimension == ((text, 1),)
    assert not is_known_unit(text)


def test_an_unknown_unit_is_its_own_dimension() -> None:
    assert parse_unit("尊").dimension == (("尊", 1),)
    assert parse_unit("万尊").factor == 10_000
    assert not is_known_unit("万尊")
    assert is_known_unit("万元/亩")


def test_the_printed_text_stays() -> None:
    assert parse_unit(" h㎡ ").text == "h㎡"
    assert parse_unit("％").text == "％"


def test_counts_and_pure_numbers() -> None:
    assert is_count(parse_unit("万户"))
    assert not is_count(parse_unit("元"))
    assert not is_count(parse_unit("件/万人"))
    assert is_pure(PERCENT)
    assert not is_pure(parse_unit("户"))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("万元", "亿元", Relation.SAME),
        ("%", "个百分点", Relation.NONE),
        ("", "个百分点", Relation.SAME),
        ("家", "户", Relation.COUNTS),
        ("户", "人", Relation.NONE),
        ("座", "条", Relation.NONE),
        ("人", "firm", Relation.COUNTS),
        ("亿方", "亿立方米", Relation.COUNTS),
        ("万平方米", "万方", Relation.COUNTS),
        ("方", "亩", Relation.COUNTS),
        ("方", "人", Relation.NONE),
        ("家", "个", Relation.COUNTS),
        ("个", "", Relation.COUNTS),
        ("大", "项", Relation.COUNTS),
        ("万", "户", Relation.COUNTS),
        ("倍", "户", Relation.NONE),
        ("%", "户", Relation.NONE),
        ("万元", "万元/亩", Relation.PER),
        ("件", "件/万人", Relation.PER),
        ("万元/亩", "万元", Relation.NONE),
        ("元", "户", Relation.NONE),
    ],
)
def test_relation(a: str, b: str, expected: Relation) -> None:
    assert relation(parse_unit(a), parse_unit(b)) is expected


def test_products_and_quotients_of_units() -> None:
    per_mu = parse_unit("万元") / parse_unit("亩")
    assert per_mu == parse_unit("万元/亩")
    assert (per_mu * parse_unit("亩")).dimension == parse_unit("元").dimension
    assert (parse_unit("户") / parse_unit("户")).dimension == ()
    assert (
        (parse_unit("万元") / PURE).text
        == (parse_unit("万元") * PURE).text
        == (PURE * parse_unit("万元")).text
        == "万元"
    )
    assert (PURE / parse_unit("亩")).text == "1/亩"


@given(st.sampled_from(sorted(unit_names())))
def test_every_name_is_a_known_unit(name: str) -> None:
    assert is_known_unit(name)
    assert parse_unit(name).factor > 0


@given(st.text(max_size=60))
def test_any_text_is_a_unit(text: str) -> None:
    unit = parse_unit(text)
    assert unit.factor > 0
    assert relation(unit, unit) is Relation.SAME
