"""The file: parts, their relationships, and a zip that is the same for the same parts."""

import io
import zipfile
from collections.abc import Sequence

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from msgspec import Struct

_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class File(Struct, frozen=True):
    """A part to store: its name in the package, its type, its bytes, and the id and type of the relationship that
    leads to it (from the main document, or from the package for what stands outside ``/word``).
    """

    name: str
    content_type: str
    data: bytes
    relationship: str
    relationship_type: str


def build_package(document: bytes, files: Sequence[File], outer: Sequence[File]) -> bytes:
    """The DOCX of the main part `document`, the parts it leads to, and those beside it."""
    package = Package()
    main = Part(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, document, package)
    package.load_rel(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, main, "rIdDocument")
    for owner, parts in ((main, files), (package, outer)):
        for file in parts:
            part = Part(PackURI(file.name), file.content_type, file.data, package)
            owner.load_rel(file.relationship_type, part, file.relationship)
    stored = io.BytesIO()
    package.save(stored)
    return _same_zip(stored)


def _same_zip(stored: io.BytesIO) -> bytes:
    """The zip with its members in a fixed order and without times."""
    out = io.BytesIO()
    with zipfile.ZipFile(stored) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=_order):
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            target.writestr(member, source.read(name))
    return out.getvalue()


def _order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST)), name
