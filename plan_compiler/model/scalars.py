"""The scalar types of the authoring model: each with its parser from the raw text and its JSON Schema."""

import re
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from plan_compiler.quantity.number import Number
from plan_compiler.quantity.reading import read_number

_ID = r"^[^\W\d]\w*$"
_NUMBER_TEXT = r"^[-+−(（]?[0-9０-９]"


def _number(value: Any) -> Number:
    return value if isinstance(value, Number) else read_number(_raw(value))


def _cell(value: Any) -> "Number | str":
    if isinstance(value, Number):
        return value
    text = _raw(value)
    return read_number(text) if re.match(_NUMBER_TEXT, text) else text


def _raw(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("a single value was expected")


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise ValueError("true or false was expected")


def _year(value: Any) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}", value):
        return int(value)
    raise ValueError("a year of four digits was expected")


def _whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    raise ValueError("a whole number was expected")


_PRINTED = PlainSerializer(lambda v: v.text if isinstance(v, Number) else v)

Id: TypeAlias = Annotated[str, WithJsonSchema({"type": "string", "pattern": _ID})]
"""An identifier; read checks that it is NFKC-normal, no Python keyword and no field or function name."""

Text: TypeAlias = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]
"""A printed text, with inline forms. Its parsed prose stands beside the plan, by path."""

Label: TypeAlias = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]
"""A printed text without inline forms."""

Expression: TypeAlias = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]

Amount: TypeAlias = Annotated[
    Number, BeforeValidator(_number), _PRINTED, WithJsonSchema({"type": ["number", "string"]})
]
"""A number as printed."""

Cell: TypeAlias = Annotated[
    Number | str, BeforeValidator(_cell), _PRINTED, WithJsonSchema({"type": ["number", "string"]})
]
"""A number as printed, or words where a table is qualitative."""

Flag: TypeAlias = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Year: TypeAlias = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer"})]
Whole: TypeAlias = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
