"""A data table as a grid: its tree of rows in printed order, each row with the name that references use for it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from unicodedata import normalize

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.vocabulary import DataTableWords
from plan_compiler.language.years import FOUR_DIGITS
from plan_compiler.model.names import row_fault
from plan_compiler.model.plan import Plan
from plan_compiler.model.tables import Column, DataTable, Row, walk_rows
from plan_compiler.patterns import compiled

_TOTAL = "total"
_ABOUT = compiled(r"^[(\s]+|[):\s]+$")
_A_YEAR = compiled(r"(?:19|20)[0-9]{2}年?")


class GridRow(Struct, frozen=True):
    """A row: its place in the tree, and what it takes over from the rows above it.

    `name` is its id, else its title where that can be a name and is the only one of the table, else ``#`` and its number.
    `unit` and `kind` are its own or the nearest ones above. `siblings` are the rows of its list, itself among them.
    """

    index: int
    name: str
    row: Row
    path: NodePath
    depth: int
    parent: int | None
    siblings: tuple[int, ...]
    below: tuple[int, ...]
    unit: str | None
    kind: str | None


class Grid(Struct, frozen=True, dict=True):
    """A data table with its rows in printed order. `by_name` has every name that a row can be referred to by."""

    table: DataTable
    path: NodePath
    rows: tuple[GridRow, ...]
    by_name: Mapping[str, int]

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        """The columns by id, in printed order."""
        return self.table.layout

    def key(self, row: int, column: str) -> str:
        """The key of the figure in a cell."""
        return cell_key(self.table.id, self.rows[row].name, column)

    def row_named(self, name: str) -> int | None:
        """The row that is referred to by `name`; ``total`` is the row of the total, whatever its own name."""
        plain = plain_name(name)
        if plain == _TOTAL and plain not in self.by_name:
            totals = [row.index for row in self.rows if row.row.role == _TOTAL and row.parent is None]
            return totals[0] if len(totals) == 1 else None
        return self.by_name.get(plain)

    @cached_property
    def continued_rows(self) -> frozenset[int]:
        """The rows that are the balance of another: those that continue one, and those continued."""
        continuing = [row for row in self.rows if row.row.continues is not None]
        continued = (self.by_name.get(plain_name(row.row.continues or "")) for row in continuing)
        return frozenset(row.index for row in continuing) | {index for index in continued if index is not None}

    @cached_property
    def continued_columns(self) -> frozenset[str]:
        """The columns that are the balance of another, likewise."""
        pairs = [(own, column.continues) for own, column in self.columns.items() if column.continues is not None]
        return frozenset(name for pair in pairs for name in pair)

    @cached_property
    def columns_are_periods(self) -> bool:
        """Whether the columns are a sequence of periods: declared, as a row continues another, or as all that have figures of their own are years."""
        plain = [own for own, column in self.columns.items() if not column.formula and column.kind != "words"]
        years = len(plain) > 1 and all(FOUR_DIGITS.fullmatch(own) for own in plain)
        return self.table.periods == "columns" or bool(self.continued_rows) or (years and self.table.periods is None)

    @cached_property
    def rows_are_periods(self) -> bool:
        """Whether the rows are a sequence of periods: declared, as a column continues another, or as all that are added up are called by years."""
        added = [row for row in self.rows if row.row.role is None and not row.row.formula]
        years = len(added) > 1 and all(_A_YEAR.fullmatch(row.row.title.strip()) for row in added)
        return self.table.periods == "rows" or bool(self.continued_columns) or (years and self.table.periods is None)

    @cached_property
    def period_columns(self) -> tuple[str, ...]:
        """The columns that are periods: those that are years, if any are; else all with figures of their own."""
        plain = tuple(own for own, column in self.columns.items() if not column.formula and column.kind != "words")
        return tuple(own for own in plain if own.isdigit()) or plain


def grids(plan: Plan) -> dict[str, Grid]:
    """The grid of every data table by its id; of tables with the same id, the first."""
    found: dict[str, Grid] = {}
    for index, table in enumerate(plan.tables):
        if table.id not in found:
            found[table.id] = grid(table, ("tables", index))
    return found


def grid(table: DataTable, path: NodePath) -> Grid:
    """The grid of the table at `path`."""
    everything = list(walk_rows(table.rows, (*path, "rows")))
    names, by_name = _names([row for _, row in everything])
    rows: list[GridRow] = []
    _flatten(rows, names, table.rows, (*path, "rows"), None)
    return Grid(table, path, tuple(rows), by_name)


def role_called(title: str, words: DataTableWords) -> str:
    """The role of a row that is called by a word for a total, "" for others: 合　计, （小计）, Total:."""
    called = _ABOUT.sub("", plain_name(title)).casefold()
    closed = "".join(called.split())
    if called in words.totals or closed in words.totals:
        return _TOTAL
    return "subtotal" if called in words.subtotals or closed in words.subtotals else ""


def cell_key(table: str, row: str, column: str) -> str:
    """The key of the figure in a cell, as expressions name it: ``water.surface.plan``, ``budget.roads[2025]``."""
    return column_key(f"{table}.{row}", column)


def column_key(owner: str, column: str) -> str:
    """The key of what stands in a column of `owner`, a row or whatever else has columns; years stand in brackets."""
    return f"{owner}[{column}]" if column.isdigit() else f"{owner}.{column}"


def plain_name(text: str) -> str:
    """A name or a title in the form in which names are compared."""
    return normalize("NFKC", text).strip()


def _names(rows: list[Row]) -> tuple[list[str], dict[str, int]]:
    by_name: dict[str, int] = {}
    for index, row in enumerate(rows):
        if row.id is not None:
            by_name.setdefault(row.id, index)
    ids = set(by_name)
    titles = [plain_name(row.title) for row in rows]
    times = Counter(titles)
    for index, title in enumerate(titles):
        if times[title] == 1 and row_fault(title) is None:
            by_name.setdefault(title, index)
    names = []
    for index, (row, title) in enumerate(zip(rows, titles, strict=True)):
        if row.id is not None and by_name[row.id] == index:
            names.append(row.id)
        elif row.id is None and title not in ids and by_name.get(title) == index:
            names.append(title)
        else:
            names.append(f"#{index + 1}")
    return names, by_name


def _flatten(
    found: list[GridRow], names: list[str], rows: tuple[Row, ...], path: NodePath, parent: GridRow | None
) -> tuple[int, ...]:
    """Add `rows` and what is below them; the indexes of `rows`."""
    indexes = tuple(_positions(len(found), rows))
    for position, (index, row) in enumerate(zip(indexes, rows, strict=True)):
        here = (*path, position)
        unit = row.unit if row.unit is not None else parent.unit if parent else None
        kind = row.kind or (parent.kind if parent else None)
        depth = parent.depth + 1 if parent else 0
        above = parent.index if parent else None
        below = tuple(_positions(index + 1, row.rows))
        own = GridRow(index, names[index], row, here, depth, above, indexes, below, unit, kind)
        found.append(own)
        _flatten(found, names, row.rows, (*here, "rows"), own)
    return indexes


def _positions(start: int, rows: tuple[Row, ...]) -> Iterator[int]:
    """The indexes in printed order of rows that begin at `start`, each followed by what is below it."""
    for row in rows:
        yield start
        start += _size(row)


def _size(row: Row) -> int:
    return 1 + sum(_size(below) for below in row.rows)
