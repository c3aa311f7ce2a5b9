"""What is wrong with the settings of a theme, told in the reader's language: which of them, what it must be, what was meant."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TypeAlias

from msgspec import Struct
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from plan_compiler.writers.look import Look

SettingPath: TypeAlias = tuple[str | int, ...]

_MESSAGES: Mapping[str, str] = {
    "extra_forbidden": "unknown",
    "missing": "missing",
    "float_parsing": "number",
    "float_type": "number",
    "finite_number": "number",
    "int_parsing": "whole",
    "int_type": "whole",
    "int_from_float": "whole",
    "bool_parsing": "flag",
    "bool_type": "flag",
    "literal_error": "choice",
    "less_than_equal": "at_most",
    "greater_than_equal": "at_least",
    "string_type": "words",
    "string_too_short": "words",
    "string_too_long": "too_long",
    "string_pattern_mismatch": "pattern",
    "tuple_type": "list",
    "too_short": "list",
    "too_long": "too_many",
    "model_type": "mapping",
}
"""The message of a finding by the type of pydantic's error; of any other, what pydantic says of it is told."""
_LIMITS = ("le", "ge", "max_length", "pattern", "expected")
_LONGEST = 60


class SettingFault(Struct, frozen=True):
    """A setting with its fault: the keys of a message and a hint, and what fills them."""

    path: SettingPath
    message: str
    args: Mapping[str, str]
    hint: str


def setting_faults(errors: Iterable[ErrorDetails]) -> Iterator[SettingFault]:
    """The faults of settings. A setting that is missing because its name is misspelt is told once, as misspelt."""
    faults = [_fault(error) for error in errors]
    misspelt = {(*fault.path[:-1], fault.args["near"]) for fault in faults if fault.message == "unknown"}
    yield from (fault for fault in faults if fault.message != "missing" or fault.path not in misspelt)


def _fault(error: ErrorDetails) -> SettingFault:
    path, context = error["loc"], error.get("ctx", {})
    message = _MESSAGES.get(error["type"], "message")
    limit = next((_shown(context[name]) for name in _LIMITS if name in context), "")
    near = ""
    if message == "unknown":
        near = _nearest(str(path[-1]), _settings_at(path[:-1]))
    elif message == "choice":
        limit = limit.replace(" or ", ", ").replace("'", "")
        near = _nearest(str(error["input"]), limit.split(", "))
    args = {"field": ".".join(map(str, path)), "reason": error["msg"], "limit": limit, "near": near}
    return SettingFault(path, message, args, "near" if near else "hint")


def _shown(limit: object) -> str:
    return f"{limit:g}" if isinstance(limit, float) else str(limit)


def _settings_at(path: SettingPath) -> list[str]:
    """The settings that there are at a path of a theme."""
    model: type[BaseModel] = Look
    for part in path:
        field = model.model_fields.get(str(part))
        below = field.annotation if field is not None else None
        if not (isinstance(below, type) and issubclass(below, BaseModel)):
            return []
        model = below
    return list(model.model_fields)


def _nearest(word: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(word[:_LONGEST].lower(), list(known), 1)), "")
