"""Marks on a block: a finding shown in place, or a change against another revision."""

from typing import Literal

from msgspec import Struct


class Mark(Struct, frozen=True):
    """`note` is the comment's text, "" for a change."""

    change: Literal["inserted", "deleted", "comment"]
    note: str = ""
    severity: str = ""
