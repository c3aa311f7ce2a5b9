"""The formats of a build."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias


class Format(StrEnum):
    """The formats, in the order they are written: the Word file takes its page numbers from the PDF."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"


PROFILES = ("ua", "a")
"""The standards that a PDF can conform to: PDF/UA-1, for readers who cannot see; PDF/A-2a with it, for archives."""

Step: TypeAlias = Callable[[str], None]
"""Is told the format that is being worked on."""
