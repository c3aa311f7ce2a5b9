"""JSON Schemas of the files, for editors and other programs (JSON Schema, Draft 2020-12)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from plan_compiler.model.files import FILE_FORMS
from plan_compiler.model.kinds import FileKind

DIALECT = GenerateJsonSchema.schema_dialect
FILE_PATH: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"^[^/\\:]+(/[^/\\:]+)*\.ya?ml$",
    "description": "a file inside the plan's folder / 规划文件夹内的文件",
}


class _Written(GenerateJsonSchema):
    """What may be written: a key without a value is left out, never null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        if schema.get("default", ...) is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)


def file_schema(kind: FileKind) -> dict[str, Any]:
    """The schema of a file of `kind`.

    Scalars are described as a YAML 1.2 parser types them: a text that looks like a number may be one.
    """
    form = FILE_FORMS[kind]
    references, root = models_json_schema([(form.model, "validation")], schema_generator=_Written)
    definitions = root.get("$defs", {})
    model = references[form.model, "validation"]
    if form.listed:
        key, _ = form.listed
        entries = definitions[form.model.__name__]["properties"][key]
        entries["items"] = {"anyOf": [entries["items"], dict(FILE_PATH)]}
    content = {"type": "array", "items": model} if form.many else model
    title = f"{form.title.zh} / {form.title.en}"
    return {"$schema": DIALECT, "title": title, **content, "$defs": definitions}


def file_schemas(names: Mapping[str, Sequence[str]] = MappingProxyType({})) -> dict[str, dict[str, Any]]:
    """Every schema, by the name of its file.

    `names` are ids of a plan by what they name (``indicator``, ``organization`` …): fields that refer to such an
    entity then list them, for an editor to complete. Other texts remain valid.
    """
    schemas = {f"{kind}.schema.json": file_schema(kind) for kind in FileKind}
    for schema in schemas.values():
        for (model, field), kinds in _REFERENCES.items():
            properties = schema["$defs"].get(model, {}).get("properties", {})
            ids = [name for kind in kinds for name in names.get(kind, ())]
            if field in properties and ids:
                properties[field] = _completed(properties[field], ids)
    return schemas


_REFERENCES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("TableBlock", "table"): ("indicator_table", "data_table"),
    ("Chart", "of"): ("indicator", "annex", "category", "project"),
    ("Indicator", "part_of"): ("indicator",),
    ("Project", "owner"): ("organization",),
}
"""The fields that refer to an entity by its id, and what kinds of entity it may be."""


def _completed(field: dict[str, Any], ids: list[str]) -> dict[str, Any]:
    """The field's schema with `ids` as completions."""
    kept: dict[str, Any] = {key: field.pop(key) for key in ("title", "description", "default") if key in field}
    several = any(choice.get("type") == "array" for choice in field.get("anyOf", ()))
    listed = [{"type": "array", "items": {"enum": ids}}] if several else []
    return {**kept, "anyOf": [{"enum": ids}, *listed, field]}
