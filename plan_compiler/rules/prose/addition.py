"""Adding up the parts of a whole."""

from collections.abc import Mapping

from msgspec import Struct

from plan_compiler.diagnostics import Place, Related
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, add_all, aligned, magnitude
from plan_compiler.rules.outcome import Consistent, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.partitions import Partition, partitions


class Mismatch(Struct, frozen=True):
    """Parts that do not make their whole. `exceeds`: they are more than it."""

    place: Place
    exceeds: bool
    args: Mapping[str, str]
    related: tuple[Related, ...]
    subject: str

    @property
    def values(self) -> Mapping[str, str]:
        """The figures it turns on."""
        return {"stated": self.args["stated"], "sum": self.args["sum"]}


def add_up(prose: ProseFigures) -> tuple[Mismatch | Consistent, ...]:
    """Compare every whole in a text with its parts."""
    outcomes = (_compare(prose, partition) for partition in partitions(prose))
    return tuple(outcome for outcome in outcomes if outcome is not None)


def _compare(prose: ProseFigures, partition: Partition) -> Mismatch | Consistent | None:
    whole, parts = partition.whole, partition.parts
    written = prose.written(whole.run)
    place = whole.place(written)
    try:
        total = add_all([part.mention.fact for part in parts])
        left, right = aligned(whole.mention.fact, total)
        gap = magnitude(whole.mention.quantity - add_all([part.mention.quantity for part in parts]))
    except UnitMismatchError:
        return None
    exceeds = left.interval.is_below(right.interval)
    if left.interval.meets(right.interval) or (not exceeds and not partition.complete):
        tie = Tie.EQUAL if partition.complete else Tie.BOUND
        return Consistent(place, tuple(part.place(written) for part in parts), tie)
    related = tuple(Related(part.place(written), "part", {"part": part.worded}) for part in parts)
    args = {
        "stated": whole.worded,
        "label": whole.label,
        "addition": " + ".join(part.worded for part in parts),
        "sum": _printed(prose, right),
        "gap": _printed(prose, gap),
    }
    return Mismatch(place, exceeds, args, related, whole.text)


def _printed(prose: ProseFigures, quantity: Quantity) -> str:
    return format_quantity(quantity, None, prose.language)
