"""Long tables in less time: what WeasyPrint finds out anew for every cell is found out once for all cells of one style.

For the length of a layout and its painting some of its functions are replaced by ones with the same results. They are no
public names, so this is done only for versions it was tested with; with others a long table takes longer, and that is
all. But for the edges of cells, which are drawn as plain rectangles, not a byte of a file differs
(`tests/writers/test_pdf_quick.py`).
"""

import gc
import importlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from plan_compiler.writers.pdf.edges import backgrounds, edges
from plan_compiler.writers.pdf.engine import TESTED
from plan_compiler.writers.pdf.glyphs import drawing, keeping
from plan_compiler.writers.pdf.lines import first_line, next_line
from plan_compiler.writers.pdf.page_styles import shared_styles
from plan_compiler.writers.pdf.paragraphs import lines_together

_OF_NOTES = frozenset(("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"))
_SEEN = 3
"""Times that a style is met before a layout of it is laid by: the letters of a justified line are met twice."""

Replacement = tuple[Any, str, Callable[..., Any]]


@contextmanager
def quickened(engine: Any) -> Iterator[None]:
    """Lays out and paints in less time while it is entered.

    No garbage is collected meanwhile: nearly all of what is made is kept until the file is written.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        with ExitStack() as put_back:
            for owner, name, new in _replacements() if engine.__version__ in TESTED else ():
                put_back.callback(setattr, owner, name, getattr(owner, name))
                setattr(owner, name, new)
            yield
    finally:
        if collected:
            gc.freeze()
            gc.unfreeze()  # they are old objects now: else all of them would be looked at as new ones, at once
            gc.enable()


def _replacements() -> Iterator[Replacement]:
    """What is replaced: in which module or class, under which name, by what."""
    inline: Any = importlib.import_module("weasyprint.layout.inline")
    table: Any = importlib.import_module("weasyprint.layout.table")
    page: Any = importlib.import_module("weasyprint.layout.page")
    css: Any = importlib.import_module("weasyprint.css")
    background: Any = importlib.import_module("weasyprint.layout.background")
    draw: Any = importlib.import_module("weasyprint.draw")
    line_break: Any = importlib.import_module("weasyprint.text.line_break")
    resolve = _resolver(inline.resolve_percentages)
    yield inline, "resolve_percentages", resolve
    yield table, "resolve_percentages", resolve
    yield page, "resolve_percentages", resolve
    yield page, "set_page_type_computed_styles", shared_styles()
    yield inline, "get_next_linebox", next_line(inline.get_next_linebox, resolve)
    yield inline, "split_first_line", lines_together(first_line(inline.split_first_line))
    yield inline, "strut", _strut(inline.strut)
    yield draw, "draw_border", edges(draw.draw_border)
    yield background, "layout_box_backgrounds", backgrounds(background.layout_box_backgrounds)
    yield css.StyleFor, "set_computed_styles", _styles(css.StyleFor.set_computed_styles)
    yield draw, "draw_text", drawing(draw.draw_text)
    setup, deactivate = _layouts(line_break.Layout)
    yield line_break.Layout, "setup", setup
    yield line_break.Layout, "deactivate", keeping(deactivate)


def _resolver(own: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """`resolve_percentages`: the lengths of a box depend on nothing but its style and the size of what contains it."""
    boxes: Any = importlib.import_module("weasyprint.formatting_structure.boxes")
    simple = (boxes.TextBox, boxes.LineBox, boxes.InlineBox, boxes.TableCellBox, boxes.TableRowBox, boxes.MarginBox)
    known: dict[tuple[int, object, object], tuple[Any, dict[str, Any]]] = {}

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        style = box.style
        if type(box) not in simple or style["border_collapse"] == "collapse":
            own(box, containing_block)
            return
        size = containing_block if isinstance(containing_block, tuple) else _size(containing_block)
        key = (id(style), *size)
        if key not in known:
            blank = boxes.Box.__new__(type(box))
            blank.style = style
            own(blank, size)
            known[key] = style, vars(blank)  # the style is kept, so that no other can have its id
        vars(box).update(known[key][1])

    return resolve_percentages


def _size(box: Any) -> tuple[Any, Any]:
    return box.width, box.height


def _strut(own: Callable[[Any], tuple[float, float]]) -> Callable[[Any], tuple[float, float]]:
    """`strut`: the height and the base line of an empty line of a style."""
    known: dict[int, tuple[Any, tuple[float, float]]] = {}

    def strut(style: Any) -> tuple[float, float]:
        if id(style) not in known:
            known[id(style)] = style, own(style)
        return known[id(style)][1]

    return strut


def _styles(own: Callable[..., None]) -> Callable[..., None]:
    """`set_computed_styles`: what is no note needs no style for the call of one, which a rule for all elements would give it."""

    def set_computed_styles(self: Any, element: Any, parent: Any, *others: Any, **named: Any) -> None:
        pseudo = named.get("pseudo_type")
        if pseudo in _OF_NOTES and "anchor" not in self.get_cascaded_styles().get((element, pseudo), ()):
            style = self.get_computed_styles()[parent, None]
            if style["float"] != "footnote" and style["position"][0] != "note()":
                return
        own(self, element, parent, *others, **named)

    return set_computed_styles


class _Shelf:
    """The layout of Pango that was laid by for a style, for the next text of that style to take up."""

    __slots__ = ("layout", "plain", "seen", "style")

    def __init__(self, style: Any, plain: bool) -> None:
        self.style = style
        self.plain = plain
        self.seen = 0
        self.layout: tuple[Any, Any] | None = None


def _layouts(layouts: Any) -> tuple[Callable[[Any, Any], None], Callable[[Any], None]]:
    """`setup` and `deactivate` of a layout: one that is done with is laid by as it was when new."""
    ffi: Any = importlib.import_module("weasyprint.text.ffi")
    pango, null = ffi.pango, ffi.ffi.NULL
    own_setup, own_deactivate = layouts.setup, layouts.deactivate
    shelves: dict[int, _Shelf] = {}

    def setup(self: Any, style: Any) -> None:
        shelf = shelves.get(id(style))
        if shelf is None or shelf.layout is None:
            own_setup(self, style)
            if shelf is None:
                bare = pango.pango_layout_get_attributes(self.layout) == null
                shelf = shelves[id(style)] = _Shelf(style, bare and style["text_decoration_line"] == "none")
        else:
            self.style, self.first_line_direction = style, 0
            self.layout, self.language = shelf.layout
            self.ascent = self.underline_position = self.strikethrough_position = None
            shelf.layout = None
        shelf.seen += 1

    def deactivate(self: Any) -> None:
        shelf = shelves.get(id(self.style))
        if shelf is not None and shelf.plain and shelf.layout is None and shelf.seen >= _SEEN:
            pango.pango_layout_set_attributes(self.layout, null)
            pango.pango_layout_set_tabs(self.layout, null)
            pango.pango_layout_set_width(self.layout, -1)
            pango.pango_layout_set_wrap(self.layout, pango.PANGO_WRAP_WORD)
            pango.pango_layout_set_ellipsize(self.layout, pango.PANGO_ELLIPSIZE_NONE)
            pango.pango_layout_set_single_paragraph_mode(self.layout, False)
            shelf.layout = self.layout, self.language
        own_deactivate(self)

    return setup, deactivate
