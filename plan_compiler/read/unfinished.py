"""A value that its line leaves open: a quotation or a bracket that the parser takes to go on over the lines below."""

from collections.abc import Sequence
from itertools import pairwise

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.yaml import SYNTAX
from plan_compiler.read.structure import Line
from plan_compiler.read.text import FileText, shown

_VALUE = compiled(r"[ ]*(?:- +)*(?:[A-Za-z_][A-Za-z_0-9]*: +)?(?P<value>[{\['\"].*)")
_ENTRY = compiled(r"[ ]*(?:- +)*[A-Za-z_][A-Za-z_0-9]*:(?:\s|$)")
_QUOTATION = {"'": compiled(r"'(?:[^']|'')*'"), '"': compiled(r'"(?:[^"\\]|\\.)*"')}
_QUOTED = compiled(r"""(?<=[{\[,:\s])(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")""")
_GOES_ON = (",", "，", "{", "[", "、")
_CLOSE = {"{": "}", "[": "]"}
_UNLIKE = ")）］】｝"
"""What is typed in the place of the right bracket."""
_END = "end:"
"""Stands for the end of the file, as a key would."""


def unfinished(text: FileText, above: Sequence[Line], at: int) -> Diagnostic | None:
    """The last of the lines `above` whose value is left open although a key follows, or the file ends; None without one.

    Values over several lines are no faults: of a quotation that goes on the lines below are no keys, and a bracket that
    goes on is left open behind a comma.
    """
    ended = [(at, _END)] if above[-1][0] < at else []
    for (number, words), (_, below) in reversed(tuple(pairwise([*above, *ended]))):
        match = _VALUE.match(words)
        if match is None or _ENTRY.match(below) is None:
            continue
        value = match["value"].rstrip()
        close = _open_quotation(value) if value[0] in _QUOTATION else _open_brackets(value)
        if close:
            start = text.line_start(number) + match.start("value")
            message = "open_quote" if close in _QUOTATION else "open_bracket"
            args = {"corrected": shown(words.rstrip().rstrip(_UNLIKE if close in _CLOSE.values() else "") + close)}
            return Diagnostic(SYNTAX, text.span(start, start + 1), args, message=message, hint="quote")
    return None


def _open_quotation(value: str) -> str:
    return "" if _QUOTATION[value[0]].match(value) else value[0]


def _open_brackets(value: str) -> str:
    """The brackets that would close the value; "" where it is closed, goes on, or cannot be mended so."""
    open_: list[str] = []
    for char in _QUOTED.sub("", value):
        if char in _CLOSE:
            open_.append(_CLOSE[char])
        elif char in _CLOSE.values() and (not open_ or open_.pop() != char):
            return ""
    return "" if value.endswith(_GOES_ON) else "".join(reversed(open_))
