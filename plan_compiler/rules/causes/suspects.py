"""What may be wrong where several relations fail: figures, units and missing rows, by arithmetic alone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import projects
from plan_compiler.link.tables.linked import LinkedCell
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import Unit
from plan_compiler.rules.causes.grounds import Ground
from plan_compiler.rules.causes.rows import MissingRow, missing_rows
from plan_compiler.rules.origins import is_written, mistaken_units
from plan_compiler.rules.outcome import Inconsistent
from plan_compiler.rules.sums.tables import cell_of
from plan_compiler.rules.sums.totals import COLUMNS

_MOST_PAIRS = 20_000
"""How many pairs of cells are looked at, so that it takes moments whatever the table's length."""


class Figure(Struct, frozen=True):
    """A figure that may be wrong, and the interval, in its own unit, in which it would have to be."""

    key: str
    needed: Interval


class MistakenUnit(Struct, frozen=True):
    """The unit of a table, an indicator or the annex, by the path of its node, that may have to be another."""

    path: NodePath
    becomes: str


class Swapped(Struct, frozen=True):
    """The project or the row of a table, by its path, of which two figures may stand in each other's place; `titles` are those of
    the columns of a table.
    """

    path: NodePath
    columns: tuple[str, ...] = COLUMNS
    titles: tuple[str, ...] = ()


Suspect: TypeAlias = Figure | MistakenUnit | MissingRow | Swapped


class Suspicion(Struct, frozen=True):
    """Relations, by their indexes, that one change mends: of any of `suspects`, which are equally likely by arithmetic."""

    relations: frozenset[int]
    suspects: tuple[Suspect, ...]


def suspicions(linked: LinkedPlan, failed: Sequence[Inconsistent]) -> tuple[Suspicion, ...]:
    """What one change may mend two or more of `failed`: the most relations first, a figure before a unit."""
    grounds = [Ground(linked, relation) for relation in failed]
    found: defaultdict[frozenset[int], list[Suspect]] = defaultdict(list)
    for relations, suspect in (
        *missing_rows(linked, grounds),
        *_swapped(linked, grounds),
        *_swapped_cells(linked, grounds),
        *_figures(linked, grounds),
        *_units(linked, grounds),
    ):
        if len(relations) > 1:
            found[relations].append(suspect)
    groups = [group for relations, suspects in found.items() for group in _by_kind(relations, suspects)]
    return tuple(sorted(groups, key=lambda group: -len(group.relations)))


def _by_kind(relations: frozenset[int], suspects: Sequence[Suspect]) -> Iterator[Suspicion]:
    for kind in (MissingRow, Swapped, Figure, MistakenUnit):
        if own := tuple(suspect for suspect in suspects if isinstance(suspect, kind)):
            yield Suspicion(relations, own)


def _swapped(linked: LinkedPlan, grounds: Sequence[Ground]) -> Iterator[tuple[frozenset[int], Suspect]]:
    """Projects with less in total than within the period, where the difference is what relations of both are out by."""
    for path, _, project in projects(linked.plan):
        own = tuple(linked.figures[f"{project.id}.{column}"].result for column in ("total", "in_period"))
        match own:
            case (Quantity(nominal=whole) as total, Quantity(nominal=part)) if whole and part and part > whole:
                gap = Interval.exact(part - whole)
                keys = {f"{project.id}.total", f"{project.id}.in_period"}
                gaps = ((index, each.gap_in(total.unit)) for index, each in enumerate(grounds) if each.keys & keys)
                out = (index for index, each in gaps if each is not None and (each.meets(gap) or each.meets(-gap)))
                yield frozenset(out), Swapped(path)


def _swapped_cells(linked: LinkedPlan, grounds: Sequence[Ground]) -> Iterator[tuple[frozenset[int], Suspect]]:
    """Rows of tables with two figures that differ by what sums of the one column are short of, and those of the other have too much."""
    taking_part: defaultdict[str, list[int]] = defaultdict(list)
    for index, ground in enumerate(grounds):
        for key in sorted(ground.keys):
            taking_part[key].append(index)
    rows: defaultdict[tuple[str, int], list[LinkedCell]] = defaultdict(list)
    for key in taking_part:
        if (found := cell_of(linked, key)) is not None and is_written(linked.figures[key]):
            rows[found[0].grid.table.id or "", found[1].row].append(found[1])
    pairs = ((linked.tables[name], *pair) for (name, _), cells in rows.items() for pair in combinations(cells, 2))
    for table, one, other in islice(pairs, _MOST_PAIRS):
        if out := _out(linked, grounds, taking_part, one, other):
            titles = tuple(table.grid.columns[cell.column].title for cell in (one, other))
            yield out, Swapped(table.row(one).path, (one.column, other.column), titles)


def _out(
    linked: LinkedPlan, grounds: Sequence[Ground], taking_part: dict[str, list[int]], one: LinkedCell, other: LinkedCell
) -> frozenset[int]:
    """The relations that two cells in each other's place would leave out by the difference: some of each of the two."""
    values = linked.figures[one.key].result, linked.figures[other.key].result
    if not isinstance(values[0], Quantity) or not isinstance(values[1], Quantity):
        return frozenset()
    first, second, unit = values[0].nominal, values[1].nominal, values[0].unit
    if first is None or second is None or first == second or values[1].unit != unit:
        return frozenset()
    sides = set(taking_part[one.key]), set(taking_part[other.key])
    due = Interval.exact(second - first)
    found = [
        {index for index in own - others if (gap := grounds[index].gap_in(unit)) is not None and gap.meets(wanted)}
        for own, others, wanted in ((sides[0], sides[1], due), (sides[1], sides[0], -due))
    ]
    return frozenset(found[0] | found[1]) if all(found) else frozenset()


def _figures(linked: LinkedPlan, grounds: Sequence[Ground]) -> Iterator[tuple[frozenset[int], Suspect]]:
    taking_part: defaultdict[str, list[int]] = defaultdict(list)
    for index, ground in enumerate(grounds):
        for key in sorted(ground.keys):
            taking_part[key].append(index)
    changes: dict[tuple[Unit, tuple[int, ...]], tuple[frozenset[int], Interval] | None] = {}
    for key, indexes in taking_part.items():
        node = linked.figures[key]
        if len(indexes) > 1 and is_written(node) and isinstance(node.result, Quantity):
            unit, nominal, own = node.result.unit, node.result.nominal, tuple(indexes)
            if (unit, own) not in changes:
                changes[unit, own] = _change(unit, [(index, grounds[index]) for index in own])
            if nominal is not None and (found := changes[unit, own]) is not None:
                yield found[0], Figure(key, Interval.exact(nominal) + found[1])


def _change(unit: Unit, grounds: Sequence[tuple[int, Ground]]) -> tuple[frozenset[int], Interval] | None:
    """The change of a figure, added or subtracted, with which most of the relations would hold that it takes part in.

    Where that is one alone, those in which it is multiplied or divided (a growth, a share) may have the same cause: a trial shows.
    """
    wanted = [(index, (gap, -gap)) for index, ground in grounds if (gap := ground.gap_in(unit)) is not None]
    best: tuple[frozenset[int], Interval] | None = None
    for _, seeds in wanted:
        for seed in seeds:
            needed, mended = seed, set[int]()
            for index, ways in wanted:
                common = next((both for way in ways if (both := needed.intersection(way)) is not None), None)
                if common is not None:
                    needed, mended = common, mended | {index}
            if best is None or len(mended) > len(best[0]):
                best = frozenset(mended), needed
    if best is None or len(best[0]) > 1:
        return best
    others = {index for index, ground in grounds if ground.gap_in(unit) is None}
    return best[0] | others, best[1]


def _units(linked: LinkedPlan, grounds: Sequence[Ground]) -> Iterator[tuple[frozenset[int], Suspect]]:
    """Units under which all figures of a relation stand, and with whose multiple it would hold."""
    found: defaultdict[tuple[NodePath, str], set[int]] = defaultdict(set)
    for index, ground in enumerate(grounds):
        relation = ground.relation
        where, stated, computed = relation.diagnostic.where, relation.stated, relation.computed
        for path, _, becomes in mistaken_units(linked, ground.keys, where, stated, computed):
            found[path, becomes].add(index)
    for (path, text), relations in found.items():
        yield frozenset(relations), MistakenUnit(path, text)
