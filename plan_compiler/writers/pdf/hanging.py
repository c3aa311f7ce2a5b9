"""Spaces that hang over the end of a line: WeasyPrint ends a line behind its first word where a text fits but for the space at its end.

Such a text stands before an element (“…, of which **£4 million**”) that begins the next line. For the length of a layout the function that finds a line is replaced by
one that takes the text whole, as WeasyPrint does where the space fits, too. It is no public name: as with `justify`, only in versions it was tested with.
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

FirstLine = Callable[..., Any]


@contextmanager
def hung(engine: Any) -> Iterator[None]:
    """Lets the spaces at the ends of texts hang over while it is entered."""
    line_break: Any = importlib.import_module("weasyprint.text.line_break")
    inline: Any = importlib.import_module("weasyprint.layout.inline")
    known = tuple(inspect.signature(line_break.split_first_line).parameters) == _PARAMETERS
    if engine.__version__ not in TESTED or not known:
        yield
        return
    own = inline.split_first_line
    inline.split_first_line = _whole(own)
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
