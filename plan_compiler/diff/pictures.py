"""Pictures that are others under the name that they had: no field of the plan says so, only their files do."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import Entity, EntityKind, Pairing
from plan_compiler.link.outline import body_parts, sections
from plan_compiler.model.blocks import Figure
from plan_compiler.model.plan import Plan

Reader: TypeAlias = Callable[[str], object]
"""What is at a path of a version's files: bytes, or why there are none."""


class PictureChange(Struct, frozen=True):
    """A picture whose `file` holds other bytes."""

    old: Entity
    new: Entity
    file: str


def picture_changes(old: tuple[Plan, Reader], new: tuple[Plan, Reader], pairing: Pairing) -> Iterator[PictureChange]:
    """The pictures of both versions that have one name and are not the same."""
    before = dict(_figures(old[0]))
    for path, figure in _figures(new[0]):
        place = pairing.to_old.get(path, ())
        was = before.get(place)
        if was is not None and was.file == figure.file:
            held, holds = old[1](was.file), new[1](figure.file)
            if isinstance(held, bytes) and isinstance(holds, bytes) and held != holds:
                yield PictureChange(_entity(was, place), _entity(figure, path), figure.file)


def _figures(plan: Plan) -> Iterator[tuple[NodePath, Figure]]:
    for path, section in sections(plan):
        for part_path, part in body_parts(path, section):
            if isinstance(part, Figure):
                yield part_path, part


def _entity(figure: Figure, home: NodePath) -> Entity:
    return Entity(EntityKind.PICTURE, figure.id or "", figure.title, home[:-1], home[-1:])
