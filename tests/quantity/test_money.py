"""Money with its sign or code before the number, as it is read, converted and printed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.quantity.figure import FigureFault
from plan_compiler.quantity.mention import MalformedMention, Mention, admits, read_mention
from plan_compiler.quantity.printing import format_like, format_quantity
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.scan import scan
from plan_compiler.quantity.units import parse_unit


def english(text: str, before: str = "") -> Mention:
    reading = read_mention(text, before, language="en")
    assert isinstance(reading, Mention), reading
    return reading


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£1,246.0 million", 1_246_000_000),
        ("£1,246", 1246),
        ("£96m", 96_000_000),
        ("£1.2bn", 1_200_000_000),
        ("GBP 12 million", 12_000_000),
        ("-£5m", -5_000_000),
        ("£12 million pounds", 12_000_000),
        ("96 million pounds", 96_000_000),
    ],
)
def test_pounds(text: str, pounds: int) -> None:
    quantity = english(text).quantity
    assert quantity.unit.dimension == (("GBP", 1),)
    assert quantity.nominal is not None
    assert quantity.nominal * quantity.unit.factor == pounds


@pytest.mark.parametrize("unit", ["£ million", "£m", "million pounds", "£ millions", "GBP million"])
def test_names_of_one_unit(unit: str) -> None:
    assert parse_unit(unit).factor == 10**6
    assert parse_unit(unit).dimension == (("GBP", 1),)
    table = Quantity.from_number(read_number("1,246.0"), unit)
    assert admits(english("£1,246.0 million"), table, printed=True)
    assert not admits(english("£1,264.0 million"), table, printed=True)


def test_currencies_do_not_mix() -> None:
    dimensions = {parse_unit(unit).dimension for unit in ("£ million", "$ million", "€ million", "¥ million")}
    assert len(dimensions) == 4


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("£5–10 million", "5", "10", "£ million"),
        ("£5 million to £10 million", "5", "10", "£ million"),
        ("£5-10m", "5", "10", "£m"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str) -> None:
    quantity = english(text).quantity
    assert quantity.unit.text == unit
    assert (quantity.interval.low, quantity.interval.high) == (
        Fraction(low) - Fraction(1, 2),
        Fraction(high) + Fraction(1, 2),
    )


def test_a_sign_outside_the_brackets_is_told() -> None:
    reading = read_mention("1,246.0m", before="it costs £", language="en")
    assert isinstance(reading, MalformedMention)
    assert (reading.reason, reading.currency) == (FigureFault.CURRENCY_OUTSIDE, "£")


def test_found_in_running_text() -> None:
    text = "In 2028 £96m, from £5 million to £10 million; GBP 12 million or US$5m for 300 homes in 2026–2030."
    found = [each.text for each in scan(text, "en")]
    assert found == ["£96m", "£5 million", "£10 million", "GBP 12 million", "US$5m", "300 homes"]


@pytest.mark.parametrize(
    ("number", "unit", "printed"),
    [
        ("1246.0", "£ million", "£1,246.0 million"),
        ("1246", "£", "£1,246"),
        ("-5", "£m", "-£5m"),
        ("12", "GBP million", "GBP 12 million"),
        ("1246", "£000", "£1,246 thousand"),
        ("12", "£/m2", "£12/m2"),
        ("1246", "million pounds", "1,246 million pounds"),
    ],
)
def test_printed(number: str, unit: str, printed: str) -> None:
    assert format_quantity(Quantity.from_number(read_number(number), unit), None, "en") == printed


def test_formats_have_the_sign_before_the_number() -> None:
    thousands = Quantity.from_number(read_number("1246"), "£m")
    assert format_quantity(thousands, "£0.00bn", "en") == "£1.25bn"
    assert format_quantity(thousands, format_like(english("£9,999.0 million")), "en") == "£1,246.0 million"


@given(
    st.integers(1, 10**9), st.sampled_from(["£", "£ million", "£m", "$bn", "€ thousand", "US$ million", "EUR million"])
)
def test_what_is_printed_is_read_again(number: int, unit: str) -> None:
    quantity = Quantity.from_number(read_number(str(number)), unit)
    again = english(format_quantity(quantity, None, "en")).quantity
    assert (again.nominal, again.unit.factor, again.unit.dimension) == (
        quantity.nominal,
        quantity.unit.factor,
        quantity.unit.dimension,
    )


@pytest.mark.parametrize(
    ("text", "printed"),
    [("¥300万", "¥300万"), ("约￥300万元", "300万元"), ("US$500万", "US$500万"), ("￥5000", "￥5000")],
)
def test_chinese(text: str, printed: str) -> None:
    reading = read_mention(text)
    assert isinstance(reading, Mention)
    assert format_quantity(reading.quantity) == printed


@pytest.mark.parametrize(("text", "unit"), [("£96m", "£m"), ("-£5.0 million", "£ million"), ("US$12", "US$")])
def test_cells(text: str, unit: str) -> None:
    assert read_number(text).unit == unit
