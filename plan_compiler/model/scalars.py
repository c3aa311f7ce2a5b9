"""The scalar types of the authoring model: each with its parser from the raw text and its JSON Schema.

A validator raises `pydantic_core.PydanticCustomError` with one of `ScalarFault` as its type, or lets a
`MalformedNumberError` pass; read puts both into words.
"""

from enum import Enum, StrEnum
from typing import Annotated, Any, TypeAlias

from msgspec.structs import replace
from pydantic import AfterValidator, BeforeValidator, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from plan_compiler.language.years import FOUR_DIGITS
from plan_compiler.model.names import column_fault, id_fault, row_fault
from plan_compiler.patterns import compiled
from plan_compiler.quantity.number import MalformedNumberError, Number
from plan_compiler.quantity.reading import is_range, is_ratio, read_number

_ID = (
    r"^[^\u0000-\u0040\u005b-\u005e\u0060\u007b-\u007f]"
    r"[^\u0000-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u007f]*$"
)
"""For editors: letters, digits, underscore. By exclusion, since regular expressions disagree about ``\\w``."""
_NUMBER_TEXT = compiled(r"[-+−(（]?[0-9０-９]")
_MARKED = compiled(r"[\[〔［]([^\[\]〔〕［］]+)[\]〕］]")
"""A figure of a data table that is marked as accumulated, as indicators are."""
_WHOLE = compiled(r"[0-9]{1,9}")


class Role(Enum):
    """What a printed string may hold. It stands in the metadata of a field's type, so that it can be found there."""

    TEXT = "text"
    """Prose with inline forms."""
    LABEL = "label"
    """Plain words."""


class ScalarFault(StrEnum):
    """Types of the errors raised here."""

    SCALAR = "plan_scalar"
    FLAG = "plan_flag"
    YEAR = "plan_year"
    WHOLE = "plan_whole"
    ID = "plan_id"


def _raw(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise PydanticCustomError(ScalarFault.SCALAR, "a single value was expected")


def _number(value: Any) -> Number:
    return value if isinstance(value, Number) else read_number(_raw(value))


def _cell(value: Any) -> "Number | str":
    if isinstance(value, Number):
        return value
    text = _raw(value)
    is_number = _NUMBER_TEXT.match(text) and not is_range(text) and not is_ratio(text)
    return read_number(text) if is_number else text


def _entry(value: Any) -> "Number | str":
    if isinstance(value, Number):
        return value
    text = _raw(value)
    marked = _MARKED.fullmatch(text)
    try:
        return replace(read_number(marked[1]), text=text) if marked else read_number(text)
    except MalformedNumberError:
        return text


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise PydanticCustomError(ScalarFault.FLAG, "true or false was expected")


def _year(value: Any) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and FOUR_DIGITS.fullmatch(value):
        return int(value)
    raise PydanticCustomError(ScalarFault.YEAR, "a year of four digits was expected")


def _whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise PydanticCustomError(ScalarFault.WHOLE, "a whole number was expected")


def _id(value: str) -> str:
    if fault := id_fault(value):
        raise PydanticCustomError(ScalarFault.ID, "no id", {"fault": fault.value})
    return value


def _column_id(value: str) -> str:
    if fault := column_fault(value):
        raise PydanticCustomError(ScalarFault.ID, "no id", {"fault": fault.value})
    return value


def _row_id(value: str) -> str:
    if fault := row_fault(value):
        raise PydanticCustomError(ScalarFault.ID, "no id", {"fault": fault.value})
    return value


_PRINTED = PlainSerializer(lambda v: v.text if isinstance(v, Number) else v)
_TEXT_SCHEMA = WithJsonSchema({"type": ["string", "number"]})
_NUMBER_SCHEMA = WithJsonSchema({"type": ["number", "string"]})

Id: TypeAlias = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": _ID})]
"""An identifier: NFKC-normal, no hyphen, no Python keyword, no field or function name."""

ColumnId: TypeAlias = Annotated[str, AfterValidator(_column_id), _TEXT_SCHEMA]
"""The id of a column of a data table: a year, or an identifier that is no key of a row."""

RowId: TypeAlias = Annotated[str, AfterValidator(_row_id), WithJsonSchema({"type": "string", "pattern": _ID})]
"""The id of a row of a data table: an identifier within the table, which may be ``total``."""

Text: TypeAlias = Annotated[str, Role.TEXT, _TEXT_SCHEMA]
"""A printed text, with inline forms. Its parsed prose stands beside the plan, by path."""

Label: TypeAlias = Annotated[str, Role.LABEL, _TEXT_SCHEMA]
"""A printed text without inline forms."""

Expression: TypeAlias = Annotated[str, _TEXT_SCHEMA]
"""An expression over figures; link parses it."""

Code: TypeAlias = Annotated[str, WithJsonSchema({"type": "string"})]
"""The code of a rule or a family of rules, or the name of a package of rules."""

Amount: TypeAlias = Annotated[Number, PlainValidator(_number), _PRINTED, _NUMBER_SCHEMA]
"""A number as printed."""

Cell: TypeAlias = Annotated[Number | str, PlainValidator(_cell), _PRINTED, _NUMBER_SCHEMA]
"""A number as printed; a range (6-7) or a ratio (3:1), which stays a text; or words where a table is qualitative."""

Entry: TypeAlias = Annotated[Number | str, Role.LABEL, PlainValidator(_entry), _PRINTED, _NUMBER_SCHEMA]
"""A cell of a data table: a number as printed, else its text. What looks like a number and is none stays a text, so that
it costs its cell, and not the row."""

Flag: TypeAlias = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""true or false."""

Year: TypeAlias = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer"})]
"""A year of four digits."""

Whole: TypeAlias = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number, not negative."""
