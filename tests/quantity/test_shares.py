"""Shares and rates of growth: exact ranges, and roots enclosed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.quantity.interval import Interval, ZeroDivisorError
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, consistent
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.shares import NonPositiveBaseError, cagr, growth, share
from plan_compiler.quantity.units import PERCENT, PURE


def printed(text: str) -> Quantity:
    return Quantity.from_number(read_number(text), "")


def bounded(quantity: Quantity) -> tuple[Fraction, Fraction]:
    low, high = quantity.interval.low, quantity.interval.high
    assert low is not None
    assert high is not None
    return low, high


def test_share() -> None:
    figure = share(printed("12157户"), printed("12261户"))
    assert figure.unit == PERCENT
    low, high = bounded(figure)
    assert Fraction("99.14") < low < high < Fraction("99.17")
    assert consistent(printed("99.2%"), figure)


def test_share_converts_units() -> None:
    assert share(printed("5000万元"), printed("1亿元")).nominal == 50


def test_growth_is_narrower_than_naive_arithmetic() -> None:
    new, old = printed("78亿元"), printed("220亿元")
    low, high = bounded(growth(new, old))
    naive_low, naive_high = bounded((new - old) / old)
    assert naive_low * 100 < low < high < naive_high * 100
    assert low == (Fraction("77.5") / Fraction("220.5") - 1) * 100


def test_growth_of_a_figure_against_itself_is_nothing_when_exact() -> None:
    figure = growth(Quantity.of(78), Quantity.of(78))
    assert figure.interval == Interval.exact(0)
    assert figure.decimals is None


@pytest.mark.parametrize("old", ["0", "-5", "0.4"])
def test_growth_needs_a_base_above_zero(old: str) -> None:
    base = Quantity.from_number(read_number(old), "", decimals=0)
    with pytest.raises(NonPositiveBaseError):
        growth(printed("5"), base)
    with pytest.raises(NonPositiveBaseError):
        cagr(printed("5"), base, 3)
    with pytest.raises(NonPositiveBaseError):
        cagr(base, printed("5"), 3)


def test_other_kinds_and_no_whole() -> None:
    for function in (share, growth):
        with pytest.raises(UnitMismatchError):
            function(printed("5元"), printed("5户"))
    with pytest.raises(ZeroDivisorError):
        share(printed("5"), printed("0"))


def test_cagr_of_exact_powers_is_exact() -> None:
    figure = cagr(Quantity.of(121), Quantity.of(100), 2)
    assert figure.interval == Interval.exact(10)
    assert figure.nominal == 10
    assert figure.decimals is None


def test_cagr_of_a_plan() -> None:
    figure = cagr(printed("220亿元"), printed("78亿元"), 5)
    assert consistent(printed("23.0%"), figure)
    assert not consistent(printed("25%"), figure)
    assert figure.interval.low_closed is figure.interval.high_closed is False


@pytest.mark.parametrize("years", [0, -1, 10**9])
def test_cagr_needs_a_sensible_time(years: int) -> None:
    with pytest.raises(ValueError, match=f"{years} years"):
        cagr(printed("2"), printed("1"), years)


def test_growth_without_bound_has_none() -> None:
    above = Quantity(Interval.at_least(100), Fraction(100), PURE, 0)
    assert cagr(above, Quantity.of(100), 2).interval == Interval.at_least(0)
    assert growth(above, Quantity.of(50)).interval == Interval.at_least(100)
    below = Quantity(Interval(Fraction(0), Fraction(4), False), None, PURE, 0)
    figure = cagr(Quantity.of(8), below, 2)
    assert figure.interval.high is None
    assert figure.nominal is None


@given(
    st.fractions(min_value=Fraction(1, 1000), max_value=10**6),
    st.fractions(min_value=Fraction(1, 1000), max_value=10**6),
    st.integers(1, 40),
)
def test_roots_are_enclosed_tightly(last: Fraction, first: Fraction, years: int) -> None:
    low, high = bounded(cagr(Quantity.of(last), Quantity.of(first), years))
    assert (low / 100 + 1) ** years <= last / first <= (high / 100 + 1) ** years
    assert high - low <= Fraction(1, 10**12)


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from([0, 1]), st.sampled_from([0, 1]))
def test_growth_holds_every_value_and_no_other(new: int, old: int, new_decimals: int, old_decimals: int) -> None:
    figure = growth(Quantity.of(new, PURE, new_decimals), Quantity.of(old, PURE, old_decimals))
    new_low, new_high = bounded(Quantity.of(new, PURE, new_decimals))
    old_low, old_high = bounded(Quantity.of(old, PURE, old_decimals))
    corners = [(n / o - 1) * 100 for n in (new_low, new_high) for o in (old_low, old_high)]
    assert bounded(figure) == (min(corners), max(corners))
