"""Pictures of a plan: read from its folder, and looked at before any format shows them."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Place
from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import Block, Box, Chart, Document, Figure, Heading, List, Paragraph, Table
from plan_compiler.writers.drawings import drawn_size, parse_drawing
from plan_compiler.writers.faults import PICTURE_BROKEN, PICTURE_MISSING, PLACEHOLDER_LEFT
from plan_compiler.writers.theme import PlanFile

MAX_RATIO = 50
"""How many times as wide as high, or as high as wide, a picture may be."""


class Picture(Struct, frozen=True):
    """A picture that can be shown: its bytes and the suffix of its kind: png, jpg or svg."""

    data: bytes
    suffix: str


def load_pictures(document: Document, plan_file: PlanFile) -> tuple[Mapping[str, Picture], tuple[Diagnostic, ...]]:
    """The pictures of the document's figures by path, and what is wrong with the others.

    A figure whose picture is missing or broken is printed as a placeholder.
    """
    pictures: dict[str, Picture] = {}
    faults: list[Diagnostic] = []
    for figure in (f for part in document.parts for f in _figures(part.blocks)):
        path = figure.file
        if path is None or path in pictures:
            continue
        data = plan_file(path)
        picture = None if data is None else _picture(data)
        if picture is None:
            kind = PICTURE_MISSING if data is None else PICTURE_BROKEN
            faults.append(Diagnostic(kind, Place((*figure.origin, "file")), {"file": path}, hint="hint"))
        else:
            pictures[path] = picture
    return pictures, tuple(faults)


def placeholders(document: Document) -> Iterator[Diagnostic]:
    """A diagnostic for each figure whose picture is still to come."""
    for figure in (f for part in document.parts for f in _figures(part.blocks)):
        if figure.file is None:
            args = {"title": plain_text(figure.caption.title)}
            yield Diagnostic(PLACEHOLDER_LEFT, Place((*figure.origin, "file")), args, hint="hint")


def _figures(blocks: tuple[Block, ...]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case Figure():
                yield block
            case Box():
                yield from _figures(block.blocks)
            case List():
                for item in block.items:
                    yield from _figures(item.blocks)
            case Heading() | Paragraph() | Table() | Chart():
                pass
            case _:
                assert_never(block)


def _picture(data: bytes) -> Picture | None:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return Picture(data, "svg") if _is_svg(data) else None
    from plan_compiler.writers.rasters import raster_kind  # Pillow takes a while to load, and many plans need none

    raster = raster_kind(data)
    suffix = raster.suffix if raster and _fits(raster.width, raster.height) else None
    return Picture(data, suffix) if suffix else None


def _is_svg(data: bytes) -> bool:
    root = parse_drawing(data)
    return root is not None and _fits(*drawn_size(root))


def _fits(width: float, height: float) -> bool:
    return width > 0 and height > 0 and 1 / MAX_RATIO <= width / height <= MAX_RATIO
