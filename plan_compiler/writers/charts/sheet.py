"""What every chart is laid out on: the width of the text, the size of type, and strips that fill pages."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from plan_compiler.language.typography import NEVER_FIRST, is_wide
from plan_compiler.patterns import compiled
from plan_compiler.writers.charts.shapes import Drawing, Ink, Shape
from plan_compiler.writers.look import Look
from plan_compiler.writers.measure import POINTS_PER_MM, text_width

_PIECES = compiled(rf"\([^()]{{1,24}}\)|[^\s\u2e80-\uffff]+\s*|\s+|.[{re.escape(NEVER_FIRST)}]*")
"""What a line takes whole: a short bracket, a word with the space behind it, a character with the marks behind it."""
_OF_A_PAGE = 0.85
"""How much of a page a drawing may take: its caption and a heading before it stay with it."""


class Sheet(Struct, frozen=True):
    """Lengths in points: the width and the greatest height of a drawing, the size of type and of a line of it.

    `tones` are how many colours there are for series.
    """

    width: float
    height: float
    size: float
    line: float
    tones: int

    @staticmethod
    def of(look: Look) -> "Sheet":
        """The sheet of a theme."""
        page, style = look.page, look.styles.chart
        width = page.width - page.portrait.inside - page.portrait.outside
        height = page.height - page.portrait.top - page.portrait.bottom
        return Sheet(
            max(120.0, width * POINTS_PER_MM),
            max(120.0, height * POINTS_PER_MM * _OF_A_PAGE),
            style.size,
            style.line,
            len(look.colours.light.series),
        )

    def series(self, index: int) -> Ink:
        """The colour of a series, from 0; they begin again where there are more series than colours."""
        return f"series-{index % self.tones + 1}"

    def measure(self, text: str) -> float:
        """About how wide a line of text is."""
        return text_width(text, self.size)

    def wrapped(self, text: str, width: float, most: int) -> tuple[str, ...]:
        """`text` in at most `most` lines of `width`; what does not fit ends in …"""
        lines = [""]
        for piece in self._pieces(text, width):
            if lines[-1] and self.measure((lines[-1] + piece).rstrip()) > width:
                if len(lines) == most:
                    lines[-1] = self._cut(lines[-1] + piece, width)
                    break
                lines.append("")
            lines[-1] += piece
        return tuple(line.strip() for line in lines)

    def _pieces(self, text: str, width: float) -> Iterator[str]:
        """`text` in what a line takes whole: words with the space behind them; characters of Chinese and of longer words."""
        for word in _PIECES.findall(text):
            if self.measure(word.rstrip()) > width:
                yield from word
            else:
                yield word

    def _cut(self, line: str, width: float) -> str:
        """As much of `line` as has room with … behind it, up to the end of a word where that is not far."""
        end = len(line)
        while end and self.measure(f"{line[:end].rstrip()}…") > width:
            end -= 1
        word = line.rfind(" ", 0, end + 1)
        if end * 2 // 3 <= word and not is_wide(line[end]):
            end = word
        return f"{line[:end].rstrip()}…"


class Strip(Struct, frozen=True):
    """A piece of a chart that is not cut: its height, and its shapes from a height of the drawing on.

    `leads` to the next strip: they stay together.
    """

    height: float
    draw: Callable[[float], Iterable[Shape]]
    leads: bool = False


def drawings(sheet: Sheet, head: Strip | None, strips: Sequence[Strip]) -> tuple[Drawing, ...]:
    """The strips on as few drawings as hold them, filled evenly, each under the `head`."""
    top = head.height if head else 0.0
    pieces = -(-sum(strip.height for strip in strips) // max(1.0, sheet.height - top))
    room = sum(strip.height for strip in strips) / max(1.0, pieces)
    found: list[list[Strip]] = [[]]
    used = 0.0
    for index, strip in enumerate(strips):
        after = strips[index + 1].height if strip.leads and index + 1 < len(strips) else 0.0
        full = used >= room - 0.01 or used + strip.height + after > sheet.height - top + 0.01
        if found[-1] and full and not strips[index - 1].leads:
            found.append([])
            used = 0.0
        found[-1].append(strip)
        used += strip.height
    return tuple(_drawing(sheet, (*((head,) if head else ()), *piece)) for piece in found)


def _drawing(sheet: Sheet, strips: Sequence[Strip]) -> Drawing:
    shapes: list[Shape] = []
    y = 0.0
    for strip in strips:
        shapes += strip.draw(y)
        y += strip.height
    return Drawing(sheet.width, y, tuple(shapes))
