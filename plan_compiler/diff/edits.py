"""The fields of an entity that hold another value."""

from collections.abc import Iterator

from msgspec import Struct

from plan_compiler.diff.changes import Edited, Field, Scalar, Sense
from plan_compiler.diff.entities import Node, slots, values
from plan_compiler.diff.printed import marked_up, printed_text
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.scalars import Role
from plan_compiler.model.shape import Choice, Keyed, Leaf, Many, Record, Shape, child
from plan_compiler.quantity.number import Number


class Sides(Struct, frozen=True):
    """The two linked plans, and both versions of one entity."""

    old: LinkedPlan
    new: LinkedPlan
    a: Node
    b: Node

    def edited(
        self, field: Field, was: Scalar | None, now: Scalar | None, sense: Sense, printed: tuple[str, str] | None = None
    ) -> Edited:
        """The change of a field of the entity."""
        return Edited(self.a.entity, self.b.entity, field, was, now, sense, printed)


def edits(sides: Sides) -> Iterator[Edited]:
    """What differs between two versions of one entity, field by field; its id, and what it holds, are left out.

    Layout makes no difference, nor does the spelling of a number (1,000 and 1000).
    """
    a, b = sides.a, sides.b
    if a.record is b.record or (not slots(b.record) and a.record == b.record):
        return
    before, after = values(a.record), values(b.record)
    for field in dict.fromkeys((*after, *before)):
        was, now = before.get(field), after.get(field)
        if was != now:
            edited = _number(sides, field, was, now) if _is_number(was, now) else _words(sides, field, was, now)
            if edited is not None:
                yield edited


def _is_number(was: Scalar | None, now: Scalar | None) -> bool:
    return isinstance(was, Number) or isinstance(now, Number)


def _number(sides: Sides, field: Field, was: Scalar | None, now: Scalar | None) -> Edited | None:
    if not (isinstance(was, Number) and isinstance(now, Number)) or (was.value, was.unit) != (now.value, now.unit):
        return sides.edited(field, was, now, Sense.VALUE)
    return None if was.decimals == now.decimals else sides.edited(field, was, now, Sense.PRECISION)


def _words(sides: Sides, field: Field, was: Scalar | None, now: Scalar | None) -> Edited | None:
    if field == ("columns",) and _follows(was, now) and _follows(now, was):
        return None
    role = _role(sides.b, field) or _role(sides.a, field)
    if role is None or isinstance(was, tuple) or isinstance(now, tuple):
        return sides.edited(field, was, now, Sense.SETTING)
    if not (isinstance(was, str) and isinstance(now, str)):
        return sides.edited(field, was, now, Sense.WORDING)
    if role is Role.LABEL:
        return sides.edited(field, was, now, Sense.WORDING, (was, now))
    here, there = (*sides.a.place, *field), (*sides.b.place, *field)
    if marked_up(sides.old, here, was) == marked_up(sides.new, there, now):
        return None
    printed = printed_text(sides.old, here, was), printed_text(sides.new, there, now)
    return sides.edited(field, was, now, Sense.BINDING if printed[0] == printed[1] else Sense.WORDING, printed)


def _follows(was: Scalar | None, now: Scalar | None) -> bool:
    """Whether the order of columns is what it was, without those that are gone and with the new ones at the end."""
    if not (isinstance(was, tuple) and isinstance(now, tuple)):
        return True
    return [*(key for key in was if key in now), *(key for key in now if key not in was)] == list(now)


def _role(node: Node, field: Field) -> Role | None:
    """What a string may hold there; None where it is not printed as it stands."""
    if isinstance(node.record, str):
        return Role.TEXT
    shape: Shape | None = Record(type(node.record))
    for part in field:
        shape = child(shape, part) if shape is not None else None
    return None if shape is None else _role_of(shape)


def _role_of(shape: Shape) -> Role | None:
    match shape:
        case Leaf(role=role):
            return role
        case Many(item=item):
            return _role_of(item)
        case Choice(options=options):
            return next((role for option in options if (role := _role_of(option)) is not None), None)
        case Record() | Keyed():
            return None
