"""Failed sums and balances that are but carried on: their printed figures agree, and one that they are made of does not with its own."""

from collections.abc import Mapping, Sequence

from plan_compiler.link.evaluate import Figures
from plan_compiler.link.linked import LinkedPlan, Result
from plan_compiler.link.tables.compute import compute
from plan_compiler.link.tables.linked import Same, Source, Sum
from plan_compiler.quantity.quantity import Quantity, add_all, consistent
from plan_compiler.rules.sums.tables import Claim, cell_of


def roots(linked: LinkedPlan, failed: Sequence[Claim]) -> Mapping[str, str]:
    """For the key of each cell with a failed claim that of the cell in which its chain first fails, which may be its own."""
    by_key = {claim.cell.key: claim for claim in failed}
    found: dict[str, str] = {}
    for key in by_key:
        chain, at = list[str](), key
        while at not in found:
            chain.append(at)
            before = _before(linked, by_key[at], by_key)
            if before is None:
                found[at] = at
            else:
                at = before
        found.update(dict.fromkeys(chain, found[at]))
    return found


def adds_up_as_stated(linked: LinkedPlan, source: Source, stated: Quantity) -> bool:
    """Whether the members of a sum, each as it is stated, come to what is stated for the sum. Of no sum it is false."""
    parts: list[Quantity] = []
    for member in source.members if isinstance(source, Sum) else ():
        found, result = cell_of(linked, member.key), linked.figures[member.key].result
        own = found[1].reading if found else None
        part = own if isinstance(own, Quantity) else result
        if isinstance(part, Quantity):
            parts.append(part if member.weight > 0 else -part)
    return bool(parts) and consistent(add_all(parts), stated)


def _before(linked: LinkedPlan, claim: Claim, failed: Mapping[str, Claim]) -> str | None:
    """The failed cell that a claim is carried from; None where its own printed figures disagree."""
    needed = (_printed_at(linked, key) for key in claim.derived.source.needs)
    before = next((key for key in needed if key in failed), None)
    return before if before is not None and _holds_as_printed(linked, claim) else None


def _holds_as_printed(linked: LinkedPlan, claim: Claim) -> bool:
    """Whether what is stated is what its source comes to where every figure is taken as printed, not as computed."""
    figures = Figures(lambda key: _as_printed(linked, key), None)
    result = compute(claim.derived.source, claim.cell.unit, claim.cell.key, figures).result
    return isinstance(result, Quantity) and consistent(claim.stated, result)


def _as_printed(linked: LinkedPlan, key: str) -> Result:
    found = cell_of(linked, _printed_at(linked, key))
    return found[1].reading if found is not None and found[1].reading is not None else linked.figures[key].result


def _printed_at(linked: LinkedPlan, key: str) -> str:
    """The key of the cell in which a figure is printed: that of the closing balance for an opening one that is left blank."""
    found = cell_of(linked, key)
    if found is None or found[1].reading is not None or not found[1].derived:
        return key
    source = found[1].derived[0].source
    return source.key if isinstance(source, Same) else key
