"""Lists: which numbering of numbering.xml an item takes, and what a theme's marks mean there."""

import re

from msgspec import Struct

from plan_compiler.document.nodes import List, ListItem
from plan_compiler.writers.docx.scope import Scope
from plan_compiler.writers.look import Lists

BULLETS = 1
"""The numbering of all lists without numbers; counted lists have numberings from 2 on, one each."""
FIRST_COUNTED = BULLETS + 1
LEVELS = 9

_FORMATS = (
    (re.compile("1"), "decimal"),
    (re.compile("①"), "decimalEnclosedCircle"),
    (re.compile("一"), "chineseCounting"),
    (re.compile("a"), "lowerLetter"),
    (re.compile("A"), "upperLetter"),
    (re.compile("i"), "lowerRoman"),
    (re.compile("I"), "upperRoman"),
)


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


def list_numbering(block: List, scope: Scope) -> tuple[int, int]:
    """The id and level of numbering for the items of `block`; a counted list takes a new id."""
    level = min(scope.depth, LEVELS - 1)
    return (next(scope.numbers), level) if block.ordered else (BULLETS, level)


def list_label(item: ListItem) -> str:
    """The number of an item that has one of its own, with a space where it would touch the text."""
    return item.label + " " if item.label[-1:].isascii() and item.label[-1:].strip() else item.label


def _by_depth(marks: tuple[str, ...], depth: int) -> str:
    return marks[min(depth, len(marks) - 1)]


def _pattern(example: str, level: int) -> tuple[str, str]:
    for first, name in _FORMATS:
        match = first.search(example)
        if match:
            before, after = example[: match.start()].replace("%", ""), example[match.end() :].replace("%", "")
            return name, f"{before}%{level + 1}{after}"
    return _plain(example)


def _plain(mark: str) -> tuple[str, str]:
    # LibreOffice prints one character of a bullet; the text of a level without number it prints whole.
    return "bullet" if len(mark) == 1 else "none", mark.replace("%", "")
