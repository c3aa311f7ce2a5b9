"""PNG and JPEG: which of them can be shown, and how large they are."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageFile, UnidentifiedImageError

MAX_PIXELS = 60_000_000
_FORMATS = ("PNG", "JPEG")
_SUFFIXES = {"PNG": "png", "JPEG": "jpg", "MPO": "jpg"}
"""By the format Pillow finds in a file: MPO is a JPEG with further pictures behind it, as cameras write it."""


class Raster(Struct, frozen=True):
    """The suffix of the kind of a picture, and its size in pixels."""

    suffix: str
    width: int
    height: int


def raster_kind(data: bytes) -> Raster | None:
    """What a PNG or JPEG is that decodes to its last line, and has at most MAX_PIXELS; None for anything else."""
    try:
        with (
            _whole_files_only(),
            warnings.catch_warnings(),
            Image.open(BytesIO(data), formats=_FORMATS) as image,
        ):
            warnings.simplefilter("ignore")
            if image.width * image.height > MAX_PIXELS:
                return None
            image.load()
            return Raster(_SUFFIXES[image.format or ""], image.width, image.height)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Refuses a file that breaks off, whatever other libraries of this process have asked Pillow to allow."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
