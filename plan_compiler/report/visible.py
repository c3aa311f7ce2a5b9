"""Texts of a plan made safe to show: nothing in them steers a terminal, hides, or turns its neighbours around."""

from functools import lru_cache
from unicodedata import category

from plan_compiler.patterns import compiled

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Controls, formats (bidirectional overrides and zero-width characters among them), surrogates, private use and unassigned, separators."""

_LINE_COMMAND = compiled(r"^(\s*):(?=:)")
_COMMAND = compiled(r"#(?=#\w*\[)")


def visible(text: str) -> str:
    """`text` as one line in which every character is seen.

    Line breaks and tabs become spaces; a character that prints nothing becomes its code point, ``<U+200B>``.
    """
    return text if text.isprintable() else "".join(map(visible_character, text))


@lru_cache(8192)
def visible_character(char: str) -> str:
    """How one character is shown; its width is that of what is returned."""
    if char in "\t\n\r":
        return " "
    return code_point(char) if category(char) in _UNSEEN else char


def code_point(char: str) -> str:
    """A character's code point as text: ``<U+001B>``."""
    return f"<U+{ord(char):04X}>"


def inert_line(line: str) -> str:
    """A line for a log that obeys commands: GitHub's ``::error::`` and ``##[error]``, Azure's ``##vso[…]`` say nothing."""
    return _COMMAND.sub(code_point("#"), _LINE_COMMAND.sub(rf"\1{code_point(':')}", line))
