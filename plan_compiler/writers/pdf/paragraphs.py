"""Lines of a Chinese text, several taken from one layout of it: WeasyPrint lays out what is left of a text for every line."""

import importlib
from collections.abc import Callable, Iterator
from typing import Any

from plan_compiler.patterns import compiled
from plan_compiler.writers.pdf.glyphs import shaped

_LINES = 8
"""Lines that are looked for in one layout, of letters as wide as they are high."""
_MORE = 8
_WIDEST = 2**21
"""Pixels; of wider lines WeasyPrint does not tell Pango the width."""
_SHORTEST = 4
"""Of the size of the letters: in shorter lines WeasyPrint looks for words."""

_PLAIN = compiled("[!-~、-〿！-～一-鿿‘’“”—…·×①-⑳㎡²³]+")
"""Letters that look alike wherever a line ends among them; no space of any kind, nothing written from right to left."""
_END = compiled("[一-鿿][0-9.,%、。〉》」』】〕，．：；！？）’”]*$")
_START = compiled("[一-鿿]")
"""Between these a text can be taken apart: each part is set in the faces that it has within the whole."""

FirstLine = Callable[..., Any]


def lines_together(own: FirstLine) -> FirstLine:
    """`split_first_line` that has the lines following a line ready when they are asked for, one after another."""
    line_break: Any = importlib.import_module("weasyprint.text.line_break")
    ready: dict[tuple[str, int, float], Any] = {}
    plain: dict[int, tuple[Any, bool]] = {}

    def is_plain(style: Any) -> bool:
        if id(style) not in plain:
            plain[id(style)] = style, _is_plain(style)
        return plain[id(style)][1]

    def split_first_line(
        text: str, style: Any, context: Any, max_width: float | None, spacing: float, *others: Any, **named: Any
    ) -> Any:
        if max_width is None or spacing:
            return own(text, style, context, max_width, spacing, *others, **named)
        key = text, id(style), max_width
        found = ready.pop(key, None)
        if found is None and _is_long(text, style["font_size"], max_width) and is_plain(style):
            ready.clear()
            for rest, line in _lines(line_break, text, style, context, max_width):
                ready[rest, id(style), max_width] = line
            found = ready.pop(key, None)
        return found or own(text, style, context, max_width, spacing, *others, **named)

    return split_first_line


def _is_long(text: str, size: float, width: float) -> bool:
    """Whether `text` has letters for more than one line, all of them plain."""
    return size * _SHORTEST <= width < min(len(text) * size, _WIDEST) and bool(_PLAIN.fullmatch(text))


def _is_plain(style: Any) -> bool:
    return (
        style["white_space"] == "normal"
        and style["direction"] == "ltr"
        and style["hyphens"] != "auto"
        and style["letter_spacing"] in ("normal", 0)
    )


def _lines(line_break: Any, text: str, style: Any, context: Any, width: float) -> Iterator[tuple[str, Any]]:
    """The texts that are left before each line, with what WeasyPrint finds out of the line that begins them.

    A line is left out where it could be another one for being laid out among others.
    """
    short = text[: int(width / style["font_size"] * _LINES) + _MORE]
    layout = line_break.create_layout(short, style, context, width, 0)
    start = 0
    for line, words, is_last in _parted(line_break, layout.layout, short):
        end = start + len(words)
        is_whole = is_last and len(short) == len(text)
        can_end = is_whole or (not is_last and _END.search(words) and _START.match(short, end))
        if can_end and (start == 0 or _START.match(words)):
            extent, height, baseline = _measured(line_break, line)
            if extent <= width:
                one = line_break.Layout.__new__(line_break.Layout)
                one.justification_spacing, one.max_width, one.text = 0, width, words
                one.first_line_direction = line.resolved_dir
                one.shaped = shaped(style, line, short)
                yield text[start:], (one, line.length, None if is_whole else line.length, extent, height, baseline)
        start = end
    layout.deactivate()


def _parted(line_break: Any, layout: Any, text: str) -> Iterator[tuple[Any, str, bool]]:
    """The lines of a layout of Pango, with their texts and whether each is the last."""
    line_of, null = line_break.pango.pango_layout_get_line_readonly, line_break.ffi.NULL
    data = text.encode()
    line, number = line_of(layout, 0), 0
    while line != null:
        number += 1
        after = line_of(layout, number)
        yield line, data[line.start_index : line.start_index + line.length].decode(), after == null
        line = after


def _measured(line_break: Any, line: Any) -> tuple[float, float, float]:
    """The width, the height and the base line of a line, in pixels."""
    box, unit = line_break.ffi.new("PangoRectangle *"), line_break.FROM_UNITS
    line_break.pango.pango_layout_line_get_extents(line, line_break.ffi.NULL, box)
    return box.width * unit, box.height * unit, -box.y * unit
