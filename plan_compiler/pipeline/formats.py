"""The formats of a build."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias


class Format(StrEnum):
    """The formats, in the order they are written: the Word file takes its page numbers from the PDF."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"


Step: TypeAlias = Callable[[str], None]
"""Is told the format that is being worked on."""
