"""Two people's changes of one file as one file: by id and field, as edits of the one text that keep its layout.

What only one side changed is taken; what both changed alike is taken once; comments of theirs go where what they stand
above is. Where both changed one field in two ways, the
lines it stands in are left twice between marks, as git leaves them.
"""

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from msgspec import Struct

from plan_compiler.edit.edits import Edit, OverlappingEditsError, edited
from plan_compiler.edit.merging_comments import added_comments, comments_above
from plan_compiler.read.decode import decode
from plan_compiler.read.fields import entry_name as id_of
from plan_compiler.read.nodes import Mapping, Node, Scalar, Sequence, inner, plain
from plan_compiler.read.parse import parse
from plan_compiler.read.parsed import Budget
from plan_compiler.read.text import FileText

_FILE = "merged"
OURS, BETWEEN, THEIRS = "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"


class Merged(Struct, frozen=True):
    """The merged text, and how many places in it are left to decide."""

    text: str
    conflicts: int


class _Conflict(Struct, frozen=True):
    """A stretch of the text of ours, and what theirs has in its place."""

    start: int
    end: int
    theirs: str


_Change = Edit | _Conflict


def merge(base: bytes, ours: bytes, theirs: bytes) -> Merged | None:
    """The file of both; None where one of the three is no readable YAML, or layouts do not let the edits be made."""
    sides = [_read(content) for content in (base, ours, theirs)]
    if any(side is None for side in sides):
        return None
    (known, before), (text, mine), (other, yours) = (side for side in sides if side is not None)
    try:
        changes = tuple(_Merger(text.text, other.text).node(before, mine, yours))
        comments = added_comments(known.text, (text.text, mine), (other.text, yours), _name)
        merged = _applied(text.text, (*(it for it in comments if _is_free(it, changes)), *changes))
    except (_UnableError, OverlappingEditsError):
        return None
    if merged.conflicts:
        return merged
    after = _read(merged.text.encode())
    meant = _meant(_keyed(before), _keyed(mine), _keyed(yours))
    return merged if after is not None and _keyed(after[1]) == meant else None


class _UnableError(Exception):
    """The layout does not let an edit be made."""


def _read(content: bytes) -> tuple[FileText, Node] | None:
    text, faults = decode(_FILE, content)
    if text is None or faults:
        return None
    parsed = parse(text, Budget())
    return None if parsed.root is None or parsed.faults else (text, parsed.root)


_Keyed: TypeAlias = "str | list[_Keyed] | dict[str, _Keyed]"


def _keyed(node: Node) -> _Keyed:
    """The values, with the entries of a list under their names where they have such."""
    match inner(node):
        case Scalar(value=value):
            return value
        case Mapping(values=values):
            return {key: _keyed(value) for key, value in values.items()}
        case Sequence(items=items) as sequence if items and _named(sequence):
            return {str(_name(item)): _keyed(item) for item in items}
        case Sequence(items=items):
            return [_keyed(item) for item in items]
        case other:
            assert_never(other)


def _meant(base: "_Keyed | None", ours: _Keyed, theirs: _Keyed) -> _Keyed:
    """The values that the file of both must have, where nothing is left to decide: what the edits are held against."""
    if theirs in (ours, base):
        return ours
    if isinstance(ours, dict) and isinstance(theirs, dict):
        known = base if isinstance(base, dict) else {}
        both = {key: _meant(known.get(key), ours[key], theirs[key]) for key in ours if key in theirs}
        own = {key: value for side in (ours, theirs) for key, value in side.items() if key not in known}
        return own | both
    if isinstance(ours, list) and isinstance(theirs, list) and isinstance(base, list) and len(ours) == len(theirs):
        return [_meant(*each) for each in zip(base, ours, theirs, strict=False)]
    return theirs


class _Merger(Struct, frozen=True):
    """The changes of `ours` that bring in those of `theirs`."""

    ours: str
    theirs: str

    def node(self, base: Node | None, ours: Node, theirs: Node) -> Iterator[_Change]:
        """Of one value that all have, or both sides have added."""
        if plain(ours) == plain(theirs) or (base is not None and plain(theirs) == plain(base)):
            return
        mine, yours = inner(ours), inner(theirs)
        old = None if base is None else inner(base)
        if isinstance(mine, Mapping) and isinstance(yours, Mapping):
            yield from self._mapping(old if isinstance(old, Mapping) else None, mine, yours)
        elif isinstance(mine, Sequence) and isinstance(yours, Sequence) and _named(mine) and _named(yours):
            yield from self._sequence(old if isinstance(old, Sequence) and _named(old) else None, mine, yours)
        elif (
            isinstance(mine, Sequence)
            and isinstance(yours, Sequence)
            and isinstance(old, Sequence)
            and (len(mine.items) == len(yours.items) == len(old.items))
        ):  # without ids, and none came or went: told by their order
            for before, here, there in zip(old.items, mine.items, yours.items, strict=True):
                yield from self.node(before, here, there)
        elif base is not None and plain(ours) == plain(base):
            yield self._replaced(mine, yours)
        else:
            edit = self._replaced(mine, yours)
            yield _Conflict(edit.start, edit.end, edit.replacement)

    def _replaced(self, mine: Scalar | Sequence | Mapping, yours: Scalar | Sequence | Mapping) -> Edit:
        """`yours` in the place of `mine`; a value of several lines has to stand as deep as the one it replaces."""
        value = self.theirs[yours.start : yours.end]
        deep, other = _depth(self.ours, mine.start), _depth(self.theirs, yours.start)
        if "\n" in value.rstrip("\n") and deep != other:
            raise _UnableError
        if self.ours[mine.start : mine.end].endswith("\n") and not value.endswith("\n"):
            value += "\n"
        return Edit(_FILE, mine.start, mine.end, value)

    def _mapping(self, base: Mapping | None, ours: Mapping, theirs: Mapping) -> Iterator[_Change]:
        known = {} if base is None else base.values
        for key in ours.values:
            if key in theirs.values:
                yield from self.node(known.get(key), ours.values[key], theirs.values[key])
            elif key in known:
                at = (ours.keys[key].start, inner(ours.values[key]).end)
                yield from self._gone(plain(ours.values[key]) == plain(known[key]), at, ours.flow)
        last: str | None = None
        for key, value in theirs.values.items():
            if key not in ours.values:
                source = (theirs.keys[key].start, inner(value).end)
                if key not in known:
                    place = None if last is None else inner(ours.values[last]).end
                    yield self._added(place, source, ours.flow or theirs.flow)
                elif plain(value) != plain(known[key]):
                    place = None if last is None else inner(ours.values[last]).end
                    yield self._left(place, source)
            else:
                last = key

    def _sequence(self, base: Sequence | None, ours: Sequence, theirs: Sequence) -> Iterator[_Change]:
        known = {} if base is None else {_name(item): item for item in base.items}
        mine, yours = ({_name(item): item for item in side.items} for side in (ours, theirs))
        shared = [name for name in mine if name in yours]
        order = [name for name in yours if name in mine]
        if order != shared and order != [name for name in known if name in mine and name in yours]:
            raise _UnableError  # theirs has put the entries in another order
        for name, item in mine.items():
            if name in yours:
                yield from self.node(known.get(name), item, yours[name])
            elif name in known:
                found = inner(item)
                yield from self._gone(plain(item) == plain(known[name]), (found.start, found.end), ours.flow)
        last: Node | None = None
        for name, item in yours.items():
            if name in mine:
                last = mine[name]
                continue
            found = inner(item)
            place = None if last is None else inner(last).end
            if name not in known:
                yield self._added(place, (found.start, found.end), ours.flow or theirs.flow)
            elif plain(item) != plain(known[name]):
                yield self._left(place, (found.start, found.end))

    def _gone(self, unchanged: bool, at: tuple[int, int], flow: bool) -> Iterator[_Change]:
        """An entry that theirs took away: it goes, unless ours changed it."""
        if flow:
            raise _UnableError
        start, end = _lines(self.ours, *at)
        yield Edit(_FILE, start, end, "") if unchanged else _Conflict(start, end, "")

    def _added(self, place: int | None, source: tuple[int, int], flow: bool) -> Edit:
        """An entry that theirs added, behind the one that it stands behind there."""
        if place is None:
            raise _UnableError
        if flow:
            return Edit(_FILE, place, place, f", {self.theirs[slice(*source)]}")
        start, end = comments_above(self.theirs, source[0]), _lines(self.theirs, *source)[1]
        at = _lines(self.ours, max(place - 1, 0), place)[1]
        before = "" if self.ours[:at].endswith("\n") or not at else "\n"
        return Edit(_FILE, at, at, before + self.theirs[start:end])

    def _left(self, place: int | None, source: tuple[int, int]) -> _Conflict:
        """An entry that ours took away, and theirs changed."""
        if place is None:
            raise _UnableError
        start, end = _lines(self.theirs, *source)
        at = _lines(self.ours, max(place - 1, 0), place)[1]
        return _Conflict(at, at, self.theirs[start:end])


def _name(item: Node) -> str | None:
    """The id of an entry, or its title."""
    found = inner(item)
    title = found.values.get("title") if isinstance(found, Mapping) else None
    return id_of(item) or (title.value if isinstance(title, Scalar) else None)


def _named(sequence: Sequence) -> bool:
    """Whether the entries are told apart by their ids, or titles."""
    names = [_name(item) for item in sequence.items]
    return all(names) and len(set(names)) == len(names)


def _depth(text: str, at: int) -> int:
    """The column of `at`, from 0."""
    return at - (text.rfind("\n", 0, at) + 1)


def _lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole lines that a stretch of `text` stands in."""
    first = text.rfind("\n", 0, start) + 1
    last = end if end > start and text[end - 1 : end] == "\n" else text.find("\n", end) + 1 or len(text)
    return first, last


def _is_free(comment: Edit, changes: tuple[_Change, ...]) -> bool:
    """Whether the comment falls into nothing that is replaced."""
    return not any(change.start < comment.start < change.end for change in changes)


def _applied(text: str, changes: tuple[_Change, ...]) -> Merged:
    edits = [change for change in changes if isinstance(change, Edit)]
    conflicts = sorted((change for change in changes if isinstance(change, _Conflict)), key=lambda it: it.start)
    groups: list[tuple[int, int, list[_Conflict]]] = []
    for conflict in conflicts:
        start, end = _lines(text, conflict.start, conflict.end) if conflict.end > conflict.start else (
            conflict.start, conflict.end,
        )  # fmt: skip
        if groups and start < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(end, groups[-1][1]), [*groups[-1][2], conflict])
        else:
            groups.append((start, end, [conflict]))
    for start, end, own in groups:
        inside = [edit for edit in edits if start <= edit.start < end and edit.end <= end]
        edits = [edit for edit in edits if edit not in inside]
        mine = _within(text, start, end, inside)
        whole = [Edit(_FILE, it.start, it.end, it.theirs) for it in own]
        yours = _within(text, start, end, [*inside, *whole])
        edits.append(Edit(_FILE, start, end, _left(mine, yours, "\r\n" if "\r\n" in text else "\n")))
    return Merged(edited(text, edits), len(groups))


def _within(text: str, start: int, end: int, edits: list[Edit]) -> str:
    moved = [Edit(_FILE, edit.start - start, edit.end - start, edit.replacement) for edit in edits]
    return edited(text[start:end], moved)


def _left(mine: str, yours: str, newline: str) -> str:
    """What is left to decide, between marks, in lines that end as the file's do."""
    ended = [lines if not lines or lines.endswith("\n") else lines + newline for lines in (mine, yours)]
    ours, between, theirs = (mark.replace("\n", newline) for mark in (OURS, BETWEEN, THEIRS))
    return f"{ours}{ended[0]}{between}{ended[1]}{theirs}"
