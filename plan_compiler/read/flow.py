"""What stands within { } without being a key and a value: what was meant, as far as that can be told."""

import re

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.yaml import FULL_WIDTH_COLON, SYNTAX, TEXT_SPLIT
from plan_compiler.read.nodes import Scalar
from plan_compiler.read.text import FileText, shown

_COLON = compiled(r"(?P<key>[^\W\d]\w*|[0-9]{4})\s*(?P<colon>[:：])\s*(?P<rest>.*)", re.DOTALL)
_WIDE_PAIR = compiled(r"\s*[，,]\s*(?P<key>[A-Za-z_]\w*|[0-9]{4})\s*[:：]\s*")
"""A further key of a mapping, its comma and colon full-width or not."""
_GROUPED = compiled(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?!,?[0-9])")
_GROUP = compiled(r"[0-9]{3}(?:\.[0-9]+)?")


def split_fault(text: FileText, key: Scalar, *, first: bool) -> Diagnostic:
    """The finding for an entry of a flow mapping without a colon that YAML takes for one. `first`: no comma stands before it."""
    span = text.span(key.start, key.end)
    line = text.line(text.line_of(key.start))
    column = text.position(key.start).column - 1
    colon = _COLON.fullmatch(key.value)
    if colon and key.style == "" and line.startswith(key.value, column):
        rest = _WIDE_PAIR.sub(r", \g<key>: ", colon["rest"])
        written = f"{line[:column]}{colon['key']}: {rest}{line[column + len(key.value) :]}"
        args = {"key": colon["key"], "corrected": shown(written)}
        if colon["colon"] == "：":
            return Diagnostic(FULL_WIDTH_COLON, span, args, hint="hint")
        return Diagnostic(SYNTAX, span, args, message="no_space", hint="quote")
    if _GROUP.fullmatch(key.value) and (corrected := _quoted_numbers(line)) != line:
        return Diagnostic(TEXT_SPLIT, span, {"lost": key.value, "corrected": shown(corrected)}, "number", hint="quote")
    return Diagnostic(TEXT_SPLIT, span, {"lost": key.value}, "no_colon" if first else "message", hint="hint")


def _quoted_numbers(line: str) -> str:
    """The line with its numbers that have thousands separators in quotes."""
    return _GROUPED.sub(lambda match: f'"{match[0]}"', line)
