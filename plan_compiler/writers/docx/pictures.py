"""Pictures of the plan's folder: which can be shown, how large, and what stands for them in the package."""

import re
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from plan_compiler.document.nodes import Block, Figure

EMU_PER_MM = 36_000
_EMU_PER_UNIT: Mapping[str, float] = {
    "": 9525, "px": 9525, "pt": 12_700, "pc": 152_400, "mm": EMU_PER_MM, "cm": 360_000, "in": 914_400,
}  # fmt: skip
_LENGTH = re.compile(r"\s*([0-9]{1,7}(?:\.[0-9]{1,7})?)\s*(px|pt|pc|mm|cm|in|)\s*")
_SVG = "{http://www.w3.org/2000/svg}svg"
_MAX_RATIO = 50


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its bytes, natural size in EMU, and whether it is SVG."""

    data: bytes
    width: int
    height: int
    vector: bool

    def within(self, width: int, height: int) -> tuple[int, int]:
        """The size in EMU, in proportion, that fits `width` and `height`; never larger than natural."""
        scale = min(1.0, width / self.width, height / self.height)
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


@dataclass(frozen=True, slots=True)
class Pictures:
    """The images by their path, and their numbers in the package, from 1."""

    images: Mapping[str, Image]
    numbers: Mapping[str, int]


def load_pictures(blocks: Iterable[Block], file: Callable[[str], bytes | None]) -> Pictures:
    """The pictures of the figures among `blocks`. What is missing or is no picture is left out."""
    paths = dict.fromkeys(b.file for b in blocks if isinstance(b, Figure) and b.file is not None)
    images: dict[str, Image] = {}
    for path in paths:
        data = file(path)
        image = None if data is None else _image(data)
        if image is not None and 1 / _MAX_RATIO <= image.width / image.height <= _MAX_RATIO:
            images[path] = image
    return Pictures(images, {path: i for i, path in enumerate(images, 1)})


def _image(data: bytes) -> Image | None:
    return _vector(data) if data.lstrip()[:1] == b"<" else _raster(data)


def _raster(data: bytes) -> Image | None:
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image as Header

    try:
        header = Header.from_blob(data)
        width, height = int(header.width), int(header.height)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        return None
    except (ArithmeticError, LookupError, ValueError, TypeError, struct.error):  # python-docx trusts what a header says
        return None
    return Image(data, width, height, vector=False) if width > 0 and height > 0 else None


def _vector(data: bytes) -> Image | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root.tag != _SVG or root.getroottree().docinfo.doctype:
        return None
    size = _emu(root.get("width", "")), _emu(root.get("height", ""))
    if 0 in size:
        box = root.get("viewBox", "").replace(",", " ").split()
        size = (_emu(box[2]), _emu(box[3])) if len(box) == 4 else (0, 0)
    return Image(data, *size, vector=True) if 0 not in size else None


def _emu(length: str) -> int:
    match = _LENGTH.fullmatch(length)
    return round(float(match[1]) * _EMU_PER_UNIT[match[2]]) if match else 0
