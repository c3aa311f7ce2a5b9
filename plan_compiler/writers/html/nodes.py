"""From nodes of the Document to HTML: which macro of the theme prints a block, and with what."""

from collections.abc import Callable, Iterable, Mapping
from typing import assert_never

from markupsafe import Markup
from msgspec import Struct

from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import Block, Box, Chart, Figure, Heading, Lead, List, Paragraph, Table
from plan_compiler.writers.html.inlines import InlinePrinter
from plan_compiler.writers.html.markers import marker
from plan_compiler.writers.html.tables import TablePrinter
from plan_compiler.writers.look import Lists


class Printer(Struct):
    """Prints the blocks of one document, its inlines and tables by printers of their own; `draw` gives the SVGs of a chart.

    What can be linked to is gathered in `anchors`.
    """

    texts: InlinePrinter
    tables: TablePrinter
    lists: Lists
    pictures: Mapping[str, str]
    draw: Callable[[Chart], tuple[str, ...]]
    anchors: set[str]

    def blocks(self, blocks: Iterable[Block], depth: int = 0) -> Markup:
        """The text of `blocks`; `depth` counts the lists around them."""
        return Markup("").join(self.block(block, depth) for block in blocks)

    def block(self, block: Block, depth: int = 0, mark: str = "") -> Markup:
        """The text of one block. `mark` is what a list puts before its item."""
        match block:
            case Heading():
                self.anchors.add(block.anchor)
                text = self.texts.macros(
                    "heading", block, self.texts.all(block.title), min(block.level + 1, 6), self.texts.link
                )
                text = self.texts.comment_notes() + text
            case Paragraph():
                lead = self._lead(block.lead) if block.lead else ""
                text = self.texts.macros("paragraph", mark, lead, self.texts.all(block.inlines))
                text = self.texts.comment_notes() + text
            case List():
                self.anchors.add(block.anchor)
                text = self.texts.macros("list", block, self._items(block, depth))
            case Table():
                text = self.tables.table(block)
            case Box():
                self.anchors.add(block.caption.anchor)
                title = self.texts.all(block.caption.title)
                notes = self.texts.comment_notes()
                text = notes + self.texts.macros(
                    "box", block.caption, title, self.blocks(block.blocks), self.texts.link
                )
            case Figure():
                source = self.pictures.get(block.file) if block.file else None
                self.anchors.add(block.caption.anchor)
                title = self.texts.all(block.caption.title)
                text = self.texts.comment_notes() + self.texts.macros(
                    "figure", block, title, source, self.texts.words, self.texts.link
                )
            case Chart():
                self.anchors.add(block.caption.anchor)
                drawings = tuple(map(Markup, self.draw(block)))
                title = self.texts.all(block.caption.title)
                text = self.texts.comment_notes() + self.texts.macros("chart", block, title, drawings, self.texts.link)
            case _:
                assert_never(block)
        return self._marked(block.marks, text)

    def _lead(self, lead: Lead) -> Markup:
        self.anchors.add(lead.anchor)
        return self.texts.macros("lead", lead, self.texts.all(lead.title), self.texts.link)

    def _items(self, block: List, depth: int) -> tuple[Markup, ...]:
        return tuple(
            self._item(
                item.blocks, item.marks, _spaced(item.label) or marker(self.lists, block.ordered, depth, count), depth
            )
            for count, item in enumerate(block.items, 1)
        )

    def _item(self, blocks: tuple[Block, ...], marks: tuple[Mark, ...], mark: str, depth: int) -> Markup:
        if blocks and isinstance(blocks[0], Paragraph):
            text = self.block(blocks[0], depth, mark) + self.blocks(blocks[1:], depth + 1)
        else:
            text = self.texts.macros("paragraph", mark, "", "") + self.blocks(blocks, depth + 1)
        return self._marked(marks, text)

    def _marked(self, marks: tuple[Mark, ...], text: Markup) -> Markup:
        for mark in marks:
            text = self.texts.macros("mark", mark, text)
        return text


def _spaced(label: str) -> str:
    """A label with a space where it would touch the text (01, a), none where its sign holds it off (1、, （1）)."""
    return f"{label} " if label[-1:].isascii() and label[-1:].isalnum() else label
