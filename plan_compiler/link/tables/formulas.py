"""The formulas of a data table: read once, their names tied to rows and columns, then bound to the figures of each cell.

In the formula of a column a bare name is a column of the same row; in that of a row it is a row in the same column, else a
column of the row. ``self`` is the row, ``row.column`` another cell; a year that is a column means that column. Every other
name is one of the plan's.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

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
)
from plan_compiler.link.linked import Symbol
from plan_compiler.link.names import Site
from plan_compiler.link.results import Unknown
from plan_compiler.link.statements import Statements
from plan_compiler.link.tables.grid import Grid, GridRow, plain_name
from plan_compiler.link.tables.linked import Computed, Member, Sum
from plan_compiler.model.tables import formulas_of


class InRow(Struct, frozen=True):
    """The figure of the row at hand in this column."""

    column: str


class InColumn(Struct, frozen=True):
    """The figure of this row in the column at hand."""

    row: int


Term: TypeAlias = tuple[Extent, int]
"""A reference of a formula as an addend: its extent, and 1 or, where it is subtracted, -1."""

Slot: TypeAlias = str | Unknown | InRow | InColumn
"""What a reference means, but for the row and the column at hand."""


class Formula(Struct, frozen=True):
    """A formula of a row or a column. `terms` are the addends of one that only adds and subtracts, else None."""

    expr: Expr
    slots: Mapping[Extent, Slot]
    text: str
    place: Place
    terms: tuple[Term, ...] | None

    @property
    def adds_up(self) -> bool:
        """Whether it is a sum of several figures and nothing else."""
        return self.terms is not None and len(self.terms) > 1 and all(weight > 0 for _, weight in self.terms)

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
        addends = None
        if self.terms is not None:
            members = tuple(Member(key, w) for at, w in self.terms if isinstance(key := bound[at], str))
            addends = Sum(members, whole=not self.adds_up) if len(members) == len(self.terms) else None
        return Computed(self.expr, bound, self.text, self.place, addends)


class Formulas(Struct, frozen=True):
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


class _Reader(Struct, frozen=True):
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
        return Formula(expr, slots, text, Place(path), _terms(expr))

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
        index = self.grid.row_named(own)
        return None if index is None else names.column(self.table, self.grid.rows[index], column, place)


def _references(expr: Expr) -> Iterator[Reference | Call]:
    """The references in `expr` and the counts, whose own reference is a part of them."""
    stack = [expr]
    while stack:
        node = stack.pop()
        match node:
            case Name() | At() | Field() | Cell() | Call(function="count"):
                yield node
            case _:
                stack.extend(reversed(children(node)))


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


def _terms(expr: Expr, weight: int = 1) -> tuple[Term, ...] | None:
    """The references in `expr` as addends, where it only adds and subtracts; None where it does more."""
    match expr:
        case Name() | At() | Field() | Cell() | Call(function="count"):
            return ((expr.at, weight),)
        case Negative(operand=operand):
            return _terms(operand, -weight)
        case Binary(operator="+" | "-"):
            parts = [_terms(expr.left, weight), _terms(expr.right, weight if expr.operator == "+" else -weight)]
        case Call(function="sum"):
            parts = [_terms(argument, weight) for argument in expr.arguments]
        case _:
            return None
    known = [part for part in parts if part is not None]
    return tuple(term for part in known for term in part) if len(known) == len(parts) else None
