"""Two LinkedPlans → the ChangeSet."""

from collections.abc import Mapping

from msgspec import Struct

from plan_compiler.diff.changes import Change, Edited, Merger, Pairing, Split
from plan_compiler.diff.compare import compare
from plan_compiler.diff.figures import FigureChange, figure_changes
from plan_compiler.diff.pictures import PictureChange
from plan_compiler.diff.shifts import Shifts, shifts
from plan_compiler.link.linked import LinkedPlan


class ChangeSet(Struct, frozen=True):
    """All that differs between two versions of a plan.

    `changes` is the whole edit script, in the order of the new plan; `pairing` says which entity is which. `splits` and
    `mergers` are readings of what was added and removed, `figures` of what was edited, and what follows from it;
    `shifts` are what all that means for the plan. `renamed` has the new id of entities that have another one, `rows` what rows of data tables are called now
    (``budget.total``) where that is something else, None for those that are gone. `pictures` are
    those whose files hold others; whoever has the files adds them.
    """

    changes: tuple[Change, ...]
    pairing: Pairing
    splits: tuple[Split, ...]
    mergers: tuple[Merger, ...]
    figures: tuple[FigureChange, ...]
    shifts: Shifts
    renamed: Mapping[str, str]
    rows: Mapping[str, str | None]
    pictures: tuple[PictureChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not self.changes and not self.pictures


def diff(old: LinkedPlan, new: LinkedPlan) -> ChangeSet:
    """What changed from `old` to `new`. Layout, comments, the order of keys and the spelling of numbers are no change."""
    found = compare(old, new)
    edited = [change for change in found.changes if isinstance(change, Edited)]
    figures = figure_changes(found.versions, edited)
    return ChangeSet(
        found.changes,
        found.versions.pairing,
        found.splits,
        found.mergers,
        figures,
        shifts(found.versions, found.changes, figures),
        found.versions.renamed,
        found.versions.rows,
    )
