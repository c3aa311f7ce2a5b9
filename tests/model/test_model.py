"""The authoring model: scalars, blocks, and what can be read off its types."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from plan_compiler.model.blocks import Body, Box, BoxBlock, ListBlock, TableBlock
from plan_compiler.model.chapter import Section
from plan_compiler.model.files import FILE_FORMS
from plan_compiler.model.indicators import Indicator
from plan_compiler.model.kinds import FileKind
from plan_compiler.model.plan import Plan
from plan_compiler.model.scalars import Amount, Cell, Flag, Role, Whole, Year
from plan_compiler.model.shape import Choice, Keyed, Leaf, Many, Record, child, fields, keys, printed_strings
from plan_compiler.quantity.number import Number


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def test_scalars_are_read_from_raw_text_and_kept_when_read() -> None:
    number = Number("78.10", Decimal("78.10"), 2)
    assert read(Amount, "78.10") == number == read(Amount, number)
    assert read(Cell, "78.10") == number == read(Cell, number)
    assert read(Cell, "达到小康") == "达到小康"
    assert (read(Flag, "true"), read(Flag, "false"), read(Flag, True)) == (True, False, True)
    assert read(Year, "2025") == read(Year, 2025) == 2025
    assert read(Whole, "2") == read(Whole, 2) == 2


@pytest.mark.parametrize(
    ("kind", "value", "error"),
    [
        (Flag, "yes", "plan_flag"),
        (Flag, 1, "plan_flag"),
        (Year, "25", "plan_year"),
        (Year, [], "plan_year"),
        (Whole, "-1", "plan_whole"),
        (Whole, "1.0", "plan_whole"),
        (Amount, ["1"], "plan_scalar"),
        (Amount, "1,2", "value_error"),
        (Cell, {}, "plan_scalar"),
        (Cell, "5-6-7", "value_error"),
    ],
)
def test_no_scalar_is_coerced(kind: object, value: object, error: str) -> None:
    with pytest.raises(ValidationError) as raised:
        read(kind, value)
    assert raised.value.errors()[0]["type"] == error


def test_numbers_are_written_as_they_were_printed() -> None:
    indicator = Indicator.model_validate(
        {"id": "a", "name": "甲", "unit": "家", "attribute": "预期性", "values": {"2025": "78.10", "2020": "无"}}
    )
    assert indicator.model_dump(mode="json")["values"] == {"2025": "78.10", "2020": "无"}


def test_a_block_is_told_by_its_key() -> None:
    body = read(Body, ["文", {"table": "t"}, {"box": {"title": "专栏", "body": ["文", {"list": {"items": ["甲"]}}]}}])
    assert isinstance(body, tuple)
    assert body[:2] == ("文", TableBlock(table="t"))
    assert isinstance(body[2], BoxBlock)
    assert isinstance(body[2].box.body[1], ListBlock)
    assert read(Body, body) == body


@pytest.mark.parametrize("item", [{}, [], {"zz": 1}, None])
def test_what_is_no_block(item: object) -> None:
    with pytest.raises(ValidationError):
        read(Body, [item])


def test_shapes_follow_the_types() -> None:
    assert fields(Plan)["title"] == Leaf(Role.LABEL)
    assert fields(Plan)["base"] == Leaf(None)
    assert fields(Plan)["chapters"] == Many(Record(Section))
    assert fields(Plan)["vocabulary"] == Keyed(Keyed(Leaf(Role.LABEL)))
    body = fields(Section)["body"]
    assert isinstance(body, Choice)
    assert body.options[0] == Leaf(Role.TEXT)


def test_steps_down_a_shape() -> None:
    plan = Record(Plan)
    chapters = child(plan, "chapters")
    assert chapters is not None
    assert child(chapters, 0) == Record(Section)
    assert child(chapters, "x") is None
    body = fields(Section)["body"]
    item = child(body, 0)
    assert item is not None
    assert child(item, "box") == Record(Box)
    assert child(item, "zz") is None
    assert child(Leaf(None), "x") is None
    assert child(fields(Plan)["vocabulary"], "x") == Keyed(Leaf(Role.LABEL))
    assert list(keys(item)) == ["box", "table", "figure", "chart", "list"]
    assert keys(Leaf(None)) == {}
    assert keys(Record(TableBlock))["table"]


def test_every_printed_string_is_found_in_order() -> None:
    plan = Plan.model_validate(
        {
            "title": "例",
            "period": "2021-2025",
            "numbering": ["一、", "1."],
            "vocabulary": {"nature": {"缓建": "delayed"}},
            "chapters": [
                {
                    "title": "甲",
                    "body": ["文", {"box": {"title": "专栏", "body": "框"}}, {"list": {"items": ["一", "二"]}}],
                }
            ],
            "indicators": [{"id": "t", "title": "表", "columns": {"2025": "目标"}, "groups": []}],
        }
    )
    found = [(string.path, string.text, string.role) for string in printed_strings(plan)]
    assert (("title",), "例", Role.LABEL) in found
    assert (("numbering", 1), "1.", Role.LABEL) in found
    assert (("vocabulary", "nature", "缓建"), "delayed", Role.LABEL) in found
    assert (("indicators", 0, "columns", "2025"), "目标", Role.LABEL) in found
    assert [(path, text) for path, text, role in found if role is Role.TEXT] == [
        (("chapters", 0, "body", 0), "文"),
        (("chapters", 0, "body", 1, "box", "body"), "框"),
        (("chapters", 0, "body", 2, "list", "items", 0), "一"),
        (("chapters", 0, "body", 2, "list", "items", 1), "二"),
    ]


def test_every_kind_of_file_has_its_form() -> None:
    assert set(FILE_FORMS) == set(FileKind)
    for form in FILE_FORMS.values():
        assert form.listed is None or form.listed[0] in form.model.model_fields
