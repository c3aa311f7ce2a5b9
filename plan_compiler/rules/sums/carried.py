"""Failed balances that are but carried forward: their printed figures agree, and an earlier balance that they begin with does not."""

from collections.abc import Mapping, Sequence

from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.linked import Same
from plan_compiler.quantity.quantity import Quantity, consistent
from plan_compiler.rules.sums.table_balances import sum_balance
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


def _before(linked: LinkedPlan, claim: Claim, failed: Mapping[str, Claim]) -> str | None:
    """The failed cell that a claim is carried from; None where its own printed figures disagree."""
    needed = next((key for key in claim.derived.source.needs if key in failed), None)
    return needed if needed is not None and _holds_as_printed(linked, claim) else None


def _holds_as_printed(linked: LinkedPlan, claim: Claim) -> bool:
    if isinstance(claim.derived.source, Same):
        other = cell_of(linked, claim.derived.source.key)
        return (
            other is not None and isinstance(other[1].reading, Quantity) and consistent(claim.stated, other[1].reading)
        )
    balance = sum_balance(linked, claim)
    return balance is not None and not balance.fails
