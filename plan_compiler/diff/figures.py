"""The figures that have another value: old, new, difference, per cent; and what they follow from."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diff.changes import Edited, Entity, EntityKind, Sense
from plan_compiler.diff.prints import Print, Prints
from plan_compiler.diff.versions import Versions, cell_at, figures_of, owner_of
from plan_compiler.link.linked import FigureNode, LinkedPlan, Result, Unknown
from plan_compiler.link.readings import cell_quantity
from plan_compiler.link.reasons import Reason
from plan_compiler.link.tables.grid import column_key
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError
from plan_compiler.quantity.shares import NonPositiveBaseError, growth
from plan_compiler.quantity.units import PERCENT, is_pure


class Difference(Struct, frozen=True):
    """What lies between two values: their difference, in the unit of the new one; and the growth in per cent.

    None where the units are of different kinds, or the growth has no meaning: of a rate, or from nothing.
    """

    amount: Quantity | None
    rate: Quantity | None


class Cause(Struct, frozen=True):
    """A figure that another one changed by, by its key in the new version; in the old one, of which it is no longer made, `is_old`."""

    key: str
    is_old: bool = False


class FigureChange(Struct, frozen=True):
    """A figure with another value, or another precision.

    `key` is how an expression names it (``output[2025]``), `old_key` how the old version named it. `entity` is what it is a
    figure of, None for one that is defined in a text; `field` what of it: a year, a column. With `stated` it is the total as
    published, which is compared with the computed one of that key. `computed`: it changed because those of `causes` did.
    """

    key: str
    old_key: str
    entity: Entity | None
    field: str
    before: Result
    after: Result
    sense: Sense
    difference: Difference | None
    stated: bool = False
    computed: bool = False
    causes: tuple[Cause, ...] = ()
    prints: tuple[Print, ...] = ()


def difference(before: Result, after: Result) -> Difference | None:
    """The difference of two values, by the arithmetic of intervals; a figure with a bound counts as the bound."""
    if isinstance(before, Unknown) or isinstance(after, Unknown):
        return None
    old, new = before.at_bound(), after.at_bound()
    try:
        amount = new - old.converted(new.unit)
    except UnitMismatchError:
        return Difference(None, None)
    if is_pure(new.unit) and new.unit.text:
        return Difference(amount.as_points() if new.unit.factor == PERCENT.factor else amount.converted(new.unit), None)
    try:
        return Difference(amount, growth(new, old))
    except NonPositiveBaseError:
        return Difference(amount, None)


def figure_changes(versions: Versions, edited: Iterable[Edited]) -> tuple[FigureChange, ...]:
    """The changed figures of what is in both versions: edited ones, then computed ones, then published totals."""
    found = _in_order(versions, _changed(versions))
    direct = frozenset(change.key for change in found if not change.computed)
    found = [replace(c, causes=_causes(versions, c, direct)) if c.computed else c for c in found]
    prints = Prints(versions)
    shown = (replace(change, prints=tuple(prints.of(change.key))) for change in found)
    published = (_stated(versions, edit) for edit in edited if edit.field[:1] == ("stated",))
    return (*shown, *(change for change in published if change is not None))


def _in_order(versions: Versions, changes: Iterable[FigureChange]) -> list[FigureChange]:
    """Edited figures before computed ones; the cells of tables last, in the order of their tables."""
    ranks: dict[str, int] = {}
    for table in versions.new.tables.values():
        ranks.update(zip(table.cells, range(len(ranks) + 1, len(ranks) + len(table.cells) + 1), strict=True))
    return sorted(changes, key=lambda change: (change.computed, ranks.get(change.key, 0)))


def _changed(versions: Versions) -> Iterator[FigureChange]:
    keys = ((versions.new_key(key), node) for key, node in versions.old.figures.items())
    before = {key: node for key, node in keys if key is not None}
    for key, node in versions.new.figures.items():
        was = before.pop(key, None)
        if was is None:
            yield from _one_sided(versions, key, None, node)
        elif was.result != node.result and (sense := _sense(was.result, node.result)) is not None:
            yield _change(versions, key, was, node, sense)
    for key, was in before.items():
        yield from _one_sided(versions, key, was, None)


def _one_sided(versions: Versions, key: str, was: FigureNode | None, now: FigureNode | None) -> Iterator[FigureChange]:
    """A figure that one version lacks, of something that both have: an indicator with another year.

    The cells of a row that is new or gone are told with it.
    """
    if now is not None and versions.is_of_new_row(key):
        return
    known = [node.result for node in (was, now) if node is not None]
    if versions.owner(key) is not None and not isinstance(known[0], Unknown):
        yield _change(versions, key, was, now, Sense.VALUE)


def _sense(before: Result, after: Result) -> Sense | None:
    match before, after:
        case Unknown(), Unknown():
            return None
        case Quantity(), Quantity():
            if before.unit.dimension == after.unit.dimension:
                converted = before.converted(after.unit)
                if converted.interval == after.interval:
                    return None
                return Sense.PRECISION if _is_reprint(converted, after) else Sense.VALUE
            return Sense.VALUE
        case _:
            return Sense.VALUE


def _is_reprint(before: Quantity, after: Quantity) -> bool:
    """The same number with other decimals, or declared exact."""
    return before.nominal == after.nominal and _is_plain(before) and _is_plain(after)


def _is_plain(quantity: Quantity) -> bool:
    """Whether it stands for its nominal value: rounded, or exactly that, as a count does."""
    low, high = quantity.interval.low, quantity.interval.high
    return quantity.is_rounding or (low is not None and low == high == quantity.nominal)


def _change(versions: Versions, key: str, was: FigureNode | None, now: FigureNode | None, sense: Sense) -> FigureChange:
    before = Unknown(Reason.MISSING, key) if was is None else was.result
    after = Unknown(Reason.MISSING, key) if now is None else now.result
    entity, field = _owner(versions, key)
    node = now or was
    return FigureChange(
        key,
        key if was is None else was.key,
        entity,
        field,
        before,
        after,
        sense,
        difference(before, after),
        computed=node is not None and node.computed,
    )


def _owner(versions: Versions, key: str) -> tuple[Entity | None, str]:
    """What a figure is of, and what of it."""
    if (cell := cell_at(versions.new, key)) is not None:
        row, column = cell
        return versions.places.get(row.path), column
    symbol = owner_of(versions.new, key)
    field = "" if symbol is None else key.removeprefix("count(").removeprefix(symbol.id).strip("[].)")
    return versions.entity(symbol), field


def _causes(versions: Versions, change: FigureChange, direct: frozenset[str]) -> tuple[Cause, ...]:
    """The figures that a computed one changed by: edited ones, those it is newly made of, those it no longer is."""
    now = dict.fromkeys(_needs(versions.new.figures, change.key))
    before = [(versions.new_key(key), key) for key in _needs(versions.old.figures, change.old_key)]
    kept = {key for key, _ in before}
    changed = (Cause(key) for key in now if key in direct or key not in kept)
    return (*changed, *(Cause(old, is_old=True) for key, old in before if key not in now))


def _needs(figures: Mapping[str, FigureNode], key: str) -> Iterator[str]:
    """The figures with no needs of their own that a figure rests on."""
    seen, waiting = {key}, [key]
    for each in waiting:
        node = figures.get(each)
        needs = node.needs if node is not None else ()
        if not needs and each != key:
            yield each
        fresh = [need for need in dict.fromkeys(needs) if need not in seen]
        seen.update(fresh)
        waiting += fresh


def _stated(versions: Versions, edited: Edited) -> FigureChange | None:
    """A published total that was edited; it has the unit of the computed one."""
    was, now = (
        figures_of(linked, entity) for linked, entity in ((versions.old, edited.old), (versions.new, edited.new))
    )
    if was is None or now is None:
        return None
    column = edited.field[-1]
    old_key, key = column_key(was, column), column_key(now, column)
    before = _published(versions.old, old_key, edited.before, edited.new.kind)
    after = _published(versions.new, key, edited.after, edited.new.kind)
    return FigureChange(
        key, old_key, edited.new, column, before, after, edited.sense, difference(before, after), stated=True
    )


def _published(linked: LinkedPlan, key: str, value: object, kind: EntityKind) -> Result:
    node = linked.figures.get(key)
    if not isinstance(value, Number) or node is None:
        return Unknown(Reason.MISSING, key)
    annex = linked.plan.annex
    if kind in (EntityKind.ANNEX, EntityKind.CATEGORY) and annex is not None:
        return cell_quantity(value, annex.unit, linked.words.language, exact=True)
    unit = "" if isinstance(node.result, Unknown) else node.result.unit.text
    return cell_quantity(value, unit, linked.words.language)
