"""The page on which each anchor stands, as it is printed there."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from plan_compiler.document.nodes import Document
from plan_compiler.writers.html import part_anchor
from plan_compiler.writers.theme import Theme

Pagination: TypeAlias = Mapping[str, str]
"""The printed page number by anchor."""

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def paginate(pages: Sequence[Any], document: Document, theme: Theme) -> Pagination:
    """The printed page of every anchor on the pages of a laid-out document.

    The contents count their own pages from 1; what follows counts from 1 again and runs through to the end.
    """
    sheets: dict[str, int] = {}
    for index, page in enumerate(pages):
        for anchor in page.anchors:
            sheets.setdefault(anchor, index)  # a node split between pages stands where it begins
    starts = [(sheets.get(part_anchor(i)), part.role) for i, part in enumerate(document.parts)]
    counted = min((at for at, role in starts if at is not None and role in ("body", "annex")), default=len(pages))
    contents = min((at for at, role in starts if at is not None and role == "contents"), default=counted)
    roman = theme.look.contents.numbers == "roman"

    def printed(sheet: int) -> str:
        if sheet >= counted:
            return str(sheet - counted + 1)
        return _roman(sheet - contents + 1) if roman and sheet >= contents else ""

    own = {part_anchor(i) for i in range(len(document.parts))}
    return {anchor: printed(sheet) for anchor, sheet in sheets.items() if anchor not in own and printed(sheet)}


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text
