"""Rows that sums may lack: a project of the annex, a row of a data table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.language.typography import in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, add_all
from plan_compiler.quantity.units import Unit, parse_unit
from plan_compiler.rules.causes.grounds import Ground
from plan_compiler.rules.sums.tables import cell_of
from plan_compiler.rules.sums.totals import COLUMNS, names


class MissingRow(Struct, frozen=True):
    """A row that a category of projects, or a total of a table, may lack.

    It is one more behind the row at `beside`; `owner` is the node that would have it. `amounts` are by column, with its title.
    """

    owner: NodePath
    beside: NodePath
    amounts: tuple[tuple[str, str, Quantity], ...]


class _Lack(Struct):
    """The row that a sum may lack; its members, the sums themselves among the grounds, and the keys of counts that would be one short."""

    row: MissingRow
    members: frozenset[str]
    sums: frozenset[int] = frozenset()
    counts: tuple[str, ...] = ()


def missing_rows(linked: LinkedPlan, grounds: Sequence[Ground]) -> Iterator[tuple[frozenset[int], MissingRow]]:
    """Rows that sums lack in two columns or more, with the relations that would hold with them.

    Not where a relation of one member fails too, which may then be wrong itself.
    """
    for lack in (*_of_annex(linked, grounds), *_of_tables(linked, grounds)):
        dues = _dues([amount for _, _, amount in lack.row.amounts])
        if any(
            number not in lack.sums and lack.members.intersection(ground.relation.figures)
            for number, ground in enumerate(grounds)
        ):
            continue
        lacking: set[int] = set()
        for number, ground in enumerate(grounds):
            is_short = ground.keys & lack.members and any(_meets(ground.gap_in(due.unit), due.interval) for due in dues)
            if is_short or (ground.keys.intersection(lack.counts) and _meets(ground.plain_gap, Interval.exact(1))):
                lacking.add(number)
        yield frozenset(lacking), lack.row


def _dues(amounts: list[Quantity]) -> list[Quantity]:
    try:
        return [*amounts, add_all(amounts)]
    except UnitMismatchError:
        return amounts


def _of_annex(linked: LinkedPlan, grounds: Sequence[Ground]) -> Iterator[_Lack]:
    annex = linked.plan.annex
    if annex is None:
        return
    unit = parse_unit(annex.unit)
    own = {ground.relation.figures[0]: ground for ground in grounds if len(ground.relation.figures) == 1}
    zh = in_chinese(linked.plan.language)
    for index, category in enumerate(annex.categories):
        path: NodePath = ("annex", "categories", index)
        short = {column: own.get(f"{category.id}.{column}") for column in COLUMNS}
        amounts = tuple(
            (column, names(column)["column_zh" if zh else "column_en"], amount)
            for column, ground in short.items()
            if ground is not None and (amount := _amount(ground, unit)) is not None
        )
        if len(amounts) == len(COLUMNS) and category.projects:
            row = MissingRow(path, (*path, "projects", len(category.projects) - 1), amounts)
            members = frozenset(f"{p.id}.{column}" for p in category.projects for column in COLUMNS)
            yield _Lack(row, members, counts=(f"count({category.id})", f"count({annex.id})"))


class _Column(Struct, frozen=True):
    """A total that is short in one column: its row, the rows that it adds up, and by how much. `computed` where the column is a
    formula of others, in which a row that is missing has nothing of its own.
    """

    total: NodePath
    rows: tuple[NodePath, ...]
    column: str
    title: str
    amount: Quantity
    computed: bool


def _of_tables(linked: LinkedPlan, grounds: Sequence[Ground]) -> Iterator[_Lack]:
    """Totals that are short in several columns of the same rows."""
    short: defaultdict[tuple[NodePath, tuple[NodePath, ...]], list[tuple[int, _Column]]] = defaultdict(list)
    for number, ground in enumerate(grounds):
        if column := _short_column(linked, ground):
            short[column.total, column.rows].append((number, column))
    for (total, rows), columns in short.items():
        amounts = tuple((each.column, each.title, each.amount) for _, each in columns if not each.computed)
        if len(amounts) > 1:
            numbers = frozenset(number for number, _ in columns)
            members = frozenset(key for number in numbers for key in grounds[number].relation.figures)
            yield _Lack(MissingRow(total, rows[-1], amounts), members, numbers)


def _short_column(linked: LinkedPlan, ground: Ground) -> _Column | None:
    """A relation as the sum of rows in one column; None where it is another, or not short."""
    where, found = ground.relation.diagnostic.where, [cell_of(linked, key) for key in ground.relation.figures]
    cells = [each for each in found if each is not None]
    if not cells or len(cells) < len(found) or not isinstance(where, Place):
        return None
    table, first = cells[0]
    total = next((cell for cell in table.cells.values() if cell.place == where), None)
    amount = _amount(ground, first.unit)
    if total is None or amount is None:
        return None
    if any(own is not table or cell.column != first.column for own, cell in cells):
        return None
    rows = tuple(table.row(cell).path for _, cell in cells)
    column = table.grid.columns[first.column]
    return _Column(table.row(total).path, rows, first.column, column.title, amount, bool(column.formula))


def _amount(ground: Ground, unit: Unit) -> Quantity | None:
    """By how much the computed side of a relation is short."""
    gap = ground.gap_in(unit)
    if gap is None or gap.low is None or gap.low <= 0 or ground.gap is None:
        return None
    return ground.gap.converted(unit)


def _meets(gap: Interval | None, other: Interval) -> bool:
    return gap is not None and gap.meets(other)
