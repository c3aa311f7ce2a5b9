"""How a command ends: with the process, and what it has read is not taken apart first."""

from typing import TypeVar

T = TypeVar("T")

_KEPT: list[object] = []


def kept(made: T) -> T:
    """`made` itself, held until the process ends, which is right after the command: to free a large plan, node by node, takes as long
    as to report on it.
    """
    _KEPT.append(made)
    return made
