"""Tables of the Document on Word's grid: spans become merged cells, shares become widths."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.document.grid import EMPTY, Slot, slots
from plan_compiler.document.nodes import Table, TableCell, TableRow
from plan_compiler.document.points import Point, column_points, point_of
from plan_compiler.document.revisions import Change, change_of
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.captions import caption_text, compose_caption
from plan_compiler.writers.docx.changes import changed_row, revised, with_properties
from plan_compiler.writers.docx.inlines import bookmarked, compose_inlines, text_runs
from plan_compiler.writers.docx.scope import Scope
from plan_compiler.writers.docx.units import indent
from plan_compiler.writers.look import Style

_FILLED_ROLES = ("subtotal", "total")
_HALF = 3
"""Tenths of a digit from which on room is worth a space."""
_TAIL = 5
_WITHOUT: tuple[Change, Change] = ("deleted", "inserted")
"""What the newer and the older revision are without."""
_STRONG_ROWS = (*_FILLED_ROLES, "group")


def compose_table(table: Table, scope: Scope) -> Iterator[w.Block]:
    """Caption, unit, the table itself and what follows it."""
    yield from compose_caption(table.caption, "TableCaption", scope, keep_next=True)
    if table.unit:
        yield w.Paragraph("TableUnit", tuple(text_runs(scope.words.get("unit", "") + table.unit)), keep_next=True)
    grid = column_widths(table.widths, scope.width)
    if grid and (table.header or table.rows):
        notes = tuple(change_of(note.marks) for note in table.notes)
        rows = (*_rows(table.header, (), grid, scope), *_rows(table.rows, notes, grid, scope, header=False))
        yield w.Table("PlanTable", caption_text(table.caption), "、".join(table.columns), sum(grid), grid, rows)


def column_widths(shares: Sequence[int], width: int) -> tuple[int, ...]:
    """Widths in twips in proportion to `shares` that add up to `width` exactly; each is at least 1."""
    whole = sum(shares) or 1
    edges, running = [0], 0
    for share in shares:
        running += share
        edges.append(max(edges[-1] + 1, width * running // whole))
    return tuple(right - left for left, right in pairwise(edges))


class _Place(Struct, frozen=True):
    """Where a cell stands: its row, whether that is one of the header rows, and whether it stays with the next one in
    the newer and in the older revision.
    """

    row: TableRow
    header: bool
    keep_next: bool
    kept_next: bool
    scope: Scope

    def style(self, cell: TableCell) -> str:
        """The paragraph style of `cell` here."""
        table = "AnnexTable" if self.scope.annex else "Table"
        if self.header or cell.role == "header":
            return f"{table}Header"
        strong = cell.role in _FILLED_ROLES or self.row.role in _STRONG_ROWS
        return f"{table}Total" if strong else f"{table}Text"

    def look_of_text(self) -> Style:
        """The theme's style of words here."""
        styles = self.scope.look.styles
        return styles.table_annex if self.scope.annex else styles.table

    def fill(self, cell: TableCell | None) -> str:
        """The colour behind `cell` here, "" for none."""
        look = self.scope.look
        palette = look.colours.light
        if self.header:
            return palette.header_fill.removeprefix("#") if look.table.header_fill else ""
        filled = self.row.role in _FILLED_ROLES or (cell is not None and cell.role in _FILLED_ROLES)
        return palette.total_fill.removeprefix("#") if filled else ""


def _rows(
    rows: Sequence[TableRow],
    notes: Sequence[Change | None],
    grid: tuple[int, ...],
    scope: Scope,
    *,
    header: bool = True,
) -> Iterator[w.Row]:
    """`rows` on the `grid`; `notes` are the changes of what follows them."""
    lines, points = slots(rows, len(grid)), _points(rows, len(grid), scope)
    tail = _TAIL if scope.annex and not header else 0
    kept = (_kept(rows, notes, without, tail) for without in _WITHOUT)
    for row, line, newer, older in zip(rows, lines, *kept, strict=True):
        # A title of rows stays with the first of them, a sum with the last one it adds, a note with the last of all; the
        # last sums of an annex are not alone with one project on a page.
        always = header or row.role == "group"
        change = change_of(row.marks)
        view = scope.older if change == "deleted" else scope.newer if change else scope
        place = _Place(row, header, always or (older if change == "deleted" else newer), always or older, view)
        cells: list[w.Cell] = []
        column = 0
        for slot in line:
            cells.append(_cell(slot, sum(grid[column : column + slot.span]), place, points[column]))
            column += slot.span
        made = w.Row(tuple(cells), header=header)
        yield changed_row(made, change, scope) if change else made


def _kept(rows: Sequence[TableRow], notes: Sequence[Change | None], without: Change, tail: int) -> list[bool]:
    """Whether a sum or a note follows each of `rows`, or it is one of the last `tail` with another behind it, in the
    revision that has none that is `without`.
    """
    told: list[bool] = []
    then, behind = "note" if any(note != without for note in notes) else "", 0
    for row in reversed(rows):
        told.append(then in (*_FILLED_ROLES, "note") or 0 < behind < tail)
        if change_of(row.marks) != without:
            then, behind = row.role, behind + 1
    return told[::-1]


_Points = tuple[Point | None, Point | None]
"""The room that the figures of a column take in the newer and in the older revision."""


def _points(rows: Sequence[TableRow], columns: int, scope: Scope) -> tuple[_Points, ...]:
    if scope.tracked is None:
        return tuple((point, point) for point in column_points(rows, columns))
    return tuple(zip(*(column_points(rows, columns, without) for without in _WITHOUT), strict=True))


def _beside(cell: TableCell, span: int, points: _Points, place: _Place) -> tuple[tuple[w.Inline, ...], ...]:
    """The room before and behind the figure of `cell`, in the revisions that have it."""
    if span != 1 or cell.role != "number":
        return (), ()
    sides = [
        _rooms(cell, *each) for each in zip(points, _WITHOUT if place.scope.tracked else (None, None), strict=True)
    ]
    newer, older = sides
    change = change_of(place.row.marks)
    if change is not None:
        return older if change == "deleted" else newer
    return tuple(revised(now, was, place.scope) for now, was in zip(newer, older, strict=True))


def _rooms(cell: TableCell, point: Point | None, without: Change | None) -> tuple[tuple[w.Run, ...], tuple[w.Run, ...]]:
    own = point_of(cell, without) if point is not None else None
    if point is None or own is None:
        return (), ()
    return _room(point.head - own.head) if cell.align == "center" else (), _room(point.tail - own.tail)


def _cell(slot: Slot, width: int, place: _Place, points: _Points) -> w.Cell:
    cell = slot.cell or EMPTY
    if slot.merge == "go_on":
        return w.Cell(width, (w.Paragraph(place.style(cell), ()),), slot.span, slot.merge, place.fill(cell))
    style = place.style(cell)
    inlines = bookmarked(
        place.scope.targets.labels, place.row.anchor, compose_inlines(cell.inlines, place.scope), place.scope
    )
    before, behind = _beside(cell, slot.span, points, place)
    inlines = (*before, *inlines, *behind)
    paragraph = w.Paragraph(
        style, inlines, align=cell.align, indent=indent(cell.indent, place.look_of_text()), keep_next=place.keep_next
    )
    kept = with_properties(paragraph, replace(paragraph, keep_next=place.kept_next), place.scope)
    return w.Cell(width, (kept,), slot.span, slot.merge, place.fill(slot.cell))


def _room(tenths: int) -> tuple[w.Run, ...]:
    """Room beside a figure that puts its point under those of its column.

    No-break spaces are half as wide as a digit in the faces of office programs; a tab stop at the point, which Word has
    for this (17.18.84), is not known to others.
    """
    return (w.Run("\u00a0" * round(tenths / 5)),) if tenths >= _HALF else ()
