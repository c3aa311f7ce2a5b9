"""The pictures of a document as parts of the package."""

from collections.abc import Iterator

from docx.image.image import Image as Header
from docx.opc.constants import RELATIONSHIP_TYPE

from plan_compiler.writers.docx.figures import picture_relationship, svg_relationship
from plan_compiler.writers.docx.package import File
from plan_compiler.writers.docx.pictures import Pictures

# A white pixel: what programs show that do not know vector pictures.
_WHITE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f00010101001bb6ee560000000049454e44ae426082"
)


def picture_files(pictures: Pictures) -> Iterator[File]:
    """Each picture under its relationship; a vector picture also as the pixels of older programs."""
    for path, image in pictures.images.items():
        number = pictures.numbers[path]
        data = _WHITE_PIXEL if image.vector else image.data
        header = Header.from_blob(data)
        yield File(
            f"/word/media/image{number}.{header.ext}", header.content_type, data,
            picture_relationship(number), RELATIONSHIP_TYPE.IMAGE,
        )  # fmt: skip
        if image.vector:
            yield File(
                f"/word/media/vector{number}.svg", "image/svg+xml", image.data,
                svg_relationship(number), RELATIONSHIP_TYPE.IMAGE,
            )  # fmt: skip
