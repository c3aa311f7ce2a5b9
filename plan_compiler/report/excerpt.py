"""The line of source a finding is about, with carets under the stretch in question."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from plan_compiler.diagnostics import Span
from plan_compiler.patterns import compiled
from plan_compiler.report.terminal import cell_width, cells, fitted
from plan_compiler.report.visible import visible_character

_BREAK = compiled(r"\r\n|\r|\n")
_TAB = "    "
_MARGIN = 8
"""Columns of the line number and the bar."""
_BEFORE = 3
"""A long line is shown from a place that leaves one in `_BEFORE` of the columns to what stands before the carets."""
_PER_CELL = 4
"""Characters looked at for each column: more than one, since combining marks take none."""


class Excerpts(Struct, frozen=True):
    """Excerpts from the files of a plan, at most `columns` wide."""

    files: Mapping[str, str]
    columns: int
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def lines(self, span: Span) -> Iterator[str]:
        """Two lines: the source where `span` begins, and the carets. Nothing where the file is not at hand."""
        lines = self._of(span.file)
        if span.start.line > len(lines):
            return
        line = lines[span.start.line - 1]
        start = min(span.start.column - 1, len(line))
        end = span.end.column - 1 if span.end.line == span.start.line else len(line.rstrip())
        shown, before, marked = _window(line, start, max(end, start), self.columns - _MARGIN)
        yield f"{span.start.line:>5} | {shown}"
        yield f"      | {' ' * before}{'^' * max(marked, 1)}"

    def _of(self, file: str) -> list[str]:
        if file not in self._lines:
            text = self.files.get(file)
            self._lines[file] = [] if text is None else _BREAK.split(text) if "\r" in text else text.split("\n")
        return self._lines[file]


def _window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """What is shown of `line`, the columns before the marked stretch in it, and the columns marked."""
    left = 0 if end < room and _fits(line[: end + 1], room) else _left(line, start, room // _BEFORE)
    ellipsis = "…" if left else ""
    pieces = [_piece(char) for char in line[left : left + _PER_CELL * room]]
    before = cells(ellipsis + "".join(pieces[: start - left]))
    marked = cells("".join(pieces[start - left : end - left]))
    shown = fitted(ellipsis + "".join(pieces), room)
    return shown, before, min(marked, cells(shown) - before)


def _fits(text: str, room: int) -> bool:
    return sum(cells(_piece(char)) for char in text) <= room


def _left(line: str, start: int, room: int) -> int:
    """The first character shown, `room` columns before `start` at most, never within a combined character."""
    left, width = start, 1
    while left > 0 and (width := width + cells(_piece(line[left - 1]))) <= room:
        left -= 1
    while 0 < left < start and cell_width(line[left]) == 0:
        left += 1
    return left


def _piece(char: str) -> str:
    return _TAB if char == "\t" else visible_character(char)
