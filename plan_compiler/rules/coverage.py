"""Which figures take part in a relation that the rules judge, and which ones nothing checks.

What takes part is what the rules themselves say of the relations they judged (`Consistent.figures`, the places of a
finding), never a second opinion of what they might look at. A figure that is computed stands for those it is computed from.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, NodePath, Place
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.appearances import Appearance, appearances
from plan_compiler.rules.outcome import Consistent, Inconsistent, NotCheckable, Outcome, Tie
from plan_compiler.rules.registry import Rule
from plan_compiler.rules.subject_matter import SubjectMatter


class Standing(StrEnum):
    """How far a figure is checked."""

    CHECKED = "checked"
    """It takes part in a relation that pins it: a slip in it shows, but for what rounding hides."""
    BOUNDED = "bounded"
    """Relations only set it limits (a part is not above its whole): a slip within them does not show."""
    ALONE = "unchecked"
    """It takes part in no relation: whatever is written there is believed."""


class Covered(Struct, frozen=True):
    """A written figure and how far it is checked."""

    appearance: Appearance
    standing: Standing


def coverage(linked: LinkedPlan, rules: Iterable[Rule]) -> tuple[Covered, ...]:
    """Every written figure of a plan, in the order of `appearances`, with how far `rules` check it."""
    matter = SubjectMatter(linked)
    figures = tuple(appearances(matter))
    touched = _Touched(linked)
    for rule in rules:
        if rule.relates is not None:
            for outcome in rule.check(matter):
                for tie, figure in _taking_part(outcome, rule.relates):
                    touched.add(tie, figure)
    return tuple(Covered(figure, touched.standing(figure.place)) for figure in figures)


def not_checkable(linked: LinkedPlan, rules: Iterable[Rule]) -> tuple[NotCheckable, ...]:
    """Every relation that `rules` cannot judge, those that a planner left open on purpose among them."""
    matter = SubjectMatter(linked)
    outcomes = (outcome for rule in rules if rule.relates is not None for outcome in rule.check(matter))
    return tuple(outcome for outcome in outcomes if isinstance(outcome, NotCheckable))


def _taking_part(outcome: Outcome, usual: Tie) -> Iterator[tuple[Tie, str | Place]]:
    match outcome:
        case Consistent(place=place, figures=figures, tie=tie):
            yield from ((tie or usual, figure) for figure in (place, *figures))
        case Inconsistent(diagnostic=diagnostic, figures=figures):
            yield from _taking_part(diagnostic, usual)
            yield from ((usual, figure) for figure in figures)
        case Diagnostic():
            places = (outcome.where, *(related.where for related in outcome.related))
            yield from ((usual, place) for place in places if isinstance(place, Place))
        case NotCheckable():
            return


class _Touched:
    """The places that relations touch, by how they hold what stands there."""

    def __init__(self, linked: LinkedPlan) -> None:
        self._figures = linked.figures
        self._keys: dict[Tie, set[str]] = {tie: set() for tie in Tie}
        self._places: dict[Tie, defaultdict[NodePath, list[Place]]] = {tie: defaultdict(list) for tie in Tie}

    def add(self, tie: Tie, figure: str | Place) -> None:
        """Note that a relation holds `figure`, and all that it is computed from."""
        waiting = [figure]
        while waiting:
            match waiting.pop():
                case Place() as place:
                    self._places[tie][place.path].append(place)
                case key if key not in self._keys[tie] and (node := self._figures.get(key)):
                    self._keys[tie].add(key)
                    waiting += node.needs if node.home is None else (node.home, *node.needs)

    def standing(self, place: Place) -> Standing:
        """How far what is written at `place` is checked."""
        for tie, standing in ((Tie.EQUAL, Standing.CHECKED), (Tie.BOUND, Standing.BOUNDED)):
            if any(_meet(place, other) for other in self._places[tie].get(place.path, ())):
                return standing
        return Standing.ALONE


def _meet(place: Place, other: Place) -> bool:
    """Whether two places of one path share something: the whole node, or some characters."""
    if place.start is None or place.end is None or other.start is None or other.end is None:
        return place.start is None and other.start is None
    return place.start < other.end and other.start < place.end
