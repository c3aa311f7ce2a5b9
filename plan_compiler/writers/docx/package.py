"""The file: an OPC package (ECMA-376-2) of parts and their relationships, in a zip that is the same for the same parts."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from plan_compiler.writers.docx.kinds import BY_SUFFIX, DOCUMENT, Kind

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOCUMENT = "/word/document.xml"
_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_TYPES = Markup('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">')
_DEFAULT = Markup('<Default Extension="{}" ContentType="{}"/>')
_OVERRIDE = Markup('<Override PartName="{}" ContentType="{}"/>')
_RELATIONS = Markup('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">')
_RELATION = Markup('<Relationship Id="{}" Type="{}" Target="{}"/>')


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
    main = File(_DOCUMENT, DOCUMENT, document, "rIdDocument", tuple(files))
    parts = tuple(part for file in (main, *outer) for part in _with_inner(file))
    members = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _relationships("/", (main, *outer))}
    for part in parts:
        folder, name = posixpath.split(part.name)
        members[part.name.lstrip("/")] = part.data
        if part.files:
            members[f"{folder}/_rels/{name}.rels".lstrip("/")] = _relationships(folder, part.files)
    return _zip(members)


def _with_inner(file: File) -> Iterator[File]:
    yield file
    for inner in file.files:
        yield from _with_inner(inner)


def _relationships(folder: str, files: Sequence[File]) -> bytes:
    lines = (
        _RELATION.format(it.relationship, it.kind.relationship, posixpath.relpath(it.name, folder)) for it in files
    )
    return f"{DECLARATION}{_RELATIONS}{''.join(lines)}</Relationships>".encode()


def _content_types(parts: Sequence[File]) -> bytes:
    defaults = (_DEFAULT.format(*pair) for pair in BY_SUFFIX.items())
    own = (
        _OVERRIDE.format(part.name, part.kind.content_type)
        for part in sorted(parts, key=lambda part: part.name)
        if BY_SUFFIX.get(part.name.rpartition(".")[2]) != part.kind.content_type
    )
    return f"{DECLARATION}{_TYPES}{''.join(defaults)}{''.join(own)}</Types>".encode()


def _zip(members: dict[str, bytes]) -> bytes:
    """The members in a fixed order and without times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in sorted(members, key=_order):
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            target.writestr(member, members[name])
    return out.getvalue()


def _order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST)), name
