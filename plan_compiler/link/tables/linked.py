"""What linking makes of a data table: its rows, and for each cell what is written, what computes it, what it comes to."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct, field

from plan_compiler.diagnostics import Place
from plan_compiler.link.expressions import Expr, Extent
from plan_compiler.link.results import Result, Unknown
from plan_compiler.link.tables.grid import Grid, GridRow
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.units import Unit


class Basis(StrEnum):
    """Why a cell must be what it is computed from."""

    SUM = "sum"
    """A total, subtotal, or row with rows below it: the sum of its members."""
    PARTITION = "partition"
    """One of several partitions of a whole."""
    COLUMN = "column"
    """The formula of its column."""
    ROW = "row"
    """The formula of its row."""
    ROLL_FORWARD = "roll-forward"
    """Opening balance, flows, closing balance; or the opening balance, which is the last closing one."""
    PERIODS = "periods"
    """A stock in a total of periods: that of the last period (of the first, for an opening balance)."""


class Member(Struct, frozen=True):
    """An addend of a sum: the key of its figure, and 1 or, where it is subtracted, -1."""

    key: str
    weight: int = 1


class Sum(Struct, frozen=True):
    """A sum of figures, in which blanks and dashes are nothing; with `whole`, a blank makes it unknown.

    `title` is that of a partition. `incomplete`: a member could not be read.
    """

    members: tuple[Member, ...]
    title: str = ""
    incomplete: bool = False
    whole: bool = False

    @property
    def needs(self) -> tuple[str, ...]:
        """The keys of its members."""
        return tuple(member.key for member in self.members)


class Same(Struct, frozen=True):
    """The figure of another cell."""

    key: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The key of that figure."""
        return (self.key,)


class Computed(Struct, frozen=True):
    """A formula, its names bound to figures; as `addends` where it only adds and subtracts them."""

    expr: Expr
    bound: Mapping[Extent, str | Unknown]
    text: str
    place: Place
    addends: Sum | None

    @property
    def needs(self) -> tuple[str, ...]:
        """The keys of the figures it names, each once."""
        return tuple(dict.fromkeys(key for key in self.bound.values() if isinstance(key, str)))


Source: TypeAlias = Sum | Same | Computed


class Derived(Struct, frozen=True):
    """One way in which a cell follows from other figures, and what it then comes to."""

    basis: Basis
    source: Source
    result: Result


class LinkedCell(Struct, frozen=True):
    """A cell for a figure. `written` is what the plan has for it, its own or a stated figure; None for a blank.

    `reading` is that as a figure in `unit`, None for a blank. `derived` are the ways in which it is computed; where there
    is one, what is written is a claim to be checked. `adds`: it is added up in sums. Its figure is ``figures[key]``.
    """

    key: str
    row: int
    column: str
    place: Place
    unit: Unit
    written: Number | str | None
    reading: Result | None
    adds: bool
    derived: tuple[Derived, ...] = ()


class LinkedTable(Struct, frozen=True):
    """A data table, linked: its grid, and its cells in printed order by key."""

    grid: Grid
    cells: Mapping[str, LinkedCell] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def id(self) -> str:
        """The table's id."""
        return self.grid.table.id

    def cell(self, row: int, column: str) -> LinkedCell | None:
        """The cell at a row and a column; None in a column of words."""
        return self.cells.get(self.grid.key(row, column))

    def row(self, cell: LinkedCell) -> GridRow:
        """The row that a cell stands in."""
        return self.grid.rows[cell.row]
