"""The JSON Schemas: valid themselves, in step with the models, and as strict as reading is."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from plan_compiler.model.kinds import FileKind
from plan_compiler.model.schema import file_schema, file_schemas

SCHEMAS = Path(__file__).parents[2] / "schemas"


def errors(kind: FileKind, value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(file_schema(kind)).iter_errors(value)]


@pytest.mark.parametrize(("name", "schema"), file_schemas().items(), ids=lambda value: str(value)[:20])
def test_the_files_are_in_step_with_the_models(name: str, schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert json.loads((SCHEMAS / name).read_text("utf-8")) == schema, "run `plan schema`"


def test_there_is_a_schema_for_each_kind() -> None:
    assert {path.name for path in SCHEMAS.glob("*.json")} >= set(file_schemas())


@pytest.mark.parametrize("kind", FileKind)
def test_titles_and_descriptions_are_kept(kind: FileKind) -> None:
    schema = file_schema(kind)
    assert schema["title"]
    reference = schema.get("$ref") or schema["items"]["$ref"]
    definition = schema["$defs"][reference.rpartition("/")[2]]
    assert definition["description"]
    assert definition["additionalProperties"] is False


PLAN = {"title": "例", "period": "2021-2025", "chapters": ["chapters/one.yaml", {"title": "甲", "body": "文"}]}


def test_what_is_right() -> None:
    assert errors(FileKind.PLAN, PLAN) == []
    assert (
        errors(FileKind.CHAPTER, {"title": 2025, "body": ["文", {"table": "基01"}, {"list": {"items": [1.5]}}]}) == []
    )
    assert errors(FileKind.FACTS, [{"id": "a", "value": 12}]) == []
    assert errors(FileKind.ANNEX, {"id": "a", "title": "表", "unit": "万元", "categories": ["projects/a.yaml"]}) == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FileKind.PLAN, {**PLAN, "titel": "例"}),
        (FileKind.PLAN, {**PLAN, "subtitle": None}),
        (FileKind.PLAN, {**PLAN, "chapters": ["../one.yaml".replace("/", "\\")]}),
        (FileKind.CHAPTER, {"body": [{"boxes": {}}]}),
        (FileKind.CHAPTER, {"body": [{"table": "a-b"}]}),
        (FileKind.CHAPTER, {"body": [{"table": "1a"}]}),
        (FileKind.CHAPTER, {"numbered": "false"}),
        (FileKind.FACTS, {"id": "a"}),
        (FileKind.ORGANIZATIONS, [{"id": "a"}]),
    ],
)
def test_what_is_wrong(kind: FileKind, value: object) -> None:
    assert errors(kind, value)


def test_ids_of_a_plan_are_offered_and_others_stay_valid() -> None:
    schema = file_schemas({"indicator_table": ["targets"]})["chapter.schema.json"]
    assert {"enum": ["targets"]} in schema["$defs"]["TableBlock"]["properties"]["table"]["anyOf"]
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"body": [{"table": "targets"}]})
    assert validator.is_valid({"body": [{"table": "other"}]})
