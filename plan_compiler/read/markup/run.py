"""A run of text: the lines of one paragraph put together, with the way back to where each character stands."""

from bisect import bisect_right
from collections.abc import Iterable

from plan_compiler.model.prose import Extent


class Run:
    """Pieces of a text joined by line breaks. A tab is a space."""

    def __init__(self, source: str, lines: Iterable[Extent]) -> None:
        self.source = source
        self._starts: list[int] = []
        self._origins: list[int] = []
        parts: list[str] = []
        length = 0
        for number, (start, end) in enumerate(lines):
            if number:
                self._starts.append(length)
                self._origins.append(start - 1)
                parts.append("\n")
                length += 1
            self._starts.append(length)
            self._origins.append(start)
            parts.append(source[start:end].replace("\t", " "))
            length += end - start
        self.text = "".join(parts)

    def offset(self, index: int) -> int:
        """Where in the source the character at `index` stands."""
        piece = max(bisect_right(self._starts, index) - 1, 0)
        return self._origins[piece] + index - self._starts[piece]

    def extent(self, start: int, end: int) -> Extent:
        """The stretch of the source from `start` up to `end`."""
        first = self.offset(start)
        return first, self.offset(end - 1) + 1 if end > start else first
