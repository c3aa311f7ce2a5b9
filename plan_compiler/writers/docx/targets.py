"""What references point at: a bookmark for every anchor of the Document."""

from collections.abc import Iterator, Mapping, Set
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import Block, Box, Chart, Document, Figure, Heading, List, Paragraph, Table
from plan_compiler.patterns import compiled
from plan_compiler.writers.walk import every_block

_MAX_NAME = 40
_MAX_STEM = 24
_NOT_IN_NAME = compiled(r"\W")


class Target(Struct, frozen=True):
    """A bookmark and the text it holds, or, where it is `counted`, the number that Word counts for its paragraph: a
    field that repeats the bookmark prints just that.
    """

    id: int
    name: str
    text: str
    counted: bool = False


class Targets(Struct, frozen=True):
    """`labels` holds the bookmark of each anchor's label, `entries` that of each line of the contents."""

    labels: Mapping[str, Target]
    entries: Mapping[str, Target]

    def as_in(self, document: Document, counted: Set[str]) -> "Targets":
        """The same bookmarks, with the texts or counted numbers that they hold in another revision."""
        texts: dict[str, str] = {}
        for anchor, text in _anchors(document):
            texts.setdefault(anchor, text)
        labels = {
            anchor: replace(it, text=texts.get(anchor, it.text), counted=anchor in counted)
            for anchor, it in self.labels.items()
        }
        return Targets(labels, self.entries)


def targets(document: Document, counted: Set[str]) -> Targets:
    """The bookmarks of `document`. Where two nodes share an anchor, the first one has it. `counted` are the anchors of
    headings whose labels Word counts.
    """
    labels: dict[str, Target] = {}
    taken: set[str] = set()
    for anchor, text in _anchors(document):
        if anchor and anchor not in labels:
            labels[anchor] = Target(len(labels), _name(anchor, len(labels), taken), text, anchor in counted)
    listed = dict.fromkeys(entry.anchor for entry in document.contents if entry.anchor in labels)
    entries = {anchor: Target(len(labels) + i, f"_Toc{100_000_001 + i}", "") for i, anchor in enumerate(listed)}
    return Targets(labels, entries)


def _name(anchor: str, number: int, taken: set[str]) -> str:
    # Word compares names without regard to case and takes 40 characters at most, letters, digits and _ (17.13.6.2).
    stem = _NOT_IN_NAME.sub("_", anchor)
    name = f"plan_{stem}"
    while len(name) > _MAX_NAME or name.lower() in taken:
        name = f"plan_{stem[:_MAX_STEM]}_{number}"
        number += 1
    taken.add(name.lower())
    return name


def _anchors(document: Document) -> Iterator[tuple[str, str]]:
    for block in every_block(document):
        yield from _anchors_of(block)


def _anchors_of(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Heading():
            yield block.anchor, block.label or plain_text(block.title)
        case Paragraph():
            if block.lead is not None:
                yield block.lead.anchor, block.lead.label or plain_text(block.lead.title)
        case List():
            yield block.anchor, ""
        case Table():
            yield block.caption.anchor, block.caption.label
            for row in (*block.header, *block.rows):
                if row.cells:
                    yield row.anchor, plain_text(row.cells[0].inlines)
        case Box() | Figure() | Chart():
            yield block.caption.anchor, block.caption.label
        case _:
            assert_never(block)
