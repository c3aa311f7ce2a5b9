"""A table of data: its tree of rows as indented titles, figures under columns."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from plan_compiler.diagnostics import NodePath
from plan_compiler.document.inlines import Inline, NumberText, Text, plain_text
from plan_compiler.document.nodes import Caption, DataSet, Table, TableCell, TableRow
from plan_compiler.link.linked import LinkedTable
from plan_compiler.link.tables.grid import Grid, GridRow
from plan_compiler.lower.cells import LINE, header, length, longest, longest_word, widths, words_cell, written
from plan_compiler.lower.notes import table_notes
from plan_compiler.lower.scope import Scope
from plan_compiler.lower.table_figures import FigureStyle
from plan_compiler.lower.text import footnote
from plan_compiler.model.tables import Column
from plan_compiler.quantity.number import Number

_NARROWEST, _WIDEST = 7, 36
"""Widths of columns in half-width characters."""
_FEWEST = 12
"""What a column of words keeps where figures need the room."""
_DEEPEST = 6
_BESIDE = frozenset({"including", "memo"})
"""Roles of rows that are not added: what has no others below it is not their sum."""


def lower_data_table(scope: Scope, linked: LinkedTable, block: NodePath) -> Table:
    """The table, for the block that places it. Printed a second time, it has no anchor of its own."""
    grid, path = linked.grid, linked.grid.path
    first = grid.table.id not in scope.tables
    scope.tables.add(grid.table.id)
    has_units = any(row.row.unit is not None for row in grid.rows)
    titles = _titles(scope, grid, has_units)
    style = FigureStyle.of(scope.linked, linked)
    rows = tuple(_row(scope, linked, row, style, has_units) for row in grid.rows)
    if first:
        scope.datasets.append(_dataset(grid, titles, rows))
    return Table(
        caption=Caption(
            "table",
            scope.label(path),
            (Text(grid.table.title),),
            scope.anchor(grid.table.id, path) if first else scope.anchor(None, block),
        ),
        unit="" if has_units else grid.table.unit or "",
        columns=titles,
        widths=_widths(titles, rows),
        header=tuple(_header(grid, titles, path)),
        rows=rows,
        notes=table_notes(scope, (*path, "note"), grid.table.note),
        dataset=grid.table.id,
        origin=path,
    )


def _titles(scope: Scope, grid: Grid, has_units: bool) -> tuple[str, ...]:
    units = (scope.words.indicator_columns.unit,) if has_units else ()
    columns = (_column_title(scope, grid, column) for column in grid.columns.values())
    return (grid.table.stub or scope.words.data_table.stub, *units, *columns)


def _column_title(scope: Scope, grid: Grid, column: Column) -> str:
    """The title, with the unit where it is not that of the whole table."""
    if column.unit in (None, "", "-", grid.table.unit) or column.unit in column.title:
        return column.title
    return scope.words.annex_columns.amount.format(title=column.title, unit=column.unit)


def _header(grid: Grid, titles: tuple[str, ...], path: NodePath) -> Iterator[TableRow]:
    """One row of titles; two where neighbouring columns stand under a common one."""
    columns = list(grid.columns.values())
    own = titles[len(titles) - len(columns) :]
    fixed = titles[: len(titles) - len(columns)]
    if not any(column.under for column in columns):
        yield TableRow(tuple(header(title) for title in titles), (*path, "columns"), "header")
        return
    top = [header(title, rowspan=2) for title in fixed]
    below: list[TableCell] = []
    for under, group in groupby(zip(columns, own, strict=True), key=lambda each: each[0].under):
        members = [title for _, title in group]
        if under is None:
            top += [header(title, rowspan=2) for title in members]
        else:
            top.append(TableCell((Text(under),), "center", colspan=len(members), role="header"))
            below += [header(title) for title in members]
    yield TableRow(tuple(top), (*path, "columns"), "header")
    yield TableRow(tuple(below), (*path, "columns"), "header")


def _row(scope: Scope, linked: LinkedTable, row: GridRow, style: FigureStyle, has_units: bool) -> TableRow:
    grid = linked.grid
    heading = _is_heading(grid, row)
    cells: list[TableCell] = [_name(scope, grid, row)]
    if has_units:
        unit = "" if heading else row.unit if row.unit is not None else grid.table.unit
        cells.append(written(words_cell(unit or "", "center"), (*row.path, "unit")))
    cells += (_cell(linked, row, name, style, heading) for name in grid.columns)
    return TableRow(tuple(cells), row.path, _role(grid, row, heading))


def _role(grid: Grid, row: GridRow, heading: bool) -> str:
    match row.row.role:
        case "total" | "subtotal" as role:
            return role
        case None if row.depth == 0 and any(grid.rows[index].row.role not in _BESIDE for index in row.below):
            return "group" if heading else "subtotal"
        case _:
            return "row"


def _is_heading(grid: Grid, row: GridRow) -> bool:
    """Whether a row prints no figures: it heads a partition, or rows whose total is a row of its own."""
    if row.row.stated or row.row.cells:
        return False
    own_total = any(grid.rows[index].row.role == "total" for index in row.below)
    return row.row.role == "partition" or own_total


def _name(scope: Scope, grid: Grid, row: GridRow) -> TableCell:
    title: tuple[Inline, ...] = (Text(_prefix(scope, grid, row) + row.row.title),)
    if row.row.note is not None:
        title = (*title, footnote(scope, (*row.path, "note"), row.row.note))
    return TableCell(title, role="name", indent=min(row.depth, _DEEPEST), origin=(*row.path, "title"))


def _prefix(scope: Scope, grid: Grid, row: GridRow) -> str:
    """其中：or 减： before the first of a run of such rows, unless it is in the title."""
    match row.row.role:
        case "including":
            prefix = scope.words.indicator_columns.of_which
        case "less":
            prefix = scope.words.data_table.less
        case _:
            return ""
    position = row.siblings.index(row.index)
    follows = position > 0 and grid.rows[row.siblings[position - 1]].row.role == row.row.role
    return "" if follows or row.row.title.startswith(prefix.strip()) else prefix


def _cell(linked: LinkedTable, row: GridRow, name: str, style: FigureStyle, heading: bool) -> TableCell:
    cell = linked.cell(row.index, name)
    if cell is None:
        words = row.row.cells.get(name, "")
        return written(words_cell(words.text if isinstance(words, Number) else words), (*row.path, name))
    origin = (*row.path, name) if cell.place.path == row.path else cell.place.path
    text = "" if heading else style.text(cell)
    if not isinstance(cell.written, Number) and cell.written is not None and not any(map(str.isdigit, text)):
        return written(words_cell(text, "center"), origin)
    return TableCell((NumberText(text, cell.key),) if text else (), "right", role="number", origin=origin)


def _widths(titles: tuple[str, ...], rows: tuple[TableRow, ...]) -> tuple[int, ...]:
    """Widths in proportion to the longest text of each column, none too narrow and none too wide.

    Where that is more than a line holds, words give way, those of titles among them, since they can be broken; a figure cannot, nor a word of letters.
    """
    texts = longest(rows, len(titles))
    wished = [
        min(max(length(title), text, _NARROWEST - 2) + 2, _WIDEST) for title, text in zip(titles, texts, strict=True)
    ]
    figures = {index for row in rows for index, cell in enumerate(row.cells) if cell.role == "number"}
    least = [_least(index, title, texts, rows, index in figures) for index, title in enumerate(titles)]
    spare = [max(width - own, 0) for width, own in zip(wished, least, strict=True)]
    lacking = min(max(sum(wished) - LINE, 0), sum(spare))
    edges = [lacking * part // (sum(spare) or 1) for part in accumulate(spare, initial=0)]
    return widths([width - (end - start) for width, (start, end) in zip(wished, pairwise(edges), strict=True)])


def _least(column: int, title: str, texts: Sequence[int], rows: Sequence[TableRow], has_figures: bool) -> int:
    """What a column keeps where room is lacking: its figures, with a title on two lines; of words, some, and the longest that is not broken."""
    if has_figures:
        return max(texts[column], longest_word(title), -(-length(title) // 2), _NARROWEST - 2) + 2
    words = (plain_text(row.cells[column].inlines) for row in rows if len(row.cells) > column)
    return max(_FEWEST, longest_word(title, *words) + 2)


def _dataset(grid: Grid, titles: tuple[str, ...], rows: tuple[TableRow, ...]) -> DataSet:
    data = tuple(tuple(plain_text(cell.inlines) for cell in row.cells) for row in rows)
    return DataSet(grid.table.id, grid.table.title, titles, data)
