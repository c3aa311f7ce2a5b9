"""The lines of a file that carry structure, without parsing it: keys and entries, and not the texts in blocks."""

from collections.abc import Iterator
from typing import TypeAlias

from plan_compiler.patterns import compiled
from plan_compiler.read.text import FileText, shown

LEAD = compiled(r"(?P<lead>[ ]*(?:- +)*(?:[A-Za-z_0-9]+: +)?)(?P<text>.*)")
"""A line: what leads to its value, and its value."""
OPENS_BLOCK = compiled(r"(?:^|[ :-])[|>][-+0-9]*\s*(?:#.*)?$")

Line: TypeAlias = tuple[int, str]
"""The number of a line that carries structure, and its text."""


def structure_lines(text: FileText) -> Iterator[Line]:
    """The lines, with their numbers, that belong to no block scalar and are no comment."""
    block_indent: int | None = None
    for number in range(1, text.line_count() + 1):
        line = text.line(number)
        content = line.lstrip(" \t\u3000\u00a0")
        if not content:
            continue
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None and indent > block_indent:
            continue
        block_indent = indent if OPENS_BLOCK.search(line) else None
        if not content.startswith("#"):
            yield number, line


def single_quoted(value: str) -> str:
    """`value` as YAML writes it in single quotes (YAML 1.2, 7.3.2)."""
    return "'" + value.replace("'", "''") + "'"


def quoted(line: str) -> str:
    """The line with its value in single quotes."""
    match = LEAD.fullmatch(line)
    assert match is not None  # every line matches
    return shown(match["lead"] + single_quoted(match["text"].rstrip()))
