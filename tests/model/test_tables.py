"""The model of data tables: cells under columns of the planner's own, ids, the schema."""

from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from plan_compiler.model.kinds import FileKind
from plan_compiler.model.names import IdFault, column_fault, row_fault
from plan_compiler.model.scalars import Role
from plan_compiler.model.schema import file_schema, file_schemas
from plan_compiler.model.shape import Leaf, Record, child, printed_strings
from plan_compiler.model.tables import Column, DataTable, Row, formulas_of, walk_rows
from plan_compiler.quantity.number import Number

TABLE: dict[str, Any] = {
    "id": "budget",
    "title": "预算",
    "columns": {"total": "合计", "2025": {"title": "2025年", "formula": ["total", "rest"]}, "rest": {"title": "其余"}},
    "rows": [
        {
            "id": "total",
            "title": "全部",
            "total": "1,200",
            "rest": "—",
            "rows": [{"title": "一", "2025": "250,000,00"}],
        },
        {"title": "二", "stated": {"total": "3"}, "note": "注^[脚注]"},
    ],
}


def test_cells_are_numbers_or_texts() -> None:
    table = DataTable.model_validate(TABLE)
    first, second = table.rows
    assert first.cells == {"total": Number("1,200", Decimal("1200"), 0), "rest": "—"}
    assert first.rows[0].cells == {"2025": "250,000,00"}
    assert (second.cells, second.stated) == ({}, {"total": Number("3", Decimal("3"), 0)})
    assert DataTable.model_validate(table) == table


def test_columns_may_be_written_as_their_titles() -> None:
    table = DataTable.model_validate(TABLE)
    assert table.column("total") == Column(title="合计")
    assert [formulas_of(column) for column in table.layout.values()] == [(), ("total", "rest"), ()]
    assert formulas_of(Column(title="差", formula="a - b")) == ("a - b",)


def test_rows_in_printed_order_with_their_paths() -> None:
    paths = [(path, row.title) for path, row in walk_rows(DataTable.model_validate(TABLE).rows, ("rows",))]
    assert paths == [(("rows", 0), "全部"), (("rows", 0, "rows", 0), "一"), (("rows", 1), "二")]


def test_what_is_printed_in_a_table() -> None:
    found = {(*string.path, string.role) for string in printed_strings(DataTable.model_validate(TABLE))}
    assert ("rows", 0, "rest", Role.LABEL) in found
    assert ("rows", 0, "rows", 0, "2025", Role.LABEL) in found
    assert ("rows", 1, "note", Role.TEXT) in found
    assert ("columns", "rest", "title", Role.LABEL) in found
    assert not any(path[:3] == ("rows", 0, "total") for path in found)
    assert child(Record(Row), "any_column") is not None
    assert child(Record(Column), "any_column") is None
    assert child(Record(Row), "id") == Leaf(None)


@pytest.mark.parametrize(
    ("text", "column", "row"),
    [
        ("total", None, None),
        ("share", None, None),
        ("现状", None, None),
        ("2025", None, IdFault.DIGIT_FIRST),
        ("title", IdFault.FIELD, None),
        ("self", IdFault.FIELD, IdFault.FIELD),
        ("in", IdFault.KEYWORD, IdFault.KEYWORD),
        ("a-b", IdFault.HYPHEN, IdFault.HYPHEN),
    ],
)
def test_ids_of_columns_and_rows(text: str, column: IdFault | None, row: IdFault | None) -> None:
    assert (column_fault(text), row_fault(text)) == (column, row)


@pytest.mark.parametrize(
    "change",
    [
        {"columns": {"title": "x"}},
        {"rows": [{"title": "x", "id": "a-b"}]},
        {"rows": [{"title": "x", "role": "totl"}]},
        {"rows": [{"title": "x", "a": ["1"]}]},
        {"columns": {"a": {"title": "x", "kind": "words!"}}},
        {"period": "columns"},
    ],
)
def test_what_is_no_table(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        DataTable.model_validate({**TABLE, **change})


def test_the_schema_knows_columns_and_completes_tables() -> None:
    schema = file_schema(FileKind.TABLE)
    jsonschema.validate({**TABLE, "rows": [{"title": "一", "total": 1, "stated": {"rest": "2"}}]}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**TABLE, "rows": [{"title": "一", "role": "sum"}]}, schema)
    chapter = file_schemas({"indicator_table": ["targets"], "data_table": ["budget"]})["chapter.schema.json"]
    assert chapter["$defs"]["TableBlock"]["properties"]["table"]["anyOf"][0] == {"enum": ["targets", "budget"]}
