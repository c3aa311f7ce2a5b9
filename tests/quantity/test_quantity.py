"""Quantities: the published test vectors, conversion, arithmetic and comparison."""

from fractions import Fraction
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.quantity.interval import Interval, ZeroDivisorError
from plan_compiler.quantity.mention import Mention, read_mention
from plan_compiler.quantity.quantity import (
    Quantity,
    UnitMismatchError,
    add_all,
    agree,
    aligned,
    as_percent,
    consistent,
    has_excess_digits,
    magnitude,
    may_hold,
    warranted_decimals,
)
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.units import PURE, parse_unit


def mentioned(text: str) -> Quantity:
    mention = read_mention(text)
    assert isinstance(mention, Mention)
    return mention.quantity


def printed(text: str, *, exact: bool = False) -> Quantity:
    return Quantity.from_number(read_number(text), "", exact)


class TestVectorsOfXbrlCalculations:
    """Totals and duplicates, as in XBRL Calculations 1.1."""

    def test_rounding_can_hide_one(self) -> None:
        assert (printed("1") + printed("1")).interval == Interval(Fraction(1), Fraction(3))
        assert consistent(printed("3"), printed("1") + printed("1"))

    def test_but_not_two(self) -> None:
        assert not consistent(printed("4"), printed("1") + printed("1"))

    def test_touching_an_exact_total(self) -> None:
        assert consistent(printed("3", exact=True), printed("1") + printed("1"))

    def test_an_exact_member_outside(self) -> None:
        assert not consistent(printed("5"), printed("6", exact=True))

    def test_duplicates_with_the_same_decimals_are_equal_or_wrong(self) -> None:
        assert consistent(printed("1"), printed("2"))
        assert not agree(printed("1"), printed("2"))
        assert agree(printed("2"), printed("2"))

    def test_a_figure_agrees_with_a_range_that_it_is_within_and_a_range_with_the_same(self) -> None:
        assert agree(printed("7%"), mentioned("6-8%"))
        assert agree(mentioned("6-8%"), printed("6%"))
        assert not agree(printed("9%"), mentioned("6-8%"))
        assert agree(mentioned("6-8%"), mentioned("6%-8%"))
        assert not agree(mentioned("6-8%"), mentioned("6-7%"))
        assert agree(printed("8.4%"), mentioned("6-8%"))

    def test_duplicates_with_other_decimals_share_a_value(self) -> None:
        assert not agree(printed("1"), printed("1.9"))
        assert agree(printed("2"), printed("1.9"))
        assert consistent(printed("8"), printed("10") - printed("1.9"))

    def test_a_share_that_does_not_follow_from_its_figures(self) -> None:
        share = printed("12157户") / printed("12261户")
        assert share.unit.dimension == ()
        assert not consistent(printed("99.9%"), share)
        assert consistent(printed("99.2%"), share)

    def test_a_share_that_does(self) -> None:
        assert consistent(printed("12.20%"), printed("346.87h㎡") / printed("2844.20h㎡"))

    def test_zero_is_something(self) -> None:
        assert (printed("0") + printed("1", exact=True)).interval == Interval(Fraction(1, 2), Fraction(3, 2))


class TestFromNumber:
    def test_the_unit_of_the_column(self) -> None:
        assert Quantity.from_number(read_number("78.1"), "亿元") == printed("78.1亿元")

    def test_its_own_unit_wins(self) -> None:
        assert Quantity.from_number(read_number("50%"), "%").unit.text == "%"
        assert Quantity.from_number(read_number("50元"), "万元").unit.text == "元"

    def test_a_bare_multiplier_goes_with_the_unit_of_the_column(self) -> None:
        figure = Quantity.from_number(read_number("1.2亿"), "元")
        assert figure.unit.text == "亿元"
        assert figure.decimals == 1
        assert figure.converted(parse_unit("元")).interval == Interval(Fraction(115_000_000), Fraction(125_000_000))
        assert Quantity.from_number(read_number("1.2亿"), "").unit.text == "亿"

    def test_precision(self) -> None:
        number = read_number("1250")
        assert Quantity.from_number(number, "", decimals=-2).interval.width == 100
        assert Quantity.from_number(number, "", exact=True).interval.point == 1250
        assert has_excess_digits(number, -2)
        assert not has_excess_digits(number, -1)
        assert has_excess_digits(read_number("1.25"), 1)

    def test_a_monstrous_precision_is_bounded(self) -> None:
        assert Quantity.from_number(read_number("5"), "", decimals=10**9).decimals == 64
        assert not has_excess_digits(read_number("5"), 10**9)
        assert has_excess_digits(read_number("5"), -(10**9))


class TestConversion:
    def test_decimals_shift_by_powers_of_ten(self) -> None:
        figure = printed("1.2亿元").converted(parse_unit("万元"))
        assert figure.nominal == 12_000
        assert figure.decimals == -3
        assert printed("12000万元").converted(parse_unit("亿元")).decimals == 4
        assert printed("12%").converted(PURE).decimals == 2

    def test_decimals_are_what_the_interval_warrants_elsewhere(self) -> None:
        figure = printed("138亩").converted(parse_unit("公顷"))
        assert figure.nominal == Fraction("9.2")
        assert figure.interval.width == Fraction(1, 15)
        assert figure.decimals == 1

    def test_exact_stays_exact(self) -> None:
        assert printed("15亩", exact=True).converted(parse_unit("公顷")).decimals is None

    def test_another_kind(self) -> None:
        with pytest.raises(UnitMismatchError, match="户") as error:
            printed("1户").converted(parse_unit("元"))
        assert (error.value.left.text, error.value.right.text) == ("户", "元")

    @given(st.integers(-1000, 1000), st.integers(-2, 4), st.sampled_from(["公顷", "平方公里", "㎡", "万平方米"]))
    def test_there_and_back(self, value: int, decimals: int, other: str) -> None:
        figure = Quantity.of(value, parse_unit("亩"), decimals)
        back = figure.converted(parse_unit(other)).converted(figure.unit)
        assert (back.interval, back.nominal) == (figure.interval, figure.nominal)


class TestArithmetic:
    def test_sums_are_in_the_unit_of_the_left_side(self) -> None:
        figure = printed("1.2亿元") + printed("3万元")
        assert (figure.nominal, figure.unit.text, figure.decimals) == (Fraction("1.2003"), "亿元", 1)

    def test_percentage_points(self) -> None:
        assert consistent(printed("25个百分点"), printed("70%") - printed("45%"))

    @pytest.mark.parametrize(("a", "b"), [("1户", "1"), ("1", "1户"), ("1户", "1人"), ("1元", "1%"), ("1家", "1个")])
    def test_kinds_do_not_add(self, a: str, b: str) -> None:
        with pytest.raises(UnitMismatchError):
            printed(a) + printed(b)

    def test_the_empty_sum(self) -> None:
        assert add_all([]) == Quantity.of(0)

    def test_a_sum_with_a_range_has_no_nominal_value(self) -> None:
        flexible = Quantity(Interval(Fraction(3, 2), Fraction(7, 2)), None, parse_unit("个"), 0)
        assert add_all([flexible, printed("5个")]).nominal is None
        assert (-flexible).nominal is None
        assert (flexible * Quantity.of(2)).nominal is None
        assert (flexible / Quantity.of(2)).nominal is None
        assert (printed("5个") / flexible).nominal is None

    @pytest.mark.parametrize(
        ("a", "b", "product"),
        [
            ("800万元/亩", "30亩", "24000万元"),
            ("20件/万人", "10万人", "200件"),
            ("220亿元", "5%", "11亿元"),
            ("5%", "220亿元", "11亿元"),
            ("60km/h", "2h", "120km"),
            ("50%", "50%", "0.25"),
        ],
    )
    def test_products_are_in_the_simplest_unit(self, a: str, b: str, product: str) -> None:
        figure, expected = printed(a) * printed(b), printed(product)
        assert (figure.nominal, figure.unit.text) == (expected.nominal, expected.unit.text)

    @pytest.mark.parametrize(
        ("a", "b", "quotient"),
        [
            ("220亿元", "10亩", "22亿元/亩"),
            ("100亿元", "5万元/亩", "200000亩"),
            ("120km", "60km/h", "2h"),
            ("1亿元", "1万元", "10000"),
            ("11亿元", "5%", "220亿元"),
            ("6户", "2", "3户"),
        ],
    )
    def test_quotients_are_in_the_simplest_unit(self, a: str, b: str, quotient: str) -> None:
        figure, expected = printed(a) / printed(b), printed(quotient)
        assert (figure.nominal, figure.unit.text) == (expected.nominal, expected.unit.text)

    def test_precision_of_results(self) -> None:
        assert (printed("1.5") * printed("2", exact=True)).decimals == 1
        assert (printed("3", exact=True) / printed("8", exact=True)).decimals is None
        assert (printed("12157户") / printed("12261户")).decimals == 3

    def test_division_by_what_may_be_zero(self) -> None:
        with pytest.raises(ZeroDivisorError):
            printed("5") / printed("0")

    def test_magnitude(self) -> None:
        assert magnitude(printed("-5元")) == printed("5元")
        assert magnitude(printed("5元")) == printed("5元")
        below = Quantity(Interval(Fraction(-3), Fraction(-2)), None, PURE, 0)
        assert magnitude(below) == -below
        assert magnitude(Quantity(Interval.at_least(2), None, PURE, 0)).interval == Interval.at_least(2)

    def test_per_cent(self) -> None:
        assert as_percent(Quantity.of(Fraction(1, 2))).nominal == 50

    def test_ten_thousand_members_are_quick(self) -> None:
        members = [printed(f"{n}.25万元") for n in range(10_000)]
        start = process_time()
        assert add_all(members).nominal == 10_000 * 9_999 // 2 + 2_500
        assert process_time() - start < 5


class TestComparison:
    def test_measure_words_compare_and_so_does_a_plain_count(self) -> None:
        assert consistent(printed("9个"), printed("9家"))
        assert consistent(printed("9大"), Quantity.of(9))
        assert not consistent(printed("6个"), Quantity.of(7))
        assert consistent(printed("1.2万户"), printed("12157个"))

    @pytest.mark.parametrize(("a", "b"), [("31.8万户", "31.8万人"), ("12座", "12条"), ("5.5个百分点", "5.5%")])
    def test_what_counts_something_else_does_not_compare(self, a: str, b: str) -> None:
        with pytest.raises(UnitMismatchError):
            consistent(printed(a), printed(b))

    def test_what_a_figure_is_per_may_be_said_in_words(self) -> None:
        assert consistent(printed("1200万元"), printed("1200万元/亩"))
        assert consistent(printed("1200万元/亩"), printed("0.12亿元"))
        assert not consistent(printed("1200万元"), printed("2000万元/亩"))

    def test_other_kinds_do_not_compare(self) -> None:
        with pytest.raises(UnitMismatchError):
            consistent(printed("5元"), printed("5户"))
        with pytest.raises(UnitMismatchError):
            may_hold("<=", printed("2倍"), printed("5户"))

    def test_aligned_figures_have_one_scale(self) -> None:
        left, right = aligned(printed("1.2亿元"), printed("3万元"))
        assert left.nominal == 12_000
        assert right.nominal == 3

    @pytest.mark.parametrize(
        ("a", "operator", "b", "holds"),
        [
            ("3", "==", "3", True),
            ("3", "==", "4", True),
            ("3", "==", "5", False),
            ("3", "!=", "3", True),
            ("3", "<=", "3", True),
            ("3", "<", "3", True),
            ("5", "<", "3", False),
            ("5", "<=", "4", True),
            ("5", "<", "4", False),
            ("3", ">", "5", False),
            ("4", ">=", "5", True),
            ("3", ">=", "5", False),
        ],
    )
    def test_what_may_hold_of_rounded_figures(self, a: str, operator: str, b: str, holds: bool) -> None:
        assert may_hold(operator, printed(a), printed(b)) is holds

    def test_what_holds_of_exact_figures(self) -> None:
        three, four = Quantity.of(3), Quantity.of(4)
        assert may_hold("!=", three, four)
        assert not may_hold("!=", three, three)
        assert not may_hold("<", three, three)
        assert may_hold("<=", three, three)
        assert may_hold("<", Quantity(Interval(None, None), None, PURE, 0), three)

    def test_a_part_above_the_whole_by_rounding_only(self) -> None:
        assert may_hold("<=", printed("100.4"), printed("100"))
        assert not may_hold("<=", printed("100.6"), printed("100"))

    def test_a_claim_wider_than_its_rounding_agrees_by_its_range(self) -> None:
        about = Quantity(Interval(Fraction(270), Fraction(330)), Fraction(300), PURE, 0)
        assert agree(about, printed("310"))
        assert not about.is_rounding
        assert printed("310").is_rounding


@pytest.mark.parametrize(
    ("width", "decimals"),
    [("0.00012", 3), ("0.001", 3), ("0.0011", 2), ("1", 0), ("2", -1), ("10", -1), ("11", -2), ("0.5", 0), ("0.1", 1)],
)
def test_warranted_decimals(width: str, decimals: int) -> None:
    assert warranted_decimals(Interval(Fraction(0), Fraction(width))) == decimals


def test_warranted_decimals_without_width() -> None:
    assert warranted_decimals(Interval.exact(1)) is None
    assert warranted_decimals(Interval.at_least(1)) == 0


@given(st.fractions(min_value=Fraction(1, 10**9), max_value=10**9))
def test_warranted_decimals_are_the_most_that_are_not_narrower(width: Fraction) -> None:
    decimals = warranted_decimals(Interval(Fraction(0), width))
    assert decimals is not None
    assert Fraction(10) ** -decimals >= width > Fraction(10) ** -(decimals + 1)
