"""From nodes of the Document to HTML: which macro of the theme prints a node, and with what."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal, assert_never

from markupsafe import Markup
from msgspec import Struct, field
from msgspec.structs import replace

from plan_compiler.document.inlines import CrossRef, Emphasis, Footnote, Inline, Marked, NumberText, Strong, Text
from plan_compiler.document.marks import Mark
from plan_compiler.document.nodes import (
    Block,
    Box,
    Figure,
    FigureSource,
    Heading,
    Lead,
    List,
    Paragraph,
    Table,
    TableCell,
    TableRow,
)
from plan_compiler.writers.html.markers import marker
from plan_compiler.writers.look import Lists
from plan_compiler.writers.templates import Macros

Medium = Literal["screen", "paged"]
"""A screen gets endnotes, downloads and hover texts; pages get footnotes and page numbers."""

_ROWS_TOGETHER = 12
"""Rows of a group that a page certainly holds."""


class Note(Struct, frozen=True):
    """A footnote to be printed behind the text."""

    number: int
    text: Markup


class Printer(Struct):
    """Prints the nodes of one document.

    `pages` gives the printed page of an anchor, for references to pages on a screen. `notes` gathers the footnotes met,
    in order.
    """

    macros: Macros
    lists: Lists
    words: Mapping[str, str]
    sources: Mapping[str, FigureSource]
    pictures: Mapping[str, str]
    downloads: Mapping[str, str]
    pages: Mapping[str, str]
    medium: Medium
    notes: list[Note] = field(default_factory=list)

    def blocks(self, blocks: Iterable[Block], depth: int = 0) -> Markup:
        """The text of `blocks`; `depth` counts the lists around them."""
        return Markup("").join(self.block(block, depth) for block in blocks)

    def block(self, block: Block, depth: int = 0, mark: str = "") -> Markup:
        """The text of one block. `mark` is what a list puts before its item."""
        match block:
            case Heading():
                text = self.macros("heading", block, self.inlines(block.title), min(block.level + 1, 6))
            case Paragraph():
                lead = self._lead(block.lead) if block.lead else ""
                text = self.macros("paragraph", mark, lead, self.inlines(block.inlines))
            case List():
                text = self.macros("list", block, self._items(block, depth))
            case Table():
                text = self._table(block)
            case Box():
                text = self.macros("box", block.caption, self.inlines(block.caption.title), self.blocks(block.blocks))
            case Figure():
                source = self.pictures.get(block.file) if block.file else None
                text = self.macros("figure", block, self.inlines(block.caption.title), source, self.words)
            case _:
                assert_never(block)
        return self._marked(block.marks, text)

    def inlines(self, inlines: Iterable[Inline]) -> Markup:
        """The text of `inlines`."""
        return Markup("").join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text():
                text = Markup.escape(inline.text)
            case Strong():
                text = self.macros("strong", self.inlines(inline.inlines))
            case Emphasis():
                text = self.macros("emphasis", self.inlines(inline.inlines))
            case NumberText():
                text = self.macros("number", inline.text, self._hover(inline.source))
            case CrossRef():
                shown = self.pages.get(inline.anchor, "…") if inline.page and self.medium == "screen" else inline.text
                text = self.macros("ref", inline, shown)
            case Footnote():
                text = self._footnote(inline)
            case Marked():
                text = self.macros("change", inline.change, self.inlines(inline.inlines), inline.note)
            case _:
                assert_never(inline)
        return text

    def _hover(self, key: str) -> FigureSource | None:
        return self.sources.get(key) if self.medium == "screen" else None

    def _footnote(self, footnote: Footnote) -> Markup:
        text = self.inlines(footnote.inlines)
        if self.medium == "paged":
            return self.macros("footnote", footnote.number, text)
        self.notes.append(Note(footnote.number, text))
        return self.macros("footnote_call", footnote.number)

    def _lead(self, lead: Lead) -> Markup:
        return self.macros("lead", lead, self.inlines(lead.title))

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
            text = self.macros("paragraph", mark, "", "") + self.blocks(blocks, depth + 1)
        return self._marked(marks, text)

    def _table(self, table: Table) -> Markup:
        head = tuple(self._row(row) for row in table.header)
        groups = _groups(table.rows)
        if self.medium == "paged":
            groups = (part for group in groups for part in _parts(group, self.words.get("continued", "")))
        bodies = tuple(tuple(self._row(row) for row in group) for group in groups)
        notes = tuple(self.inlines(note.inlines) for note in table.notes)
        widths = tuple(f"{width / 10:g}%" for width in table.widths)
        title = self.inlines(table.caption.title)
        download = self.downloads.get(table.dataset, "")
        return self.macros("table", table, title, widths, head, bodies, notes, download, self.words)

    def _row(self, row: TableRow) -> Markup:
        cells = tuple(self.macros("cell", cell, self.inlines(cell.inlines), _scope(cell)) for cell in row.cells)
        return self.macros("row", row, cells)

    def _marked(self, marks: tuple[Mark, ...], text: Markup) -> Markup:
        for mark in marks:
            text = self.macros("mark", mark, text)
        return text


def _spaced(label: str) -> str:
    """A label with a space where it would touch the text (01, a), none where its sign holds it off (1、, （1）)."""
    return f"{label} " if label[-1:].isascii() and label[-1:].isalnum() else label


def _groups(rows: tuple[TableRow, ...]) -> Iterator[tuple[TableRow, ...]]:
    """Runs of rows, each begun by a row with a group cell: the table's bodies."""
    group: list[TableRow] = []
    for row in rows:
        if group and any(cell.role == "group" for cell in row.cells):
            yield tuple(group)
            group = []
        group.append(row)
    if group:
        yield tuple(group)


def _parts(group: tuple[TableRow, ...], continued: str) -> Iterator[tuple[TableRow, ...]]:
    """A group of rows in parts that fit a page, each with the group's cell: a cell is never torn between pages."""
    title = group[0].cells[0] if group[0].cells else TableCell(())
    others = (cell for row in group for cell in row.cells if cell is not title)
    if len(group) <= _ROWS_TOGETHER or title.rowspan < len(group) or any(cell.rowspan > 1 for cell in others):
        yield group
        return
    count = -(-len(group) // _ROWS_TOGETHER)
    starts = [len(group) * part // count for part in range(count + 1)]
    for start, end in pairwise(starts):
        head, *rest = group[start:end]
        inlines = (*title.inlines, Text(continued)) if start else title.inlines
        cells = head.cells if start else head.cells[1:]
        yield (replace(head, cells=(replace(title, inlines=inlines, rowspan=end - start), *cells)), *rest)


def _scope(cell: TableCell) -> str:
    """What a header cell is the header of; "" for a cell of data."""
    match cell.role:
        case "header":
            return "colgroup" if cell.colspan > 1 else "col"
        case "group":
            return "rowgroup"
        case "name":
            return "row"
        case _:
            return ""
