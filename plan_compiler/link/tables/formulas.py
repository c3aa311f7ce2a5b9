"""The formulas of a data table: read once, their names tied to rows and columns, then bound to the figures of each cell.

In the formula of a column a bare name is a column of the same row; in that of a row it is a row in the same column, else a
column of the row. ``self`` is the row, ``row.column`` another cell; a year that is a column means that column. Every other
name is one of the plan's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.link.expressions import (
    At,
    Binary,
    Call,
    Cell,
    Expr,
    Extent,
    Field,
    Literal,
    Name,
    Negative,
    Reference,
    children,
    walk,
)
from plan_compiler.link.linked import Symbol
from plan_compiler.link.names import Site
from plan_compiler.link.reasons import Reason
from plan_compiler.link.results import Unknown
from plan_compiler.link.statements import Statements
from plan_compiler.link.tables.grid import Grid, GridRow, plain_name
from plan_compiler.link.tables.linked import Computed
from plan_compiler.model.tables import formulas_of

_DASHES = frozenset({Reason.NOTHING})
_BLANKS_TOO = frozenset({Reason.NOTHING, Reason.MISSING})


@dataclass(frozen=True, slots=True)
class InRow:
    """The figure of the row at hand in this column."""

    column: str


@dataclass(frozen=True, slots=True)
class InColumn:
    """The figure of this row in the column at hand."""

    row: int


Slot: TypeAlias = str | Unknown | InRow | InColumn
"""What a reference means, but for the row and the column at hand."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of a row or a column. `adds_up`: it is a sum of several figures and nothing else; `linear`: of multiples."""

    expr: Expr
    slots: Mapping[Extent, Slot]
    text: str
    place: Place
    adds_up: bool
    linear: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the row at hand that it names, in the order of the text."""
        return tuple(slot.column for _, slot in sorted(self.slots.items()) if isinstance(slot, InRow))

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows in the column at hand that it names, in the order of the text."""
        return tuple(slot.row for _, slot in sorted(self.slots.items()) if isinstance(slot, InColumn))

    def at(self, grid: Grid, row: int, column: str) -> Computed:
        """The formula in one cell."""
        bound: dict[Extent, str | Unknown] = {}
        for extent, slot in self.slots.items():
            match slot:
                case InRow():
                    bound[extent] = grid.key(row, slot.column)
                case InColumn():
                    bound[extent] = grid.key(slot.row, column)
                case _:
                    bound[extent] = slot
        left_out = _BLANKS_TOO if self.adds_up else _DASHES if self.linear else frozenset()
        return Computed(self.expr, bound, self.text, self.place, left_out)


@dataclass(frozen=True, slots=True)
class Formulas:
    """The formulas of a table: of its columns; of its rows; of its rows for one column each."""

    columns: Mapping[str, tuple[Formula, ...]]
    rows: Mapping[int, Formula]
    cells: Mapping[tuple[int, str], Formula]


def read_formulas(grid: Grid, table: Symbol, statements: Statements) -> Formulas:
    """Read every formula of the table; those that cannot be read are left out, with a finding."""
    reader = _Reader(grid, table, statements)
    columns = {name: tuple(reader.of_column(name)) for name in grid.columns}
    rows: dict[int, Formula] = {}
    cells: dict[tuple[int, str], Formula] = {}
    for row in grid.rows:
        written = row.row.formula
        if isinstance(written, str):
            if formula := reader.read(written, (*row.path, "formula"), row):
                rows[row.index] = formula
        elif written is not None:
            for column, text in written.items():
                if column in grid.columns and (formula := reader.read(text, (*row.path, "formula", column), row)):
                    cells[row.index, column] = formula
    return Formulas({name: found for name, found in columns.items() if found}, rows, cells)


@dataclass(frozen=True, slots=True)
class _Reader:
    grid: Grid
    table: Symbol
    statements: Statements

    def of_column(self, name: str) -> Iterator[Formula]:
        column = self.grid.columns[name]
        path: NodePath = (*self.grid.path, "columns", name, "formula")
        for index, text in enumerate(formulas_of(column)):
            at = path if isinstance(column.formula, str) else (*path, index)
            if formula := self.read(text, at, None):
                yield formula

    def read(self, text: str, path: NodePath, row: GridRow | None) -> Formula | None:
        """The formula of a row, or with None that of a column."""
        site = Site(path)
        written = self.statements.parse(text, site)
        if written is None:
            return None
        expr = _with_years(written, frozenset(filter(str.isdigit, self.grid.columns)))
        slots: dict[Extent, Slot] = {}
        for node in _references(expr):
            slots[node.at] = self._local(node, site, row) or self.statements.names.reference(node, site)
        return Formula(expr, slots, text, Place(path), _adds_up(expr) and len(slots) > 1, is_linear(expr))

    def _local(self, node: Reference | Call, site: Site, row: GridRow | None) -> Slot | None:
        """What a reference means within the table; None where it means something outside."""
        match node:
            case Name():
                return self._bare(node, row)
            case Field():
                return self._member(node.base, node.name, site.place(node.at), row)
            case At():
                return self._member(node.base, str(node.year), site.place(node.at), row)
            case Cell() | Call():
                return None

    def _bare(self, name: Name, row: GridRow | None) -> Slot | None:
        own = plain_name(name.id)
        if row is not None and own in self.grid.by_name:
            return InColumn(self.grid.by_name[own])
        return InRow(own) if own in self.grid.columns else None

    def _member(self, base: Name, column: str, place: Place, row: GridRow | None) -> Slot | None:
        names, own = self.statements.names, plain_name(base.id)
        if own == "self" and self.grid.rows:
            any_row = row or self.grid.rows[0]
            key = names.column(self.table, any_row, column, place)
            return key if isinstance(key, Unknown) else InRow(plain_name(column))
        if own in self.grid.by_name:
            return names.column(self.table, self.grid.rows[self.grid.by_name[own]], column, place)
        return None


def _references(expr: Expr) -> Iterator[Reference | Call]:
    """The references in `expr` and the counts, whose own reference is a part of them."""
    stack = [expr]
    while stack:
        node = stack.pop()
        match node:
            case Name() | At() | Field() | Cell() | Call(function="count"):
                yield node
            case _:
                stack.extend(children(node))


def _with_years(expr: Expr, years: frozenset[str]) -> Expr:
    """`expr` with the names of columns in the place of numbers that are years of the table."""
    match expr:
        case Literal(number=number) if number.text in years:
            return Name(number.text, expr.at)
        case Negative():
            return Negative(_with_years(expr.operand, years), expr.at)
        case Binary():
            return Binary(expr.operator, _with_years(expr.left, years), _with_years(expr.right, years), expr.at)
        case Call():
            return Call(expr.function, tuple(_with_years(each, years) for each in expr.arguments), expr.at)
        case _:
            return expr


def _adds_up(expr: Expr) -> bool:
    return all(
        isinstance(node, Name | At | Field | Cell)
        or (isinstance(node, Binary) and node.operator == "+")
        or (isinstance(node, Call) and node.function == "sum")
        for node in walk(expr)
    )


def is_linear(expr: Expr) -> bool:
    """Whether `expr` only adds, subtracts and takes multiples of figures."""
    match expr:
        case Name() | At() | Field() | Cell():
            return True
        case Negative() | Binary(operator="+" | "-") | Call(function="sum"):
            return all(map(is_linear, children(expr)))
        case Binary(operator="*", left=factor, right=Literal()) | Binary(operator="*", left=Literal(), right=factor):
            return is_linear(factor)
        case Binary(operator="/", left=numerator, right=Literal()):
            return is_linear(numerator)
        case _:
            return False
