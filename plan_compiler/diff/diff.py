"""Two LinkedPlans → the ChangeSet."""

from msgspec import Struct

from plan_compiler.diff.changes import Change, Edited, Merger, Pairing, Split
from plan_compiler.diff.compare import compare
from plan_compiler.diff.figures import FigureChange, figure_changes
from plan_compiler.link.linked import LinkedPlan


class ChangeSet(Struct, frozen=True):
    """All that differs between two versions of a plan.

    `changes` is the whole edit script, in the order of the new plan; `pairing` says which entity is which. `splits` and
    `mergers` are readings of what was added and removed, `figures` of what was edited, and what follows from it.
    """

    changes: tuple[Change, ...]
    pairing: Pairing
    splits: tuple[Split, ...]
    mergers: tuple[Merger, ...]
    figures: tuple[FigureChange, ...]


def diff(old: LinkedPlan, new: LinkedPlan) -> ChangeSet:
    """What changed from `old` to `new`. Layout, comments, the order of keys and the spelling of numbers are no change."""
    found = compare(old, new)
    edited = [change for change in found.changes if isinstance(change, Edited)]
    figures = figure_changes(found.versions, edited)
    return ChangeSet(found.changes, found.versions.pairing, found.splits, found.mergers, figures)
