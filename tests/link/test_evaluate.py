"""The values of expressions, as intervals."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.link.evaluate import Evaluation, Figures, evaluate
from plan_compiler.link.expressions import Expr, Name, walk
from plan_compiler.link.linked import Result, Unknown
from plan_compiler.link.parse import ExpressionFault, parse_expression
from plan_compiler.link.reasons import Reason
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import parse_unit

HOUSEHOLDS = parse_unit("户")


def expression(text: str) -> Expr:
    expr = parse_expression(text)
    assert not isinstance(expr, ExpressionFault)
    return expr


def evaluated(text: str, values: Mapping[str, Result], years: int | None = 5) -> Evaluation:
    """The value of an expression whose names are the keys of figures."""
    expr = expression(text)
    bound = {node.at: node.id for node in walk(expr) if isinstance(node, Name)}
    return evaluate(expr, bound, Figures(values.__getitem__, years))


def value(text: str, **values: Result) -> Quantity:
    result = evaluated(text, values).result
    assert isinstance(result, Quantity), result
    return result


def reason(text: str, values: Mapping[str, Result], years: int | None = 5) -> str:
    result = evaluated(text, values, years).result
    assert isinstance(result, Unknown)
    return result.reason


def rounded(number: int | str, unit: str = "户", decimals: int = 0) -> Quantity:
    return Quantity.of(Fraction(number), parse_unit(unit), decimals)


A, B, C = rounded(3), rounded(8), rounded(4)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a + b", Fraction(10), Fraction(12)),
        ("a - b", Fraction(-6), Fraction(-4)),
        ("-a", Fraction(-7, 2), Fraction(-5, 2)),
        ("2 * a", Fraction(5), Fraction(7)),
        ("a / b", Fraction(5, 17), Fraction(7, 15)),
        ("(b - c) / a", Fraction(6, 7), Fraction(2)),
        ("sum(a, b, c)", Fraction(27, 2), Fraction(33, 2)),
        ("average(a, b)", Fraction(5), Fraction(6)),
        ("min(a, b)", Fraction(5, 2), Fraction(7, 2)),
        ("max(a, b, c)", Fraction(15, 2), Fraction(17, 2)),
        ("min(a, c)", Fraction(5, 2), Fraction(7, 2)),
        ("per_year(a)", Fraction(1, 2), Fraction(7, 10)),
        ("per_year(a, 10)", Fraction(1, 4), Fraction(7, 20)),
        ("share(a, b)", Fraction(500, 17), Fraction(700, 15)),
        ("growth(b, c)", Fraction(15 * 100, 9) - 100, Fraction(17 * 100, 7) - 100),
        ("cagr(b, c, 1)", Fraction(15 * 100, 9) - 100, Fraction(17 * 100, 7) - 100),
        ("3户 + a", Fraction(11, 2), Fraction(13, 2)),
        ("50% * a", Fraction(5, 4), Fraction(7, 4)),
    ],
)
def test_intervals(text: str, low: Fraction, high: Fraction) -> None:
    interval = value(text, a=A, b=B, c=C).interval
    assert (interval.low, interval.high) == (low, high)


def test_a_literal_is_exact() -> None:
    assert value("2").interval.point == 2


@pytest.mark.parametrize(
    "text",
    ["(b - c) / c", "(b - c) / b", "a / (a + b)", "(a + b) / (a + b + c)", "b / (a + b + c)", "(c - a) / (c)"],
)
def test_a_name_that_stands_twice_counts_once(text: str) -> None:
    """The ends are those that the corners of the figures attain, and no value in between is outside."""
    figures = {"a": A, "b": B, "c": C}
    ends = {name: (q.interval.low, q.interval.high) for name, q in figures.items()}
    corners = [
        eval(text, {"__builtins__": {}}, dict(zip(ends, corner, strict=True))) for corner in product(*ends.values())
    ]
    interval = value(text, **figures).interval
    assert (interval.low, interval.high) == (min(corners), max(corners))


def test_other_repetitions_are_wide_but_hold_the_value() -> None:
    interval = value("a + b - a", a=A, b=B).interval
    assert (interval.low, interval.high) == (Fraction(13, 2), Fraction(19, 2))


def test_a_part_that_may_be_zero_is_computed_plainly() -> None:
    assert 0 in value("a / (a + b)", a=rounded(0), b=B).interval


@given(
    st.integers(1, 10**6),
    st.integers(1, 10**6),
    st.integers(1, 10**6),
    st.sampled_from(["a/(a+b)", "(a-b)/b", "(a-b)/a"]),
)
def test_quotient_shapes_contain_what_plain_arithmetic_gives(a: int, b: int, c: int, text: str) -> None:
    exact = {"a": Fraction(a), "b": Fraction(b), "c": Fraction(c)}
    plain = eval(text, {"__builtins__": {}}, exact)
    result = value(text, a=rounded(a), b=rounded(b), c=rounded(c))
    assert plain in result.interval
    assert result.nominal == plain


@given(
    st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 9), st.booleans(), st.booleans()), min_size=1, max_size=4)
)
def test_extremes_hold_the_extremes_of_all_values(parts: list[tuple[int, int, bool, bool]]) -> None:
    figures = {
        f"x{i}": Quantity(Interval(Fraction(low), Fraction(low + width + 1), left, right), None, HOUSEHOLDS, 0)
        for i, (low, width, left, right) in enumerate(parts)
    }
    lowest = value(f"min({', '.join(figures)})", **figures).interval
    highest = value(f"max({', '.join(figures)})", **figures).interval
    assert lowest.low == min(low for low, *_ in parts)
    assert lowest.high == min(low + width + 1 for low, width, *_ in parts)
    assert highest.high == max(low + width + 1 for low, width, *_ in parts)
    assert highest.low == max(low for low, *_ in parts)
    samples = [
        [q.interval.low, q.interval.high, (low := q.interval.low) and low + Fraction(1, 2)] for q in figures.values()
    ]
    for combination in product(*samples):
        chosen = [Fraction(v) for v in combination if v is not None]
        inside = all(v in q.interval for v, q in zip(chosen, figures.values(), strict=False))
        if inside and len(chosen) == len(figures):
            assert min(chosen) in lowest
            assert max(chosen) in highest


def test_extremes_without_bound() -> None:
    open_end = Quantity(Interval.at_least(5), None, HOUSEHOLDS, None)
    assert value("min(a, b)", a=A, b=open_end).interval.high == Fraction(7, 2)
    assert value("min(b, a)", a=A, b=open_end).interval.low == Fraction(5, 2)
    assert value("max(a, b)", a=A, b=open_end).interval == Interval.at_least(5)
    assert value("max(b, b)", b=open_end).interval.high is None


def test_years_from_the_figures_themselves() -> None:
    expr = expression("cagr(x[2025], x[2020])")
    keys = {"x[2025]": rounded(32, "亿元"), "x[2020]": Quantity.of(1, parse_unit("亿元"))}
    bound = {(5, 12): "x[2025]", (14, 21): "x[2020]"}
    result = evaluate(expr, bound, Figures(keys.__getitem__, 5)).result
    assert isinstance(result, Quantity)
    assert result.nominal == 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a / z", Reason.DIVISION),
        ("share(a, z)", Reason.DIVISION),
        ("a / (z + z)", Reason.DIVISION),
        ("growth(a, z)", Reason.DOMAIN),
        ("cagr(z, a, 5)", Reason.DOMAIN),
        ("cagr(a, b)", Reason.YEARS),
        ("cagr(a, b, 0)", Reason.YEARS),
        ("cagr(a, b, 1.5)", Reason.YEARS),
        ("cagr(a, b, 999999999)", Reason.YEARS),
        ("cagr(a, b, a)", Reason.YEARS),
        ("per_year(a, 0)", Reason.YEARS),
        ("a + u", Reason.POISONED),
        ("sum(a, u)", Reason.POISONED),
        ("a + e", Reason.UNIT),
        ("a + 3", Reason.UNIT),
        ("min(a, e)", Reason.UNIT),
        ("a / (a + e)", Reason.UNIT),
        ("(a - e) / e", Reason.UNIT),
    ],
)
def test_no_value(text: str, expected: Reason) -> None:
    figures: dict[str, Result] = {
        "a": A,
        "b": B,
        "z": rounded(0),
        "e": rounded(5, "亿元"),
        "u": Unknown(Reason.POISONED, "u"),
    }
    assert reason(text, figures) == expected


def test_a_plan_without_a_period_has_no_yearly_amounts() -> None:
    assert reason("per_year(a)", {"a": A}, None) == Reason.YEARS


def test_a_mismatch_shows_both_units_where_they_meet() -> None:
    text = "a / b + (a - e)"
    mismatch = evaluated(text, {"a": A, "b": B, "e": rounded(5, "亿元")}).mismatch
    assert mismatch is not None
    assert {mismatch.left, mismatch.right} == {"户", "亿元"}
    assert text[slice(*mismatch.at)] == "(a - e)"[1:-1]


def test_units_of_one_kind_convert() -> None:
    total = value("a + b", a=rounded(1, "亿元"), b=rounded(5000, "万元"))
    assert (total.nominal, total.unit.text) == (Fraction(3, 2), "亿元")


def test_size_is_bounded() -> None:
    big = Quantity.of(Fraction(10**200), HOUSEHOLDS)
    assert reason("a * a", {"a": big}) == Reason.MAGNITUDE
    assert reason("*".join(["a"] * 60), {"a": Quantity.of(1, parse_unit("某种说不清楚的单位"))}) == Reason.MAGNITUDE


def test_a_comparison_inside_has_no_value() -> None:
    assert reason("a == b", {"a": A, "b": B}) == Reason.MALFORMED
