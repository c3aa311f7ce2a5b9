"""Lists: which numbering of numbering.xml an item takes, and what a theme's marks mean there."""

from msgspec import Struct

from plan_compiler.document.nodes import List
from plan_compiler.language.patterns import Pattern, read_pattern
from plan_compiler.writers.docx.scope import Scope
from plan_compiler.writers.look import Lists

BULLETS = 1
"""The numbering of all lists without numbers."""
HEADINGS = 2
"""The numbering of headings."""
UNNUMBERED = 3
"""The numbering of headings that have none, or print their own: it prints nothing. Id 0, which is there for that
(17.9.18), is an error to validators that look for its definition.
"""
FIRST_COUNTED = 4
"""Counted lists have numberings from here on, one each."""
LEVELS = 9

_FORMATS = {
    "1": "decimal", "01": "decimalZero", "１": "decimalFullWidth", "一": "chineseCountingThousand",
    "①": "decimalEnclosedCircle", "⑴": "decimalEnclosedParen", "⒈": "decimalEnclosedFullstop",
    "甲": "ideographTraditional", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
"""Word's counters (17.18.59) by their first number."""


class Level(Struct, frozen=True):
    """A level of a numbering: its number format and its text (``%1.``)."""

    number: int
    format: str
    text: str


def bullet_levels(marks: Lists) -> tuple[Level, ...]:
    """The levels of a list without numbers."""
    return tuple(Level(i, *_plain(_by_depth(marks.bullets, i))) for i in range(LEVELS))


def counted_levels(marks: Lists) -> tuple[Level, ...]:
    """The levels of a counted list, read from the theme's examples of the first number (1., （1）, ①)."""
    return tuple(Level(i, *_pattern(_by_depth(marks.ordered, i), i)) for i in range(LEVELS))


def unnumbered_levels() -> tuple[Level, ...]:
    """The levels of a numbering that prints nothing."""
    return tuple(Level(i, "none", "") for i in range(LEVELS))


def list_numbering(block: List, scope: Scope) -> tuple[int, int]:
    """The id and level of numbering for the items of `block`; a counted list takes a new id."""
    level = min(scope.depth, LEVELS - 1)
    return (next(scope.numbers), level) if block.ordered else (BULLETS, level)


def list_label(label: str) -> str:
    """The number of an item that has one of its own, with a space where it would touch the text."""
    return label + " " if label[-1:].isascii() and label[-1:].strip() else label


def _by_depth(marks: tuple[str, ...], depth: int) -> str:
    return marks[min(depth, len(marks) - 1)]


def word_format(pattern: Pattern | None) -> str:
    """What Word calls the counter of `pattern`; "" where it has none, or a percent sign stands around it."""
    if pattern is None or "%" in pattern.prefix + pattern.suffix:
        return ""
    return _FORMATS.get(pattern.first, "")


def _pattern(example: str, level: int) -> tuple[str, str]:
    pattern = read_pattern(example)
    name = word_format(pattern)
    if pattern is None or not name:
        return _plain(example)
    return name, f"{pattern.prefix}%{level + 1}{pattern.suffix}"


def _plain(mark: str) -> tuple[str, str]:
    # LibreOffice prints one character of a bullet; the text of a level without number it prints whole.
    return "bullet" if len(mark) == 1 else "none", mark.replace("%", "")
