"""Investment by category, before and after."""

from msgspec import Struct

from plan_compiler.diff.changes import Entity, EntityKind
from plan_compiler.diff.figures import Difference, difference
from plan_compiler.diff.versions import Versions
from plan_compiler.link.linked import LinkedPlan, Result, Unknown
from plan_compiler.link.reasons import Reason
from plan_compiler.model.projects import Category


class CategoryShift(Struct, frozen=True):
    """A category of the annex, or the annex as a whole, before and after: how many projects, and how much money."""

    old: Entity | None
    new: Entity | None
    projects: tuple[int, int]
    total: tuple[Result, Result]
    in_period: tuple[Result, Result]

    @property
    def total_difference(self) -> Difference | None:
        """Between the sums of total investment."""
        return difference(*self.total)

    @property
    def in_period_difference(self) -> Difference | None:
        """Between the sums of investment within the plan's period."""
        return difference(*self.in_period)


def category_shifts(versions: Versions) -> tuple[CategoryShift, ...]:
    """All categories, where one of them differs: in the order of the new plan, those that are gone behind them, the whole last."""
    old = {category.id: category for category in _of(versions.old)}
    found: list[CategoryShift] = []
    for category in _of(versions.new):
        was = old.pop(_old_id(versions, category.id), None)
        found.append(_category(versions, was, category))
    found += [_category(versions, category, None) for category in old.values()]
    annexes = versions.old.plan.annex, versions.new.plan.annex
    if not any(map(_differs, found)) or None in annexes:
        return tuple(found) if any(map(_differs, found)) else ()
    return (*found, _whole(versions, found))


def _of(linked: LinkedPlan) -> tuple[Category, ...]:
    return linked.plan.annex.categories if linked.plan.annex is not None else ()


def _old_id(versions: Versions, name: str) -> str:
    return next((old for old, new in versions.renamed.items() if new == name), name)


def _differs(shift: CategoryShift) -> bool:
    return (
        shift.old is None
        or shift.new is None
        or shift.projects[0] != shift.projects[1]
        or shift.total[0] != shift.total[1]
        or shift.in_period[0] != shift.in_period[1]
    )


def _category(versions: Versions, was: Category | None, now: Category | None) -> CategoryShift:
    old, new = versions.old, versions.new
    return CategoryShift(
        None if was is None else Entity(EntityKind.CATEGORY, was.id, was.title, old.symbols.by_id[was.id].path),
        None if now is None else Entity(EntityKind.CATEGORY, now.id, now.title, new.symbols.by_id[now.id].path),
        (len(was.projects) if was else 0, len(now.projects) if now else 0),
        (_sum(old, was.id if was else None, "total"), _sum(new, now.id if now else None, "total")),
        (_sum(old, was.id if was else None, "in_period"), _sum(new, now.id if now else None, "in_period")),
    )


def _whole(versions: Versions, found: list[CategoryShift]) -> CategoryShift:
    entities: list[Entity | None] = []
    sums: dict[str, list[Result]] = {"total": [], "in_period": []}
    for linked in (versions.old, versions.new):
        annex = linked.plan.annex
        entities.append(None if annex is None else Entity(EntityKind.ANNEX, annex.id, annex.title, ("annex",)))
        for column, results in sums.items():
            results.append(_sum(linked, None if annex is None else annex.id, column))
    counts = sum(shift.projects[0] for shift in found), sum(shift.projects[1] for shift in found)
    total, in_period = sums["total"], sums["in_period"]
    return CategoryShift(entities[0], entities[1], counts, (total[0], total[1]), (in_period[0], in_period[1]))


def _sum(linked: LinkedPlan, name: str | None, column: str) -> Result:
    node = linked.figures.get(f"{name}.{column}") if name else None
    return Unknown(Reason.MISSING, name or "") if node is None else node.result
