"""A stated total beside what it should be the sum of."""

from msgspec import Struct

from plan_compiler.diagnostics import Message, Place
from plan_compiler.quantity.interval import Interval, total
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError
from plan_compiler.rational import Fraction


class Term(Struct, frozen=True):
    """A printed figure: how readers know it, its number as printed, what it stands for, and where it stands.

    It is added `coefficient` times. `trusted`: another relation that holds shows that it is printed right, so that no
    slip is looked for in it.
    """

    name: Message
    number: Number
    quantity: Quantity
    place: Place | None = None
    coefficient: Fraction | int = 1
    trusted: bool = False

    @property
    def may_be_wrong(self) -> bool:
        """Whether a slip is looked for in its digits: not where it is a range or a claim wider than its rounding."""
        return not self.trusted and self.quantity.is_rounding


class Balance(Struct, frozen=True):
    """`total` should be the sum of `members`.

    `near` are figures beside the total, of which it may be a copy, the nearest first. `memo` are figures that are not to
    be added. `groups` are sums of members that may be left out, or counted twice, as a whole.
    """

    total: Term
    members: tuple[Term, ...]
    near: tuple[Term, ...] = ()
    memo: tuple[Term, ...] = ()
    groups: tuple[Term, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Everything that is added or compared."""
        return (self.total, *self.members)

    def gap(self) -> Interval | None:
        """By how much the members exceed the total, in the total's unit; None where their units do not add."""
        try:
            return total((*(self.share(member) for member in self.members), -self.total.quantity.interval))
        except UnitMismatchError:
            return None

    @property
    def fails(self) -> bool:
        """Whether the members cannot make the total."""
        gap = self.gap()
        return gap is not None and 0 not in gap

    def share(self, term: Term) -> Interval:
        """What a term brings into the sum, in the total's unit; `UnitMismatchError` where it cannot be added."""
        own = term.quantity.converted(self.total.quantity.unit).interval
        return own if term.coefficient == 1 else own.scaled(term.coefficient)


def named(text: str) -> Message:
    """A name that is the same in every language."""
    return Message(text, text)


def without(whole: Interval, part: Interval) -> Interval | None:
    """The sum without one of its parts: the interval to which `part` adds up to `whole`. None where there is none."""
    if whole.low is None or whole.high is None or part.low is None or part.high is None:
        return None
    low, high = whole.low - part.low, whole.high - part.high
    return Interval(low, high) if low <= high else None
