"""Adding up the parts of a whole."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from plan_compiler.diagnostics import Place, Related
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.quantity.printing import format_quantity, round_half_up
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


class RoundedOff(Struct, frozen=True):
    """Parts whose printed figures do not add up to their whole, though what they are rounded from may."""

    place: Place
    args: Mapping[str, str]
    subject: str


def add_up(prose: ProseFigures) -> tuple[Mismatch | Consistent | RoundedOff, ...]:
    """Compare every whole in a text with its parts."""
    return tuple(outcome for partition in partitions(prose) for outcome in _compare(prose, partition))


def _compare(prose: ProseFigures, partition: Partition) -> Iterator[Mismatch | Consistent | RoundedOff]:
    whole, parts = partition.whole, partition.parts
    written = prose.written(whole.run)
    place = whole.place(written)
    try:
        total = add_all([part.mention.fact for part in parts])
        left, right = aligned(whole.mention.fact, total)
        gap = magnitude(whole.mention.quantity - add_all([part.mention.quantity for part in parts]))
    except UnitMismatchError:
        return
    exceeds = left.interval.is_below(right.interval)
    args = {
        "stated": whole.worded,
        "label": whole.label,
        "addition": " + ".join(part.worded for part in parts),
        "sum": _printed(prose, right),
        "gap": _printed(prose, gap),
    }
    if left.interval.meets(right.interval) or (not exceeds and not partition.complete):
        tie = Tie.EQUAL if partition.complete else Tie.BOUND
        yield Consistent(place, tuple(part.place(written) for part in parts), tie)
        plain = all(told.mention.qualifier is Qualifier.EXACTLY for told in (whole, *parts))
        if partition.complete and plain and differs_as_printed(left, right):
            yield RoundedOff(place, args, whole.text)
        return
    related = tuple(Related(part.place(written), "part", {"part": part.worded}) for part in parts)
    yield Mismatch(place, exceeds, args, related, whole.text)


def differs_as_printed(stated: Quantity, computed: Quantity) -> bool:
    """Whether a sum of figures in the unit of `stated`, to its decimals, is another number than what is stated."""
    if stated.nominal is None or computed.nominal is None or stated.decimals is None:
        return False
    return round_half_up(computed.nominal, stated.decimals) != stated.nominal


def _printed(prose: ProseFigures, quantity: Quantity) -> str:
    return format_quantity(quantity, None, prose.language)
