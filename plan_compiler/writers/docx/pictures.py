"""Pictures as Word shows them: their natural size, and pixels for those that are drawn."""

import warnings
from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import count

from lxml import etree
from msgspec import Struct
from PIL import Image

from plan_compiler.document.nodes import Chart
from plan_compiler.writers.docx.raster import rasterized
from plan_compiler.writers.drawings import drawn_size, parse_drawing
from plan_compiler.writers.pictures import Picture

EMU_PER_MM = 36_000
_EMU_PER_INCH = 914_400
_SCREEN_DPI = 96
_EMU_PER_PIXEL = _EMU_PER_INCH // _SCREEN_DPI

# A white pixel: for programs without vector pictures, where a drawing could not be turned into pixels.
_WHITE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f00010101001bb6ee560000000049454e44ae426082"
)


class Shown(Struct, frozen=True):
    """A picture: its number in the file, from 1, its pixels and their suffix, its SVG (b"" for others), its size."""

    number: int
    pixels: bytes
    suffix: str
    svg: bytes
    width: int
    height: int

    def within(self, width: int, height: int) -> tuple[int, int]:
        """The size in EMU, in proportion, that fits `width` and `height`; never larger than natural."""
        scale = min(1.0, width / self.width, height / self.height)
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


def shown_pictures(pictures: Mapping[str, Picture]) -> Mapping[str, Shown]:
    """The `pictures`, as `load_pictures` gives them, by path."""
    return {path: _shown(number, picture) for number, (path, picture) in enumerate(pictures.items(), 1)}


def shown_ground(svg: bytes | None, number: int) -> Shown | None:
    """The ground of the cover, picture `number`."""
    return None if svg is None else _shown(number, Picture(svg, "svg"))


def shown_charts(charts: Mapping[Chart, Iterable[str]], first: int) -> Mapping[Chart, tuple[Shown, ...]]:
    """The drawings of `charts`, as SVGs, numbered from `first`."""
    numbers = count(first)
    return {
        chart: tuple(_shown(next(numbers), Picture(svg.encode(), "svg")) for svg in svgs)
        for chart, svgs in charts.items()
    }


def _shown(number: int, picture: Picture) -> Shown:
    root = parse_drawing(picture.data) if picture.suffix == "svg" else None
    if root is None:
        return Shown(number, picture.data, picture.suffix, b"", *_pixel_size(picture.data))
    width, height = drawn_size(root)
    # The program that makes the pixels knows sizes in pixels only.
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    pixels = rasterized(etree.tostring(root, encoding="unicode"), width / height) or _WHITE_PIXEL
    return Shown(number, pixels, "png", picture.data, round(width * _EMU_PER_PIXEL), round(height * _EMU_PER_PIXEL))


def _pixel_size(data: bytes) -> tuple[int, int]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(data)) as image:
            dots = image.info.get("dpi", (_SCREEN_DPI, _SCREEN_DPI))
            # Many files say 1 dot or none where they mean that they do not know.
            dpi = next((dot for dot in map(float, dots) if 10 <= dot <= 10_000), _SCREEN_DPI)
            return round(image.width * _EMU_PER_INCH / dpi), round(image.height * _EMU_PER_INCH / dpi)
