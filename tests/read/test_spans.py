"""From offsets into a value to the characters of the file, in every style of scalar."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_compiler.diagnostics import Place, Position, Span
from plan_compiler.model.prose import Defined
from plan_compiler.read.nodes import Mapping, Node, Scalar, Sequence
from plan_compiler.read.offsets import offset_map
from plan_compiler.read.parse import parse
from plan_compiler.read.parsed import Budget
from plan_compiler.read.text import FileText
from tests.read.plans import source_of
from tests.read.test_markup import every_inline

FORM = "[12157户](:=demolished)"
STYLES = [
    f"拆除{FORM}。",
    f"'拆除{FORM}，''年内''完成。'",
    f'"拆除{FORM}，\\"年内\\"完成\\u3002"',
    f'"\\u62c6除{FORM}。"',
    f'"拆\\\n      除{FORM}。"',
    f"拆除\n      {FORM}\n      完成。",
    f"'拆除\n\n      {FORM}\n      完成。'",
    f"|\n      拆除，\n\n      共{FORM}。\n",
    f"|2\n        拆除{FORM}。\n",
    f"|-  # 注\n      拆除，\n        共{FORM}。\n\n",
    f">\n      拆除，\n      共\n\n\n      拆{FORM}。\n",
    f">+\n      拆除，\n\n        更深\n\n      共{FORM}。\n\n\n",
    f"|\n\n\n      拆除{FORM}\n",
]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_form_is_found_in_its_file(style: str, newline: str) -> None:
    text = f"title: 例\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: {style}\n".replace("\n", newline)
    source = source_of({"plan.yaml": text})
    path = ("chapters", 0, "body")
    (form,) = (inline for inline in every_inline(source.texts[path]) if isinstance(inline, Defined))
    assert sliced(source.files["plan.yaml"], source.spans.span(Place(path, *form.at))) == FORM
    assert sliced(source.files["plan.yaml"], source.spans.span(Place(path, *form.id_at))) == "demolished"
    assert sliced(source.files["plan.yaml"], source.spans.span(Place(path, *form.printed_at))) == "12157户"


def sliced(text: str, span: Span | None) -> str:
    assert span is not None
    lines = text.replace("\r\n", "\n").split("\n")
    if span.start.line == span.end.line:
        return lines[span.start.line - 1][span.start.column - 1 : span.end.column - 1]
    first, last = lines[span.start.line - 1][span.start.column - 1 :], lines[span.end.line - 1][: span.end.column - 1]
    return "\n".join([first, *lines[span.start.line : span.end.line - 1], last])


def test_a_key_in_quotation_marks_ends_behind_them() -> None:
    source = source_of({"plan.yaml": "\"title\": 例\n'period': 2021-2025\nchapters: []\n"})
    assert source.spans.span(Place(("title",), key=True)) == Span("plan.yaml", Position(1, 1), Position(1, 8))
    assert source.spans.span(Place(("period",), key=True)) == Span("plan.yaml", Position(2, 1), Position(2, 9))
    assert source.spans.span(Place(("chapters",), key=True)) == Span("plan.yaml", Position(3, 1), Position(3, 9))


def test_nodes_keys_and_empty_stretches() -> None:
    source = source_of(
        {"plan.yaml": "title: 例\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: 正文。\n\n# 完\n"}
    )
    assert source.spans.span(Place(("title",))) == Span("plan.yaml", Position(1, 8), Position(1, 9))
    assert source.spans.span(Place(("title",), key=True)) == Span("plan.yaml", Position(1, 1), Position(1, 6))
    assert source.spans.span(Place(("chapters", 0))) == Span("plan.yaml", Position(4, 5), Position(5, 14))
    assert source.spans.span(Place(("chapters", 0), key=True)) == Span("plan.yaml", Position(4, 5), Position(5, 14))
    assert source.spans.span(Place(("chapters",))) == Span("plan.yaml", Position(4, 3), Position(5, 14))
    assert source.spans.span(Place(("chapters", 0, "body"), 1, 1)) == Span(
        "plan.yaml", Position(5, 12), Position(5, 12)
    )
    assert source.spans.span(Place(("chapters", 0, "body"), 3)) == Span("plan.yaml", Position(5, 14), Position(5, 14))
    assert source.spans.span(Place(("chapters", 0, "body"), 2, 99)) == Span(
        "plan.yaml", Position(5, 11), Position(5, 14)
    )
    assert source.spans.span(Place(("subtitle",))) is None
    assert source.spans.span(Place(("chapters", 7))) is None
    assert source.spans.span(Place(("title", "x"))) is None


def test_lines_of_a_file() -> None:
    text = FileText("f", "甲\r\n乙\n\n丙")
    assert [text.line(n) for n in range(6)] == ["", "甲", "乙", "", "丙", ""]
    assert text.line_count() == 4
    assert text.position(4) == Position(2, 2)
    assert text.span(0, 3) == Span("f", Position(1, 1), Position(2, 1))


WORDS = st.text(st.sampled_from("甲乙a1 '\"\\:#-\n\t,[]{}()=~é😀"), min_size=1, max_size=40)


def all_scalars(node: Node | None) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence(items=items):
            return [scalar for item in items for scalar in all_scalars(item)]
        case Mapping(values=values):
            return [scalar for value in values.values() for scalar in all_scalars(value)]
        case _:
            return []


@settings(max_examples=400, deadline=None)
@given(WORDS, st.sampled_from(["'", '"', "|", ">", None]), st.sampled_from([20, 1000]), st.sampled_from(["\n", "\r\n"]))
def test_every_style_maps_back_to_its_source(value: str, style: str | None, width: int, newline: str) -> None:
    dumped = yaml.safe_dump([{"k": value}], default_style=style, width=width, allow_unicode=True, line_break=newline)
    parsed = parse(FileText("f", dumped), Budget())
    for scalar in all_scalars(parsed.root):
        found = offset_map(dumped, scalar)
        assert found is not None
        for char, start, end in zip(scalar.value, found.starts, found.ends, strict=True):
            written = dumped[start:end]
            assert scalar.start <= start < end
            assert written == char or char in "\n " or scalar.style in "'\"", (char, written)
            if char == "\n" and scalar.style in ("|", ">", ""):
                assert written == newline


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("甲乙ab1、。 ()%"), min_size=1, max_size=30))
def test_the_span_of_a_plain_scalar_is_its_value(value: str) -> None:
    text = f"- k: {value}\n"
    for scalar in all_scalars(parse(FileText("f", text), Budget()).root):
        assert text[scalar.start : scalar.end] == scalar.value
