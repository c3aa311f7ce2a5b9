"""From the characters of a scalar's value to the characters of the file, in every style of scalar."""

import re
from array import array
from collections.abc import Mapping

from plan_compiler.patterns import compiled
from plan_compiler.read.nodes import Scalar

_HEADER = compiled(r"[|>][^\r\n]*(?:\r\n|\r|\n)")
_LINE_END = compiled(r"\r\n|\r|\n")
_NEWLINES = compiled(r"\n+")
_FOLD = r"(?P<fold>[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*)"
_FLOW: Mapping[str, re.Pattern[str]] = {
    "": compiled(_FOLD),
    "'": compiled(rf"{_FOLD}|(?P<one>'')"),
    '"': compiled(
        rf"{_FOLD}|(?P<nothing>\\(?:\r\n|\r|\n)[ \t]*)"
        r"|(?P<one>\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\r\n]))"
    ),
}


class OffsetMap:
    """Where each character of a value stands in the file: the n-th from `starts[n]` up to `ends[n]`."""

    __slots__ = ("ends", "starts")

    def __init__(self) -> None:
        self.starts = array("q")
        self.ends = array("q")

    def add(self, start: int, end: int) -> None:
        """The next character of the value."""
        self.starts.append(start)
        self.ends.append(end)

    def copy(self, start: int, end: int) -> None:
        """The next characters, which stand in the file as they are."""
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))


def offset_map(source: str, scalar: Scalar) -> OffsetMap | None:
    """The map of a scalar of the file's text `source`; None where the two do not agree."""
    match scalar.style:
        case "|" | ">":
            found = _block(source, scalar)
        case "'" | '"':
            found = _flow(source, scalar.start + 1, scalar.end - 1, scalar.style)
        case _:
            found = _flow(source, scalar.start, scalar.end, "")
    return found if len(found.starts) == len(scalar.value) else None


def _flow(source: str, at: int, end: int, style: str) -> OffsetMap:
    """Plain and quoted: one line break gives a space, more give one line break less."""
    found = OffsetMap()
    for match in _FLOW[style].finditer(source, at, end):
        found.copy(at, match.start())
        at = match.end()
        if match.lastgroup == "one":
            found.add(match.start(), at)
        elif match.lastgroup == "fold":
            breaks = [m.span() for m in _LINE_END.finditer(source, match.start(), at)]
            for span in breaks[1:] or breaks:
                found.add(*span)
    found.copy(at, end)
    return found


def _block(source: str, scalar: Scalar) -> OffsetMap:
    """Literal and folded: the indentation is left out, and the value says which line breaks are kept."""
    found, value = OffsetMap(), scalar.value
    header = _HEADER.match(source, scalar.start)
    if header is None:
        return found
    at, indent = header.end(), _indent(source[header.end() : scalar.end], value)
    while len(found.starts) < len(value):
        at += _leading_spaces(source, at, indent)
        line_end = _LINE_END.search(source, at)
        stop = line_end.start() if line_end else len(source)
        found.copy(at, min(stop, at + len(value) - len(found.starts)))
        done = len(found.starts)
        if done == len(value) or value[done] not in " \n" or line_end is None:
            break
        breaks = _breaks(source, line_end.start(), indent)
        wanted = 1 if value[done] == " " else _run_length(value, done)
        kept = breaks[:wanted] if done + wanted == len(value) else breaks[len(breaks) - wanted :]
        for span in kept:
            found.add(*span)
        at = breaks[-1][1]
    return found


def _breaks(source: str, at: int, indent: int) -> list[tuple[int, int]]:
    """The line break at `at`, and those of the empty lines behind it."""
    found = []
    while match := _LINE_END.match(source, at):
        found.append(match.span())
        at = match.end() + _leading_spaces(source, match.end(), indent)
    return found


def _run_length(value: str, at: int) -> int:
    match = _NEWLINES.match(value, at)
    return match.end() - at if match else 0


def _leading_spaces(source: str, at: int, limit: int) -> int:
    end = at
    while end - at < limit and source.startswith(" ", end):
        end += 1
    return end - at


def _indent(lines: str, value: str) -> int:
    """How far the block is indented: what its first line with words has more than the value's."""
    return _first_indent(lines) - _first_indent(value)


def _first_indent(text: str) -> int:
    line = next((line for line in text.splitlines() if line.strip(" ")), "")
    return len(line) - len(line.lstrip(" "))
