"""What may be an id: the names that expressions use for figures."""

import keyword
from enum import StrEnum
from unicodedata import normalize

from plan_compiler.language.years import FOUR_DIGITS

FUNCTION_NAMES = frozenset(
    {"sum", "min", "max", "average", "count", "share", "growth", "cagr", "per_year", "round", "abs"}
)
FIELD_NAMES = frozenset({"self", "total", "in_period"})
"""Names with a meaning of their own in an expression; an id of that name could not be told from it."""

ROW_KEYS = frozenset({"id", "title", "unit", "role", "kind", "formula", "continues", "stated", "note", "rows", "self"})
"""The keys of a row of a data table that are no columns."""

MAX_ID_LENGTH = 64


class IdFault(StrEnum):
    """Why a text cannot be an id."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NOT_NORMAL = "not-normal"
    """Not in Unicode form NFKC, such as a full-width letter: two ids that look alike would differ."""
    DIGIT_FIRST = "digit-first"
    HYPHEN = "hyphen"
    CHARACTER = "character"
    KEYWORD = "keyword"
    FUNCTION = "function"
    FIELD = "field"


def id_fault(text: str) -> IdFault | None:
    """Why `text` cannot be an id; None where it can."""
    if text.isidentifier() and len(text) <= MAX_ID_LENGTH and (text.isascii() or normalize("NFKC", text) == text):
        return _reserved(text)
    return _malformed(text)


def row_fault(text: str) -> IdFault | None:
    """Why `text` cannot be the id of a row in a data table: as for an id, but it may be that of a function or a field."""
    fault = id_fault(text)
    return None if fault in (IdFault.FUNCTION, IdFault.FIELD) and text != "self" else fault


def column_fault(text: str) -> IdFault | None:
    """Why `text` cannot be the id of a column in a data table: as for a row, but years can, and keys of rows cannot."""
    if FOUR_DIGITS.fullmatch(text):
        return None
    return IdFault.FIELD if text in ROW_KEYS else row_fault(text)


NO_NAME = "name"
"""Suggested where a text has nothing that an id could be made of."""


def suggested_id(text: str) -> str:
    """The nearest text to `text` that is an id."""
    word = "".join(c if f"x{c}".isidentifier() else "_" for c in normalize("NFKC", text.strip()))
    word = normalize("NFKC", word)[:MAX_ID_LENGTH].strip("_") or NO_NAME
    if not word.isidentifier():
        word = f"n{word}"[:MAX_ID_LENGTH]
    if _reserved(word):
        word = f"{word}_"
    return NO_NAME if id_fault(word) else word


def _reserved(text: str) -> IdFault | None:
    if keyword.iskeyword(text):
        return IdFault.KEYWORD
    if text in FUNCTION_NAMES:
        return IdFault.FUNCTION
    return IdFault.FIELD if text in FIELD_NAMES else None


def _malformed(text: str) -> IdFault:
    if not text:
        return IdFault.EMPTY
    if len(text) > MAX_ID_LENGTH:
        return IdFault.TOO_LONG
    if normalize("NFKC", text) != text:
        return IdFault.NOT_NORMAL
    if any(mark in text for mark in "-‐‑–—"):
        return IdFault.HYPHEN
    return IdFault.DIGIT_FIRST if text[0].isdigit() else IdFault.CHARACTER
