"""Per cent and percentage points, bounds, and how results of quotients are printed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.quantity.mention import Mention, read_mention
from plan_compiler.quantity.printing import FormatUnitError, format_like, format_quantity, with_bound
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, consistent, significant_decimals
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.senses import Sense, compares, of_difference, of_sum
from plan_compiler.quantity.units import parse_unit


def printed(text: str) -> Quantity:
    return Quantity.from_number(read_number(text), "")


def worded(text: str) -> Mention:
    mention = read_mention(text)
    assert isinstance(mention, Mention)
    return mention


class TestPoints:
    def test_the_difference_of_two_rates_may_be_a_rest_or_a_distance(self) -> None:
        difference = printed("98%") - printed("92.5%")
        assert consistent(printed("5.5%"), difference)
        assert consistent(printed("5.5个百分点"), difference)

    def test_the_change_of_a_rate_is_in_points(self) -> None:
        change = (printed("98.0%") - printed("92.5%")).as_points()
        assert format_quantity(change) == "5.5个百分点"
        assert format_quantity(change, None, "en") == "5.5 percentage points"
        assert consistent(printed("5.5个百分点"), change)
        with pytest.raises(UnitMismatchError):
            consistent(printed("5.5%"), change)
        with pytest.raises(FormatUnitError):
            format_quantity(change, "0.0%")

    def test_points_raise_a_rate_to_a_rate(self) -> None:
        assert (printed("92.5%") + printed("5.5个百分点")).unit.sense is Sense.RATE
        assert (printed("5.5个百分点") + printed("92.5%")).unit.text == "%"
        assert (printed("98%") - printed("5.5个百分点")).unit.sense is Sense.RATE
        assert (printed("3个百分点") - printed("1个百分点")).unit.sense is Sense.POINTS
        assert (printed("3个百分点") / Quantity.of(2)).unit.sense is Sense.POINTS

    def test_a_part_of_a_whole_is_a_rate(self) -> None:
        share = printed("12户") / printed("48户")
        assert share.unit.sense is Sense.RATE
        assert format_quantity(Quantity.of(1) - printed("60%")) == "40%"
        with pytest.raises(UnitMismatchError):
            consistent(printed("25个百分点"), share)

    def test_a_plain_number_may_be_either(self) -> None:
        assert consistent(printed("2.3个百分点"), printed("0.585") - printed("0.562"))

    @given(st.sampled_from(Sense), st.sampled_from(Sense))
    def test_senses_combine_the_same_either_way_round(self, a: Sense, b: Sense) -> None:
        assert of_sum(a, b) is of_sum(b, a)
        assert compares(a, b) is compares(b, a)
        assert of_difference(a, Sense.NUMBER) is a


class TestBounds:
    @pytest.mark.parametrize(
        ("text", "told"),
        [("≤2.35亿立方米", "≤2.35亿立方米"), ("60平方公里以上", "≥60平方公里"), ("100户以内", "≤100户")],
    )
    def test_a_bound_is_told_with_its_sign(self, text: str, told: str) -> None:
        figure = worded(text).fact
        assert with_bound(figure) == told
        line = figure.at_bound()
        assert line.interval.point == line.nominal == figure.nominal
        assert line.bound == ""

    @pytest.mark.parametrize("text", ["2.35亿立方米", "约300亿元", "2-3个", "近1500人", "200多个"])
    def test_other_figures_have_none(self, text: str) -> None:
        figure = worded(text).fact
        assert figure.bound == ""
        assert figure.at_bound() == figure

    def test_what_comes_from_a_bound_keeps_its_digits(self) -> None:
        used, cap = printed("2.41亿立方米"), worded("≤2.35亿立方米").fact
        saved = (used - cap) / used
        assert with_bound(saved) == "≥2.49%"


class TestDigits:
    @pytest.mark.parametrize(
        ("value", "digits", "decimals"), [("0.0249", 3, 4), ("1234", 2, -2), ("9.99", 2, 1), ("0", 2, 0)]
    )
    def test_significant_decimals(self, value: str, digits: int, decimals: int) -> None:
        assert significant_decimals(Fraction(value), digits) == decimals

    @given(st.fractions(min_value=Fraction(1, 10**9), max_value=10**9), st.integers(1, 6))
    def test_they_show_that_many_digits(self, value: Fraction, digits: int) -> None:
        scaled = value * Fraction(10) ** significant_decimals(value, digits)
        assert 10 ** (digits - 1) <= scaled < 10**digits

    @pytest.mark.parametrize(
        ("text", "format"),
        [
            ("五项", "0项"),
            ("3.2亿元", "0.0亿元"),
            ("48,600万元", "#,##0万元"),
            ("2.35%", "0.00%"),
            ("约32万人", None),
            ("5", None),
        ],
    )
    def test_a_format_that_prints_a_figure_as_it_is_worded(self, text: str, format: str | None) -> None:
        assert format_like(worded(text)) == format

    def test_a_count_is_printed_with_any_measure_word(self) -> None:
        assert format_quantity(Quantity.of(4), "0项") == "4项"
        assert format_quantity(printed("9座"), "0个") == "9个"
        with pytest.raises(FormatUnitError):
            format_quantity(printed("9座"), "0条")
        assert printed("9座").expressed(parse_unit("个")).unit.text == "个"
