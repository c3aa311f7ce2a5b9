"""Linking data tables: their figures and derivations for the one graph of figures, and what they are when it is solved."""

from collections.abc import Iterator, Mapping, Set
from difflib import get_close_matches

from msgspec import Struct, field
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Fix, NodePath, Place
from plan_compiler.language.vocabulary import Words
from plan_compiler.language.years import FOUR_DIGITS
from plan_compiler.link.evaluate import Figures, Mismatch
from plan_compiler.link.faults.tables import MISPLACED_FIGURE, UNKNOWN_COLUMN
from plan_compiler.link.linked import FigureNode, Symbol, SymbolKind
from plan_compiler.link.readings import unit_mismatch
from plan_compiler.link.reasons import Reason
from plan_compiler.link.results import Result, Unknown
from plan_compiler.link.statements import Statements
from plan_compiler.link.symbols import Declarations
from plan_compiler.link.tables.cells import Precision, read_cell
from plan_compiler.link.tables.compute import CellDerivation, compute, settled
from plan_compiler.link.tables.formulas import read_formulas
from plan_compiler.link.tables.grid import Grid, GridRow, role_called
from plan_compiler.link.tables.linked import Computed, Derived, LinkedCell, LinkedTable
from plan_compiler.link.tables.sources import Sources
from plan_compiler.model.names import ROW_KEYS
from plan_compiler.patterns import compiled
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import is_grouped
from plan_compiler.quantity.units import Unit

_NAMES = compiled(r"\w+")
_FEWEST_ROWS = 2
_UNCOUNTED = frozenset({"total", "subtotal", "including", "memo"})


class TableLinker(Struct):
    """Links all data tables: `read`, then `evaluate` each derivation in the order of the graph, then `tables`.

    `figures` are those that are written, `derivations` what computes the others, by key.
    """

    statements: Statements
    words: Words
    incomplete: frozenset[NodePath]
    figures: dict[str, FigureNode] = field(default_factory=dict)
    derivations: dict[str, CellDerivation] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _cells: dict[str, list[LinkedCell]] = field(default_factory=dict)
    _grids: dict[str, Grid] = field(default_factory=dict)
    _derived: dict[str, tuple[Derived, ...]] = field(default_factory=dict)
    _mismatched: set[Place] = field(default_factory=set)
    _mistyped: dict[str, str] = field(default_factory=dict)
    """By table, what all its rows call a column that is called otherwise in its heading: told of that once."""

    def read(self, grids: Mapping[str, Grid], declared: Declarations) -> None:
        """Read every table that is the first of its id."""
        for table_id, grid in grids.items():
            symbol = declared.by_id[table_id]
            if symbol.kind is SymbolKind.DATA_TABLE and symbol.path == grid.path:
                self._grids[table_id] = grid
                self._cells[table_id] = list(self._table(grid, symbol))
                self._count(grid)

    def evaluate(self, derivation: CellDerivation, known: Figures) -> Result:
        """The figure of a computed cell, when those it needs are known."""
        derived: list[Derived] = []
        for basis, source in derivation.sources:
            evaluation = compute(source, derivation.unit, derivation.key, known)
            if evaluation.mismatch is not None:
                self._mismatch(evaluation.mismatch, source if isinstance(source, Computed) else None, derivation)
            derived.append(Derived(basis, source, evaluation.result))
        self._derived[derivation.key] = tuple(derived)
        return settled(tuple(each.result for each in derived), derivation.stated)

    def tables(self) -> dict[str, LinkedTable]:
        """The linked tables by id, when all derivations have been evaluated; those in a circle are unknown."""
        return {
            table_id: LinkedTable(self._grids[table_id], {cell.key: self._with_derived(cell) for cell in cells})
            for table_id, cells in self._cells.items()
        }

    def _with_derived(self, cell: LinkedCell) -> LinkedCell:
        derivation = self.derivations.get(cell.key)
        if derivation is None:
            return cell
        circular = Unknown(Reason.CYCLE, cell.key)
        derived = self._derived.get(cell.key) or tuple(Derived(b, source, circular) for b, source in derivation.sources)
        return replace(cell, derived=derived)

    def _table(self, grid: Grid, symbol: Symbol) -> Iterator[LinkedCell]:
        self._continued(grid, symbol)
        sources = Sources(grid, read_formulas(grid, symbol, self.statements), self.incomplete)
        table = grid.table
        figure_columns = {
            name: Precision(
                table.exact, table.truncated, table.decimals if column.decimals is None else column.decimals
            )
            for name, column in grid.columns.items()
            if column.kind != "words"
        }
        mistyped = _mistyped_column(grid)
        if mistyped is not None:
            self._mistyped[grid.table.id] = mistyped[1]
            self._no_row(grid, *mistyped)
        for row in grid.rows:
            self._keys(grid, row)
            computed = [name for name in figure_columns if sources.of(row.index, name)]
            self._homes(grid, row, computed)
            for name, precision in figure_columns.items():
                yield self._cell(grid, row, name, sources, precision)

    def _cell(self, grid: Grid, row: GridRow, name: str, sources: Sources, precision: Precision) -> LinkedCell:
        key, unit, sourced = grid.key(row.index, name), sources.unit(row, name), sources.of(row.index, name)
        written, place = _written(row, name, stated=bool(sourced))
        reading = None if written is None else self._reading(written, unit, precision, key, place)
        if not sourced and isinstance(reading, Quantity) and precision.decimals is None:
            reading = reading.as_count()  # what is stated for a computed cell may have been rounded: 33家 a year
        grouped = written is not None and is_grouped(written.text if isinstance(written, Number) else written)
        if sourced:
            self.derivations.setdefault(key, CellDerivation(key, place, unit, sourced, reading, grouped))
        else:
            result = Unknown(Reason.MISSING, key) if reading is None else reading
            self.figures.setdefault(key, FigureNode(key, result, place, computed=False, grouped=grouped))
        return LinkedCell(key, row.index, name, place, unit, written, reading, sources.adds(row, name))

    def _reading(self, written: Number | str, unit: Unit, precision: Precision, key: str, place: Place) -> Result:
        result = read_cell(written, unit, precision, self.words, key)
        if isinstance(result, Quantity) and result.unit.dimension != unit.dimension:
            text = written.text if isinstance(written, Number) else written
            self.diagnostics.append(unit_mismatch(text, result.unit.text, unit.text, place))
            return Unknown(Reason.UNIT, key)
        return result

    def _keys(self, grid: Grid, row: GridRow) -> None:
        """A finding for each key of a row that is a column misspelt, and one for all the others that are none."""
        by_column = {} if isinstance(row.row.formula, str | None) else row.row.formula
        for field_name, keys in (("", row.row.cells), ("stated", row.row.stated), ("formula", by_column)):
            path = (*row.path, field_name) if field_name else row.path
            others: list[str] = []
            for key in keys:
                if key not in grid.columns and key != self._mistyped.get(grid.table.id):
                    if near := _near(key, grid, {*row.row.cells, *row.row.stated}):
                        self._no_columns(grid, row, path, [key], near)
                    else:
                        others.append(key)
            if others:
                self._no_columns(grid, row, path, others, "")

    def _no_row(self, grid: Grid, column: str, meant: str) -> None:
        args = {"column": column, "meant": meant, "table": grid.table.title}
        place = Place((*grid.path, "columns", column), key=True)
        self.diagnostics.append(
            Diagnostic(UNKNOWN_COLUMN, place, args, "column", hint="column_hint", subject=column, fix=Fix(place, meant))
        )

    def _no_columns(self, grid: Grid, row: GridRow, path: NodePath, keys: list[str], near: str) -> None:
        args = {
            "row": row.row.title,
            "column": ", ".join(keys),
            "columns": ", ".join(grid.columns),
            "near": near,
        }
        place = Place((*path, keys[0]), key=True)
        hint = "near" if near else "hint"
        self.diagnostics.append(Diagnostic(UNKNOWN_COLUMN, place, args, hint=hint, subject=row.row.title))

    def _homes(self, grid: Grid, row: GridRow, computed: list[str]) -> None:
        """Findings for the figures of a row that stand where they have no meaning."""
        known = [name for name in row.row.stated if name in grid.columns and name not in computed]
        self._misplaced(row, [name for name in computed if name in row.row.cells], "message", "hint", ())
        role = "" if row.row.role else role_called(row.row.title, self.words.data_table)
        self._misplaced(row, known, "not_computed", role or "own", ("stated",))

    def _misplaced(self, row: GridRow, names: list[str], message: str, hint: str, below: NodePath) -> None:
        if not names:
            return
        cells = {**row.row.stated, **row.row.cells}
        figures = {name: c.text if isinstance(c := cells[name], Number) else c for name in names}
        args = {
            "row": row.row.title,
            "columns": ", ".join(names),
            "corrected": ", ".join(f"{name}: {text}" for name, text in figures.items()),
        }
        place = Place((*row.path, *below, names[0]), key=True)
        self.diagnostics.append(Diagnostic(MISPLACED_FIGURE, place, args, message, hint=hint, subject=row.row.title))

    def _continued(self, grid: Grid, symbol: Symbol) -> None:
        """Find what rows and columns continue; a finding where there is nothing of that name."""
        names = self.statements.names
        for row in grid.rows:
            if row.row.continues is not None:
                names.row(symbol, row.row.continues, Place((*row.path, "continues")))
        for own, column in grid.columns.items():
            if column.continues is not None and grid.rows:
                place = Place((*grid.path, "columns", own, "continues"))
                names.column(symbol, grid.rows[0], column.continues, place)

    def _count(self, grid: Grid) -> None:
        """How many lines a table has, and each row with rows below it: rows that are nobody's sum and no part."""
        counts = [0] * len(grid.rows)
        lines = 0
        for row in reversed(grid.rows):
            counted = row.row.role not in _UNCOUNTED
            own = sum(counts[index] for index in row.below) if row.below else int(counted)
            counts[row.index] = own if counted else 0
            lines += counts[row.index] if row.parent is None else 0
            if row.below and not row.name.startswith("#"):
                self._put_count(f"{grid.table.id}.{row.name}", own, row.path)
        self._put_count(grid.table.id, lines, grid.path)

    def _put_count(self, name: str, number: int, path: NodePath) -> None:
        key = f"count({name})"
        shortened = any(lacking[: len(path)] == path for lacking in self.incomplete)
        result = Unknown(Reason.INCOMPLETE, key) if shortened else Quantity.of(number)
        self.figures.setdefault(key, FigureNode(key, result, None, computed=True))

    def _mismatch(self, mismatch: Mismatch, formula: Computed | None, derivation: CellDerivation) -> None:
        """A finding for units that do not go together; one for each formula, however many cells it computes."""
        place = derivation.place if formula is None else formula.place
        mistyped = self._mistyped.get(derivation.key.partition(".")[0])
        follows = formula is not None and mistyped is not None and mistyped in _NAMES.findall(formula.text)
        if place not in self._mismatched and not follows:
            self._mismatched.add(place)
            text = derivation.key if formula is None else formula.text
            self.diagnostics.append(unit_mismatch(text, mismatch.left, mismatch.right, place))


def _mistyped_column(grid: Grid) -> tuple[str, str] | None:
    """The only column of which no row has a cell, with what all rows that have cells call it; None where that is not certain: a formula
    that calls it by its id says that the rows are wrong.
    """
    rows = [{**row.row.stated, **row.row.cells} for row in grid.rows if row.row.stated or row.row.cells]
    unused = [
        name for name, column in grid.columns.items() if not column.formula and not any(name in cells for cells in rows)
    ]
    formulas = {name for column in grid.columns.values() for name in _NAMES.findall(str(column.formula or ""))}
    if len(rows) < _FEWEST_ROWS or len(unused) != 1 or unused[0] in formulas:
        return None
    strays = {key for cells in rows for key in cells if key not in grid.columns}
    called = strays.pop() if len(strays) == 1 else ""
    is_alike = bool(get_close_matches(called, unused, 1))
    return (unused[0], called) if is_alike and all(called in cells for cells in rows) else None


def _near(key: str, grid: Grid, written: Set[str]) -> str:
    """The column, or key of a row, that was meant by one that is none; for a year, the only year of the table that the row lacks."""
    if not FOUR_DIGITS.fullmatch(key):
        return next(iter(get_close_matches(key, [*grid.columns, *ROW_KEYS], 1)), "")
    lacking = [name for name in grid.columns if FOUR_DIGITS.fullmatch(name) and name not in written]
    return lacking[0] if len(lacking) == 1 else ""


def _written(row: GridRow, column: str, *, stated: bool) -> tuple[Number | str | None, Place]:
    """What a cell holds, and where; a figure that stands in the other place is taken all the same."""
    for is_stated in (stated, not stated):
        cells = row.row.stated if is_stated else row.row.cells
        if column in cells:
            path = (*row.path, "stated", column) if is_stated else (*row.path, column)
            return cells[column], Place(path)
    return None, Place(row.path)
