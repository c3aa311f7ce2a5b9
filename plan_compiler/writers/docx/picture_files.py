"""The pictures of a document as parts of the package."""

from collections.abc import Iterable, Iterator

from plan_compiler.writers.docx import kinds
from plan_compiler.writers.docx.figures import picture_relationship, svg_relationship
from plan_compiler.writers.docx.package import File
from plan_compiler.writers.docx.pictures import Shown

_KINDS = {"png": kinds.PNG, "jpg": kinds.JPEG}


def picture_files(pictures: Iterable[Shown]) -> Iterator[File]:
    """Each picture under its relationship; a drawing as SVG and as the pixels of programs that cannot draw."""
    for it in pictures:
        yield File(
            f"/word/media/image{it.number}.{it.suffix}", _KINDS[it.suffix], it.pixels, picture_relationship(it.number)
        )
        if it.svg:
            yield File(f"/word/media/vector{it.number}.svg", kinds.SVG, it.svg, svg_relationship(it.number))
