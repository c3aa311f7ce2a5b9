"""Quantities as text."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.mention import Mention, read_mention
from plan_compiler.quantity.printing import (
    NumberFormatError,
    format_quantity,
    in_unit_of,
    parse_format,
    plain,
    round_half_up,
)
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.shares import share
from plan_compiler.quantity.units import PURE, parse_unit


def printed(text: str) -> Quantity:
    return Quantity.from_number(read_number(text), "")


@pytest.mark.parametrize(
    ("text", "format", "expected"),
    [
        ("12157户", None, "12157户"),
        ("78.10亿元", None, "78.10亿元"),
        ("61.7751h㎡", None, "61.7751h㎡"),
        ("50%", None, "50%"),
        ("1234567.891万元", "#,##0.00", "1,234,567.89万元"),
        ("1234567万元", "#,##0", "1,234,567万元"),
        ("1234.5", "0", "1235"),
        ("2.5", "0", "3"),
        ("-2.5", "0", "-3"),
        ("-0.4", "0", "0"),
        ("0.05", "0.0", "0.1"),
        ("1.20", "0.0#", "1.2"),
        ("1.25", "0.0#", "1.25"),
        ("3", "0.##", "3"),
        ("0.1256", "0.0%", "12.6%"),
        ("12.56%", "0.0%", "12.6%"),
        ("12.56%", "0", "13%"),
        ("12345.6万元", "0.00亿元", "1.23亿元"),
        ("12345.6万元", '0.00"亿元"', "1.23亿元"),
        ("12345.6万元", "#,##0 元", "123,456,000元"),
        ("12345678901234567890123456789012345", "#,##0", "12,345,678,901,234,567,890,123,456,789,012,345"),
    ],
)
def test_format(text: str, format: str | None, expected: str) -> None:
    assert format_quantity(printed(text), format) == expected


@pytest.mark.parametrize(
    "format", ["", "x", "0.0.0", "00", "#", "0,0", "0;0", "[红]0", "0" * 50, "0." + "0" * 21, "0.0户"]
)
def test_what_is_no_format(format: str) -> None:
    with pytest.raises(NumberFormatError) as error:
        format_quantity(printed("5亿元"), format)
    assert error.value.format == format


def test_decimals_of_results() -> None:
    assert format_quantity(printed("12157户") / printed("12261户")) == "99.2%"
    assert format_quantity(printed("12157户") / printed("12261户"), "0.000") == "0.992"
    assert format_quantity(printed("12157户") / printed("12261户"), "0.0%") == "99.2%"
    assert format_quantity(share(printed("12157户"), printed("12261户"))) == "99.2%"
    assert format_quantity(Quantity.of(Fraction(25, 2))) == "12.5"
    assert format_quantity(Quantity.of(Fraction(1, 3))) == "0.33"
    assert format_quantity(printed("1.2亿元").converted(parse_unit("万元"))) == "12000万元"


@pytest.mark.parametrize("text", ["2～3个", "63～68%", "300亿元"])
def test_a_printed_figure_prints_again(text: str) -> None:
    mention = read_mention(text)
    assert isinstance(mention, Mention)
    assert format_quantity(mention.quantity) == text


def test_ranges() -> None:
    households = parse_unit("户")
    assert format_quantity(Quantity(Interval.at_least(5), None, households, 0)) == "≥5户"
    assert format_quantity(Quantity(Interval.at_most(5), None, households, 0)) == "≤5户"
    assert format_quantity(Quantity(Interval(None, None), None, households, 0)) == "户"
    assert format_quantity(Quantity(Interval(Fraction(1), Fraction(2)), None, households, None), "0.0") == "1.0～2.0户"
    assert format_quantity(Quantity(Interval.exact(3), None, households, 0)) == "3～3户"


def test_english_parts_the_unit_by_a_space() -> None:
    assert format_quantity(printed("12157 households"), "#,##0", "en") == "12,157 households"
    assert format_quantity(printed("50%"), None, "en") == "50%"
    assert format_quantity(Quantity.of(9), None, "en") == "9"


def test_plain_numbers() -> None:
    assert plain(printed("705389万元")) == "705389"
    assert plain(Quantity(Interval.rounding(2, 0), None, PURE, 0)) == "2..2"


def test_a_parsed_format() -> None:
    form = parse_format("#,##0.0#%")
    assert (form.grouped, form.fixed, form.optional) == (True, 1, 1)
    assert form.unit == parse_unit("%")


@given(st.fractions(), st.integers(-4, 8))
def test_half_up_is_the_nearest(value: Fraction, decimals: int) -> None:
    unit = Fraction(10) ** -decimals
    rounded = round_half_up(value, decimals)
    assert (rounded / unit).denominator == 1
    assert abs(rounded - value) <= unit / 2
    assert round_half_up(-value, decimals) == -rounded


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_what_is_printed_reads_back(digits: int, decimals: int) -> None:
    quantity = Quantity.of(Fraction(digits, 10**decimals), PURE, decimals)
    number = read_number(format_quantity(quantity))
    assert Fraction(number.value) == quantity.nominal
    assert number.decimals == decimals


def test_sums_have_no_digits_behind_their_decimals_and_quotients_have_two() -> None:
    one, two = Quantity.of(1, PURE, 0), Quantity.of(2, PURE, 0)
    assert format_quantity(one + two) == "3"
    assert format_quantity(Quantity.of(Fraction(5, 4), PURE, 2) + two) == "3"
    assert format_quantity(Quantity.of(100, PURE, 0) / Quantity.of(300, PURE, 0)) == "0.33"


@pytest.mark.parametrize(
    ("mention", "figure", "expected"),
    [
        ("487.25亿元", "4782500万元", "478.25亿元"),
        ("89亿元", "980000万元", "98亿元"),
        ("18.0亿元", "108000万元", "10.8亿元"),
        ("9.8万元", "980000万元", ""),  # the unit may be the slip
        ("89家", "980000万元", ""),
    ],
)
def test_a_figure_is_shown_in_the_unit_of_the_one_that_it_is_compared_with(
    mention: str, figure: str, expected: str
) -> None:
    said, own = read_mention(mention), read_mention(figure)
    assert isinstance(said, Mention)
    assert isinstance(own, Mention)
    assert in_unit_of(said, own.quantity, "zh-CN") == expected
