"""The sums of data tables with all that bears on them, so that a failed one can be explained."""

from collections.abc import Iterator
from functools import lru_cache

from plan_compiler.diagnostics import Diagnostic, Message
from plan_compiler.link.linked import LinkedPlan, LinkedTable
from plan_compiler.link.tables.linked import Computed, LinkedCell, Sum
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import read_number
from plan_compiler.rational import Fraction
from plan_compiler.rules.explain import (
    Balance,
    Term,
    explain,
    explained,
    explained_as_carried,
    explained_by_cause,
    root_cause,
)
from plan_compiler.rules.sums.tables import Claim, cell_of, claim_of

_UNADDED = frozenset({"including", "memo"})
_MOST_FAILED = 50
"""Among how many failed sums of a table a common cause is looked for."""


def sum_balance(linked: LinkedPlan, claim: Claim) -> Balance | None:
    """A stated total of a table beside its members; None where it is no sum of printed figures."""
    source, number = addends(claim), claim.cell.written
    if source is None or not isinstance(number, Number):
        return None
    members = [_term(linked, member.key, member.weight) for member in source.members]
    if None in members:
        return None
    total = Term(_name(claim.table, claim.cell), number, claim.stated, claim.cell.place)
    return Balance(
        total,
        tuple(term for term in members if term is not None),
        near=tuple(_near(linked, claim)),
        memo=tuple(_memo(linked, claim)),
    )


def addends(claim: Claim) -> Sum | None:
    """The sum that a claim is about: of rows, or of what its formula adds and subtracts; None for another formula."""
    match claim.derived.source:
        case Sum() as source:
            return source
        case Computed(addends=found):
            return found
        case _:
            return None


def _is_whole(linked: LinkedPlan, table: LinkedTable) -> bool:
    """Whether all that a table has could be read: what is missing may be what a sum lacks."""
    grid = table.grid
    if any(path[: len(grid.path)] == grid.path for path in linked.incomplete):
        return False
    return all(name in grid.columns for row in grid.rows for name in (*row.row.cells, *row.row.stated))


def explained_claim(found: Diagnostic, linked: LinkedPlan, claim: Claim) -> Diagnostic:
    """The finding for a claim that fails, with what explains it: one cause it has with other sums, or one slip."""
    balance = sum_balance(linked, claim)
    if balance is None or not _is_whole(linked, claim.table):
        return found
    if not balance.fails:
        return explained_as_carried(found)
    if cause := root_cause(balance, _failed(linked, claim.table.grid.table.id)):
        return explained_by_cause(found, *cause)
    return explained(found, explain(balance, linked.plan.language))


@lru_cache(maxsize=8)
def _failed(linked: LinkedPlan, table: str) -> tuple[Balance, ...]:
    """All sums of a table that fail; of a sum of many members there are few."""
    found: list[Balance] = []
    for cell in linked.tables[table].cells.values():
        for derived in cell.derived if cell.reading is not None else ():
            claim = claim_of(linked.tables[table], cell, derived)
            if isinstance(claim, Claim) and not claim.holds and (balance := sum_balance(linked, claim)):
                found.append(balance)
            if len(found) == _MOST_FAILED:
                return tuple(found)
    return tuple(found)


def _term(linked: LinkedPlan, key: str, weight: int = 1) -> Term | None:
    """A figure of a table as it is printed; a computed one has no place where a slip could be."""
    found, result = cell_of(linked, key), linked.figures[key].result
    if found is None:
        return None
    table, cell = found
    if not isinstance(result, Quantity):
        nothing = Quantity.of(0, cell.unit)
        return Term(_name(table, cell), read_number("0"), nothing, coefficient=weight, trusted=True)
    if isinstance(cell.written, Number) and isinstance(cell.reading, Quantity):
        # A unit of its own is another rule's: a slip is looked for in figures that are written like their column.
        holds = bool(cell.written.unit) or (bool(cell.derived) and result.nominal == cell.reading.nominal)
        return Term(_name(table, cell), cell.written, cell.reading, cell.place, Fraction(weight), trusted=holds)
    return Term(_name(table, cell), read_number(plain(result)), result, coefficient=weight, trusted=True)


def _name(table: LinkedTable, cell: LinkedCell) -> Message:
    row, column = table.row(cell).row.title, table.grid.columns[cell.column].title
    return Message(f"{row}（{column}）", f"{row} ({column})")


def _near(linked: LinkedPlan, claim: Claim) -> Iterator[Term]:
    """The figures beside a cell: in the columns before and after it, in the rows above and below."""
    table, cell = claim.table, claim.cell
    columns = list(table.grid.columns)
    at = columns.index(cell.column)
    beside = [(cell.row, columns[index]) for index in (at - 1, at + 1) if 0 <= index < len(columns)]
    beside += [(index, cell.column) for index in (cell.row - 1, cell.row + 1) if 0 <= index < len(table.grid.rows)]
    for row, column in beside:
        other = table.cell(row, column)
        if other is not None and (term := _term(linked, other.key)) and term.place is not None:
            yield term


def _memo(linked: LinkedPlan, claim: Claim) -> Iterator[Term]:
    """The figures of rows near the total that are not to be added."""
    table, own = claim.table, claim.table.row(claim.cell)
    around = {*own.below, *own.siblings}
    around |= {below for index in around for below in table.grid.rows[index].below}
    for index in sorted(around):
        other = table.cell(index, claim.cell.column)
        if table.grid.rows[index].row.role in _UNADDED and other is not None:
            term = _term(linked, other.key)
            if term is not None and term.place is not None:
                yield term
