"""Adding up the parts of a whole."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Place, Related
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.quantity.printing import format_quantity, round_half_up
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, add_all, aligned, as_fine_as, magnitude
from plan_compiler.quantity.units import MONEY
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Consistent, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.parts.divisions import Doubt, Partition
from plan_compiler.rules.prose.claims.parts.partitions import partitions
from plan_compiler.rules.prose.figures import Told

_STRAIN = 10
"""A little more than the square of three standard deviations."""
_CRUDE, _FEW = 10, 3
"""Of so few sums of money, none of so many whole units, none is rounded to one: that would be off by a tenth and more."""


class Mismatch(Struct, frozen=True):
    """Parts that do not make their whole. `exceeds`: they are more than it; `sure`: they cannot be that.

    `strained`: only a rounding of all of them in one direction would make them agree.
    """

    place: Place
    exceeds: bool
    sure: bool
    strained: bool
    args: Mapping[str, str]
    related: tuple[Related, ...]
    subject: str

    @property
    def values(self) -> Mapping[str, str]:
        """The figures it turns on."""
        return {"stated": self.args["stated"], "sum": self.args["sum"]}

    def diagnostic(self, kind: Kind, message: str = "message") -> Diagnostic:
        """The finding that it is."""
        return Diagnostic(
            kind,
            self.place,
            self.args,
            message,
            hint="hint",
            values=self.values,
            subject=self.subject,
            related=self.related,
        )


class RoundedOff(Struct, frozen=True):
    """Parts whose printed figures do not add up to their whole, though what they are rounded from may."""

    place: Place
    args: Mapping[str, str]
    subject: str


def add_up(prose: ProseFigures) -> tuple[Mismatch | Consistent | RoundedOff, ...]:
    """Compare every whole in a text with its parts."""
    return tuple(
        outcome for whole in partitions(prose) for partition in _worst(whole) for outcome in _compare(prose, partition)
    )


def _worst(partition: Partition) -> Iterator[Partition]:
    """Of a list behind 其中, the parts that are each above the whole alone; where there are none, all of them together, if that
    says anything.
    """
    parts = partition.parts
    if partition.complete or len(parts) == 1:
        yield partition
        return
    above = [part for part in parts if _is_below(partition.whole, part)]
    if above or not partition.together:
        yield from (replace(partition, parts=(part,)) for part in above or parts)
    else:
        yield partition


def _is_below(whole: Told, part: Told) -> bool:
    left, right = aligned(whole.mention.fact, part.mention.fact)
    return left.interval.is_below(right.interval)


def _compare(prose: ProseFigures, partition: Partition) -> Iterator[Mismatch | Consistent | RoundedOff]:
    whole, parts = partition.whole, partition.parts
    written = prose.written(whole.run)
    place = whole.place(written)
    try:
        total = add_all([part.mention.fact for part in parts])
        left, right = aligned(whole.mention.fact, total)
        figures = [told.mention.quantity for told in (whole, *parts)]
        gap = as_fine_as(magnitude(figures[0] - add_all(figures[1:])), figures)
    except UnitMismatchError:
        return
    exceeds = left.interval.is_below(right.interval)
    args = {
        "stated": whole.worded,
        "told": whole.labelled,
        "addition": " + ".join(part.worded for part in parts),
        "sum": _printed(prose, right),
        "gap": _printed(prose, gap),
    }
    related = tuple(Related(part.place(written), "part", {"part": part.worded}) for part in parts)
    plain = all(told.mention.qualifier is Qualifier.EXACTLY for told in (whole, *parts))
    if plain and not partition.complete and not exceeds and _strains(left, right, len(parts)):
        yield Mismatch(place, True, False, True, args, related, whole.text)
        return
    if plain and not exceeds and _is_whole_money(figures) and differs_as_printed(left, right):
        above = _is_more(left, right)
        if above or partition.complete:
            yield Mismatch(place, above, False, above, args, related, whole.text)
            return
    if left.interval.meets(right.interval) or (not exceeds and not partition.complete):
        tie = Tie.EQUAL if partition.complete else Tie.BOUND
        yield Consistent(place, tuple(part.place(written) for part in parts), tie)
        if plain and differs_as_printed(left, right) and (partition.complete or _is_more(left, right)):
            yield RoundedOff(place, args, whole.text)
        return
    sure = partition.doubt is Doubt.NONE or (partition.doubt is Doubt.SUM and len(parts) == 1)
    yield Mismatch(place, exceeds, sure, False, args, related, whole.text)


def _is_more(whole: Quantity, total: Quantity) -> bool:
    return whole.nominal is not None and total.nominal is not None and total.nominal > whole.nominal


def _strains(whole: Quantity, total: Quantity, parts: int) -> bool:
    """Whether a sum above its whole is so by more than three standard deviations of what rounding `parts` and the whole does.

    Each is off by up to half a unit of its last place, evenly: a variance of a twelfth.
    """
    if whole.nominal is None or total.nominal is None or whole.decimals is None:
        return False
    gap = (total.nominal - whole.nominal) * Fraction(10) ** whole.decimals
    return gap > 0 and 12 * gap * gap > _STRAIN * (parts + 1)


def _is_whole_money(figures: Sequence[Quantity]) -> bool:
    """Whether a whole and its few parts are small whole numbers of one unit of money (总规模5亿元，其中首期2亿元、二期4亿元), which nobody rounds to."""
    own = figures[0].unit
    return (
        own.dimension == MONEY
        and len(figures) <= _FEW
        and all(
            figure.unit.text == own.text and figure.decimals == 0 and figure.nominal is not None for figure in figures
        )
        and all(0 < figure.nominal < _CRUDE for figure in figures if figure.nominal is not None)
    )


def differs_as_printed(stated: Quantity, computed: Quantity) -> bool:
    """Whether a sum of figures in the unit of `stated`, to its decimals, is another number than what is stated."""
    if stated.nominal is None or computed.nominal is None or stated.decimals is None:
        return False
    return round_half_up(computed.nominal, stated.decimals) != stated.nominal


def _printed(prose: ProseFigures, quantity: Quantity) -> str:
    return format_quantity(quantity, None, prose.language)
