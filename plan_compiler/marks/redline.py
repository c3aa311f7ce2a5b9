"""Two documents as one that shows what changed between them."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import assert_never

from msgspec.structs import replace

from plan_compiler.document.inlines import CrossRef, Emphasis, Footnote, Inline, Marked, NumberText, Strong, Text
from plan_compiler.document.nodes import (
    Block,
    Box,
    Chart,
    ContentsEntry,
    Cover,
    Document,
    Figure,
    Heading,
    List,
    Paragraph,
    Part,
    Table,
)
from plan_compiler.document.rewriting import Inlines, Rewriting
from plan_compiler.marks.alignment import Candidate, Pair, aligned
from plan_compiler.marks.merging import Merging, marked, merge_blocks, pair_blocks, pair_inner, pair_items, pair_rows
from plan_compiler.marks.moves import with_moves


def redline(old: Document, new: Document, *, moves: bool = False) -> Document:
    """`new` with what changed since `old` under marks of insertion and deletion.

    `document.revisions.after` of it is `new` again, `before` is `old` but for its anchors, which are those of `new`
    wherever a node is in both, its data sets, and the layout of its parts. Footnotes are counted through both.

    With `moves`, what was deleted here and inserted there has the number of that move, and shows its own changes where it
    stands now: for a reader, since tracked changes of Word hold no deletion within what was inserted.
    """
    roles = list(dict.fromkeys(part.role for part in (*new.parts, *old.parts)))
    olds, news = ({part.role: part for part in document.parts} for document in (old, new))
    pairs = [(olds.get(role), news.get(role)) for role in sorted(roles, key=_ORDER.index)]
    anchors = _Anchors(pairs)
    how = Merging(new.language, Rewriting(anchor=anchors.of, inlines=anchors.inlines))
    parts = tuple(_part(before, after, how) for before, after in pairs)
    parts = with_moves(parts, new.language) if moves else parts
    contents = _contents(how.older.document(old).contents, new.contents)
    merged = replace(new, cover=_cover(old.cover, new.cover), contents=contents, parts=parts)
    return _counted(merged)


_ORDER = ("cover", "contents", "body", "annex")


def _part(old: Part | None, new: Part | None, how: Merging) -> Part:
    """A part of both; one that only one of them has stays a part, all of it gone or new."""
    given = new or old
    if given is None:
        raise ValueError("no part")
    return replace(given, blocks=merge_blocks(old.blocks if old else (), new.blocks if new else (), how))


def _cover(old: Cover, new: Cover) -> Cover:
    return new if old == new else replace(new, was=old)


def _contents(old: tuple[ContentsEntry, ...], new: tuple[ContentsEntry, ...]) -> tuple[ContentsEntry, ...]:
    """The lines of both: one whose number alone changed stays, any other change is a line gone and a line new."""
    sides = [
        [
            Candidate(entry, (entry.level, bool(entry.label), entry.title, entry.anchor), entry.anchor, entry.title)
            for entry in side
        ]
        for side in (old, new)
    ]
    return tuple(map(_entry, aligned(*sides)))


def _entry(pair: Pair[ContentsEntry]) -> ContentsEntry:
    if pair.new is None:
        if pair.old is None:
            raise ValueError("a pair of nothing")
        return replace(pair.old, marks=marked(pair.old.marks, "deleted"))
    if pair.old is None:
        return replace(pair.new, marks=marked(pair.new.marks, "inserted"))
    return pair.new if pair.old.label == pair.new.label else replace(pair.new, was=pair.old.label)


class _Anchors:
    """The anchors of the older document as the redline has them: a node in both has that of the newer one, any other
    its own, or one that no node of the newer document has.
    """

    def __init__(self, parts: Iterable[tuple[Part | None, Part | None]]) -> None:
        self._names: dict[str, str] = {}
        taken: set[str] = set()
        for old, new in parts:
            taken.update(anchor for block in (new.blocks if new else ()) for anchor in _own(block))
            for before, after in _paired(pair_blocks(old.blocks if old else (), new.blocks if new else ())):
                self._names.setdefault(before, after)
        self._taken = taken

    def of(self, anchor: str) -> str:
        """The name of `anchor` of the older document."""
        if not anchor:
            return anchor
        if anchor not in self._names:
            name = anchor
            for number in count(1):
                if name not in self._taken:
                    break
                name = f"{anchor}-was-{number}"
            self._taken.add(name)
            self._names[anchor] = name
        return self._names[anchor]

    def inlines(self, inlines: Inlines) -> Inlines:
        """`inlines` of the older document, their references led to the same nodes."""
        return tuple(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case CrossRef():
                return replace(inline, anchor=self.of(inline.anchor))
            case Strong() | Emphasis() | Footnote() | Marked():
                return replace(inline, inlines=self.inlines(inline.inlines))
            case Text() | NumberText():
                return inline
            case _:
                assert_never(inline)


def _paired(pairs: Iterable[Pair[Block]]) -> Iterator[tuple[str, str]]:
    """The anchors of nodes that are in both documents, as each has them."""
    for pair in pairs:
        if pair.old is None or pair.new is None:
            continue
        yield from zip(_heads(pair.old), _heads(pair.new), strict=True)
        match pair.old, pair.new:
            case List() as before, List() as after:
                for item in pair_items(before, after):
                    if item.old is not None and item.new is not None:
                        yield from _paired(pair_inner(item.old, item.new))
            case Box() as before, Box() as after:
                yield from _paired(pair_blocks(before.blocks, after.blocks))
            case Table() as before, Table() as after:
                for row in pair_rows(before.rows, after.rows, len(after.widths)):
                    if row.old is not None and row.new is not None:
                        yield row.old[0].anchor, row.new[0].anchor
            case _:
                pass


def _own(block: Block) -> Iterator[str]:
    """All anchors in `block`."""
    yield from _heads(block)
    match block:
        case List():
            yield from (anchor for item in block.items for inner in item.blocks for anchor in _own(inner))
        case Box():
            yield from (anchor for inner in block.blocks for anchor in _own(inner))
        case Table():
            yield from (row.anchor for row in (*block.header, *block.rows))
        case Heading() | Paragraph() | Figure() | Chart():
            pass
        case _:
            assert_never(block)


def _heads(block: Block) -> tuple[str, ...]:
    match block:
        case Heading() | List():
            return (block.anchor,)
        case Paragraph():
            return (block.lead.anchor,) if block.lead else ()
        case Table() | Box() | Figure() | Chart():
            return (block.caption.anchor,)
        case _:
            assert_never(block)


def _counted(document: Document) -> Document:
    """With its footnotes counted anew: each has a number of its own, also where one was lost."""
    numbers = count(1)

    def inlines(given: Inlines) -> Inlines:
        return tuple(map(counted, given))

    def counted(inline: Inline) -> Inline:
        match inline:
            case Footnote():
                return replace(inline, number=next(numbers), inlines=inline.inlines)
            case Strong() | Emphasis() | Marked():
                return replace(inline, inlines=inlines(inline.inlines))
            case Text() | NumberText() | CrossRef():
                return inline
            case _:
                assert_never(inline)

    return Rewriting(inlines=inlines).document(document)
