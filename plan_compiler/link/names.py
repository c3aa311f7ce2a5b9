"""Names: from what an expression or a field says to the symbol and the figure that it means."""

from collections import defaultdict
from collections.abc import Mapping
from difflib import get_close_matches
from itertools import chain
from unicodedata import normalize

from msgspec import Struct, field

from plan_compiler.diagnostics import Diagnostic, Kind, NodePath, Place, Related
from plan_compiler.link.expressions import At, Call, Cell, Expr, Extent, Field, Name, Reference, children
from plan_compiler.link.faults.expressions import UNKNOWN_FIELD, YEAR_OF_INDICATOR
from plan_compiler.link.faults.references import AMBIGUOUS_NAME, UNDEFINED_REFERENCE, WRONG_REFERENCE
from plan_compiler.link.likeness import Likeness
from plan_compiler.link.linked import Symbol, SymbolKind, Unknown, Use
from plan_compiler.link.reasons import Reason
from plan_compiler.link.symbols import Declarations
from plan_compiler.link.tables.grid import Grid, GridRow, plain_name
from plan_compiler.model.indicators import Indicator

FIELDS = ("total", "in_period")
"""The figures of a project, of a category and of the annex."""

_WITH_FIELDS = frozenset({SymbolKind.PROJECT, SymbolKind.CATEGORY, SymbolKind.ANNEX})
_COUNTED = frozenset(
    {
        SymbolKind.LIST,
        SymbolKind.CATEGORY,
        SymbolKind.ANNEX,
        SymbolKind.INDICATOR_TABLE,
        SymbolKind.DATA_TABLE,
        SymbolKind.SECTION,
    }
)

_SHOWN = 12
"""How many of a kind a message names: a finding stays short whatever the plan holds."""

Bound = Mapping[Extent, str | Unknown]
"""What the references of an expression mean: the key of a figure, by the reference's extent; or why there is none."""


class Site(Struct, frozen=True):
    """Where an expression stands: the path of its scalar, its offset in it, and the project that `self` means."""

    path: NodePath
    offset: int = 0
    project: str | None = None

    def place(self, at: Extent) -> Place:
        """The place of a stretch of the expression."""
        return Place(self.path, self.offset + at[0], self.offset + at[1])


class Names(Struct):
    """Resolves names, and gathers their uses and the findings about them."""

    declared: Declarations
    indicators: Mapping[str, Indicator]
    poisoned: frozenset[str]
    grids: Mapping[str, Grid] = field(default_factory=dict)
    columns: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """The years that the table of an indicator has columns for."""
    is_whole: bool = True
    """Whether every file of the plan could be read. Otherwise nothing is certain of a name that nothing is called by."""
    uses: defaultdict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _likeness: Likeness | None = None

    def symbol(self, name: str, place: Place) -> Symbol | Unknown:
        """The symbol that `name` at `place` means, as an id or as a printed name; the use is recorded."""
        name = normalize("NFKC", name)
        found = self.declared.by_id.get(name) or self.declared.by_name.get(name)
        if found is not None:
            self.uses[found.id].append(Use(found.id, place))
            return found
        if name in self.poisoned:
            return Unknown(Reason.POISONED, name)
        if shared := self.declared.ambiguous.get(name):
            args = {"name": name, "ids": _list([symbol.id for symbol in shared])}
            related = tuple(Related(s.home, "candidate", {"name": name, "id": s.id}) for s in shared[:_SHOWN])
            self.diagnostics.append(Diagnostic(AMBIGUOUS_NAME, place, args, hint="hint", subject=name, related=related))
        else:
            self._undefined(name, place)
        return Unknown(Reason.UNDEFINED, name)

    def bind(self, expr: Expr, site: Site) -> Bound:
        """Resolve every reference of an expression."""
        bound: dict[Extent, str | Unknown] = {}
        stack = [expr]
        while stack:
            node = stack.pop()
            match node:
                case Name() | At() | Field() | Cell() | Call(function="count"):
                    bound[node.at] = self.reference(node, site)
                case _:
                    stack.extend(reversed(children(node)))
        return bound

    def refuse(
        self, kind: Kind, symbol: Symbol, place: Place, message: str, *, hint: str = "hint", **args: str
    ) -> None:
        """A finding that `symbol` cannot be used at `place` in this way; it shows where the symbol is declared."""
        related = (Related(symbol.home, "declared", {"id": symbol.id}),) if "declared" in kind.messages else ()
        self.diagnostics.append(
            Diagnostic(kind, place, {"id": symbol.id, **args}, message, hint=hint, subject=symbol.id, related=related)
        )

    def reference(self, node: Reference | Call, site: Site) -> str | Unknown:
        """The key of the figure that a reference, or a count, means."""
        if isinstance(node, Call):
            return self._count(node, site)
        name = node if isinstance(node, Name) else node.base
        symbol = self._name(name, site)
        if isinstance(symbol, Unknown):
            return symbol
        place = site.place(node.at)
        match node:
            case Name():
                return self._bare(symbol, place)
            case At():
                return self._year(symbol, node.year, place)
            case Field():
                return self._field(symbol, node.name, place)
            case Cell():
                return self._cell(symbol, node, place)

    def _name(self, name: Name, site: Site) -> Symbol | Unknown:
        place = site.place(name.at)
        if name.id != "self":
            return self.symbol(name.id, place)
        if site.project is not None:
            return self.symbol(site.project, place)
        self.diagnostics.append(Diagnostic(UNDEFINED_REFERENCE, place, message="self", subject="self"))
        return Unknown(Reason.UNDEFINED, "self")

    def _bare(self, symbol: Symbol, place: Place) -> str | Unknown:
        if symbol.kind is SymbolKind.FACT:
            return symbol.id
        if symbol.kind is SymbolKind.INDICATOR:
            years = self._years(symbol)
            self.refuse(YEAR_OF_INDICATOR, symbol, place, "message", years=_list(years), example=_at(symbol, years))
        elif symbol.kind in _WITH_FIELDS:
            self.refuse(WRONG_REFERENCE, symbol, place, "fields", fields=_fields(symbol))
        else:
            self.refuse(WRONG_REFERENCE, symbol, place, "message")
        return Unknown(Reason.UNDEFINED, symbol.id)

    def _year(self, symbol: Symbol, year: int, place: Place) -> str | Unknown:
        years = self._years(symbol)
        if str(year) in years:
            return f"{symbol.id}[{year}]"
        message = "unknown" if years else "no_years"
        hint = "hint"
        if years and year in self.columns.get(symbol.id, ()):
            message, hint = "blank", "fill"
        elif years:
            hint = "other_year"
        args = {"year": str(year), "years": _list(years), "example": _at(symbol, years)}
        self.refuse(YEAR_OF_INDICATOR, symbol, place, message, hint=hint, **args)
        return Unknown(Reason.UNDEFINED, f"{symbol.id}[{year}]")

    def _field(self, symbol: Symbol, field_name: str, place: Place) -> str | Unknown:
        if symbol.kind in _WITH_FIELDS and field_name in FIELDS:
            return f"{symbol.id}.{field_name}"
        if symbol.kind is SymbolKind.DATA_TABLE:
            return self._whole_row(symbol, field_name, place)
        years = self._years(symbol)
        known = _fields(symbol) if symbol.kind in _WITH_FIELDS else ""
        message = "message" if known else "none"
        example = f"{symbol.id}.{FIELDS[0]}" if known else _at(symbol, years)
        self.refuse(UNKNOWN_FIELD, symbol, place, message, field=field_name, fields=known, example=example)
        return Unknown(Reason.UNDEFINED, f"{symbol.id}.{field_name}")

    def row(self, table: Symbol, name: str, place: Place) -> GridRow | Unknown:
        """The row of a data table that `name` means, by its id or its title; the use is recorded."""
        grid, name = self.grids[table.id], plain_name(name)
        index = grid.row_named(name)
        if index is not None:
            row = f"{table.id}.{grid.rows[index].name}"
            self.uses[row].append(Use(row, place))
            return grid.rows[index]
        if name in self.poisoned:
            return Unknown(Reason.POISONED, name)
        known = [row.name for row in grid.rows if not row.name.startswith("#")]
        self._no_such("row", table, name, known, place)
        return Unknown(Reason.UNDEFINED, f"{table.id}.{name}")

    def _cell(self, symbol: Symbol, cell: Cell, place: Place) -> str | Unknown:
        if symbol.kind is not SymbolKind.DATA_TABLE:
            name = f"{cell.row}.{cell.column}"
            self.refuse(UNKNOWN_FIELD, symbol, place, "none", field=name, example=symbol.id)
            return Unknown(Reason.UNDEFINED, f"{symbol.id}.{name}")
        row = self.row(symbol, cell.row, place)
        return row if isinstance(row, Unknown) else self.column(symbol, row, cell.column, place)

    def column(self, table: Symbol, row: GridRow, name: str, place: Place) -> str | Unknown:
        """The key of the figure that a row has in the column of this name."""
        grid, name = self.grids[table.id], plain_name(name)
        if name in grid.columns and grid.columns[name].kind != "words":
            return grid.key(row.index, name)
        known = [own for own, column in grid.columns.items() if column.kind != "words"]
        self._no_such("column", table, name, known, place)
        return Unknown(Reason.UNDEFINED, f"{table.id}.{row.name}.{name}")

    def _no_such(self, message: str, table: Symbol, name: str, known: list[str], place: Place) -> None:
        near = get_close_matches(name, known, 1)
        hint = "near_" + message if near else "hint_" + message
        self.refuse(
            UNKNOWN_FIELD, table, place, message, hint=hint, field=name, fields=_list(known), near="".join(near)
        )

    def _whole_row(self, table: Symbol, name: str, place: Place) -> Unknown:
        row = self.row(table, name, place)
        if isinstance(row, Unknown):
            return row
        grid = self.grids[table.id]
        fields = _list([grid.key(row.index, own) for own, column in grid.columns.items() if column.kind != "words"])
        self.refuse(WRONG_REFERENCE, table, place, "fields", fields=fields)
        return Unknown(Reason.UNDEFINED, f"{table.id}.{name}")

    def _count(self, call: Call, site: Site) -> str | Unknown:
        argument = call.arguments[0]
        if isinstance(argument, Field):
            return self._count_row(argument, site)
        if not isinstance(argument, Name):
            self.diagnostics.append(Diagnostic(WRONG_REFERENCE, site.place(argument.at), message="count_of"))
            return Unknown(Reason.UNDEFINED, "count")
        symbol = self._name(argument, site)
        if isinstance(symbol, Unknown):
            return symbol
        if symbol.kind in _COUNTED:
            return f"count({symbol.id})"
        self.refuse(WRONG_REFERENCE, symbol, site.place(argument.at), "count")
        return Unknown(Reason.UNDEFINED, f"count({symbol.id})")

    def _count_row(self, argument: Field, site: Site) -> str | Unknown:
        symbol, place = self._name(argument.base, site), site.place(argument.at)
        if isinstance(symbol, Unknown):
            return symbol
        if symbol.kind is not SymbolKind.DATA_TABLE:
            self.diagnostics.append(Diagnostic(WRONG_REFERENCE, place, message="count_of"))
            return Unknown(Reason.UNDEFINED, "count")
        row = self.row(symbol, argument.name, place)
        return row if isinstance(row, Unknown) else f"count({symbol.id}.{row.name})"

    def _years(self, symbol: Symbol) -> list[str]:
        indicator = self.indicators.get(symbol.id) if symbol.kind is SymbolKind.INDICATOR else None
        return sorted(str(year) for year in indicator.values) if indicator else []

    def _undefined(self, name: str, place: Place) -> None:
        if not self.is_whole:
            return
        if self._likeness is None:
            self._likeness = Likeness(chain(self.declared.by_id, self.declared.by_name, sorted(self.poisoned)))
        near = self._likeness.nearest(name)
        args = {"id": name} if near is None else {"id": name, "near": near}
        hint = "hint" if near is None else "near"
        self.diagnostics.append(Diagnostic(UNDEFINED_REFERENCE, place, args, hint=hint, subject=name))


def _list(words: list[str]) -> str:
    return ", ".join(words if len(words) <= _SHOWN else [*words[:_SHOWN], "…"])


def _at(symbol: Symbol, years: list[str]) -> str:
    return f"{symbol.id}[{years[-1]}]" if years else symbol.id


def _fields(symbol: Symbol) -> str:
    return ", ".join(f"{symbol.id}.{name}" for name in FIELDS)
