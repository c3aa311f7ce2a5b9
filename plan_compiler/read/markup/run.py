"""A run of text: the lines of one paragraph put together, with the way back to where each character stands."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from plan_compiler.language.typography import is_wide
from plan_compiler.model.prose import Extent


class Run:
    """Stretches of `source`, one a line, joined by line breaks. A tab counts as a space."""

    def __init__(self, source: str, lines: Sequence[Extent]) -> None:
        self.source = source
        self._shift = lines[0][0]
        self._starts: list[int] = []
        self._origins: list[int] = []
        first, last = lines[0][0], lines[-1][1]
        if last - first == sum(end - start for start, end in lines) + len(lines) - 1:
            self.text = source[first:last].replace("\t", " ")
            return
        length = 0
        for start, end in lines:
            self._starts.append(length)
            self._origins.append(start)
            length += end - start + 1
        self.text = "\n".join(source[start:end] for start, end in lines).replace("\t", " ")

    @cached_property
    def is_chinese(self) -> bool:
        """Whether it has a wide character, beside which those of doubtful width (“”…) are wide too."""
        return any(is_wide(char, ambiguous=False) for char in self.text)

    def offset(self, index: int) -> int:
        """Where in the source the character at `index` stands; a line break stands at the end of its line."""
        if not self._starts:
            return index + self._shift
        line = bisect_right(self._starts, index) - 1
        return self._origins[line] + index - self._starts[line]

    def extent(self, start: int, end: int) -> Extent:
        """The stretch of the source from `start` up to `end`."""
        if not self._starts:
            return start + self._shift, (end if end > start else start) + self._shift
        first = self.offset(start)
        return first, self.offset(end - 1) + 1 if end > start else first
