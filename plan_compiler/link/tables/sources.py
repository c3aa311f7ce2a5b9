"""What computes the cells of a data table: formulas, sums of rows, balances brought forward.

Where a column's formula and a row's meet, a column that only adds up gives way to the row's formula; every other column
formula goes first. Rates are not added up.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct, field

from plan_compiler.diagnostics import NodePath
from plan_compiler.link.tables.formulas import Formula, Formulas
from plan_compiler.link.tables.grid import Grid, GridRow, plain_name
from plan_compiler.link.tables.linked import Basis, Member, Same, Source, Sum
from plan_compiler.quantity.units import Unit, parse_unit

Sourced: TypeAlias = tuple[Basis, Source]
Weighted: TypeAlias = tuple[int, int]
"""A row and 1 or, where it is subtracted, -1."""

_ADDENDS = frozenset({None, "less"})


class Group(Struct, frozen=True):
    """Rows that make up a whole by themselves; `title` is that of a partition."""

    rows: tuple[Weighted, ...]
    title: str
    path: NodePath


class Sources(Struct):
    """The sources of the cells of one table."""

    grid: Grid
    formulas: Formulas
    incomplete: frozenset[NodePath]
    _found: dict[tuple[int, str], tuple[Sourced, ...]] = field(default_factory=dict)
    _measures: dict[tuple[str | None, str | None, bool, str], tuple[Unit, bool]] = field(default_factory=dict)

    def of(self, row: int, column: str) -> tuple[Sourced, ...]:
        """The ways in which a cell is computed, the one that gives it its figure first; none for one that is not."""
        at = row, column
        if at not in self._found:
            self._found[at] = tuple(self._of(self.grid.rows[row], column))
        return self._found[at]

    def unit(self, row: GridRow, column: str) -> Unit:
        """The unit of a cell: that of the formula that computes it, else of the row, of the column, of the table."""
        return self._measure(row, column)[0]

    def adds(self, row: GridRow, column: str) -> bool:
        """Whether a cell is added up: as its row or column declares, else if its unit is that of an amount."""
        return self._measure(row, column)[1]

    def _measure(self, row: GridRow, column: str) -> tuple[Unit, bool]:
        by_row = row.index in self.formulas.rows or (row.index, column) in self.formulas.cells
        alike = row.unit, row.kind, by_row, column
        if alike not in self._measures:
            own = self.grid.columns[column]
            units: tuple[str | None, ...] = (row.unit, own.unit, self.grid.table.unit)
            if own.unit is not None and column in self.formulas.columns and not by_row:
                units = (own.unit,)
            unit = parse_unit(next((unit for unit in units if unit is not None), ""))
            self._measures[alike] = unit, _adds({row.kind, own.kind} - {None}, unit)
        return self._measures[alike]

    def _of(self, row: GridRow, name: str) -> Iterator[Sourced]:
        column = self.grid.columns[name]
        own = self.formulas.cells.get((row.index, name))
        by_row, by_column = self.formulas.rows.get(row.index), self.formulas.columns.get(name, ())
        if column.kind == "words":
            return
        if own is not None:
            yield self._of_row(own, row, name)
        elif by_column and by_column[0].adds_up:
            yield from self._total_of_columns(row, name, by_column, by_row)
        elif by_column:
            yield from self._of_column(by_column, row, name)
        elif by_row is not None:
            yield self._of_row(by_row, row, name)
        elif (balance := self._brought_forward(row, name)) is not None:
            yield Basis.ROLL_FORWARD, Same(balance)
        else:
            yield from self._sums(row, name)

    def _of_row(self, formula: Formula, row: GridRow, name: str) -> Sourced:
        rolls = any(self.grid.rows[index].row.continues is not None for index in formula.rows)
        return Basis.ROLL_FORWARD if rolls else Basis.ROW, formula.at(self.grid, row.index, name)

    def _of_column(self, formulas: Sequence[Formula], row: GridRow, name: str) -> Iterator[Sourced]:
        for formula in formulas:
            rolls = any(self.grid.columns[column].continues is not None for column in formula.columns)
            yield Basis.ROLL_FORWARD if rolls else Basis.COLUMN, formula.at(self.grid, row.index, name)
        if formulas[0].terms is not None and not self._is_stock(row, name):
            yield from self._sums(row, name, whole=not formulas[0].adds_up)

    def _total_of_columns(
        self, row: GridRow, name: str, formulas: Sequence[Formula], by_row: Formula | None
    ) -> Iterator[Sourced]:
        """A cell in a column that only adds up other columns."""
        if self.grid.columns_are_periods and self._is_stock(row, None) and (columns := formulas[0].columns):
            end = columns[0] if row.row.continues is not None else columns[-1]
            yield Basis.PERIODS, Same(self.grid.key(row.index, end))
            yield from self._sums(row, name)
        elif by_row is not None:
            yield self._of_row(by_row, row, name)
        elif self.adds(row, name):
            yield from self._of_column(formulas, row, name)

    def _brought_forward(self, row: GridRow, name: str) -> str | None:
        """The key of the balance that a cell begins with: the one before it of what its row or column continues."""
        continued = self.grid.by_name.get(plain_name(row.row.continues or ""))
        if continued is not None and name in self.grid.period_columns[1:]:
            before = self.grid.period_columns[self.grid.period_columns.index(name) - 1]
            return self.grid.key(continued, before)
        column = self.grid.columns[name].continues
        if column is not None and column in self.grid.columns and _is_addend(row):
            earlier = [index for index in row.siblings if index < row.index and _is_addend(self.grid.rows[index])]
            return self.grid.key(earlier[-1], column) if earlier else None
        return None

    def _sums(self, row: GridRow, name: str, *, whole: bool = False) -> Iterator[Sourced]:
        if not self.adds(row, name):
            return
        groups = groups_of(self.grid, row)
        for group in groups:
            present = [each for each in group.rows if self._counts(each[0], name)]
            if not present:
                continue
            if self.grid.rows_are_periods and self._is_stock(None, name):
                end = present[0] if self.grid.columns[name].continues is not None else present[-1]
                yield Basis.PERIODS, Same(self.grid.key(end[0], name))
            else:
                members = tuple(Member(self.grid.key(index, name), weight) for index, weight in present)
                yield self._basis(groups, group), Sum(members, group.title, group.path in self.incomplete, whole)

    def _basis(self, groups: Sequence[Group], group: Group) -> Basis:
        if len(groups) > 1:
            return Basis.PARTITION
        rolls = any(self.grid.rows[index].row.continues is not None for index, _ in group.rows)
        return Basis.ROLL_FORWARD if rolls else Basis.SUM

    def _counts(self, row: int, name: str) -> bool:
        """Whether a row has anything to add in a column."""
        own = self.grid.rows[row]
        if not self.adds(own, name):
            return False
        return name in own.row.cells or name in own.row.stated or bool(self.of(row, name))

    def _is_stock(self, row: GridRow | None, name: str | None) -> bool:
        if row is not None and (row.kind == "stock" or row.index in self.grid.continued_rows):
            return True
        return name is not None and (self.grid.columns[name].kind == "stock" or name in self.grid.continued_columns)


def groups_of(grid: Grid, row: GridRow) -> tuple[Group, ...]:
    """The rows whose sum a row is, once for each partition; none for a row that is no sum."""
    if row.below:
        return _parts(grid, row.below, (*row.path, "rows"))
    match row.row.role:
        case "total":
            return _parts(grid, row.siblings, row.path[:-1])
        case "subtotal":
            return _since_last_subtotal(grid, row)
        case _:
            return ()


def _parts(grid: Grid, rows: Sequence[int], path: NodePath) -> tuple[Group, ...]:
    members = [grid.rows[index] for index in rows]
    plain = tuple(map(_weighted, filter(_is_addend, members)))
    groups = [Group(plain, "", path)] if plain else []
    groups += [Group((_weighted(row),), row.row.title, path) for row in members if row.row.role == "partition"]
    return tuple(groups)


def _since_last_subtotal(grid: Grid, row: GridRow) -> tuple[Group, ...]:
    before = [grid.rows[index] for index in row.siblings if index < row.index]
    start = max((own.index for own in before if own.row.role == "subtotal" and not own.below), default=-1)
    rows = tuple(_weighted(own) for own in before if own.index > start and _is_addend(own))
    return (Group(rows, "", row.path[:-1]),) if rows else ()


def _weighted(row: GridRow) -> Weighted:
    return row.index, -1 if row.row.role == "less" else 1


def _is_addend(row: GridRow) -> bool:
    return row.row.role in _ADDENDS or (row.row.role == "subtotal" and bool(row.below))


def _adds(kinds: set[str | None], unit: Unit) -> bool:
    if kinds & {"rate", "words"}:
        return False
    return bool(kinds) or is_amount(unit)


def is_amount(unit: Unit) -> bool:
    """Whether figures in a unit add up: it is no percentage and nothing per something."""
    if not unit.dimension:
        return unit.factor >= 1
    return all(exponent > 0 for _, exponent in unit.dimension)
