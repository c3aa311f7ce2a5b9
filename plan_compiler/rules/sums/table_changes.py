"""What the claims of a table would be if one of its figures were another."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from plan_compiler.link.evaluate import Figures
from plan_compiler.link.linked import LinkedPlan, LinkedTable, Unknown
from plan_compiler.link.period import years_of_plan
from plan_compiler.link.reasons import Reason
from plan_compiler.link.results import Result
from plan_compiler.link.tables.compute import compute, settled
from plan_compiler.link.tables.linked import Derived, LinkedCell
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rules.sums.tables import Claim, claim_of


def mended_claims(linked: LinkedPlan, table: LinkedTable, key: str, meant: Quantity) -> list[Claim]:
    """The claims that fail and would hold if the figure of `key` were `meant`; none if others would then fail."""
    before = list(_claims(table, _dependents(table, key)))
    after = list(_claims(table, _recomputed(linked, table, key, meant)))
    mended: list[Claim] = []
    for was, now in zip(before, after, strict=True):
        if was is None or now is None or was.holds is now.holds:
            continue
        if not now.holds:
            return []
        mended.append(was)
    return mended


def _claims(table: LinkedTable, cells: list[LinkedCell]) -> Iterator[Claim | None]:
    for cell in cells:
        for derived in cell.derived:
            claim = claim_of(table, cell, derived)
            yield claim if isinstance(claim, Claim) else None


def _dependents(table: LinkedTable, key: str) -> list[LinkedCell]:
    """The computed cells of the table that the figure of `key` takes part in, each after those it needs."""
    wanted_by: defaultdict[str, list[LinkedCell]] = defaultdict(list)
    for cell in table.cells.values():
        for need in dict.fromkeys(need for derived in cell.derived for need in derived.source.needs):
            wanted_by[need].append(cell)
    ordered: dict[str, LinkedCell] = {}
    path = [(key, iter(wanted_by[key]))]
    entered = {key}
    while path:
        own, following = path[-1]
        dependent = next(following, None)
        if dependent is None:
            path.pop()
            if own != key:
                ordered[own] = table.cells[own]
        elif dependent.key not in entered:
            entered.add(dependent.key)
            path.append((dependent.key, iter(wanted_by[dependent.key])))
    return list(reversed(ordered.values()))


def _recomputed(linked: LinkedPlan, table: LinkedTable, key: str, meant: Quantity) -> list[LinkedCell]:
    """Those cells as they would be."""
    changed: dict[str, Result] = {key: meant}
    figures = Figures(lambda name: changed.get(name) or _figure(linked, name), years_of_plan(linked.plan))
    found: list[LinkedCell] = []
    for cell in _dependents(table, key):
        derived = tuple(
            Derived(each.basis, each.source, compute(each.source, cell.unit, cell.key, figures).result)
            for each in cell.derived
        )
        changed[cell.key] = settled(tuple(each.result for each in derived), cell.reading)
        found.append(replace(cell, derived=derived))
    return found


def _figure(linked: LinkedPlan, key: str) -> Result:
    node = linked.figures.get(key)
    return Unknown(Reason.UNDEFINED, key) if node is None else node.result
