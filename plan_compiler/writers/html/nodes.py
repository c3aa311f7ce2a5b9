"""From nodes of the Document to HTML: which macro of the theme prints a node, and with what."""

from collections.abc import Callable, Iterable, Mapping, Set
from typing import Literal, assert_never

from markupsafe import Markup
from msgspec import Struct, field
from msgspec.structs import replace

from plan_compiler.document.inlines import CrossRef, Emphasis, Footnote, Inline, Marked, NumberText, Strong, Text
from plan_compiler.document.marks import Mark, comment_anchor, entry_anchor
from plan_compiler.document.nodes import (
    Block,
    Box,
    Chart,
    Figure,
    FigureSource,
    Heading,
    Lead,
    List,
    Paragraph,
    SortKey,
    Table,
    TableCell,
    TableRow,
)
from plan_compiler.document.points import Point, room
from plan_compiler.document.revisions import Change, change_of
from plan_compiler.patterns import compiled
from plan_compiler.writers.html.choices import Choices
from plan_compiler.writers.html.downloads import Download
from plan_compiler.writers.html.markers import marker
from plan_compiler.writers.html.rows import groups_of, named_cell, parts_of, placed, scope_of, sorts_of
from plan_compiler.writers.look import Lists
from plan_compiler.writers.templates import Macros

_PARTED_UNIT = compiled(r"^.{0,16}(?:/|[A-Za-z][\u3380-\u33df])")
"""A figure that stays in one line, since a line could end within its unit: t/d, h㎡."""

Medium = Literal["screen", "paged"]
"""A screen gets endnotes, downloads and hover texts; pages get footnotes and page numbers."""


class Note(Struct, frozen=True):
    """A footnote to be printed behind the text."""

    number: int
    text: Markup


class Printer(Struct):
    """Prints the nodes of one document.

    `pages` gives the printed page of an anchor, for references to pages on a screen; `draw` the SVGs of a chart; rows have an
    anchor where it is among `referred` (None: all have), since on paper cells of rows without one share their styles. What is met is gathered in its order:
    `notes` are the footnotes, `anchors` what can be linked to, `figures` those whose source is told, with its anchor,
    `widths` those of columns of tables, in thousandths, `shifts` the room beside figures in tenths of a digit's width, `comments` the findings whose words are still to be put into the
    margin.
    """

    macros: Macros
    lists: Lists
    words: Mapping[str, str]
    sources: Mapping[str, FigureSource]
    pictures: Mapping[str, str]
    downloads: Mapping[str, tuple[Download, ...]]
    draw: Callable[[Chart], tuple[str, ...]]
    pages: Mapping[str, str]
    medium: Medium
    referred: Set[str] | None = None
    notes: list[Note] = field(default_factory=list)
    comments: list[Marked] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    figures: dict[str, str] = field(default_factory=dict)
    widths: set[int] = field(default_factory=set)
    shifts: set[int] = field(default_factory=set)
    room: dict[int, Point] = field(default_factory=dict)

    @property
    def link(self) -> str:
        """What the links to headings, captions and rows are called; "" on paper, which has none."""
        return self.words.get("link", "") if self.medium == "screen" else ""

    def printed_sources(self) -> tuple[Markup, ...]:
        """The sources of the figures met; each leads to its place, where that is on the page."""
        met = ((id, self.sources[key]) for key, id in self.figures.items())
        return tuple(
            self.macros("source", id, source, source.anchor if source.anchor in self.anchors else "", self.words)
            for id, source in met
        )

    def blocks(self, blocks: Iterable[Block], depth: int = 0) -> Markup:
        """The text of `blocks`; `depth` counts the lists around them."""
        return Markup("").join(self.block(block, depth) for block in blocks)

    def block(self, block: Block, depth: int = 0, mark: str = "") -> Markup:
        """The text of one block. `mark` is what a list puts before its item."""
        match block:
            case Heading():
                self.anchors.add(block.anchor)
                text = self.macros("heading", block, self.inlines(block.title), min(block.level + 1, 6), self.link)
                text = self._comment_notes() + text
            case Paragraph():
                lead = self._lead(block.lead) if block.lead else ""
                text = self.macros("paragraph", mark, lead, self.inlines(block.inlines))
                text = self._comment_notes() + text
            case List():
                self.anchors.add(block.anchor)
                text = self.macros("list", block, self._items(block, depth))
            case Table():
                text = self._table(block)
            case Box():
                self.anchors.add(block.caption.anchor)
                title = self.inlines(block.caption.title)
                notes = self._comment_notes()
                text = notes + self.macros("box", block.caption, title, self.blocks(block.blocks), self.link)
            case Figure():
                source = self.pictures.get(block.file) if block.file else None
                self.anchors.add(block.caption.anchor)
                title = self.inlines(block.caption.title)
                text = self._comment_notes() + self.macros("figure", block, title, source, self.words, self.link)
            case Chart():
                self.anchors.add(block.caption.anchor)
                drawings = tuple(map(Markup, self.draw(block)))
                title = self.inlines(block.caption.title)
                text = self._comment_notes() + self.macros("chart", block, title, drawings, self.link)
            case _:
                assert_never(block)
        return self._marked(block.marks, text)

    def _comment_notes(self) -> Markup:
        """The comments met since the last call, for the margin beside the block that they stand in."""
        notes = Markup("").join(self.macros("comment_note", comment, _message(comment)) for comment in self.comments)
        self.comments.clear()
        return notes

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
                source = self._source(inline.source) if inline.text else ""
                text = self.macros("number", inline.text, source, _PARTED_UNIT.search(inline.text) is not None)
            case CrossRef():
                shown = self.pages.get(inline.anchor, "…") if inline.page and self.medium == "screen" else inline.text
                text = self.macros("ref", inline, shown)
            case Footnote():
                text = self._footnote(inline)
            case Marked():
                text = self._mark(inline)
            case _:
                assert_never(inline)
        return text

    def _source(self, key: str) -> str:
        """The anchor of what is told of the figure; "" where there is nothing to tell."""
        if key not in self.sources:
            return ""
        return self.figures.setdefault(key, f"source-{len(self.figures) + 1}")

    def _mark(self, inline: Marked) -> Markup:
        text = self.inlines(inline.inlines)
        if not inline.number:
            return self.macros("change", inline.change, text, inline.note)
        self.comments.append(inline)
        return self.macros("comment", inline, text, comment_anchor(inline.number), entry_anchor(inline.number))

    def _footnote(self, footnote: Footnote) -> Markup:
        text = self.inlines(footnote.inlines)
        if self.medium == "paged":
            return self.macros("footnote", footnote.number, text)
        self.notes.append(Note(footnote.number, text))
        return self.macros("footnote_call", footnote.number)

    def _lead(self, lead: Lead) -> Markup:
        self.anchors.add(lead.anchor)
        return self.macros("lead", lead, self.inlines(lead.title), self.link)

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
        self.anchors.add(table.caption.anchor)
        self.widths.update(table.widths)
        self.room = {id(cell): point for cell, point in room(table.rows, len(table.columns))}
        title = self.inlines(table.caption.title)
        margin = self._comment_notes()
        choices = Choices(table)
        screen = self.medium == "screen"
        tools = table.tools if screen else None
        sorts = sorts_of(table) if screen else ()
        head = tuple(self._row(row, under, sorts=sorts) for row, under in placed(table.header))
        groups = groups_of(table.rows)
        if not screen:
            groups = (part for group in groups for part in parts_of(group, self.words.get("continued", "")))
        bodies = tuple(
            tuple(
                self._row(row, under, options=choices.keys(row.choices) if tools else "")
                for row, under in placed(group)
            )
            for group in groups
        )
        notes = tuple(self.inlines(note.inlines) for note in table.notes)
        below = self._comment_notes()
        text = self.macros(
            "table",
            table,
            title,
            head,
            bodies,
            notes,
            self.downloads.get(table.dataset, ()),
            choices.tools(tools) if tools else None,
            self.words,
            self.link,
        )
        return margin + text + below

    def _shift(self, cell: TableCell) -> Point | None:
        """The room at both sides of a figure that puts it under the others of its column."""
        shift = self.room.get(id(cell))
        if shift is None:
            return None
        shift = Point(shift.head if cell.align == "center" else 0, shift.tail)
        self.shifts.update(shift)
        return shift if any(shift) else None

    def _row(self, row: TableRow, under: bool, *, options: str = "", sorts: tuple[SortKey, ...] = ()) -> Markup:
        """A row; `under` where it begins beside a cell of a row above.

        In the cell of its name are the link to it, where it can be linked to, and the comments of cells that have no
        room for their own: beside a table is none either.
        """
        if self.referred is not None and row.anchor not in self.referred:
            row = replace(row, anchor="")
        self.anchors.add(row.anchor)
        named = named_cell(row) if row.anchor else None
        change = change_of(row.marks)
        noted = named_cell(row) or next(iter(row.cells), None)
        texts, notes = self._cell_texts(row.cells, change)
        cells = tuple(
            self.macros(
                "cell",
                cell,
                text + notes if cell is noted else text,
                scope_of(cell),
                sorts[column] if sorts else "",
                row.anchor if cell is named else "",
                self.link,
                self._shift(cell),
            )
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True))
        )
        return self.macros("row", row, cells, options, change or "", under)

    def _cell_texts(self, cells: Iterable[TableCell], change: Change | None) -> tuple[list[Markup], Markup]:
        """The texts of `cells`, and the comments of those among them that are too narrow for their own."""
        texts: list[Markup] = []
        elsewhere = Markup("")
        for cell in cells:
            text = self._changed(change, self.inlines(cell.inlines))
            notes = self._comment_notes()
            roomy = cell.role == "words" and cell.align == "left"
            texts.append(text + notes if roomy else text)
            elsewhere += "" if roomy else notes
        return texts, elsewhere

    def _changed(self, change: Change | None, text: Markup) -> Markup:
        """A text of a row that came or went: a table has no place for a mark around the row itself."""
        return self.macros("change", change, text, "") if change and text else text

    def _marked(self, marks: tuple[Mark, ...], text: Markup) -> Markup:
        for mark in marks:
            text = self.macros("mark", mark, text)
        return text


def _message(comment: Marked) -> str:
    """What is wrong: a margin has no room for more, and the list at the end has it all."""
    return comment.note.partition("\n")[0]


def _spaced(label: str) -> str:
    """A label with a space where it would touch the text (01, a), none where its sign holds it off (1、, （1）)."""
    return f"{label} " if label[-1:].isascii() and label[-1:].isalnum() else label
