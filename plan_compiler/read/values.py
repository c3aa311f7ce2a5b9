"""What YAML silently does to a value: nothing where text was meant, a comment where text went on, one text for two lines."""

import re

from plan_compiler.diagnostics import Diagnostic, Fix
from plan_compiler.language.years import FOUR_DIGITS
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.shape import EMPTY_VALUE
from plan_compiler.read.faults.yaml import FULL_WIDTH_COLON, LIST_NOT_PARTED, TAB, TEXT_CUT
from plan_compiler.read.nodes import Scalar, Sequence
from plan_compiler.read.structure import quoted, single_quoted
from plan_compiler.read.text import FileText, shown

NULL = frozenset({"", "~", "null", "Null", "NULL"})
_NUMBER = compiled(r"[-+0-9.,%]*")
_COMMENT = compiled(r"[ \t]+#(?P<words>[^\r\n]*)")
_WIDE_KEY = compiled(r"(?P<key>[A-Za-z_][A-Za-z_0-9]*)\s*：\s*(?P<rest>.*)", re.DOTALL)
_PARTING = compiled(r"[，、]")
_SENTENCE = compiled(r"[。；：！？“（]")
_LONGEST_NAME = 16
_FEWEST_ITEMS = 3
_OF_NAMES = frozenset({"owner", "items"})
"""Keys whose lists are of short names, as a rule."""
_HOLD_KEYS = frozenset({"box", "figure", "chart", "list"})
"""Blocks, whose keys stand below them."""
_KEY_BELOW = compiled(r":[ ]*\n(?:[ ]*\n)*(?P<indent>[ ]*)[A-Za-z_]\w*:(?=\s)")
_OPEN, _CLOSE = "([{（［【《“", ")]}）］】》”"


def is_empty(scalar: Scalar) -> bool:
    """Whether YAML takes the scalar for null, or it holds nothing but space."""
    if scalar.style == "":
        return scalar.value in NULL
    return not scalar.value or scalar.value.isspace()


def empty_value(text: FileText, key: Scalar | None, scalar: Scalar) -> Diagnostic:
    """The finding for an empty scalar, at its key where it has one."""
    at = key or scalar
    span = text.span(at.start, max(at.end, at.start + 1))
    if key is None:
        return Diagnostic(EMPTY_VALUE, span, message="item", hint="hint")
    if scalar.value and scalar.style == "":
        line = text.line(text.line_of(scalar.start))
        args = {"key": key.value, "text": scalar.value, "corrected": quoted(line)}
        return Diagnostic(EMPTY_VALUE, span, args, message="null", hint="quote")
    if is_shallow(text, key):
        return Diagnostic(EMPTY_VALUE, span, {"key": key.value}, message="shallow", hint="deeper")
    line = text.line(text.line_of(key.start))
    if scalar.style == "" and line[text.position(key.end).column - 1 :].lstrip(": ").startswith("#"):
        args = {"key": key.value, "corrected": quoted(line)}
        return Diagnostic(EMPTY_VALUE, span, args, message="comment", hint="quote")
    hint = "dash" if FOUR_DIGITS.fullmatch(key.value) else "hint"
    return Diagnostic(EMPTY_VALUE, span, {"key": key.value}, hint=hint)


def is_shallow(text: FileText, key: Scalar) -> bool:
    """Whether what is to stand below the key of a block is aligned with that key, so that it is empty."""
    below = _KEY_BELOW.match(text.text, key.end) if key.value in _HOLD_KEYS else None
    return below is not None and len(below["indent"]) == text.position(key.start).column - 1


def list_fault(text: FileText, key: Scalar, items: Sequence) -> Diagnostic | None:
    """A list within brackets whose only item is several names, parted by full-width commas: [甲行动，乙行动]."""
    item = items.items[0] if len(items.items) == 1 and key.value in _OF_NAMES else None
    if not isinstance(item, Scalar) or item.style or _SENTENCE.search(item.value):
        return None
    names = [name.strip() for name in _PARTING.split(item.value)]
    if len(names) < 2 or not all(0 < len(name) <= _LONGEST_NAME for name in names):
        return None
    if key.value == "items" and len(names) < _FEWEST_ITEMS and len({name[-1] for name in names}) > 1:
        return None
    span = text.span(item.start, item.end)
    parted = ", ".join(names)
    args = {
        "sign": _PARTING.findall(item.value)[0],
        "corrected": f"[{shown(parted)}]",
        "whole": single_quoted(item.value),
    }
    return Diagnostic(LIST_NOT_PARTED, span, args, hint="hint", fix=Fix(span, parted))


def value_faults(text: FileText, scalar: Scalar) -> list[Diagnostic]:
    """What is odd about a value that is not empty."""
    found = []
    if scalar.style == "":
        if text.text[scalar.end : scalar.end + 1] in (" ", "\t") and (cut := _cut_text(text, scalar)):
            found.append(cut)
        if "：" in scalar.value and (colon := _wide_colon(text, scalar)):
            found.append(colon)
    if "\t" in scalar.value:
        found.append(_tab(text, scalar))
    return found


def _cut_text(text: FileText, scalar: Scalar) -> Diagnostic | None:
    """A comment behind plain text: doubtful when it does not begin with a space, or text before it is unfinished."""
    match = _COMMENT.match(text.text, scalar.end)
    if match is None or _NUMBER.fullmatch(scalar.value):
        return None
    words = match["words"]
    unfinished = sum(scalar.value.count(c) for c in _OPEN) > sum(scalar.value.count(c) for c in _CLOSE)
    if not words.strip() or not (unfinished or not words.startswith((" ", "#", "!"))):
        return None
    line = text.line(text.line_of(scalar.start))
    args = {"lost": f"#{words.rstrip()}", "corrected": quoted(line)}
    return Diagnostic(TEXT_CUT, text.span(match.start("words") - 1, match.end()), args, hint="hint")


def _wide_colon(text: FileText, scalar: Scalar) -> Diagnostic | None:
    """``total：5`` where keys were meant: YAML reads it as one text. Only Latin words can be keys."""
    match = _WIDE_KEY.match(scalar.value)
    if match is None or text.text[scalar.start : scalar.start + len(match["key"])] != match["key"]:
        return None
    args = {
        "key": match["key"],
        "corrected": f"{match['key']}: {match['rest'].splitlines()[0] if match['rest'] else ''}",
    }
    return Diagnostic(FULL_WIDTH_COLON, text.span(scalar.start, scalar.end), args, hint="hint")


def _tab(text: FileText, scalar: Scalar) -> Diagnostic:
    offset = max(text.text.find("\t", scalar.start, scalar.end), scalar.start)
    line = text.line(text.line_of(offset))
    args = {"corrected": shown(line).replace("\t", " ").replace("\\t", " ")}
    return Diagnostic(TAB, text.span(offset, offset + 1), args, message="text", hint="hint")
