"""The comments and blank lines of both sides of a merge, as edits of the text of ours.

What stands on lines of its own belongs to the key or the entry below it, what stands behind a value to that value. Each is
merged by itself: what one side alone changed is taken, of what both changed nothing is lost.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from plan_compiler.edit.edits import Edit
from plan_compiler.edit.merging_marks import FILE
from plan_compiler.edit.merging_names import Names
from plan_compiler.patterns import compiled
from plan_compiler.read.nodes import Mapping as MappingNode
from plan_compiler.read.nodes import Node, Scalar, inner, plain
from plan_compiler.read.nodes import Sequence as SequenceNode

_BEHIND = compiled(r"(?:[ \t]*:)?(?P<told>(?:[ \t]+(?P<words>#[^\r\n]*))?[ \t]*)(?=\r?\n|\Z)")
_NOWHERE = -1


class Side(Struct, frozen=True):
    """One of the three files: its text, what it holds, what its entries are called in the base."""

    text: str
    root: Node
    names: Names


class Remarks(Struct, frozen=True):
    """Where the comments of a text are, by the beginnings of lines.

    `above` is where the comments and blank lines above a line begin; `ends` is where the last value or key of a line ends.
    """

    text: str
    above: Mapping[int, int]
    ends: Mapping[int, int]

    def line(self, at: int) -> int:
        """Where the line of `at` begins. The end of the text is a line of its own."""
        return self.text.rfind("\n", 0, at) + 1 if at < len(self.text) else at

    def block(self, line: int) -> list[str]:
        """The comments and blank lines above a line, without what ends them."""
        return self.text[self.above.get(line, line) : line].splitlines()

    def behind(self, at: int) -> tuple[int, int, str] | None:
        """The stretch behind the last value of the line of `at`, and the comment in it; None where there can be none."""
        end = None if at == _NOWHERE else self.ends.get(self.line(at))
        found = None if end is None else _BEHIND.match(self.text, end)
        return None if found is None else (found.start("told"), found.end("told"), found["words"] or "")


def remarks_of(text: str, root: Node) -> Remarks:
    """Find the comments of a text. What looks like one within a value is none."""
    breaks = [match.end() for match in re.finditer("\n", text)]
    starts = [0, *breaks]
    within, ends = set[int](), dict[int, int]()
    for start, end, is_block in _written(root):
        first, last = bisect_left(breaks, start + 1), bisect_left(breaks, end + 1)
        within.update(starts[number] for number in range(first + 1, last + 1))
        if not is_block:
            ends[starts[last]] = max(end, ends.get(starts[last], 0))
        else:
            ends.pop(starts[first], None)
    above, begin = dict[int, int](), 0
    for start, stop in zip(starts, [*breaks, len(text)], strict=True):
        line = text[start:stop].strip()
        if start in within or (line and not line.startswith("#")):
            above[start], begin = begin, stop
    return Remarks(text, {**above, len(text): begin}, ends)


def _written(node: Node) -> Iterator[tuple[int, int, bool]]:
    """The stretches of keys, values and whatever stands in brackets; whether it is a text that has lines of its own."""
    match inner(node):
        case Scalar(start=start, end=end, style=style):
            yield start, end, style in ("|", ">")
        case MappingNode(start=start, end=end, flow=True) | SequenceNode(start=start, end=end, flow=True):
            yield start, end, False
        case MappingNode(values=values) as mapping:
            for name, value in values.items():
                if key := mapping.key(name):
                    yield key.start, key.end, False
                yield from _written(value)
        case SequenceNode(items=items):
            for item in items:
                yield from _written(item)


class _Anchor(Struct, frozen=True):
    """What comments belong to: where it begins, and where the line ends that a comment behind it stands in."""

    start: int
    end: int = _NOWHERE


class _Shared(Struct, frozen=True):
    """One thing in base, ours and theirs; None in theirs where that took away what ours has as the base has it."""

    base: _Anchor | None
    ours: _Anchor
    theirs: _Anchor | None


def comment_edits(base: Side, ours: Side, theirs: Side) -> Iterator[Edit]:
    """What to put into the text of ours, and what to take from it."""
    known, here, there = (remarks_of(side.text, side.root) for side in (base, ours, theirs))
    ends = (_Anchor(len(side.text)) for side in (base, ours, theirs))
    lines = (set[int](), set[int](), set[int]())
    for each in (*_shared(base, ours, theirs), _Shared(*ends)):
        is_first = all(
            anchor is None or notes.line(anchor.start) not in seen
            for notes, anchor, seen in zip((here, there), (each.ours, each.theirs), lines[1:], strict=True)
        )
        if is_first:  # the first key of an entry stands in the line of the entry
            line = None if each.base is None else known.line(each.base.start)
            before = [] if line is None or line in lines[0] else known.block(line)
            yield from _above(before, here, there, each)
        for notes, anchor, seen in zip((known, here, there), (each.base, each.ours, each.theirs), lines, strict=True):
            if anchor is not None:
                seen.add(notes.line(anchor.start))
        told = None if each.base is None else known.behind(each.base.end)
        if each.theirs is not None:
            yield from _behind(told, here.behind(each.ours.end), there, each.theirs.end)


def _above(known: list[str], ours: Remarks, theirs: Remarks, each: _Shared) -> Iterator[Edit]:
    here = ours.line(each.ours.start)
    mine = ours.block(here)
    indent = _indent(ours.text, here)
    yours = [] if each.theirs is None else _moved(theirs, theirs.line(each.theirs.start), indent)
    both = _merged(known, mine, yours)
    if _plain(both) != _plain(mine):
        newline = "\r\n" if "\r\n" in ours.text else "\n"
        yield Edit(FILE, ours.above.get(here, here), here, "".join(line + newline for line in both))


def _moved(remarks: Remarks, line: int, indent: str) -> list[str]:
    """The comments above a line, as deep as that stands in the other text where they stand as deep as it does here."""
    own = _indent(remarks.text, line)
    return [
        indent + text.strip() if text.strip() and _indent(text, 0) == own else text.rstrip()
        for text in remarks.block(line)
    ]


def _merged(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    known, mine, yours = _plain(base), _plain(ours), _plain(theirs)
    if yours in (known, mine):
        return ours
    if mine == known:
        return theirs
    gone, kept = [line for line in _less(known, yours) if line], list[str]()
    for line in ours:
        if line.strip() in gone:
            gone.remove(line.strip())
        else:
            kept.append(line)
    fresh = [line for line in _less(_less(yours, known), _less(mine, known)) if line]
    new = [line for line in theirs if line.strip() in fresh]
    at = len(kept)
    while at and not kept[at - 1].strip():
        at -= 1
    return [*kept[:at], *new, *kept[at:]]


def _less(lines: list[str], others: Sequence[str]) -> list[str]:
    """The lines that are not, or more often than, among others."""
    rest, found = list(others), list[str]()
    for line in lines:
        if line in rest:
            rest.remove(line)
        else:
            found.append(line)
    return found


def _plain(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines]


def _behind(
    base: tuple[int, int, str] | None, ours: tuple[int, int, str] | None, theirs: Remarks, at: int
) -> Iterator[Edit]:
    found = theirs.behind(at)
    if ours is None or found is None:
        return
    start, end, mine = ours
    known, yours = "" if base is None else base[2], found[2]
    if yours in (known, mine):
        return
    if mine in (known, ""):
        yield Edit(FILE, start, end, theirs.text[found[0] : found[1]] if yours else "")
    elif yours:
        yield Edit(FILE, end, end, f" {yours}")


def _shared(base: Side, ours: Side, theirs: Side) -> Iterator[_Shared]:
    """Each key and entry of ours that theirs has as well, in the order of ours; and those that theirs took away."""
    yield from _pairs(
        _Names(base.names, ours.names, theirs.names), inner(base.root), inner(ours.root), inner(theirs.root)
    )


class _Names(Struct, frozen=True):
    """The names of the entries of all three files."""

    base: Names
    ours: Names
    theirs: Names


_Inner = Scalar | SequenceNode | MappingNode


def _pairs(names: _Names, base: _Inner | None, ours: _Inner, theirs: _Inner) -> Iterator[_Shared]:
    match ours, theirs:
        case MappingNode(flow=False), MappingNode(flow=False):
            old = base if isinstance(base, MappingNode) else MappingNode(0, flow=False)
            for key, mine in ours.values.items():
                before, yours = old.values.get(key), theirs.values.get(key)
                anchors = _Shared(
                    None if before is None else _key(old, key),
                    _key(ours, key),
                    None if yours is None else _key(theirs, key),
                )
                yield from _one(names, anchors, (before, mine, yours))
        case SequenceNode(flow=False), SequenceNode(flow=False):
            known = _by_name(base, names.base, ours) if isinstance(base, SequenceNode) else {}
            found = _by_name(theirs, names.theirs, ours)
            for index, item in enumerate(ours.items):
                name = names.ours.get(id(inner(item)), str(index))
                before, yours = known.get(name), found.get(name)
                anchors = _Shared(
                    None if before is None else _entry(before), _entry(item), None if yours is None else _entry(yours)
                )
                yield from _one(names, anchors, (before, item, yours))
        case _:
            pass


def _by_name(side: SequenceNode, names: Names, ours: SequenceNode) -> dict[str, Node]:
    """The entries by their names; by their order where they have none and there are as many as in ours."""
    named = {name: item for item in side.items if (name := names.get(id(inner(item)))) is not None}
    if named or len(side.items) != len(ours.items):
        return named
    return {str(index): item for index, item in enumerate(side.items)}


def _one(names: _Names, anchors: _Shared, nodes: tuple[Node | None, Node, Node | None]) -> Iterator[_Shared]:
    before, mine, yours = nodes
    if yours is not None:
        yield anchors
        yield from _pairs(names, None if before is None else inner(before), inner(mine), inner(yours))
    elif before is not None and plain(before) == plain(mine):
        yield anchors


def _key(mapping: MappingNode, key: str) -> _Anchor:
    value, own = inner(mapping.values[key]), mapping.key(key)
    end = own.end if own and _is_below(value) else value.end
    return _Anchor(mapping.keys[key], end)


def _entry(item: Node) -> _Anchor:
    value = inner(item)
    return _Anchor(value.start, _NOWHERE if _is_below(value) else value.end)


def _is_below(value: _Inner) -> bool:
    """Whether a value is written in lines of its own, below its key."""
    return isinstance(value, MappingNode | SequenceNode) and not value.flow


def _indent(text: str, line: int) -> str:
    end = line
    while text[end : end + 1] == " ":
        end += 1
    return text[line:end]
