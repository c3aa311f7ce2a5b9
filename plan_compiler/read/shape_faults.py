"""Pydantic's errors put into findings: a closed table, so that none of its English reaches a reader."""

import re
from collections.abc import Mapping as Map
from difflib import get_close_matches
from typing import Any
from unicodedata import normalize

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Fix, NodePath, Span
from plan_compiler.language.typography import CHINESE
from plan_compiler.language.years import FOUR_DIGITS
from plan_compiler.model.names import suggested_id
from plan_compiler.model.plan import Plan
from plan_compiler.model.scalars import ScalarFault
from plan_compiler.model.shape import Record, Shape, child, keys
from plan_compiler.patterns import compiled
from plan_compiler.quantity.number import MalformedNumberError, NumberFault
from plan_compiler.read.faults.shape import (
    BAD_ID,
    BAD_VALUE,
    MALFORMED_NUMBER,
    MISSING_KEY,
    UNKNOWN_BLOCK,
    UNKNOWN_KEY,
    WRONG_TYPE,
)
from plan_compiler.read.nodes import FileRoot, Mapping, Scalar, Sequence, inner
from plan_compiler.read.spans import Located, locate
from plan_compiler.read.text import shown
from plan_compiler.read.values import is_shallow

TYPE_ERRORS: Map[str, str] = {
    "string_type": "text",
    ScalarFault.SCALAR: "text",
    "tuple_type": "list",
    "model_type": "keys",
    "model_attributes_type": "keys",
    "dict_type": "keys",
    "mapping_type": "keys",
    "text_or_list": "text_or_list",
}
"""Errors about the type of a node, with the message that says what should stand there."""

_NUMBER_MESSAGES = {
    NumberFault.GROUPING: "grouping",
    NumberFault.AMBIGUOUS_SEPARATORS: "ambiguous",
    NumberFault.PARENTHESES: "parentheses",
    NumberFault.TRAILING_TEXT: "trailing",
    NumberFault.TOO_LONG: "too_long",
}
_FLAGS = {
    **dict.fromkeys(("是", "真", "yes", "on", "y", "1", "true"), "true"),
    **dict.fromkeys(("否", "假", "no", "off", "n", "0", "false"), "false"),
}
_QUOTED = compiled(r"'([^']*)'")
_CALLED = ("id", "key", "name", "title", "label")
"""Keys under which an entry of a list says what it is called, to the compiler first."""
_FOUR_DIGITS = compiled(r"(?<![0-9])[0-9]{4}(?![0-9])")
_BETWEEN_YEARS = compiled(r"年?\s*[,、;]\s*|\s+")
_CHINESE = compiled(f"{CHINESE}+")


class ShapeError(Struct, frozen=True):
    """An error of pydantic's, its place found in the nodes.

    `path` is the node at fault; for a missing key the mapping that lacks `key`.
    """

    type: str
    path: NodePath
    key: str
    context: Map[str, Any]

    @property
    def key_only(self) -> bool:
        """Whether it is enough to leave the key out."""
        return self.type == "extra_forbidden"


def shape_fault(root: FileRoot, error: ShapeError) -> Diagnostic | None:
    """The finding for an error; None where its node is not in the tree."""
    found = locate(root, error.path)
    if found is None:
        return None
    known = _known_keys(error)
    if error.type == "missing":
        misspelt = _misspelt(root, error, known)
        return misspelt or _missing_key(found, error.key, known)
    if error.type == "extra_forbidden":
        return _unknown_key(found, error.key, known, known)
    return _bad_node(found, error)


def without_misspelt(root: FileRoot, errors: list[ShapeError]) -> list[ShapeError]:
    """The errors but for keys that are missing because they are misspelt: the key that is not known is the fault."""
    meant = {
        (error.path[:-1], nearest_key(error.key, _unused(root, error, _known_keys(error))))
        for error in errors
        if error.key_only
    }
    return [error for error in errors if error.type != "missing" or (error.path, error.key) not in meant]


def without_shallow(root: FileRoot, errors: list[ShapeError]) -> list[ShapeError]:
    """The errors but for unknown keys that stand beside the empty key of a block to which they belong: that one is told."""
    parents = {error.path[:-1] for error in errors if error.key_only}
    shallow = {path for path in parents if _holds_shallow(locate(root, path))}
    return [error for error in errors if not (error.key_only and error.path[:-1] in shallow)]


def _holds_shallow(found: Located | None) -> bool:
    if found is None or not isinstance(found.node, Mapping):
        return False
    return any(is_shallow(found.text, key) for key in map(found.node.key, found.node.keys) if key)


def _misspelt(root: FileRoot, error: ShapeError, known: Map[str, str]) -> Diagnostic | None:
    """The finding for a key that is meant to be the missing one, where other keys than the known ones are allowed."""
    parent = locate(root, error.path)
    for key in parent.node.keys if parent is not None and isinstance(parent.node, Mapping) else ():
        meant = {error.key: known.get(error.key, "")}
        if key not in known and nearest_key(key, meant) and (found := locate(root, (*error.path, key))):
            return _unknown_key(found, key, known, meant)
    return None


def _known_keys(error: ShapeError) -> Map[str, str]:
    """The keys, with their descriptions, that may stand where the error is."""
    shape: Shape | None = Record(Plan)
    for part in error.path[:-1] if error.key_only else error.path:
        shape = child(shape, part) if shape else None
    return keys(shape) if shape else {}


def _unused(root: FileRoot, error: ShapeError, known: Map[str, str]) -> Map[str, str]:
    """Those of the keys that the mapping of an unknown key does not have: one of them is meant."""
    found = locate(root, error.path[:-1])
    taken = found.node.keys if found is not None and isinstance(found.node, Mapping) else {}
    return {key: words for key, words in known.items() if key not in taken}


def _bad_node(found: Located, error: ShapeError) -> Diagnostic:
    match error.type:
        case "union_tag_invalid" | "union_tag_not_found":
            return _unknown_block(found, error)
        case ScalarFault.ID:
            return _bad_id(found, error)
        case "value_error":
            return _malformed_number(found, error.context.get("error"))
        case _ if error.type in TYPE_ERRORS:
            return _wrong_type(found, error.key, TYPE_ERRORS[error.type])
        case _:
            return _bad_value(found, error)


def _missing_key(found: Located, key: str, known: Map[str, str]) -> Diagnostic:
    node = found.node
    first = node.first_key if isinstance(node, Mapping) else None
    at = first or node
    span = found.text.span(at.start, at.end if first else at.start)
    chinese, english = _by_language(known.get(key, ""))
    args = {"key": key, "meaning_zh": chinese, "meaning_en": english, "corrected": f"{key}: …"}
    return Diagnostic(MISSING_KEY, span, args, message="message" if chinese and english else "bare", hint="hint")


def _by_language(description: str) -> tuple[str, str]:
    """A description of a key in Chinese, and in English; they stand in it in either order."""
    parts = description.split(" / ")
    chinese = [part for part in parts if _CHINESE.search(part)]
    return " / ".join(chinese or parts), " / ".join(part for part in parts if part not in chinese or len(parts) == 1)


def _unknown_key(found: Located, key: str, known: Map[str, str], likely: Map[str, str]) -> Diagnostic:
    span = _key_span(found)
    near = nearest_key(key, likely)
    corrected = shown(found.line()).removeprefix("- ").replace(key, near, 1) if near else ""
    args = {"key": key, "keys": ", ".join(known), "corrected": corrected}
    fix = Fix(span, near) if near else None
    return Diagnostic(UNKNOWN_KEY, span, args, hint="near" if near else "hint", fix=fix)


def nearest_key(key: str, known: Map[str, str]) -> str:
    """The key that was meant: by its spelling, or by its Chinese name in the description; "" where none is near."""
    plain = re.sub(r"[\s-]+", "_", normalize("NFKC", key).strip().lower())
    if plain in known:
        return plain
    by_name = {name: k for k, words in reversed(list(known.items())) for name in _CHINESE.findall(words)}
    if named := get_close_matches(plain, list(by_name), 1, 0.8):
        return by_name[named[0]]
    spelt = get_close_matches(plain, list(known), 1, 0.6)
    return spelt[0] if spelt else ""


def _unknown_block(found: Located, error: ShapeError) -> Diagnostic:
    known = re.findall(r"'<(\w+)>'", str(error.context.get("expected_tags", "")))
    known = [key for key in known if key != "text"]
    node = found.node
    first = node.first_key if isinstance(node, Mapping) else None
    at = first or node
    span = found.text.span(at.start, at.end)
    if first is None:
        return Diagnostic(UNKNOWN_BLOCK, span, {"keys": ", ".join(known)}, message="none", hint="hint")
    near = nearest_key(first.value, dict.fromkeys(known, ""))
    args = {"key": first.value, "keys": ", ".join(known), "corrected": f"- {near}: …"}
    return Diagnostic(UNKNOWN_BLOCK, span, args, hint="near" if near else "hint")


def _bad_id(found: Located, error: ShapeError) -> Diagnostic:
    is_key, fault = error.context.get("key"), str(error.context.get("fault", ""))
    text = error.key if is_key else _text(found)
    suggested = suggested_id(text)
    args = {"id": text, "corrected": suggested if suggested != text else f"{text}_"}
    message = fault if fault in BAD_ID.messages else "message"
    return Diagnostic(BAD_ID, _key_span(found) if is_key else _span(found), args, message=message, hint="hint")


def _malformed_number(found: Located, error: object) -> Diagnostic:
    reason = error.reason if isinstance(error, MalformedNumberError) else None
    message = _NUMBER_MESSAGES.get(reason, "message") if reason else "message"
    return Diagnostic(MALFORMED_NUMBER, _span(found), {"text": _text(found)}, message=message, hint="hint")


def _wrong_type(found: Located, key: str, expected: str) -> Diagnostic:
    hint, corrected = "hint", ""
    match found.node:
        case Scalar() if expected == "list" and (years := _years_meant(_text(found))):
            hint, corrected = "brackets", f"{key}: {years}"
        case Scalar() if expected == "list":
            hint, corrected = "dash", f"- {_text(found)}"
        case Sequence(items=[first, *_]) if expected == "keys" and found.key and (entry := _entry_meant(inner(first))):
            hint, corrected = "entry", entry
    return Diagnostic(WRONG_TYPE, _key_span(found), {"key": key, "corrected": corrected}, message=expected, hint=hint)


def _entry_meant(item: Scalar | Sequence | Mapping) -> str:
    """The key and value that the item of a list would be, were it one of several keys: ``{name: total, title: 合计}`` is ``total: 合计``; "" for
    what says neither.
    """
    if not isinstance(item, Mapping):
        return _entry(item.value, item.value) if isinstance(item, Scalar) else ""
    words = {key: own.value for key, value in item.values.items() if isinstance(own := inner(value), Scalar)}
    if len(words) == 1 and (only := next(iter(words))) not in _CALLED:
        return _entry(only, words[only])
    called = [words[key] for key in _CALLED if words.get(key)]
    return _entry(called[0], called[-1]) if called else ""


def _entry(key: str, words: str) -> str:
    is_key = key.isidentifier() or FOUR_DIGITS.fullmatch(key)
    return shown(f"{key if is_key else suggested_id(key)}: {words}")


def _bad_value(found: Located, error: ShapeError) -> Diagnostic:
    text = error.key if error.context.get("key") else _text(found)
    flag = _FLAGS.get(text.strip().lower(), "") if error.type == ScalarFault.FLAG else ""
    allowed = ", ".join(_QUOTED.findall(str(error.context.get("expected", ""))))
    is_year = error.type == ScalarFault.YEAR
    year, years = (_year_meant(text), _years_meant(text)) if is_year else ("", "")
    args = {"key": error.key, "text": text, "allowed": allowed, "corrected": year or years or f"{error.key}: {flag}"}
    names = {ScalarFault.FLAG: "flag", ScalarFault.YEAR: "year", ScalarFault.WHOLE: "whole"}
    message = names.get(ScalarFault(error.type), "message") if error.type in set(ScalarFault) else "message"
    span = _key_span(found) if error.context.get("key") else _span(found)
    hint = "flag_hint" if flag else "allowed" if allowed else "year_hint" if year else "years_hint" if years else "hint"
    return Diagnostic(BAD_VALUE, span, args, message=message, hint=hint)


def _year_meant(text: str) -> str:
    """The four digits that stand in a malformed year (2025年, ２０２５), "" where there are none."""
    digits = _FOUR_DIGITS.findall(normalize("NFKC", text))
    return digits[0] if len(digits) == 1 else ""


def _years_meant(text: str) -> str:
    """The list of the years that are written in one value (2028, 2030; 2028，2030), "" where it is not of these alone."""
    years = _BETWEEN_YEARS.split(normalize("NFKC", text).strip().removesuffix("年"))
    return f"[{', '.join(years)}]" if len(years) > 1 and all(map(FOUR_DIGITS.fullmatch, years)) else ""


def _text(found: Located) -> str:
    return shown(found.node.value) if isinstance(found.node, Scalar) else ""


def _span(found: Located) -> Span:
    return found.text.span(found.node.start, found.node.end)


def _key_span(found: Located) -> Span:
    at = found.key or found.node
    return found.text.span(at.start, at.end)
