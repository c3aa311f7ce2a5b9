"""The file: an OPC package (ECMA-376-2) that python-docx puts together, in a zip that is the same for the same parts."""

import io
import zipfile
from collections.abc import Sequence

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from msgspec import Struct

from plan_compiler.writers.docx.kinds import DOCUMENT, Kind

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOCUMENT = "/word/document.xml"
_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class File(Struct, frozen=True):
    """A part to store: its name in the package, its kind, its bytes, the id of the relationship that leads to it, and
    the parts it leads to itself.
    """

    name: str
    kind: Kind
    data: bytes
    relationship: str
    files: tuple["File", ...] = ()


def build_package(document: bytes, files: Sequence[File], outer: Sequence[File]) -> bytes:
    """The DOCX of the main part `document`, the parts it leads to, and those beside it."""
    package = Package()
    for file in (File(_DOCUMENT, DOCUMENT, document, "rIdDocument", tuple(files)), *outer):
        _relate(package, file, package)
    stored = io.BytesIO()
    package.save(stored)
    return _same_zip(stored)


def _relate(owner: Package | Part, file: File, package: Package) -> None:
    part = Part(PackURI(file.name), file.kind.content_type, file.data, package)
    owner.load_rel(file.kind.relationship, part, file.relationship)
    for inner in file.files:
        _relate(part, inner, package)


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
