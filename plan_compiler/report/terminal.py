"""The cells of a terminal: how many columns a text takes, cutting it, filling it up, breaking it into lines.

Texts are those that `visible` gives: every character takes no cell (a combining mark), one, or two (UAX #11: W and F;
what UAX #11 calls ambiguous takes one, as in the terminals of today).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from unicodedata import category

from plan_compiler.language.typography import is_wide
from plan_compiler.patterns import compiled

_JAMO = range(0x1160, 0x1200)
"""Vowels and finals of Hangul, which join the syllable before them."""

_OPENING = "（「『“‘《〈【〔［("
_CLOSING = "，。、；：？！）」』”’》〉】〕］％…,.;:?!)%"
_UNIT = compiled(rf"[{re.escape(_OPENING)}]*(?:[^\W!-~]?[!-~]+(?:[^\W!-~][!-~]+)*|\S)[{re.escape(_CLOSING)}]*|\s+")
"""What a line is never broken within, with the punctuation that clings to it: a word, with one wide character before it
or between two parts of it, since it may be an id (基12, A区01), or one wide character."""


@lru_cache(8192)
def cell_width(char: str) -> int:
    """The columns of one character."""
    if " " <= char <= "~":
        return 1
    if category(char) in {"Mn", "Me"} or ord(char) in _JAMO:
        return 0
    return 2 if is_wide(char, ambiguous=False) else 1


def cells(text: str) -> int:
    """The columns of a text."""
    return len(text) if text.isascii() else sum(map(cell_width, text))


def fitted(text: str, columns: int) -> str:
    """`text`, its end cut off and marked with ``…`` if it takes more than `columns`."""
    if cells(text) <= columns:
        return text
    kept = sum(width < columns for width in accumulate(map(cell_width, text)))
    return text[:kept] + "…"


def filled(text: str, columns: int, *, right: bool = False) -> str:
    """`text` filled up with spaces to `columns`; with `right`, it stands at the right end."""
    space = " " * max(columns - cells(text), 0)
    return space + text if right else text + space


def wrapped(text: str, columns: int, indent: str) -> Iterator[str]:
    """The lines of `text`, `columns` wide at most with their indent, broken as Chinese and English are.

    No line begins with a closing mark or ends with an opening one. A word longer than a line stands on one of its own.
    """
    room = columns - cells(indent)
    line, width = "", 0
    for match in _UNIT.finditer(text):
        unit = match.group()
        taken = cells(unit)
        if line and not unit.isspace() and width + taken > room:
            yield indent + line.rstrip()
            line, width = "", 0
        if line or not unit.isspace():
            line, width = line + unit, width + taken
    if line:
        yield indent + line.rstrip()
