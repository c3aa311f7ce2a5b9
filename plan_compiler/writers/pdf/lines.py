"""Lines of one text and nothing else, or of one in an element, as nearly every cell of a table has them."""

import importlib
from collections.abc import Callable
from typing import Any

from plan_compiler.patterns import compiled

_SLACK = 1 + 1e-9
"""WeasyPrint's allowance for errors of floats, so that a text breaks where it would have broken."""

_NEAR = 1
"""Pixels: a text that comes so near to the end of a line is left to WeasyPrint."""

_DRAFT = 4
"""WeasyPrint looks for a line in as many letters as would fit if each were a fourth as wide as it is high."""
_LETTERS = 1.5
"""What is enough for Chinese, with figures among it, and a few letters more (`_MORE`), for what follows the line."""
_MORE = 8
_BREAKS = compiled("[一-鿿]{2}")
"""Where a line may end: without such a place after it, a line may be another one for what follows."""

NextLine = Callable[..., tuple[Any, Any]]
Resolve = Callable[[Any, Any], None]


def next_line(own: NextLine, resolve_percentages: Resolve) -> NextLine:
    """`get_next_linebox` without what one text cannot have: floats, boxes between texts, breaks before an earlier one.

    Gives the same line; where a line is anything else it asks `own`, WeasyPrint's function.
    """
    inline: Any = importlib.import_module("weasyprint.layout.inline")
    boxes: Any = importlib.import_module("weasyprint.formatting_structure.boxes")

    finished, run_laid_out = _finisher(inline), _one_run(inline, resolve_percentages)

    def one_text(context: Any, linebox: Any, block: Any) -> bool:
        return (
            len(linebox.children) == 1
            and type(linebox.children[0]) is boxes.TextBox
            and linebox.children[0].style["vertical_align"] == "baseline"
            and not context.excluded_shapes
            and not linebox.is_leader
            and linebox.style["direction"] == block.style["direction"] == "ltr"
        )

    def laid_out(context: Any, linebox: Any, position_y: float, skip_stack: Any, block: Any) -> tuple[Any, Any] | None:
        start = inline.skip_first_whitespace(linebox, skip_stack)
        if start == "continue":
            return None, None
        skip = next(iter(start[0] or (0,))) if start else 0
        text = linebox.children[0]
        resolve_percentages(text, block)
        left = block.content_box_x()
        text.position_x, text.position_y = left + linebox.text_indent, position_y
        room = (left + block.width) * _SLACK - text.position_x
        shown, end, preserved = inline.split_text_box(context, text, room, skip, is_line_start=True)
        if shown is None or preserved:
            return None
        linebox.position_y = position_y
        line = finished(context, linebox, block, shown, (skip_stack is None, end is None))
        return line, None if end is None else {0: {end: None}}

    def get_next_linebox(*given: Any) -> tuple[Any, Any]:
        context, linebox, position_y, _, skip_stack, block, _, _, first_letter, first_line = given
        if not first_letter and not first_line and one_text(context, linebox, block):
            line = laid_out(context, linebox, position_y, skip_stack, block)
            if line is not None:
                return line
        elif not first_letter and not first_line and not skip_stack:
            run = run_laid_out(context, linebox, position_y, block)
            if run is not None:
                return run, None
        return own(*given)

    return get_next_linebox


def _one_run(inline: Any, resolve_percentages: Resolve) -> Callable[[Any, Any, float, Any], Any]:
    """What gives the line of one text in an element; None where it is anything else, more than a line, or nearly so."""
    boxes: Any = importlib.import_module("weasyprint.formatting_structure.boxes")
    finished = _finisher(inline)

    def one_run(context: Any, linebox: Any, block: Any) -> bool:
        """Whether the line is one text in an element, as figures are."""
        if len(linebox.children) != 1:
            return False
        run = linebox.children[0]
        return (
            type(run) is boxes.InlineBox
            and len(run.children) == 1
            and type(run.children[0]) is boxes.TextBox
            and run.children[0].text.strip() == run.children[0].text != ""
            and run.is_in_normal_flow()
            and run.style["position"] == "static"
            and run.style["vertical_align"] == "baseline"
            and not run.is_leader
            and not context.excluded_shapes
            and not linebox.is_leader
            and linebox.style["direction"] == run.style["direction"] == block.style["direction"] == "ltr"
        )

    def laid_out(context: Any, linebox: Any, position_y: float, block: Any) -> Any:
        if not one_run(context, linebox, block):
            return None
        run = linebox.children[0]
        text = run.children[0]
        resolve_percentages(run, block)
        resolve_percentages(text, block)
        if "auto" in (run.margin_left, run.margin_right):
            return None
        left = block.content_box_x()
        before = run.padding_left + run.margin_left + run.border_left_width
        after = run.padding_right + run.margin_right + run.border_right_width
        text.position_x = run.position_x = left + linebox.text_indent
        text.position_y = run.position_y = position_y
        shown, end, preserved = inline.split_text_box(
            context, text, left + block.width - text.position_x - after, 0, is_line_start=True
        )
        room = left + block.width - text.position_x - before - after
        if shown is None or preserved or end is not None or shown.width > room - _NEAR:
            return None
        run = run.copy_with_children([shown])
        run.remove_decoration(start=False, end=False)
        if before:
            shown.translate(dx=before)
        run.width = shown.position_x + shown.margin_width() - run.content_box_x()
        inline._adjust_line_height(run)
        linebox.position_y = position_y
        return finished(context, linebox, block, run, (True, True))

    return laid_out


def _finisher(inline: Any) -> Callable[..., Any]:
    """What gives the line that holds one box alone, in its place; it is told whether that is the first and the last."""

    def finished(context: Any, linebox: Any, block: Any, child: Any, ends: tuple[bool, bool]) -> Any:
        is_first, is_last = ends
        position_y = linebox.position_y
        linebox.position_x = block.content_box_x()
        line = linebox.copy_with_children([child])
        line.remove_decoration(start=not is_first, end=not is_last)
        inline._adjust_line_height(line)
        line.width = child.position_x + child.margin_width() - line.content_box_x()
        inline.remove_last_whitespace(context, line)
        shift = inline.text_align(context, line, block.width, last=is_last)
        bottom, top = inline.line_box_verticality(line)
        line.baseline, line.position_y, line.height = -top, top, bottom - top
        line.margin_top = line.margin_bottom = 0
        line.translate(shift, position_y - top)
        line.position_y = position_y
        return line

    return finished


def first_line(own: Callable[..., Any]) -> Callable[..., Any]:
    """`split_first_line`, which finds a line in as much text as it needs for Chinese, and not in four times that."""

    def split_first_line(
        text: str, style: Any, context: Any, max_width: float | None, *others: Any, **named: Any
    ) -> Any:
        size = style["font_size"]
        if max_width is not None and size * _DRAFT <= max_width < len(text) * size / _LETTERS:
            short = text[: int(max_width / size * _LETTERS) + _MORE]
            if len(short) < min(len(text), int(max_width / size * _DRAFT)):
                found = own(short, style, context, max_width, *others, **named)
                end = found[2]
                if end is not None and _BREAKS.search(short.encode()[end:].decode(), 1):
                    return found
        return own(text, style, context, max_width, *others, **named)

    return split_first_line
