"""Pictures as Word shows them: their natural size, and pixels for those that are drawn."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree
from PIL import Image
from resvg_py import svg_to_bytes

from plan_compiler.writers.pictures import Picture

EMU_PER_MM = 36_000
_EMU_PER_INCH = 914_400
_EMU_PER_UNIT: Mapping[str, float] = {
    "": 9525, "px": 9525, "pt": 12_700, "pc": 152_400, "mm": EMU_PER_MM, "cm": 360_000, "in": _EMU_PER_INCH,
}  # fmt: skip
_LENGTH = re.compile(r"([0-9]{0,7}(?:\.[0-9]{1,9})?)(px|pt|pc|mm|cm|in|)")
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_SCREEN_DPI = 96
_RASTER_WIDTH = 1600
_MAX_RATIO = 50

# A white pixel: for programs without vector pictures, where a drawing could not be turned into pixels.
_WHITE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f00010101001bb6ee560000000049454e44ae426082"
)


@dataclass(frozen=True, slots=True)
class Shown:
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
    """The `pictures` that can be shown, by path. A drawing without a size, or one that reads other files, cannot."""
    shown: dict[str, Shown] = {}
    for path, picture in pictures.items():
        vector = picture.suffix == "svg"
        width, height = _drawn_size(picture.data) if vector else _pixel_size(picture.data)
        if width > 0 and height > 0 and 1 / _MAX_RATIO <= width / height <= _MAX_RATIO:
            pixels, suffix = (_rasterized(picture.data), "png") if vector else (picture.data, picture.suffix)
            svg = picture.data if vector else b""
            shown[path] = Shown(len(shown) + 1, pixels, suffix, svg, width, height)
    return shown


def _pixel_size(data: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(data)) as image:
        dots = image.info.get("dpi", (_SCREEN_DPI, _SCREEN_DPI))
        # Many files say 1 dot or none where they mean that they do not know.
        across, down = (dot if dot >= 10 else _SCREEN_DPI for dot in map(float, dots))
        return round(image.width * _EMU_PER_INCH / across), round(image.height * _EMU_PER_INCH / down)


def _drawn_size(data: bytes) -> tuple[int, int]:
    """The size an SVG asks for, else that of its view box; (0, 0) without either."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return 0, 0
    if any(_points_outside(element) for element in root.iter(etree.Element)):
        return 0, 0
    size = _emu(root.get("width", "")), _emu(root.get("height", ""))
    box = root.get("viewBox", "").replace(",", " ").split()
    return (_emu(box[2]), _emu(box[3])) if 0 in size and len(box) == 4 else size


def _points_outside(element: etree._Element) -> bool:
    hrefs = (element.get(name, "#") for name in _HREFS)
    return any(not href.lstrip().startswith(("#", "data:")) for href in hrefs)


def _emu(length: str) -> int:
    match = _LENGTH.fullmatch(length.strip())
    return round(float(match[1]) * _EMU_PER_UNIT[match[2]]) if match and match[1] else 0


def _rasterized(svg: bytes) -> bytes:
    try:
        return bytes(svg_to_bytes(svg_string=svg.decode("utf-8"), width=_RASTER_WIDTH))
    except ValueError:
        return _WHITE_PIXEL
