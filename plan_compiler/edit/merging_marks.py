"""What both sides of a merge changed in two ways: the lines it stands in, left twice between marks, as git leaves them."""

from typing import TypeAlias

from msgspec import Struct

from plan_compiler.edit.edits import Edit, edited

FILE = "merged"
OURS, BETWEEN, THEIRS = "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"


class UnableError(Exception):
    """The layout does not let an edit be made."""


class Merged(Struct, frozen=True):
    """The merged text, and how many places in it are left to decide."""

    text: str
    conflicts: int


class Conflict(Struct, frozen=True):
    """A stretch of the text of ours, and what theirs has in its place."""

    start: int
    end: int
    theirs: str


Change: TypeAlias = Edit | Conflict


def lines_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole lines that a stretch of `text` stands in."""
    first = text.rfind("\n", 0, start) + 1
    last = end if end > start and text[end - 1 : end] == "\n" else text.find("\n", end) + 1 or len(text)
    return first, last


def applied(text: str, changes: tuple[Change, ...]) -> Merged:
    """`text` after its changes. Raises `OverlappingEditsError`."""
    edits = [change for change in changes if isinstance(change, Edit)]
    conflicts = sorted((change for change in changes if isinstance(change, Conflict)), key=lambda it: it.start)
    groups: list[tuple[int, int, list[Conflict]]] = []
    for conflict in conflicts:
        is_between = conflict.start == conflict.end and text[max(conflict.start - 1, 0) : conflict.start] in ("", "\n")
        start, end = (conflict.start, conflict.end) if is_between else lines_of(text, conflict.start, conflict.end)
        if groups and start < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(end, groups[-1][1]), [*groups[-1][2], conflict])
        else:
            groups.append((start, end, [conflict]))
    for start, end, own in groups:
        inside = [edit for edit in edits if start <= edit.start < end and start < edit.end <= end]
        edits = [edit for edit in edits if edit not in inside]
        mine = _within(text, start, end, inside)
        whole = [Edit(FILE, it.start, it.end, it.theirs) for it in own]
        yours = _within(text, start, end, [*inside, *whole])
        edits.append(Edit(FILE, start, end, _left(mine, yours, "\r\n" if "\r\n" in text else "\n")))
    return Merged(edited(text, edits), len(groups))


def apart(ours: bytes, theirs: bytes) -> bytes:
    """Both files whole between marks, to be decided by a person."""
    mine, yours = (side.decode("utf-8", "surrogateescape") for side in (ours, theirs))
    return _left(mine, yours, "\r\n" if "\r\n" in mine else "\n").encode("utf-8", "surrogateescape")


def _within(text: str, start: int, end: int, edits: list[Edit]) -> str:
    moved = [Edit(FILE, edit.start - start, edit.end - start, edit.replacement) for edit in edits]
    return edited(text[start:end], moved)


def _left(mine: str, yours: str, newline: str) -> str:
    """What is left to decide, between marks, in lines that end as the file's do."""
    ended = [lines if not lines or lines.endswith("\n") else lines + newline for lines in (mine, yours)]
    ours, between, theirs = (mark.replace("\n", newline) for mark in (OURS, BETWEEN, THEIRS))
    return f"{ours}{ended[0]}{between}{ended[1]}{theirs}"
