"""The sums of data tables with all that bears on them, so that a failed one can be explained."""

from collections.abc import Iterator
from fractions import Fraction

from plan_compiler.diagnostics import Message
from plan_compiler.link.linked import LinkedPlan, LinkedTable
from plan_compiler.link.tables.linked import LinkedCell, Sum
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import read_number
from plan_compiler.rules.explain import Balance, Term
from plan_compiler.rules.tables import Claim, cell_of

_UNADDED = frozenset({"including", "memo"})


def sum_balance(linked: LinkedPlan, claim: Claim) -> Balance | None:
    """A stated total of a table beside its members; None where it is no sum of printed figures."""
    source, number = claim.derived.source, claim.cell.written
    if not isinstance(source, Sum) or not isinstance(number, Number):
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
        holds = bool(cell.derived) and result.nominal == cell.reading.nominal
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
