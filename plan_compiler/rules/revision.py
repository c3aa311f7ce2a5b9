"""Two versions of a plan, as the rules on revisions look at them."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from plan_compiler.diagnostics import NodePath, Place
from plan_compiler.link.linked import LinkedPlan, Result, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.model.indicators import Indicator
from plan_compiler.model.notes import ChangeNote
from plan_compiler.quantity.printing import with_bound

if TYPE_CHECKING:  # a check without an older version compares nothing
    from plan_compiler.diff.changes import Entity
    from plan_compiler.diff.diff import ChangeSet


class Revision(Struct, frozen=True, dict=True):
    """Both versions, and what changed between them; `called` is what the old one was asked for by."""

    old: LinkedPlan
    new: LinkedPlan
    changes: "ChangeSet"
    called: str = "REV"

    @cached_property
    def _notes(self) -> tuple[ChangeNote, ...]:
        """The notes that this revision adds: older ones explain older changes."""
        before = set(map(_key, self.old.plan.changes))
        return tuple(note for note in self.new.plan.changes if _key(note) not in before)

    def is_noted(self, ids: Iterable[str], field: str = "") -> bool:
        """Whether a note of this revision explains what became of an entity (by its old or new id), or of this field of it."""
        named = set(ids)
        return any(note.entity in named and note.field in (None, field) for note in self._notes)

    def may_be_unread(self, path: NodePath, id: str) -> bool:
        """Whether an entity of the old version that the new one lacks may stand in what could not be read of the new one: nothing is
        known to be gone of a table, an annex or a file with such a fault.
        """
        return id in self.new.poisoned or any(lacking[:1] == path[:1] for lacking in self.new.incomplete)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators of the new version by their ids."""
        return {indicator.id: indicator for _, _, indicator in indicators(self.new.plan)}

    def place(self, entity: "Entity", *field: str) -> Place:
        """A field of an entity of the new version; the entity, where that is not written."""
        return Place((*entity.home, *field))

    def old_id(self, entity: "Entity") -> str:
        """The id that an entity of the new version had in the old one."""
        return next((old for old, new in self.changes.renamed.items() if new == entity.id), entity.id)


def shown(result: Result, language: str) -> str:
    """A figure as it is printed; a dash for none."""
    return "—" if isinstance(result, Unknown) else with_bound(result, language)


def _key(note: ChangeNote) -> tuple[str, ...]:
    return note.entity, note.field or "", note.reason, note.date or ""
