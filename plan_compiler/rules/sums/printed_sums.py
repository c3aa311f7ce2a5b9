"""Sums that a table prints: computed by the compiler, they are printed figures like those that stand in the plan."""

from collections.abc import Iterator

from msgspec.structs import replace

from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.linked import Computed, LinkedCell, LinkedTable, Same, Source, Sum
from plan_compiler.model.projects import Annex, StatedTotals
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rules.sums.totals import COLUMNS


def printed_sum(linked: LinkedPlan, key: str) -> Quantity | None:
    """The sum that a table prints for the figure `key`, as it is printed; None where that is stated, or is no sum.

    Its addends were rounded, so the true sum may be another one; but what stands in the table is this, and a text that quotes
    it with as many decimals has to say the same.
    """
    result = linked.figures[key].result
    if not isinstance(result, Quantity) or result.nominal is None or result.decimals is None or result.is_rounding:
        return None
    if not _is_summed(linked, key):
        return None
    return replace(result, interval=Interval.rounding(result.nominal, result.decimals))


def _is_summed(linked: LinkedPlan, key: str) -> bool:
    annex = linked.plan.annex
    if annex is not None and any(key == summed for summed in _summed(annex)):
        return True
    return any(key in table.cells and _is_sum(table, table.cells[key]) for table in linked.tables.values())


def _summed(annex: Annex) -> Iterator[str]:
    """The totals of the annex that are not stated."""
    entities: list[tuple[str, StatedTotals | None]] = [(each.id, each.stated) for each in annex.categories]
    for entity, stated in (*entities, (annex.id, annex.stated)):
        for column in COLUMNS:
            if stated is None or stated.amount(column) is None:
                yield f"{entity}.{column}"


def _is_sum(table: LinkedTable, cell: LinkedCell) -> bool:
    """Whether a cell is left to be computed as a sum, and printed with the decimals that this has."""
    rounded = table.grid.columns[cell.column].decimals, table.grid.table.decimals
    return cell.written is None and rounded == (None, None) and any(_adds(way.source) for way in cell.derived)


def _adds(source: Source) -> bool:
    match source:
        case Sum():
            return True
        case Computed(addends=addends):
            return addends is not None
        case Same():
            return False
