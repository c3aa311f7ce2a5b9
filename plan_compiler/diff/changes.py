"""The change set: what became of every entity of a plan, as frozen values.

Entities are the things a plan consists of: chapters, texts, boxes, indicators, projects, rows … `path` is where an entity
stands in its own version of the plan: that of the entry in its list, where a body that is one text counts as a list of one. All the changes together are an edit script, from
which the new plan can be made of the old one (`plan_compiler.diff.script`).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.quantity.number import Number

Field: TypeAlias = tuple[str, ...]
"""The way to a value within its entity: ``("values", "2025")``; () for the words of a text."""

Scalar: TypeAlias = Number | str | bool | int | tuple[str, ...]
"""What stands in a field: a number as printed, words, a flag, a year, a list of words."""

Content: TypeAlias = str | bool | int | list["Content"] | dict[str, "Content"]
"""An entity as it would be written in YAML, scalars as texts."""


class EntityKind(StrEnum):
    """What an entity is."""

    PLAN = "plan"
    SECTION = "section"
    TEXT = "text"
    BOX = "box"
    PLACEMENT = "placement"
    """A table block: it names the table that is printed there."""
    PICTURE = "picture"
    CHART = "chart"
    LIST = "list"
    BLOCK = "block"
    """A block of another kind."""
    INDICATOR_TABLE = "indicator_table"
    GROUP = "group"
    INDICATOR = "indicator"
    DATA_TABLE = "data_table"
    ROW = "row"
    ANNEX = "annex"
    CATEGORY = "category"
    PROJECT = "project"
    FACT = "fact"
    ASSERTION = "assertion"
    ORGANIZATION = "organization"
    TERM = "term"
    WAIVER = "waiver"
    NOTE = "note"
    """A change note."""


class Entity(Struct, frozen=True):
    """An entity of one version. `id` and `name` are "" where it has none; `name` is as printed, of a text its first words.

    `own` is the way from its path to its fields, where it has one: ``("box",)`` of a block.
    """

    kind: EntityKind
    id: str
    name: str
    path: NodePath
    own: NodePath = ()

    @property
    def home(self) -> NodePath:
        """Where its fields stand."""
        return (*self.path, *self.own)


class Added(Struct, frozen=True):
    """An entity that is new, with what is below it but came from elsewhere left out of `content`."""

    new: Entity
    content: Content


class Removed(Struct, frozen=True):
    """An entity that is gone, with all that was below it and did not go elsewhere."""

    old: Entity
    content: Content


class Moved(Struct, frozen=True):
    """An entity that now stands below another one: a project in another category, a section in another chapter."""

    old: Entity
    new: Entity
    home: Entity
    """What it stood below, in the old version."""
    new_home: Entity


class Reordered(Struct, frozen=True):
    """An entity that has another place among its neighbours."""

    old: Entity
    new: Entity


class Renamed(Struct, frozen=True):
    """An entity with another id."""

    old: Entity
    new: Entity


class Sense(StrEnum):
    """What the change of a field comes to."""

    VALUE = "value"
    """A figure has another value, or there is one, or none any more."""
    PRECISION = "precision"
    """The same value with more or fewer decimals (78, 78.0): it stands for other true values."""
    WORDING = "wording"
    """Other words are printed."""
    BINDING = "binding"
    """The same words are printed; what their figures are bound to is another."""
    SETTING = "setting"
    """What is not printed as it stands: a flag, a formula, a reference."""


class Edited(Struct, frozen=True):
    """A field of an entity that holds another value; None where there is none.

    `printed` are, for a text, both versions as they are printed: with figures in the place of their forms.
    """

    old: Entity
    new: Entity
    field: Field
    before: Scalar | None
    after: Scalar | None
    sense: Sense
    printed: tuple[str, str] | None = None


Structural: TypeAlias = Added | Removed | Moved | Reordered | Renamed
"""What became of a whole entity."""

Change: TypeAlias = Added | Removed | Moved | Reordered | Renamed | Edited


class Pairing(Struct, frozen=True):
    """Which entity of the old version is which of the new one, by paths of the plan as read (the origins of a Document).

    What is in neither is gone or new.
    """

    to_new: Mapping[NodePath, NodePath]
    to_old: Mapping[NodePath, NodePath]

    def new_path(self, old: NodePath) -> NodePath | None:
        """Where a node of the old version stands in the new one; None where its entity is gone."""
        return _translated(old, self.to_new)

    def old_path(self, new: NodePath) -> NodePath | None:
        """Where a node of the new version stood in the old one; None where its entity is new."""
        return _translated(new, self.to_old)


class Split(Struct, frozen=True):
    """A project that became several, which together have its amount in `column`; one of them may have kept its id."""

    old: Entity
    parts: tuple[Entity, ...]
    column: str


class Merger(Struct, frozen=True):
    """Several projects that became one, which has their amounts in `column` together; it may have kept the id of one."""

    parts: tuple[Entity, ...]
    new: Entity
    column: str


def _translated(path: NodePath, known: Mapping[NodePath, NodePath]) -> NodePath | None:
    """By the nearest entity, if that is known; a step into a list leads to an entity of its own."""
    for length in range(len(path), -1, -1):
        other = known.get(path[:length])
        if other is not None:
            return (*other, *path[length:])
        if length and isinstance(path[length - 1], int):
            return None
    return None
