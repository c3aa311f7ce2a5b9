"""Changes that a form computes from one indicator in two years: [1.2岁](=life[2030] - life[2025]), [11.8%](=cagr(output[2030], output[2025]))."""

from msgspec import Struct

from plan_compiler.link.expressions import At, Binary, Call, Expr
from plan_compiler.link.linked import LinkedForm, LinkedPlan, SymbolKind
from plan_compiler.model.prose import Computed, Stated
from plan_compiler.quantity.quantity import Quantity, agree

_FUNCTIONS = ("growth", "cagr")


class BoundChange(Struct, frozen=True):
    """The indicator's id and name, and the years from which and to which it changes."""

    id: str
    name: str
    first: int
    last: int

    def value(self, linked: LinkedPlan, year: int) -> Quantity | None:
        """The indicator's figure of a year; None where it has none that is known."""
        node = linked.figures.get(f"{self.id}[{year}]")
        return node.result if node is not None and isinstance(node.result, Quantity) else None

    def is_same(self, linked: LinkedPlan, year: int, other: int) -> bool:
        """Whether the indicator has one value in both years, so that either may be meant."""
        values = self.value(linked, year), self.value(linked, other)
        return values[0] is not None and values[1] is not None and agree(values[0], values[1])


def bound_change(linked: LinkedPlan, form: LinkedForm) -> BoundChange | None:
    """The change that a form computes; None where it computes something else."""
    ends = _ends(form.expr) if isinstance(form.form, Stated | Computed) else None
    owners = {key.partition("[")[0] for key in form.needs}
    symbol = linked.symbols.by_id.get(next(iter(owners))) if ends is not None and len(owners) == 1 else None
    if ends is None or symbol is None or symbol.kind is not SymbolKind.INDICATOR:
        return None
    first, last = sorted(end.year for end in ends)
    return BoundChange(symbol.id, symbol.name, first, last) if first < last else None


def _ends(expr: Expr | None) -> tuple[At, At] | None:
    match expr:
        case Binary(operator="-", left=At() as left, right=At() as right):
            return left, right
        case Call(function=function, arguments=(At() as last, At() as first)) if function in _FUNCTIONS:
            return last, first
        case Call(function="per_year", arguments=(change, *_)):
            return _ends(change)
        case _:
            return None
