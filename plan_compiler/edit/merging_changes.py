"""The edits and conflicts that bring what theirs changed into the text of ours, by id and field."""

from collections.abc import Iterator
from collections.abc import Mapping as PyMapping
from typing import TypeAlias

from plan_compiler.edit.edits import Edit
from plan_compiler.edit.merging_brackets import Entry, bracketed
from plan_compiler.edit.merging_comments import Side, remarks_of
from plan_compiler.edit.merging_marks import FILE, Change, Conflict, UnableError, lines_of
from plan_compiler.edit.merging_names import is_named
from plan_compiler.read.nodes import Mapping, Node, Scalar, Sequence, inner, plain


def changes(base: Side, ours: Side, theirs: Side) -> Iterator[Change]:
    """What theirs changed, in the text of ours. Raises `UnableError`."""
    yield from _Merger(base, ours, theirs).node(base.root, ours.root, theirs.root)


Entries: TypeAlias = PyMapping[str, Entry]


class _Merger:
    def __init__(self, base: Side, ours: Side, theirs: Side) -> None:
        self._ours, self._theirs = ours.text, theirs.text
        self._remarks, self._their_remarks = remarks_of(ours.text, ours.root), remarks_of(theirs.text, theirs.root)
        self._names = {**base.names, **ours.names, **theirs.names}

    def node(self, base: Node | None, ours: Node, theirs: Node) -> Iterator[Change]:
        """Of one value that all have, or both sides have added."""
        if plain(ours) == plain(theirs) or (base is not None and plain(theirs) == plain(base)):
            return
        mine, yours = inner(ours), inner(theirs)
        old = None if base is None else inner(base)
        if isinstance(mine, Mapping) and isinstance(yours, Mapping):
            yield from self._mapping(old if isinstance(old, Mapping) else None, mine, yours)
        elif isinstance(mine, Sequence) and isinstance(yours, Sequence) and self._is_list(old, mine, yours):
            yield from self._entries(old if isinstance(old, Sequence) else None, mine, yours)
        else:
            edit = self._replaced(mine, yours)
            is_mine = base is not None and plain(ours) == plain(base)
            yield edit if is_mine else Conflict(edit.start, edit.end, edit.replacement)

    def _is_list(self, base: Scalar | Sequence | Mapping | None, ours: Sequence, theirs: Sequence) -> bool:
        """Whether the entries can be told apart: by names, by what they are, by their order where none came or went."""
        old = base if isinstance(base, Sequence) else None
        sides = [side for side in (old, ours, theirs) if side is not None]
        return all(map(self._is_named, sides)) or (old is not None and len({len(side.items) for side in sides}) == 1)

    def _is_named(self, sequence: Sequence) -> bool:
        return is_named(sequence, self._names) or _words(sequence) is not None

    def _entries(self, base: Sequence | None, ours: Sequence, theirs: Sequence) -> Iterator[Change]:
        if base is not None and self._is_by_place(base, ours, theirs):
            for before, here, there in zip(base.items, ours.items, theirs.items, strict=True):
                yield from self.node(before, here, there)
        else:
            yield from self._sequence(base, ours, theirs)

    def _is_by_place(self, base: Sequence, ours: Sequence, theirs: Sequence) -> bool:
        """Whether entries are one that stand in one place: they have no names, none came or went, none went elsewhere."""
        sides = (base, ours, theirs)
        if len({len(side.items) for side in sides}) > 1 or all(is_named(side, self._names) for side in sides):
            return False
        return any(_words(side) is None for side in sides) or (_stay(base, ours) and _stay(base, theirs))

    def _name(self, item: Node) -> str:
        found = inner(item)
        return self._names.get(id(found)) or (found.value if isinstance(found, Scalar) else "")

    def _replaced(self, mine: Scalar | Sequence | Mapping, yours: Scalar | Sequence | Mapping) -> Edit:
        """`yours` in the place of `mine`; a value of several lines has to stand as deep as the one it replaces."""
        value = self._theirs[yours.start : yours.end]
        deep, other = _depth(self._ours, mine.start), _depth(self._theirs, yours.start)
        if "\n" in value.rstrip("\n") and deep != other:
            raise UnableError
        if self._ours[mine.start : mine.end].endswith("\n") and not value.endswith("\n"):
            value += "\n"
        return Edit(FILE, mine.start, mine.end, value)

    def _mapping(self, base: Mapping | None, ours: Mapping, theirs: Mapping) -> Iterator[Change]:
        known = {} if base is None else base.values
        if ours.flow and ours.values.keys() != theirs.values.keys():
            self._stand_on_one_line(ours, theirs)
            yield self._in_brackets(known, _keyed(ours, self._ours), _keyed(theirs, self._theirs))
            return
        for key in ours.values:
            if key in theirs.values:
                yield from self.node(known.get(key), ours.values[key], theirs.values[key])
            elif key in known:
                at = (ours.keys[key], inner(ours.values[key]).end)
                yield self._gone(plain(ours.values[key]) == plain(known[key]), at)
        last: str | None = None
        for key, value in theirs.values.items():
            if key in ours.values:
                last = key
                continue
            source = (theirs.keys[key], inner(value).end)
            place = None if last is None else inner(ours.values[last]).end
            if key not in known:
                yield self._added(self._place(ours, place), source, flow=theirs.flow)
            elif plain(value) != plain(known[key]):
                yield self._left(self._place(ours, place), source)

    def _sequence(self, base: Sequence | None, ours: Sequence, theirs: Sequence) -> Iterator[Change]:
        known = {} if base is None else {self._name(item): item for item in base.items}
        mine, yours = ({self._name(item): item for item in side.items} for side in (ours, theirs))
        shared = [name for name in mine if name in yours]
        order = [name for name in yours if name in mine]
        before = [name for name in known if name in mine and name in yours]
        if order not in (shared, before):
            yield self._reordered(ours, theirs, is_mine=shared == before)
            return
        if ours.flow and mine.keys() != yours.keys():
            self._stand_on_one_line(ours, theirs)
            yield self._in_brackets(known, _listed(mine, self._ours), _listed(yours, self._theirs))
            return
        for name, item in mine.items():
            if name in yours:
                yield from self.node(known.get(name), item, yours[name])
            elif name in known:
                found = inner(item)
                yield self._gone(plain(item) == plain(known[name]), (found.start, found.end))
        names, at, last = list(mine), {name: at for at, name in enumerate(mine)}, -1
        for name, item in yours.items():
            if name in mine:
                last = at[name]
                continue
            while last + 1 < len(names) and names[last + 1] not in known and names[last + 1] not in yours:
                last += 1  # what ours added there stands first
            found = inner(item)
            place = None if last < 0 else inner(mine[names[last]]).end
            if name not in known:
                yield self._added(self._place(ours, place), (found.start, found.end), flow=theirs.flow)
            elif plain(item) != plain(known[name]):
                yield self._left(self._place(ours, place), (found.start, found.end))

    def _reordered(self, ours: Sequence, theirs: Sequence, *, is_mine: bool) -> Conflict:
        """A list that both have put in another order: which one is to be decided. `is_mine`: ours has the order of the base.

        Git's merge by lines would leave an entry that both moved in both places.
        """
        if is_mine:
            raise UnableError
        edit = self._replaced(ours, theirs)
        return Conflict(edit.start, edit.end, edit.replacement)

    def _stand_on_one_line(self, ours: Sequence | Mapping, theirs: Sequence | Mapping) -> None:
        """Raises `UnableError` unless they do, and without a comment: entries written anew would lose both."""
        for text, side in ((self._ours, ours), (self._theirs, theirs)):
            if any(mark in text[side.start : side.end] for mark in "#\n"):
                raise UnableError

    def _in_brackets(self, base: PyMapping[str, Node], ours: Entries, theirs: Entries) -> Edit:
        """The entries of both in the place of those of ours."""
        if not ours:
            raise UnableError
        nodes = [inner(entry.node) for entry in ours.values()]
        end, start = nodes[-1].end, self._ours.rindex(next(iter(ours.values())).text, 0, nodes[0].end)
        return Edit(FILE, start, end, bracketed(base, ours, theirs))

    def _gone(self, unchanged: bool, at: tuple[int, int]) -> Change:
        """An entry that theirs took away: it goes, unless ours changed it."""
        start, end = lines_of(self._ours, *at)
        return Edit(FILE, start, end, "") if unchanged else Conflict(start, end, "")

    def _place(self, ours: Sequence | Mapping, behind: int | None) -> int:
        """Where to put what stands behind what ends at `behind`, or before all else: the beginning of a line."""
        if behind is not None:
            return lines_of(self._ours, max(behind - 1, 0), behind)[1]
        first = next(
            iter(ours.keys.values() if isinstance(ours, Mapping) else (inner(i).start for i in ours.items)), None
        )
        if first is None:
            raise UnableError
        line = self._remarks.line(first)
        if self._ours[line:first].strip() != ("" if isinstance(ours, Mapping) else "-"):
            raise UnableError  # the first key of an entry, or an entry within one
        return self._remarks.above.get(line, line)

    def _added(self, place: int, source: tuple[int, int], *, flow: bool) -> Edit:
        """An entry that theirs added, behind the one that it stands behind there."""
        if flow:
            raise UnableError
        line, end = lines_of(self._theirs, *source)
        start = self._their_remarks.above.get(line, line)
        return Edit(FILE, place, place, self._theirs[start:end])

    def _left(self, place: int, source: tuple[int, int]) -> Conflict:
        """An entry that ours took away, and theirs changed."""
        start, end = lines_of(self._theirs, *source)
        return Conflict(place, place, self._theirs[start:end])


def _keyed(side: Mapping, text: str) -> Entries:
    found = ((key, value, text[side.keys[key] : inner(value).end]) for key, value in side.values.items())
    return {key: Entry(value, written) for key, value, written in found}


def _listed(side: PyMapping[str, Node], text: str) -> Entries:
    return {name: Entry(node, text[inner(node).start : inner(node).end]) for name, node in side.items()}


def _words(sequence: Sequence) -> set[str] | None:
    """The entries of a list of words, each of which is in it once; None of any other."""
    found = {item.value for item in map(inner, sequence.items) if isinstance(item, Scalar)}
    return found if len(found) == len(sequence.items) else None


def _stay(base: Sequence, side: Sequence) -> bool:
    """Whether the words of `side` that `base` has as well stand in their places."""
    places = {item.value: at for at, item in enumerate(map(inner, base.items)) if isinstance(item, Scalar)}
    words = ((at, item.value) for at, item in enumerate(map(inner, side.items)) if isinstance(item, Scalar))
    return all(places.get(word, at) == at for at, word in words)


def _depth(text: str, at: int) -> int:
    """The column of `at`, from 0."""
    return at - (text.rfind("\n", 0, at) + 1)
