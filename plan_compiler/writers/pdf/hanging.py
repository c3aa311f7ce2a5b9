"""Where lines end: spaces hang over, and no dash between figures begins a line.

WeasyPrint ends a line behind its first word where a text fits but for the space at its end. Such a text stands before an element (“…, of which **£4 million**”) that
begins the next line; it is taken whole, as where the space fits, too. The dash of 2026—2030 stands at the head of no line (GB/T 15834): the line ends before
the first figure. For the length of a layout the function that finds a line is replaced. It is no public name: as with `justify`, only in versions it was tested with.
"""

import importlib
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from plan_compiler.writers.pdf.engine import TESTED

_PARAMETERS = ("text", "style", "context", "max_width", "justification_spacing", "is_line_start", "minimum")
_NARROW = 4
"""Letters are on average no narrower than their size by this: of a longer text it is not asked whether it fits."""

_DASH = "—".encode()
_TRIES, _STEP = 12, 0.5
"""How often, and each time by how much of an em, a line is looked for in less room."""

FirstLine = Callable[..., Any]


@contextmanager
def hung(engine: Any) -> Iterator[None]:
    """Lets lines end so while it is entered."""
    line_break: Any = importlib.import_module("weasyprint.text.line_break")
    inline: Any = importlib.import_module("weasyprint.layout.inline")
    known = tuple(inspect.signature(line_break.split_first_line).parameters) == _PARAMETERS
    if engine.__version__ not in TESTED or not known:
        yield
        return
    own = inline.split_first_line
    inline.split_first_line = _joined(_whole(own))
    try:
        yield
    finally:
        inline.split_first_line = own


def _whole(own: FirstLine) -> FirstLine:
    def split_first_line(
        text: str, style: Any, context: Any, max_width: float | None, *others: Any, **named: Any
    ) -> Any:
        found = own(text, style, context, max_width, *others, **named)
        if max_width is None or found[2] is None or text[-1:] != " " or style["white_space"] != "normal":
            return found
        if len(text) * style["font_size"] > max_width * _NARROW:
            return found
        bare = own(text.rstrip(" "), style, context, max_width, *others, **named)
        if bare[2] is not None or bare[3] > max_width:
            return found
        return own(text, style, context, None, *others, **named)

    return split_first_line


def _joined(own: FirstLine) -> FirstLine:
    def begins_with_dash(data: bytes, end: int) -> bool:
        beside = data[end - 1 : end].isdigit() and data[end : end + len(_DASH)] == _DASH
        return beside and data[end + len(_DASH) :][:1].isdigit()

    def split_first_line(
        text: str, style: Any, context: Any, max_width: float | None, *others: Any, **named: Any
    ) -> Any:
        found = own(text, style, context, max_width, *others, **named)
        if max_width is None or found[2] is None or "—" not in text or not begins_with_dash(text.encode(), found[2]):
            return found
        for number in range(1, _TRIES):
            room = found[3] - number * _STEP * style["font_size"]
            shorter = own(text, style, context, room, *others, **named) if room > 0 else found
            if shorter[2] is not None and shorter[2] < found[2] and shorter[3] <= room:
                return shorter
        return found

    return split_first_line
