"""Straight right edges for Chinese: WeasyPrint widens spaces only, and a Chinese line has none.

For the length of a layout its function that justifies one line is replaced by one that spreads the slack between
characters. The function is no public name, so this is done only for versions it was tested with, and only while the
function still has the parameters it had; otherwise lines stay ragged, and the caller can say so.
"""

import importlib
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from plan_compiler.language.typography import is_wide
from plan_compiler.writers.pdf.engine import TESTED

_PARAMETERS = ("context", "line", "extra_width")
_MOST_SLACK = 0.5
"""Of an em: a line that would be spread further is left as it is."""

Justify = Callable[[Any, Any, float], None]


@contextmanager
def justified(engine: Any) -> Iterator[bool]:
    """Justifies Chinese while it is entered. Gives whether it could."""
    inline: Any = importlib.import_module("weasyprint.layout.inline")
    own = getattr(inline, "justify_line", None)
    if engine.__version__ not in TESTED or own is None or tuple(inspect.signature(own).parameters) != _PARAMETERS:
        yield False
        return
    inline.justify_line = _justifier(own)
    try:
        yield True
    finally:
        inline.justify_line = own


def _justifier(own: Justify) -> Justify:
    boxes: Any = importlib.import_module("weasyprint.formatting_structure.boxes")
    line_break: Any = importlib.import_module("weasyprint.text.line_break")

    def texts(box: Any) -> Iterator[Any]:
        if isinstance(box, boxes.TextBox):
            yield box
        elif isinstance(box, boxes.LineBox | boxes.InlineBox):
            for child in box.children:
                if child.is_in_normal_flow():
                    yield from texts(child)

    def spread(box: Any, gap: float, shift: float, context: Any) -> float:
        """Moves `box` by `shift`, widens it by `gap` a character, and gives the shift of what follows."""
        if isinstance(box, boxes.TextBox):
            box.position_x += shift
            return shift + widen(box, gap, context) if box.text else shift
        if isinstance(box, boxes.LineBox | boxes.InlineBox):
            box.position_x += shift
            after = shift
            for child in box.children:
                if child.is_in_normal_flow():
                    after = spread(child, gap, after, context)
            box.width += after - shift
            return after
        box.translate(shift, 0)
        return shift

    def widen(box: Any, gap: float, context: Any) -> float:
        style = box.style.copy()
        spacing = style["letter_spacing"]
        style["letter_spacing"] = (0 if spacing == "normal" else spacing) + gap
        layout = line_break.create_layout(box.text, style, context, None, 0)
        first, _ = layout.get_first_line()
        width, _ = line_break.line_size(first, style)
        layout.deactivate()
        grown = width - box.width
        box.style, box.width, box.pango_layout = style, width, layout
        return float(grown)

    def justify_line(context: Any, line: Any, extra_width: float) -> None:
        words = "".join(box.text for box in texts(line))
        gaps, wide = len(words) - 1, sum(map(is_wide, words))
        if not wide or (wide * 2 < len(words) and " " in words.strip()):
            own(context, line, extra_width)
        elif gaps > 0 and extra_width / gaps <= line.style["font_size"] * _MOST_SLACK:
            spread(line, extra_width / gaps, 0, context)

    return justify_line
