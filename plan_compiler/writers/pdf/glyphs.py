"""Texts painted from the glyphs that the layout found for them: WeasyPrint shapes each line again to paint it.

`quick` puts these in place of functions of WeasyPrint. A text that is anything but plain is left to WeasyPrint.
"""

import importlib
from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

_GLYPH_INFO = 20
"""Bytes of what Pango says of a glyph: its number, its width, two offsets, and flags, of four bytes each."""
_FIELDS = 5
_TINY = 1e-6
"""Pixels; what is smaller is not painted."""
_SIZES_RIGHT = 14802
"""From this version on Pango tells the size of every font as it is."""

_Deactivate = Callable[[Any], None]
_Draw = Callable[[Any, Any, float, str, str], None]


class _Face(Struct):
    """A font of the file at one size; `printed` is what stands in the file for a glyph, its width and its offset.

    `line` has the font of Pango, so that no other can come to have its address.
    """

    font: Any
    size: float
    line: Any
    printed: dict[tuple[int, int, int], str] = field(default_factory=dict)

    @property
    def is_plain(self) -> bool:
        """Whether its glyphs are neither pictures nor bitmaps."""
        return not (self.font.png or self.font.svg or self.font.colr or self.font.bitmap)


class _Run(Struct):
    """What is painted with one face."""

    face: _Face
    text: str


class Shaped(Struct, gc=False):
    """A line of Pango that is to be painted, with the style and the text that it was shaped from."""

    style: Any
    line: Any
    text: str


def shaped(style: Any, line: Any, text: str) -> Shaped:
    """`line`, kept when its layout takes up another text."""
    text_ffi: Any = importlib.import_module("weasyprint.text.ffi")
    ffi, pango = text_ffi.ffi, text_ffi.pango
    if not hasattr(pango, "pango_layout_line_ref"):
        ffi.cdef("PangoLayoutLine * pango_layout_line_ref (PangoLayoutLine *line);")
        ffi.cdef("void pango_layout_line_unref (PangoLayoutLine *line);")
    return Shaped(style, ffi.gc(pango.pango_layout_line_ref(line), pango.pango_layout_line_unref), text)


def keeping(own: _Deactivate) -> _Deactivate:
    """`deactivate` of a layout that keeps its line, `shaped`, where that is the line to be painted."""
    text_ffi: Any = importlib.import_module("weasyprint.text.ffi")
    pango, null = text_ffi.pango, text_ffi.ffi.NULL

    def deactivate(self: Any) -> None:
        if not self.justification_spacing and len(self.text.splitlines()) == 1 and "\t" not in self.text:
            line = pango.pango_layout_get_line_readonly(self.layout, 0)
            if pango.pango_layout_get_line_readonly(self.layout, 1) == null:
                self.shaped = shaped(self.style, line, self.text)
        own(self)

    return deactivate


def drawing(own: _Draw) -> _Draw:
    """`draw_text` for texts without decoration whose layout has kept its line; others are left to `own`."""
    text_ffi: Any = importlib.import_module("weasyprint.text.ffi")
    if text_ffi.ffi.sizeof("PangoGlyphInfo") != _GLYPH_INFO or text_ffi.pango.pango_version() < _SIZES_RIGHT:
        return own
    runs_of = _reader(text_ffi)

    def draw_text(stream: Any, textbox: Any, offset_x: float, text_overflow: str, block_ellipsis: str = "none") -> None:
        whole = text_overflow == "clip" and block_ellipsis == "none"
        runs = runs_of(stream, textbox) if whole and _is_plain(textbox) else None
        if runs is None:
            own(stream, textbox, offset_x, text_overflow, block_ellipsis)
            return
        stream.set_color(textbox.style["color"])
        stream.begin_text()
        stream.set_text_matrix(1, 0, 0, -1, textbox.position_x, textbox.position_y + textbox.baseline)
        _show(stream, runs)
        stream.end_text()

    return draw_text


def _is_plain(textbox: Any) -> bool:
    style = textbox.style
    return (
        style["visibility"] == "visible"
        and style["text_decoration_line"] == "none"
        and style["font_size"] >= _TINY
        and bool(textbox.text.strip())
    )


def _show(stream: Any, runs: list[_Run]) -> None:
    """Print `runs` as WeasyPrint does: what stands in one font after another run of it is printed with that."""
    shown, before = "", None
    for run in runs:
        if run.face is not before:
            if shown:
                stream.show_text(shown)
            shown, before = "", run.face
            stream.set_font_size(run.face.font.hash, run.face.size)
        shown += run.text
    stream.show_text(shown)


def _reader(text_ffi: Any) -> Callable[[Any, Any], list[_Run] | None]:
    """What gives the runs of a text; None where its layout has no line, or one with glyphs that are not as plain as letters."""
    ffi, null = text_ffi.ffi, text_ffi.ffi.NULL
    address = ffi.typeof("uintptr_t")
    faces: dict[tuple[int, int], tuple[Any, _Face]] = {}
    printed = _printer(text_ffi)

    def face_of(stream: Any, pango_font: Any, line: Any) -> _Face:
        key = id(stream._fonts), int(ffi.cast(address, pango_font))
        if key not in faces:
            font, size = stream.add_font(pango_font)
            faces[key] = stream._fonts, _Face(font, size, line)
        return faces[key][1]

    def run_of(stream: Any, text: str, line: Any, item: Any) -> _Run | None:
        glyphs = item.glyphs
        numbers = memoryview(ffi.buffer(glyphs.glyphs, glyphs.num_glyphs * _GLYPH_INFO)).cast("i").tolist()
        face = face_of(stream, item.item.analysis.font, line)
        if not face.is_plain or any(numbers[3::_FIELDS]):
            return None
        parts = []
        for index, glyph in enumerate(zip(numbers[::_FIELDS], numbers[1::_FIELDS], numbers[2::_FIELDS], strict=True)):
            part = face.printed.get(glyph)
            if part is None:
                part = printed(stream, text, face, item, index)
                if part is None:
                    return None
                face.printed[glyph] = part
            parts.append(part)
        shown = f"<{''.join(parts)}"
        return _Run(face, shown[:-1] if shown[-1] == "<" else f"{shown}>")

    def runs_of(stream: Any, textbox: Any) -> list[_Run] | None:
        kept = getattr(textbox.pango_layout, "shaped", None)
        if kept is None or kept.style is not textbox.style:
            return None
        line = kept.line
        found: list[_Run] = []
        part = line.runs
        while part != null:
            run = run_of(stream, kept.text, line, part.data)
            if run is None:
                return None
            found.append(run)
            part = part.next
        return found

    return runs_of


def _printer(text_ffi: Any) -> Callable[[Any, str, _Face, Any, int], str | None]:
    """What stands in the file for a glyph that is met for the first time; None where it is no glyph of the font."""
    pango, unit = text_ffi.pango, text_ffi.FROM_UNITS
    no_glyph = min(pango.PANGO_GLYPH_EMPTY, pango.PANGO_GLYPH_UNKNOWN_FLAG)

    def printed(stream: Any, text: str, face: _Face, item: Any, index: int) -> str | None:
        info = item.glyphs.glyphs[index]
        glyph, width, font = info.glyph, info.geometry.width, face.font
        if glyph >= no_glyph:
            return None
        if glyph not in font.to_unicode:
            font.to_unicode[glyph] = _letters(text, item, index)
        if glyph not in font.widths:
            pango.pango_font_get_glyph_extents(item.item.analysis.font, glyph, stream.ink_rect, stream.logical_rect)
            font.widths[glyph] = round(stream.logical_rect.width * 1000 * unit / face.size)
        offset = info.geometry.x_offset / face.size
        kerning = font.widths[glyph] + offset - width * 1000 * unit / face.size
        before, after = f">{-offset}<" if offset else "", f">{int(kerning)}<" if kerning else ""
        return f"{before}{glyph:04x}{after}"

    return printed


def _letters(text: str, item: Any, index: int) -> str:
    """The letters that a glyph stands for."""
    clusters, length, count = item.glyphs.log_clusters, item.item.length, item.glyphs.num_glyphs
    start = clusters[index]
    if item.item.analysis.level % 2:  # from right to left
        end = length if index == 0 else clusters[index - 1]
    else:
        end = length if index == count - 1 else clusters[index + 1]
    offset = item.item.offset
    return text.encode()[offset + start : offset + end].decode()
