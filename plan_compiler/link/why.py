"""Where a figure comes from, and all that rests on it."""

from collections.abc import Iterable, Iterator, Mapping
from unicodedata import normalize

from msgspec import Struct

from plan_compiler.diagnostics import Place
from plan_compiler.link.dependents import Dependents
from plan_compiler.link.linked import FigureNode, LinkedPlan, Symbol, Unknown
from plan_compiler.link.queries import figures_of, printed_value
from plan_compiler.model.plan import Plan
from plan_compiler.quantity.printing import with_bound

_CONTEXT = 14
_TOTAL = "total"


class ExplainedFigure(Struct, frozen=True):
    """A figure: its node; its value as printed, "" without one; its formula, "" where it is stated or a plain sum."""

    node: FigureNode
    printed: str
    formula: str


class Usage(Struct, frozen=True):
    """A place that rests on a figure, with its words; `via` is the computed figure by which it does, "" for none."""

    place: Place
    words: str
    via: str = ""


class Explanation(Struct, frozen=True):
    """All that is known of an id or of one of its figures: what it names, its figures (one by year, or by field),
    everywhere it is used, the keys of the figures computed from them, and what rests on it by way of those.
    """

    symbol: Symbol
    figures: tuple[ExplainedFigure, ...]
    uses: tuple[Usage, ...]
    feeds: tuple[str, ...] = ()
    indirect: tuple[Usage, ...] = ()


class NoSuchFigure(Struct, frozen=True):
    """A name that means an id, but none of its figures; `keys` are those that it has."""

    symbol: Symbol
    keys: tuple[str, ...]


def why(linked: LinkedPlan, name: str) -> Explanation | NoSuchFigure | None:
    """What `name` stands for: an id, a printed name that only one thing has, a figure (``output[2025]``, ``r1.total``), or a column
    of a data table (``budget.loan``). ``budget.total`` is the row of the total, whatever its own name.

    None where it stands for nothing.
    """
    wanted = _total_row(linked, normalize("NFKC", name.strip()))
    symbol = _symbol(linked, wanted)
    if symbol is not None:
        nodes = _as_printed(linked, symbol, figures_of(linked, symbol))
        direct = tuple(
            Usage(use.place, words_at(linked.plan, use.place)) for use in linked.symbols.uses.get(symbol.id, ())
        )
        return _explanation(linked, symbol, nodes, direct)
    base, rest = parted(wanted)
    symbol = _symbol(linked, base)
    if symbol is None:
        return None
    node = linked.figures.get(wanted if wanted.startswith("count(") else f"{symbol.id}{rest}")
    if node is None and (column := tuple(_column(linked, symbol, rest))):
        return _explanation(linked, symbol, column, ())
    if node is None:
        return NoSuchFigure(symbol, tuple(each.key for each in figures_of(linked, symbol)))
    return _explanation(linked, symbol, (node,), tuple(_uses(linked, Dependents(linked), node.key, "")))


def key_of(linked: LinkedPlan, name: str) -> str | None:
    """The id, or the key of a figure by its id, that `name` stands for, which may be a printed name: 总产值[2025]; None for nothing."""
    wanted = _total_row(linked, normalize("NFKC", name.strip()))
    if symbol := _symbol(linked, wanted):
        return symbol.id
    base, rest = parted(wanted)
    symbol = _symbol(linked, base)
    return f"{symbol.id}{rest}" if symbol else None


def _total_row(linked: LinkedPlan, name: str) -> str:
    """`name` with the row of its table's total by that row's own name, where no row is called ``total``."""
    table, _, rest = name.partition(".")
    row, dot, column = rest.partition(".")
    found = linked.tables.get(table)
    if found is None or row != _TOTAL or (index := found.grid.row_named(row)) is None:
        return name
    return f"{table}.{found.grid.rows[index].name}{dot}{column}"


def _as_printed(linked: LinkedPlan, symbol: Symbol, nodes: Iterable[FigureNode]) -> tuple[FigureNode, ...]:
    """The figures of a data table or one of its rows in the order of the table; other figures as they come."""
    table = linked.tables.get(symbol.id.partition(".")[0])
    if table is None:
        return tuple(nodes)
    columns = list(table.grid.columns)
    places = {key: (cell.row, columns.index(cell.column)) for key, cell in table.cells.items()}
    return tuple(sorted(nodes, key=lambda node: places.get(node.key, (len(table.grid.rows), 0))))


def _column(linked: LinkedPlan, symbol: Symbol, rest: str) -> Iterator[FigureNode]:
    """The figures of a column of a data table, from top to bottom."""
    table, column = linked.tables.get(symbol.id), rest.removeprefix(".")
    if table is not None and column in table.grid.columns:
        for row in table.grid.rows:
            if node := linked.figures.get(table.grid.key(row.index, column)):
                yield node


def _explanation(
    linked: LinkedPlan, symbol: Symbol, nodes: tuple[FigureNode, ...], direct: tuple[Usage, ...]
) -> Explanation:
    explained = tuple(ExplainedFigure(node, _told(linked, node), _formula(linked, node, symbol)) for node in nodes)
    seen = {use.place for use in direct}
    indirect = list[Usage]()
    dependents = Dependents(linked)
    feeds = dependents.figures(node.key for node in nodes)
    for key in feeds:
        for use in _uses(linked, dependents, key, key):
            if use.place not in seen:
                seen.add(use.place)
                indirect.append(use)
    return Explanation(symbol, explained, direct, feeds, tuple(indirect))


def _symbol(linked: LinkedPlan, name: str) -> Symbol | None:
    """The symbol of an id, or of a printed name that is no other's."""
    found = linked.symbols.by_id.get(name) or linked.symbols.by_name.get(name)
    if found is not None:
        return found
    named = [symbol for symbol in linked.symbols.by_id.values() if symbol.name and _plain(symbol.name) == name]
    return named[0] if len(named) == 1 else None


def _plain(name: str) -> str:
    return normalize("NFKC", name.strip())


def parted(key: str) -> tuple[str, str]:
    """The id in the key of a figure, and the year or field behind it."""
    plain = key.removeprefix("count(").removesuffix(")") if key.startswith("count(") else key
    at = next((index for index, character in enumerate(plain) if character in "[."), len(plain))
    return plain[:at], plain[at:]


def _told(linked: LinkedPlan, node: FigureNode) -> str:
    """The value of a figure, with ≥ or ≤ where it is a bound."""
    if isinstance(node.result, Unknown):
        return printed_value(linked, node)
    return with_bound(node.result, linked.plan.language)


def _formula(linked: LinkedPlan, node: FigureNode, symbol: Symbol) -> str:
    match symbol.path:
        case ("facts", int(index)) if node.key == symbol.id:
            return linked.plan.facts[index].formula or ""
        case _:
            return ""


def _uses(linked: LinkedPlan, dependents: Dependents, key: str, via: str) -> Iterator[Usage]:
    """The forms, assertions and formulas that name a figure; a figure that is itself computed, without a place, in words."""
    for each in dependents.uses(key):
        match each:
            case FigureNode():
                if each.home is not None:
                    value = words_at(linked.plan, each.home) or _told(linked, each)
                    yield Usage(each.home, f"{each.key} = {value}", via)
            case _:
                yield Usage(each.place, words_at(linked.plan, each.place), via)


def words_at(plan: Plan, place: Place) -> str:
    """What is written at a place, with some words around it."""
    node: object = plan
    for part in place.path:
        node = _below(node, part)
    if not isinstance(node, str):
        return ""
    start, end = place.start or 0, len(node) if place.end is None else place.end
    low, high = max(0, start - _CONTEXT), min(len(node), end + _CONTEXT)
    before, after = "…" if low else "", "…" if high < len(node) else ""
    return f"{before}{' '.join(node[low:high].split())}{after}"


def _below(node: object, part: str | int) -> object:
    match node:
        case tuple() if isinstance(part, int):
            return node[part]
        case Mapping():
            return next((value for key, value in node.items() if str(key) == part), None)
        case _:
            return getattr(node, str(part), None)
