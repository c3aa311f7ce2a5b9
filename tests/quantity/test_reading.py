"""Printed numbers: exact, whatever their length, and never a guess."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.quantity.number import MalformedNumberError, NumberFault
from plan_compiler.quantity.reading import MAX_LENGTH, read_number


@pytest.mark.parametrize(
    ("text", "value", "decimals", "unit"),
    [
        ("78.10", "78.10", 2, ""),
        ("007", "7", 0, ""),
        ("50%", "50", 0, "%"),
        ("50％", "50", 0, "%"),
        ("4.17万元", "4.17", 2, "万元"),
        (" 12 万元 ", "12", 0, "万元"),
        ("-5", "-5", 0, ""),
        ("−5", "-5", 0, ""),
        ("－５", "-5", 0, ""),
        ("+5", "5", 0, ""),
        ("(5)", "-5", 0, ""),
        ("（1,234.5）", "-1234.5", 1, ""),
        ("(5%)", "-5", 0, "%"),
        ("(5)%", "-5", 0, "%"),
        ("1,234.5", "1234.5", 1, ""),
        ("１，２３４．５", "1234.5", 1, ""),
        ("1\u2009234\u2009567", "1234567", 0, ""),
        ("1\u202f234.567", "1234.567", 3, ""),
        ("61.7751h㎡", "61.7751", 4, "h㎡"),
        ("9500m³", "9500", 0, "m³"),
        ("5m3", "5", 0, "m3"),
        ("7.61万t/d", "7.61", 2, "万t/d"),
        ("5 kW·h", "5", 0, "kW·h"),
        ("3 million yuan", "3", 0, "million yuan"),
        ("12345678901234567890123456789012.345", "12345678901234567890123456789012.345", 3, ""),
    ],
)
def test_read(text: str, value: str, decimals: int, unit: str) -> None:
    number = read_number(text)
    assert (number.text, str(number.value), number.decimals, number.unit) == (text, value, decimals, unit)


def test_minus_zero_is_zero() -> None:
    assert str(read_number("-0").value) == "0"
    assert read_number("(0.0)").value.is_signed() is False


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", NumberFault.EMPTY),
        ("　", NumberFault.EMPTY),
        ("-", NumberFault.NOT_A_NUMBER),
        ("总体良好", NumberFault.NOT_A_NUMBER),
        (".5", NumberFault.NOT_A_NUMBER),
        ("--5", NumberFault.NOT_A_NUMBER),
        ("٣", NumberFault.NOT_A_NUMBER),
        ("250,000,00", NumberFault.GROUPING),
        ("1,23", NumberFault.GROUPING),
        ("1234,567", NumberFault.GROUPING),
        ("1,234\u2009567", NumberFault.GROUPING),
        ("12,", NumberFault.GROUPING),
        ("8,120.000", NumberFault.AMBIGUOUS_SEPARATORS),
        ("(5", NumberFault.PARENTHESES),
        ("(-5)", NumberFault.PARENTHESES),
        ("8.120,000", NumberFault.TRAILING_TEXT),
        ("1.2.3", NumberFault.TRAILING_TEXT),
        ("5.", NumberFault.TRAILING_TEXT),
        ("3-5", NumberFault.TRAILING_TEXT),
        ("1e5", NumberFault.TRAILING_TEXT),
        ("1E5", NumberFault.TRAILING_TEXT),
        ("1_000", NumberFault.TRAILING_TEXT),
        ("5\n6", NumberFault.TRAILING_TEXT),
        ("12户13人", NumberFault.TRAILING_TEXT),
        ("9" * (MAX_LENGTH + 1), NumberFault.TOO_LONG),
        ("9" * 10**6, NumberFault.TOO_LONG),
        ("a" * 10**6, NumberFault.TOO_LONG),
    ],
)
def test_malformed(text: str, reason: NumberFault) -> None:
    with pytest.raises(MalformedNumberError) as error:
        read_number(text)
    assert error.value.reason is reason
    assert error.value.text == text


@given(st.integers(0, 10**40), st.integers(0, 20), st.booleans())
def test_every_decimal_is_read_exactly(digits: int, decimals: int, grouped: bool) -> None:
    whole, fraction = divmod(digits, 10**decimals)
    decimals_in_doubt = grouped and whole >= 1000 and decimals == 3
    text = f"{whole:,}" if grouped else str(whole)
    if decimals:
        text += f".{fraction:0{decimals}d}"
    if len(text) > MAX_LENGTH or decimals_in_doubt:
        return
    number = read_number(text)
    assert number.decimals == decimals
    assert Fraction(number.value) == Fraction(digits, 10**decimals)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        number = read_number(text)
    except MalformedNumberError as error:
        assert error.text == text
    else:
        assert number.value.is_finite()
        assert number.decimals >= 0
