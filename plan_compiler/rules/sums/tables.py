"""What data tables claim: each figure stated for a computed cell, beside every way in which the cell is computed."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Place, Related
from plan_compiler.link.linked import LinkedPlan, LinkedTable, Result, Unknown
from plan_compiler.link.tables.compute import NOTHING_THERE
from plan_compiler.link.tables.linked import Basis, Computed, Derived, LinkedCell, Sum
from plan_compiler.quantity.interval import power_of_ten
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import plain, unit_text
from plan_compiler.quantity.quantity import Quantity, consistent, magnitude
from plan_compiler.quantity.units import PERCENT, POINTS
from plan_compiler.rules.outcome import Consistent, Inconsistent, NotCheckable
from plan_compiler.rules.sums.totals import with_unit

_RULES = {
    Basis.SUM: "SUM110",
    Basis.PARTITION: "SUM111",
    Basis.COLUMN: "SUM113",
    Basis.ROW: "SUM114",
    Basis.ROLL_FORWARD: "SUM115",
    Basis.PERIODS: "SUM116",
}
"""The rule on each basis."""


class Claim(Struct, frozen=True):
    """A cell with what it should be: `stated` as printed, `computed` in one way."""

    table: LinkedTable
    cell: LinkedCell
    derived: Derived
    stated: Quantity
    computed: Quantity

    @property
    def holds(self) -> bool:
        """Whether the two can be one figure."""
        return consistent(self.stated, self.computed)

    def failed(self, diagnostic: Diagnostic) -> Inconsistent:
        """The failed relation, told by `diagnostic`; unless what an earlier basis computes differs from the cell in the same way."""
        needs = self.derived.source.needs
        return Inconsistent(diagnostic, needs, self.stated, self.computed, tuple(_told_before(self)))


def cells(linked: LinkedPlan) -> Iterator[tuple[LinkedTable, LinkedCell]]:
    """Every cell for a figure of every data table."""
    for table in linked.tables.values():
        for cell in table.cells.values():
            yield table, cell


def claims(linked: LinkedPlan, *bases: Basis) -> Iterator[Claim | NotCheckable]:
    """All claims of tables on one of these bases; those that cannot be compared, with the reason.

    A dash claims nothing. Of several ways to compute a cell, one by which nothing comes out is no claim.
    """
    for table, cell in cells(linked):
        if cell.reading is not None and not is_nothing(cell.reading):
            for derived in cell.derived:
                if derived.basis in bases and not (len(cell.derived) > 1 and is_nothing(derived.result)):
                    yield claim_of(table, cell, derived)


def is_nothing(result: Result) -> bool:
    """Whether there is no figure because nothing is there: a blank or a dash."""
    return isinstance(result, Unknown) and result.reason in NOTHING_THERE


def claim_of(table: LinkedTable, cell: LinkedCell, derived: Derived) -> Claim | NotCheckable:
    """What is stated for a cell, beside one way in which it is computed."""
    match cell.reading, derived.result:
        case (Quantity() as stated, Quantity() as computed):
            return Claim(table, cell, derived, stated, computed)
        case (Unknown(reason=reason, about=about), _) | (_, Unknown(reason=reason, about=about)):
            return NotCheckable(cell.place, reason, about or cell.key)
    return NotCheckable(cell.place, "missing", cell.key)


def judged(linked: LinkedPlan, *bases: Basis) -> Iterator[Claim | Consistent | NotCheckable]:
    """The claims of tables on these bases that fail; for all others, that they hold or cannot be judged."""
    for claim in claims(linked, *bases):
        if isinstance(claim, Claim) and claim.holds:
            yield Consistent(claim.cell.place, claim.derived.source.needs)
        else:
            yield claim


def _told_before(claim: Claim) -> Iterator[str]:
    """The codes of the rules that tell the same of the same cell, because of an earlier basis."""
    order = list(Basis)
    for other in alike(claim):
        if order.index(other.derived.basis) < order.index(claim.derived.basis):
            yield _RULES[other.derived.basis]


def alike(claim: Claim) -> Iterator[Claim]:
    """The other claims on the cell that fail too, and that come to the same figure."""
    for derived in claim.cell.derived:
        other = claim_of(claim.table, claim.cell, derived) if derived is not claim.derived else None
        if isinstance(other, Claim) and not other.holds and consistent(other.computed, claim.computed):
            yield other


def diagnostic(
    kind: Kind, claim: Claim, linked: LinkedPlan, message: str = "message", *, across: bool = False
) -> Diagnostic:
    """The finding for a claim that fails: its figures, and those it is computed from as related places.

    `across` where these stand in one row: they are then called by their columns.
    """
    args = {**names(claim.table, claim.cell), **figures(claim)}
    args["apart"] = with_unit(args["gap"], _apart(claim.cell, linked.plan.language))
    related = (
        tuple(_told(each, kind) for each in members(claim, linked, across=across)) if "member" in kind.messages else ()
    )
    also = tuple(
        Related(claim.cell.place, "also", figures(other))
        for other in alike(claim)
        if "also" in kind.messages and isinstance(other.derived.source, Computed)
    )
    return Diagnostic(
        kind,
        claim.cell.place,
        {**args, "count": str(len(related))},
        message,
        hint="hint",
        values={"stated": args["stated"], "computed": args["computed"]},
        subject=claim.table.row(claim.cell).row.title,
        related=(*related, *also),
    )


def names(table: LinkedTable, cell: LinkedCell) -> dict[str, str]:
    """What a cell is called: its table, row, column and unit."""
    return {
        "table": table.grid.table.title,
        "row": table.row(cell).row.title,
        "column": table.grid.columns[cell.column].title,
        "unit": cell.unit.text,
    }


def figures(claim: Claim) -> dict[str, str]:
    """The figures of a claim: as printed, as computed, and the gap between them, in the unit of the cell."""
    gap = magnitude(claim.stated - claim.computed)
    return {
        "stated": text_of(claim.cell),
        "computed": plain(_beside(claim.computed, claim.stated)),
        "gap": plain(gap),
        "formula": claim.derived.source.text if isinstance(claim.derived.source, Computed) else "",
    }


def _apart(cell: LinkedCell, language: str) -> str:
    """The unit of what lies between two figures of a cell: two shares are percentage points apart."""
    return unit_text(POINTS if cell.unit == PERCENT else cell.unit, language)


def _beside(computed: Quantity, stated: Quantity) -> Quantity:
    """What is computed, for showing it beside what is stated: a quotient has no fewer decimals than that."""
    own, wanted, value = computed.decimals, stated.decimals, computed.nominal
    if own is None or wanted is None or wanted <= own or value is None or (value * power_of_ten(own)).denominator == 1:
        return computed
    return replace(computed, decimals=wanted)


def members(claim: Claim, linked: LinkedPlan, *, across: bool = False) -> Iterator[Related]:
    """The figures that a claim is computed from, each where it stands, in the order of the sum or of the formula.

    A stated figure that does not agree with what it is computed from has the message `listed`, with both.
    """
    source = claim.derived.source
    minus = {each.key for each in source.members if each.weight < 0} if isinstance(source, Sum) else set[str]()
    for key in source.needs:
        if key in linked.figures:
            place, args = _member(linked, key, across=across)
            if place is not None:
                message = "listed" if args["amount"] != args["listed"] else "member"
                yield Related(place, message, {**args, "sign": "-" if key in minus else ""})


def _told(member: Related, kind: Kind) -> Related:
    return member if member.message in kind.messages else replace(member, message="member")


def _member(linked: LinkedPlan, key: str, *, across: bool) -> tuple[Place | None, Mapping[str, str]]:
    """A figure by its key: where it stands, its name, what it comes to and what is listed for it."""
    result, found = linked.figures[key].result, cell_of(linked, key)
    amount = "" if isinstance(result, Unknown) else plain(result)
    if found is None:
        return linked.figures[key].home, {"name": key, "amount": amount, "listed": amount}
    table, cell = found
    own = names(table, cell)
    named, listed = {"name": own["column"] if across else own["row"]}, text_of(cell)
    match cell.reading, result:
        case (Quantity() as stated, Quantity() as computed) if stated.nominal != computed.nominal:
            return cell.place, {**named, "amount": amount, "listed": listed}
        case (None, _):
            return cell.place, {**named, "amount": amount, "listed": amount}
    return cell.place, {**named, "amount": listed, "listed": listed}


def cell_of(linked: LinkedPlan, key: str) -> tuple[LinkedTable, LinkedCell] | None:
    """The cell of a figure, if it stands in a data table."""
    table = linked.tables.get(key.partition(".")[0])
    cell = table.cells.get(key) if table else None
    return (table, cell) if table and cell else None


def text_of(cell: LinkedCell) -> str:
    """What is written in a cell, "" for a blank."""
    match cell.written:
        case Number(text=text) | (str() as text):
            return text
        case None:
            return ""
