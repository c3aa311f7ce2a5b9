"""Marks on a block: a finding shown in place, or a change against another revision."""

from typing import Literal

from msgspec import Struct


class Mark(Struct, frozen=True):
    """`note` is the comment's text, "" for a change.

    A comment that stands for a finding has its `severity` (error, warning, info), what that is called in the document's
    language with the finding's title (`label`), and its `number` in the document, from 1; 0 for any other.

    What was deleted here and inserted there is one move: both have its number `move`, from 1; 0 for what did not move.
    """

    change: Literal["inserted", "deleted", "comment"]
    note: str = ""
    severity: str = ""
    label: str = ""
    number: int = 0
    move: int = 0


def comment_anchor(number: int) -> str:
    """The anchor of comment `number` in the text. No id of a plan holds a hyphen."""
    return f"finding-{number}"


def entry_anchor(number: int) -> str:
    """The anchor of the same finding in the list of a draft."""
    return f"finding-{number}-entry"
