"""What the changes mean for the plan's promises: targets weaker or stronger, times moved."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from plan_compiler.diff.changes import Change, Edited, Entity, EntityKind
from plan_compiler.diff.figures import FigureChange
from plan_compiler.diff.investment import CategoryShift, category_shifts
from plan_compiler.diff.versions import Versions
from plan_compiler.language.vocabulary import Attribute
from plan_compiler.link.construction import Period, read_period
from plan_compiler.link.linked import LinkedPlan, Result, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.link.reasons import Reason
from plan_compiler.model.indicators import Indicator
from plan_compiler.quantity.quantity import Quantity, aligned

Better: TypeAlias = Literal["higher", "lower"]
Strength: TypeAlias = Literal["weaker", "stronger", "changed"]
"""`changed`: which way is better is not known."""


class TargetShift(Struct, frozen=True):
    """The value of an indicator in a year of the plan that is another. `binding`: it is a binding indicator, in either version.

    `better` is the way that the plan calls better; None where it says nothing of it.
    """

    indicator: Entity
    year: int
    change: FigureChange
    strength: Strength
    binding: bool
    better: Better | None


class BaseShift(Struct, frozen=True):
    """The actual value of an indicator, in the base year or before it, that is another."""

    indicator: Entity
    year: int
    change: FigureChange


class AttributeShift(Struct, frozen=True):
    """An indicator with another attribute: from binding to expected is weaker."""

    indicator: Entity
    before: str
    after: str
    strength: Strength


class ScheduleShift(Struct, frozen=True):
    """The years of a project, or of the plan itself, that are others: by how many years the end moved, if both can be read."""

    entity: Entity
    field: str
    before: str
    after: str
    years: int | None


class Shifts(Struct, frozen=True):
    """All of these."""

    targets: tuple[TargetShift, ...]
    bases: tuple[BaseShift, ...]
    attributes: tuple[AttributeShift, ...]
    schedules: tuple[ScheduleShift, ...]
    categories: tuple[CategoryShift, ...]


def shifts(versions: Versions, changes: Iterable[Change], figures: Iterable[FigureChange]) -> Shifts:
    """What `changes` and `figures` come to."""
    values = tuple(_values(versions, figures))
    edited = [change for change in changes if isinstance(change, Edited)]
    return Shifts(
        tuple(value for value in values if isinstance(value, TargetShift)),
        tuple(value for value in values if isinstance(value, BaseShift)),
        tuple(_attributes(versions, edited)),
        tuple(_schedules(edited)),
        category_shifts(versions),
    )


def base_year(linked: LinkedPlan) -> int | None:
    """The last year whose values are actual ones: the base year, else the year before the plan."""
    period = read_period(linked.plan.period)
    return linked.plan.base or (period.start - 1 if period is not None and period.start is not None else None)


def direction(indicator: Indicator, before: Result, after: Result) -> Better | None:
    """Which way is better: by `better`, else by the side that the bound of a value leaves open (≥60: higher)."""
    bounds: dict[str, Better] = {"≥": "higher", "≤": "lower"}
    sides = (bounds.get(value.bound) for value in (after, before) if not isinstance(value, Unknown) and value.bound)
    return indicator.better or next((side for side in sides if side), None)


def strength(indicator: Indicator, before: Result, after: Result) -> Strength:
    """Whether a target became weaker, by its `direction`.

    A bound that is dropped is weaker, one that is set is stronger.
    """
    if isinstance(before, Unknown) or isinstance(after, Unknown):
        gone, come = isinstance(after, Unknown), isinstance(before, Unknown)
        return "weaker" if gone and not come else "stronger" if come and not gone else "changed"
    better = direction(indicator, before, after)
    old, new = before.at_bound(), after.at_bound()
    if better is None or old.nominal is None or new.nominal is None or old.unit.dimension != new.unit.dimension:
        return "changed"
    left, right = aligned(old, new)
    if left.nominal == right.nominal:
        return _by_bound(before, after)
    rises = _above(right, left)
    return "stronger" if rises == (better == "higher") else "weaker"


def nears(change: FigureChange, actual: Result) -> bool:
    """Whether a target is no further from the `actual` value, on its own side of it, than it was; so where that cannot be told."""
    known = [value.at_bound() for value in (change.before, change.after, actual) if not isinstance(value, Unknown)]
    if len(known) < 3 or len({value.unit.dimension for value in known}) > 1:
        return True
    old, new, start = known
    rises, falls = _above(*aligned(old, start)), _above(*aligned(start, old))
    return not (rises and _above(*aligned(new, old))) and not (falls and _above(*aligned(old, new)))


def _above(a: Quantity, b: Quantity) -> bool:
    return a.nominal is not None and b.nominal is not None and a.nominal > b.nominal


def _by_bound(before: Quantity, after: Quantity) -> Strength:
    if bool(before.bound) == bool(after.bound):
        return "changed"
    return "weaker" if before.bound else "stronger"


def _values(versions: Versions, figures: Iterable[FigureChange]) -> Iterator[TargetShift | BaseShift]:
    known = {indicator.id: indicator for _, _, indicator in indicators(versions.new.plan)}
    before = {versions.new_key(indicator.id): indicator for _, _, indicator in indicators(versions.old.plan)}
    base = base_year(versions.new)
    for change in figures:
        entity = change.entity
        if entity is None or entity.kind is not EntityKind.INDICATOR or not change.field.isdecimal():
            continue
        year, indicator = int(change.field), known.get(entity.id)
        if indicator is None or (isinstance(change.before, Unknown) and change.before.reason == Reason.QUALITATIVE):
            continue
        if base is not None and year <= base:
            yield BaseShift(entity, year, change)
        else:
            was = before.get(entity.id, indicator)
            binding = _is_binding(versions.new, indicator.attribute) or _is_binding(versions.old, was.attribute)
            better = direction(indicator, change.before, change.after)
            yield TargetShift(entity, year, change, strength(indicator, change.before, change.after), binding, better)


def _is_binding(linked: LinkedPlan, attribute: str) -> bool:
    return linked.words.meanings.attributes.get(attribute) is Attribute.BINDING


def _attributes(versions: Versions, edited: Iterable[Edited]) -> Iterator[AttributeShift]:
    for edit in edited:
        if edit.new.kind is EntityKind.INDICATOR and edit.field == ("attribute",):
            before, after = str(edit.before or ""), str(edit.after or "")
            was, now = _is_binding(versions.old, before), _is_binding(versions.new, after)
            yield AttributeShift(
                edit.new, before, after, "weaker" if was and not now else "stronger" if now and not was else "changed"
            )


_TIMES = frozenset({"period", "milestones", "base", "outlook"})


def _schedules(edited: Iterable[Edited]) -> Iterator[ScheduleShift]:
    for edit in edited:
        if edit.new.kind in (EntityKind.PROJECT, EntityKind.PLAN) and len(edit.field) == 1 and edit.field[0] in _TIMES:
            before, after = _shown(edit.before), _shown(edit.after)
            was, now = read_period(before), read_period(after)
            yield ScheduleShift(edit.new, edit.field[0], before, after, _years_between(was, now))


def _years_between(was: Period | None, now: Period | None) -> int | None:
    if was is None or now is None or was.end is None or now.end is None:
        return None
    return now.end - was.end


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
