"""The text of one file of a plan, with its lines."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from plan_compiler.diagnostics import Position, Span
from plan_compiler.patterns import compiled

_BREAK = compiled(r"\r\n|\r|\n")


MAX_SHOWN = 400
"""The longest line that a finding gives back corrected."""


def shown(line: str) -> str:
    """A line as a finding shows it: without its indentation, and cut where it is too long to read."""
    line = line.strip()
    return line if len(line) <= MAX_SHOWN else f"{line[:MAX_SHOWN]}…"


class FileText:
    """A decoded file: offsets (code points, from 0) on one side, lines and columns on the other."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _BREAK.finditer(self.text))]
        *lines, _ = self.text.split("\n")
        return list(accumulate((len(line) + 1 for line in lines), initial=0))

    def position(self, offset: int) -> Position:
        """Line and column of `offset`, both from 1."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def span(self, start: int, end: int) -> Span:
        """The span from `start` up to `end`."""
        return Span(self.path, self.position(start), self.position(end))

    def line_start(self, line: int) -> int:
        """The offset where a line begins; lines count from 1."""
        return self._starts[line - 1]

    def line(self, line: int) -> str:
        """A line without its break; "" behind the last."""
        if not 1 <= line <= len(self._starts):
            return ""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_of(self, offset: int) -> int:
        """The line, from 1, that holds `offset`."""
        return bisect_right(self._starts, offset)

    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._starts)
