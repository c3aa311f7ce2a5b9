"""Marks on a block: a finding shown in place, or a change against another revision."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Mark:
    """`note` is the comment's text, "" for a change."""

    change: Literal["inserted", "deleted", "comment"]
    note: str = ""
    severity: str = ""
