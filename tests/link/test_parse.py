"""Expressions: what they may say, and the exact column of what they may not."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.link.expressions import (
    FUNCTIONS,
    At,
    Binary,
    Call,
    Cell,
    Compare,
    Expr,
    Field,
    Literal,
    Name,
    Negative,
    children,
    walk,
)
from plan_compiler.link.parse import MAX_DEPTH, ExpressionFault, parse_expression
from plan_compiler.model.names import FUNCTION_NAMES


def parsed(text: str) -> Expr:
    expr = parse_expression(text)
    assert not isinstance(expr, ExpressionFault), expr
    return expr


def refused(text: str) -> ExpressionFault:
    fault = parse_expression(text)
    assert isinstance(fault, ExpressionFault)
    return fault


def shape(expr: Expr) -> str:
    """The tree with its extents dropped."""
    parts = [shape(child) for child in children(expr)]
    match expr:
        case Literal():
            text = f"{expr.number.value}{expr.number.unit}"
        case Name():
            text = expr.id
        case At():
            text = f"{expr.base.id}[{expr.year}]"
        case Field():
            text = f"{expr.base.id}.{expr.name}"
        case Cell():
            text = f"{expr.base.id}.{expr.row}|{expr.column}"
        case Negative():
            text = f"(-{parts[0]})"
        case Binary() | Compare():
            text = f" {expr.operator} ".join(parts).join("()")
        case Call():
            text = f"{expr.function}({', '.join(parts)})"
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("demolished / households", "(demolished / households)"),
        ("规上工业总产值[2025]", "规上工业总产值[2025]"),
        ("基01.total + 基02.total", "(基01.total + 基02.total)"),
        ("a - b * -c", "(a - (b * (-c)))"),
        ("+a", "a"),
        ("（ａ＋ｂ）／２", "((a + b) / 2)"),
        ("a × b ÷ c − d", "(((a * b) / c) - d)"),
        ("a ≥ b", "(a >= b)"),
        ("a ≤ ３万元", "(a <= 3万元)"),
        ("a ≠ b", "(a != b)"),
        ("a＝＝b", "(a == b)"),
        ("基０１.total", "基01.total"),
        ("output［２０２５］", "output[2025]"),
        ("water.surface.plan / 水域.水面［2025］", "(water.surface|plan / 水域.水面|2025)"),
        ("sum(a, b，c)", "sum(a, b, c)"),
        ("growth(a, b) <= 5%", "(growth(a, b) <= 5%)"),
        ("12.5％ * a", "(12.5% * a)"),
        ("a\n  + b\t", "(a + b)"),
        ("　a", "a"),
        ("(a == b)", "(a == b)"),
        ("count(nine,)", "count(nine)"),
        ("007 + 1.10", "(7 + 1.10)"),
    ],
)
def test_reads(text: str, expected: str) -> None:
    assert shape(parsed(text)) == expected


def test_a_literal_keeps_its_text() -> None:
    literal = parsed("1.10")
    assert isinstance(literal, Literal)
    assert (literal.number.text, literal.number.decimals) == ("1.10", 2)


@pytest.mark.parametrize("text", ["拆除户数 / 总户数", "  甲 ≥ 乙", "（甲 + 乙） ≠ 丙[2025]", "𠮷野家 + 基０１.total"])
def test_extents_count_code_points_of_the_text_as_written(text: str) -> None:
    words = {text[slice(*node.at)] for node in walk(parsed(text)) if not children(node)}
    assert words <= {"拆除户数", "总户数", "甲", "乙", "丙[2025]", "𠮷野家", "基０１.total"}
    assert len(words) >= 2


@pytest.mark.parametrize(
    ("text", "message", "stretch"),
    [
        ("", "empty", ""),
        ("  ", "empty", "  "),
        ("甲 $ 乙", "character", "$"),
        ("甲 + '乙'", "character", "'"),
        ("甲 # 乙", "character", "#"),
        ("甲\\乙", "character", "\\"),
        ("{甲}", "character", "{"),
        ("甲\x00", "character", "\x00"),
        ("甲 = 乙", "lone_equals", "="),
        ("甲 ＝ 乙", "lone_equals", "＝"),
        ("甲 < 乙 < 丙", "chained", "甲 < 乙 < 丙"),
        ("甲 in 乙", "not_available", "甲 in 乙"),
        ("sum(甲 == 乙, 丙)", "inner_comparison", "甲 == 乙"),
        ("甲[x]", "year", "x"),
        ("甲[25]", "year", "25"),
        ("甲[2025年]", "year", "2025年"),
        ("甲[2020:2025]", "character", ":"),
        ("甲 + abs(乙)", "function", "abs"),
        ("growth(甲)", "arguments", "growth(甲)"),
        ("count()", "arguments", "count()"),
        ("sum(*甲)", "not_available", "*甲"),
        ("sum(甲=乙)", "lone_equals", "="),
        ("甲 ** 乙", "not_available", "甲 ** 乙"),
        ("甲 // 乙", "not_available", "甲 // 乙"),
        ("甲 % 乙", "not_available", "甲 % 乙"),
        ("甲 and 乙", "not_available", "甲 and 乙"),
        ("not 甲", "not_available", "not 甲"),
        ("甲, 乙", "not_available", "甲, 乙"),
        ("甲.乙.丙.丁", "not_available", "甲.乙.丙.丁"),
        ("甲[2025][2025]", "not_available", "甲[2025][2025]"),
        ("(甲)(乙)", "function", "甲"),
        ("sum(甲)(乙)", "not_available", "sum(甲)(乙)"),
        ("True", "number", "True"),
        ("...", "number", "..."),
        (".5", "number", ".5"),
        ("1.", "number", "1."),
        ("1.5.2", "number", "1.5.2"),
        ("甲 乙", "syntax", "乙"),
        ("甲 ++ ", "unfinished", "+"),
        ("（甲 ／", "syntax", "（"),
        ("（甲", "syntax", None),
        ("甲)", "syntax", ")"),
        ("1_000", "number", "1_000"),
        ("1" * 70, "number", "1" * 70),
        ("sum(**甲)", "not_available", "sum(**甲)"),
        ("甲 <> 乙", "syntax", "<>"),
        ("lambda", "unfinished", "a"),
    ],
)
def test_refuses_at_the_exact_place(text: str, message: str, stretch: str | None) -> None:
    fault = refused(text)
    assert fault.message == message
    assert 0 <= fault.at[0] <= fault.at[1] <= len(text)
    if stretch is not None:
        found = text[slice(*fault.at)]
        assert found == stretch or (message == "syntax" and stretch.startswith(found))


@pytest.mark.parametrize("error", [RecursionError, MemoryError])
def test_the_limits_of_the_grammar_itself_are_faults(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("ast.parse", exhausted)
    assert refused("never_read_before").message == "too_deep"


def test_a_single_equals_sign_is_mended() -> None:
    assert refused("甲 ＝ 乙").replacement == "=="


def test_length_and_depth_are_limited() -> None:
    assert refused("a" * 501).message == "too_long"
    assert shape(parsed("+".join("a" for _ in range(MAX_DEPTH)))).count("a") == MAX_DEPTH
    assert refused("+".join("a" for _ in range(MAX_DEPTH + 2))).message == "too_deep"
    assert refused("-" * 499 + "a").message == "too_deep"
    assert refused("(" * 249 + "a" + ")" * 249).message == "too_deep"
    assert refused("sum(" * 80 + "a" + ")" * 80).message == "too_deep"


def test_every_function_is_a_reserved_name() -> None:
    assert FUNCTIONS.keys() <= FUNCTION_NAMES


@given(st.text(alphabet="甲a1２.[]()（）+-*/=<>!≥%，, \n'\"\\#:{}_eE²①\x00", max_size=30))
def test_any_text_is_read_or_refused_quietly(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = parse_expression(text)
    if isinstance(result, ExpressionFault):
        assert 0 <= result.at[0] <= result.at[1] <= len(text)
    else:
        for node in walk(result):
            assert text[slice(*node.at)].strip()


@given(st.text(max_size=600))
def test_no_text_is_an_exception(text: str) -> None:
    parse_expression(text)
