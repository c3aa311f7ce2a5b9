"""From tables of the Document to HTML: their rows and cells, and what is gathered for the style sheets."""

from collections.abc import Iterable, Mapping, Set

from markupsafe import Markup
from msgspec import Struct, field
from msgspec.structs import replace

from plan_compiler.document.nodes import SortKey, Table, TableCell, TableRow
from plan_compiler.document.points import Point, room
from plan_compiler.document.revisions import Change, change_of
from plan_compiler.writers.html.choices import Choices
from plan_compiler.writers.html.downloads import Download
from plan_compiler.writers.html.inlines import InlinePrinter
from plan_compiler.writers.html.rows import groups_of, named_cell, parts_of, placed, scope_of, sorts_of


class TablePrinter(Struct):
    """Prints the tables of one document.

    Rows have an anchor where it is among `referred` (None: all have), since on paper cells of rows without one share their styles. What is met
    is gathered: `anchors` what can be linked to, `widths` those of columns, in thousandths, `shifts` the room beside figures in tenths of a
    digit's width.
    """

    texts: InlinePrinter
    downloads: Mapping[str, tuple[Download, ...]]
    referred: Set[str] | None
    anchors: set[str]
    widths: set[int] = field(default_factory=set)
    shifts: set[int] = field(default_factory=set)
    room: dict[int, Point] = field(default_factory=dict)

    def table(self, table: Table) -> Markup:
        """The text of a table, with the comments of its cells beside it and below."""
        self.anchors.add(table.caption.anchor)
        self.widths.update(table.widths)
        self.room = {id(cell): point for cell, point in room(table.rows, len(table.columns))}
        title = self.texts.all(table.caption.title)
        margin = self.texts.comment_notes()
        choices = Choices(table)
        screen = self.texts.medium == "screen"
        tools = table.tools if screen else None
        sorts = sorts_of(table) if screen else ()
        head = tuple(self._row(row, under, sorts=sorts) for row, under in placed(table.header))
        groups = groups_of(table.rows)
        if not screen:
            groups = (part for group in groups for part in parts_of(group, self.texts.words.get("continued", "")))
        bodies = tuple(
            tuple(
                self._row(row, under, options=choices.keys(row.choices) if tools else "")
                for row, under in placed(group)
            )
            for group in groups
        )
        notes = tuple(self.texts.all(note.inlines) for note in table.notes)
        below = self.texts.comment_notes()
        text = self.texts.macros(
            "table",
            table,
            title,
            head,
            bodies,
            notes,
            self.downloads.get(table.dataset, ()),
            choices.tools(tools) if tools else None,
            self.texts.words,
            self.texts.link,
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
            self.texts.macros(
                "cell",
                cell,
                text + notes if cell is noted else text,
                scope_of(cell),
                sorts[column] if sorts else "",
                row.anchor if cell is named else "",
                self.texts.link,
                self._shift(cell),
            )
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True))
        )
        return self.texts.macros("row", row, cells, options, change or "", under)

    def _cell_texts(self, cells: Iterable[TableCell], change: Change | None) -> tuple[list[Markup], Markup]:
        """The texts of `cells`, and the comments of those among them that are too narrow for their own."""
        texts: list[Markup] = []
        elsewhere = Markup("")
        for cell in cells:
            text = self._changed(change, self.texts.all(cell.inlines))
            notes = self.texts.comment_notes()
            roomy = cell.role == "words" and cell.align == "left"
            texts.append(text + notes if roomy else text)
            elsewhere += "" if roomy else notes
        return texts, elsewhere

    def _changed(self, change: Change | None, text: Markup) -> Markup:
        """A text of a row that came or went: a table has no place for a mark around the row itself."""
        return self.texts.macros("change", change, text, "") if change and text else text
