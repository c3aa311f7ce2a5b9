"""The pictures of a document as parts of the package."""

from collections.abc import Iterable, Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from plan_compiler.writers.docx.figures import picture_relationship, svg_relationship
from plan_compiler.writers.docx.package import File
from plan_compiler.writers.docx.pictures import Shown

_TYPES = {"png": CONTENT_TYPE.PNG, "jpg": CONTENT_TYPE.JPEG}


def picture_files(pictures: Iterable[Shown]) -> Iterator[File]:
    """Each picture under its relationship; a drawing as SVG and as the pixels of programs that cannot draw."""
    for it in pictures:
        yield File(
            f"/word/media/image{it.number}.{it.suffix}", _TYPES[it.suffix], it.pixels,
            picture_relationship(it.number), RELATIONSHIP_TYPE.IMAGE,
        )  # fmt: skip
        if it.svg:
            yield File(
                f"/word/media/vector{it.number}.svg", "image/svg+xml", it.svg,
                svg_relationship(it.number), RELATIONSHIP_TYPE.IMAGE,
            )  # fmt: skip
