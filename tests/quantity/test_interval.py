"""Interval arithmetic against brute force over points, and the published test vectors."""

from fractions import Fraction
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plan_compiler.quantity.interval import Interval, ZeroDivisorError, total

TINY = Fraction(1, 10**6)


def ends() -> st.SearchStrategy[Fraction]:
    return st.builds(Fraction, st.integers(-12, 12), st.sampled_from([1, 2, 3]))


@st.composite
def intervals(draw: st.DrawFn, bounded: bool = False) -> Interval:
    low, high = sorted((draw(ends()), draw(ends())))
    closed_low, closed_high = draw(st.booleans()), draw(st.booleans())
    if low == high:
        return Interval.exact(low)
    without = None if bounded else draw(st.sampled_from([None, None, None, "low", "high", "both"]))
    return Interval(
        None if without in ("low", "both") else low,
        None if without in ("high", "both") else high,
        closed_low,
        closed_high,
    )


def points(interval: Interval) -> list[Fraction]:
    """Values of the interval: its ends where they are closed, values just inside, the middle, zero, and far away."""
    low = interval.low if interval.low is not None else Fraction(-(10**9))
    high = interval.high if interval.high is not None else Fraction(10**9)
    candidates = (low, low + TINY, (low + high) / 2, high - TINY, high, Fraction(0), TINY, -TINY)
    return [point for point in candidates if point in interval]


@given(intervals(), intervals())
def test_results_hold_every_value(a: Interval, b: Interval) -> None:
    for x in points(a):
        assert -x in -a
        assert x * 3 in a.scaled(3)
        assert x * -Fraction(1, 7) in a.scaled(-Fraction(1, 7))
        for y in points(b):
            assert x + y in a + b
            assert x - y in a - b
            assert x * y in a * b
            if 0 not in b:
                assert x / y in a / b


@given(intervals(bounded=True), intervals(bounded=True))
def test_results_are_no_wider_than_needed(a: Interval, b: Interval) -> None:
    near = Fraction(1, 1000)
    for result, values in (
        (a + b, [x + y for x in points(a) for y in points(b)]),
        (a - b, [x - y for x in points(a) for y in points(b)]),
        (a * b, [x * y for x in points(a) for y in points(b)]),
    ):
        assert result.low is not None
        assert result.high is not None
        assert min(values) - result.low < near
        assert result.high - max(values) < near
        # An end is closed only where some pair of values attains it.
        assert not result.low_closed or min(values) == result.low
        assert not result.high_closed or max(values) == result.high


@given(intervals(), intervals())
def test_meeting_is_sharing_a_value(a: Interval, b: Interval) -> None:
    shared = a.intersection(b)
    assert a.meets(b) is b.meets(a) is (shared is not None)
    common = [x for x in (*points(a), *points(b)) if x in a and x in b]
    if shared is None:
        assert not common
        assert a.is_below(b) != b.is_below(a)
    else:
        assert all(x in shared for x in common)
        assert all(x in a and x in b for x in points(shared))
        assert a.includes(shared)
        assert b.includes(shared)


@given(st.lists(intervals(), max_size=8))
def test_total_is_repeated_addition(members: list[Interval]) -> None:
    expected = Interval.exact(0)
    for member in members:
        expected = expected + member
    assert total(members) == expected


@given(intervals(), intervals())
def test_subtraction_is_addition_of_the_negative(a: Interval, b: Interval) -> None:
    assert a - b == a + (-b)
    negative = -a
    assert -negative == a


@given(intervals())
def test_the_reciprocal_of_the_reciprocal(a: Interval) -> None:
    assume(0 not in a)
    assert a.reciprocal().reciprocal() == a


@pytest.mark.parametrize(
    ("a", "b"),
    [(Interval.exact(1), Interval.exact(0)), (Interval.exact(1), Interval.rounding(0, 0)), (Interval.exact(0),) * 2],
)
def test_a_divisor_that_may_be_zero_is_refused(a: Interval, b: Interval) -> None:
    with pytest.raises(ZeroDivisorError):
        a / b


def test_a_divisor_with_an_open_end_at_zero_leaves_no_bound() -> None:
    assert Interval.exact(1) / Interval(Fraction(0), Fraction(4), False) == Interval.at_least(Fraction(1, 4))
    assert Interval.exact(1) / Interval(Fraction(-4), Fraction(0), True, False) == Interval.at_most(Fraction(-1, 4))


def test_products_at_zero_and_without_bound() -> None:
    everything, positive = Interval(None, None), Interval.more_than(0)
    assert Interval.exact(0) * everything == Interval.exact(0)
    assert positive * positive == positive
    assert Interval(Fraction(0), Fraction(1)) * positive == Interval.at_least(0)
    assert Interval.exact(-2) * positive == Interval.less_than(0)
    assert Interval.exact(5).scaled(0) == everything.scaled(0) == Interval.exact(0)


def test_rounding_and_truncation() -> None:
    assert Interval.rounding(Fraction("78.1"), 1) == Interval(Fraction("78.05"), Fraction("78.15"))
    assert Interval.rounding(1200, -2) == Interval(Fraction(1150), Fraction(1250))
    assert Interval.rounding(7, None) == Interval.exact(7)
    assert Interval.truncated(5, 0) == Interval(Fraction(5), Fraction(6), True, False)
    assert Interval.truncated(-5, 0) == Interval(Fraction(-6), Fraction(-5), False, True)
    assert Interval.truncated(0, 1) == Interval(Fraction("-0.1"), Fraction("0.1"), False, False)


def test_touching_counts_only_where_both_ends_are_closed() -> None:
    assert Interval.at_most(3).meets(Interval.at_least(3))
    assert not Interval.less_than(3).meets(Interval.at_least(3))
    assert not Interval.at_most(3).meets(Interval.more_than(3))


def test_point_and_width() -> None:
    assert Interval.exact(3).point == 3
    assert Interval.rounding(3, 0).point is None
    assert Interval.at_least(3).width is None
    assert Interval.rounding(3, 0).width == 1


@pytest.mark.parametrize(
    "flags", [(Fraction(2), Fraction(1), True, True), (Fraction(1), Fraction(1), True, False)], ids=["reversed", "open"]
)
def test_an_empty_interval_is_no_interval(flags: tuple[Fraction, Fraction, bool, bool]) -> None:
    with pytest.raises(ValueError, match="empty"):
        Interval(*flags)


def test_an_end_without_bound_is_open() -> None:
    assert Interval(None, None) == Interval(None, None, False, False)


def test_a_long_sum_is_quick() -> None:
    members = [Interval.rounding(Fraction(n, 100), 2) for n in range(10_000)]
    start = process_time()
    result = total(members)
    assert process_time() - start < 5
    assert result == Interval(Fraction(499950) - 50, Fraction(499950) + 50)
