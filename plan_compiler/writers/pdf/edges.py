"""Edges and grounds of cells: most edges are plain, and most boxes have no ground."""

import importlib
from collections.abc import Callable
from typing import Any

_SIDES = ("top", "right", "bottom", "left")
_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
_NO_RADIUS = ((0, "px"), (0, "px"))
_SHARP = {f"border_{corner}_radius": (0, 0) for corner in _CORNERS}


def backgrounds(own: Callable[..., None]) -> Callable[..., None]:
    """`layout_box_backgrounds`: a box of a style that has neither a ground nor round corners needs nothing looked up."""
    get_color: Any = importlib.import_module("weasyprint.draw.color").get_color
    known: dict[int, tuple[Any, bool]] = {}

    def bare(style: Any) -> bool:
        return (
            style["border_image_source"][0] == style["mask_border_source"][0] == "none"
            and style["visibility"] != "hidden"
            and all(kind == "none" for kind, _ in style["background_image"])
            and get_color(style, "background_color").alpha == 0
            and not style["box_shadow"]
            and all(style[f"border_{corner}_radius"] == _NO_RADIUS for corner in _CORNERS)
        )

    def layout_box_backgrounds(
        page: Any, box: Any, get_image: Any, layout_children: bool = True, style: Any = None
    ) -> None:
        if id(box.style) not in known:
            known[id(box.style)] = box.style, bare(box.style)
        if style is not None or box is page or not known[id(box.style)][1]:
            own(page, box, get_image, layout_children, style)
            return
        vars(box).update(_SHARP)
        box.background = None
        if layout_children:
            for child in box.all_children():
                layout_box_backgrounds(page, child, get_image)

    return layout_box_backgrounds


def edges(own: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """`draw_border`: edges of a cell that are solid and of one colour are rectangles; others are cut to fit each other."""
    boxes: Any = importlib.import_module("weasyprint.formatting_structure.boxes")
    get_color: Any = importlib.import_module("weasyprint.draw.color").get_color
    bare = (boxes.TextBox, boxes.LineBox, boxes.InlineBox)

    def simple(style: Any, drawn: list[str]) -> bool:
        return (
            style["visibility"] == "visible"
            and style["border_image_source"][0] == "none"
            and style["column_width"] == style["column_count"] == "auto"
            and all(style[f"border_{side}_style"] == "solid" for side in drawn)
            and len({get_color(style, f"border_{side}_color") for side in drawn}) == 1
            and all(style[f"border_{corner}_radius"] == _NO_RADIUS for corner in _CORNERS)
        )

    known: dict[tuple[int, tuple[str, ...]], tuple[Any, Any]] = {}

    def colour(style: Any, drawn: list[str]) -> Any:
        """The colour of edges that are plain; None where they are not."""
        key = id(style), tuple(drawn)
        if key not in known:
            known[key] = style, get_color(style, f"border_{drawn[0]}_color") if simple(style, drawn) else None
        return known[key][1]

    def draw_border(stream: Any, box: Any) -> None:
        widths = (box.border_top_width, box.border_right_width, box.border_bottom_width, box.border_left_width)
        if not any(widths) and type(box) in bare:
            return
        drawn = [side for side, width in zip(_SIDES, widths, strict=True) if width]
        ink = colour(box.style, drawn) if type(box) is boxes.TableCellBox and drawn else None
        if ink is None:
            own(stream, box)
            return
        top, right, bottom, left = widths
        x, y, width, height = box.hit_area()
        with stream.artifact(), stream.stacked():
            stream.set_color(ink)
            if top:
                stream.rectangle(x, y, width, top)
            if bottom:
                stream.rectangle(x, y + height - bottom, width, bottom)
            if right:
                stream.rectangle(x + width - right, y + top, right, height - top - bottom)
            if left:
                stream.rectangle(x, y + top, left, height - top - bottom)
            stream.fill()

    return draw_border
