"""The kinds of parts in a DOCX file: content type and type of the relationship that leads to it (ISO/IEC 29500-1, 11.3)."""

from typing import NamedTuple

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKAGE = "application/vnd.openxmlformats-package."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class Kind(NamedTuple):
    """A kind of part."""

    content_type: str
    relationship: str


DOCUMENT = Kind(f"{_WORD}document.main+xml", f"{_RELATION}officeDocument")
STYLES = Kind(f"{_WORD}styles+xml", f"{_RELATION}styles")
NUMBERING = Kind(f"{_WORD}numbering+xml", f"{_RELATION}numbering")
SETTINGS = Kind(f"{_WORD}settings+xml", f"{_RELATION}settings")
FONT_TABLE = Kind(f"{_WORD}fontTable+xml", f"{_RELATION}fontTable")
FOOTNOTES = Kind(f"{_WORD}footnotes+xml", f"{_RELATION}footnotes")
FOOTER = Kind(f"{_WORD}footer+xml", f"{_RELATION}footer")
HEADER = Kind(f"{_WORD}header+xml", f"{_RELATION}header")
COMMENTS = Kind(f"{_WORD}comments+xml", f"{_RELATION}comments")
THEME = Kind(f"{_OFFICE}theme+xml", f"{_RELATION}theme")
EXTENDED_PROPERTIES = Kind(f"{_OFFICE}extended-properties+xml", f"{_RELATION}extended-properties")
CORE_PROPERTIES = Kind(
    f"{_PACKAGE}core-properties+xml",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
)
DATA = Kind("application/xml", f"{_RELATION}customXml")
DATA_PROPERTIES = Kind(f"{_OFFICE}customXmlProperties+xml", f"{_RELATION}customXmlProps")
PNG = Kind("image/png", f"{_RELATION}image")
JPEG = Kind("image/jpeg", f"{_RELATION}image")
SVG = Kind("image/svg+xml", f"{_RELATION}image")
