"""A project's investment within the plan is above its total investment.

What is spent within the plan's period is a part of the whole sum, so it cannot be greater.

规划期内的投资是总投资的一部分，不能比总投资大。

怎么办：核对两栏，是否抄错了列或写错了一位。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 3300, in_period: 33000, owner: 建设局}
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 33000, in_period: 3300, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.link.evaluate import mismatch_of
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.reasons import Reason
from plan_compiler.model.projects import Project
from plan_compiler.quantity.quantity import Quantity, may_hold
from plan_compiler.rules.outcome import Consistent, NotCheckable, Outcome, Tie
from plan_compiler.rules.schedule import scheduled
from plan_compiler.rules.sums.totals import amount_text

KIND = Kind(
    "PRJ301",
    "in-period-above-total",
    Severity.ERROR,
    Message("规划期内投资大于总投资", "Investment within the period is above the total"),
    {
        "message": Message(
            "{name}：规划期内投资 {in_period}，大于总投资 {total}",
            "{name}: {in_period} within the period, but only {total} in total",
        ),
        "total": Message("总投资 {total}", "total investment {total}"),
        "hint": Message(
            "核对两个金额是否写反，注意单位",
            "mend one of the two amounts: do they stand in each other's place? Look at their units too",
        ),
    },
)
RELATES = Tie.BOUND


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the two amounts of every project."""
    for entry in scheduled(linked):
        project, place = entry.project, entry.place("in_period")
        if _is_plainly_within(project):
            yield Consistent(place, (f"{project.id}.total",))
            continue
        inner = Quantity.from_number(project.in_period, entry.unit, exact=entry.exact)
        outer = Quantity.from_number(project.total, entry.unit, exact=entry.exact)
        if mismatch_of(inner, outer):
            yield NotCheckable(place, Reason.UNIT, project.id)
        elif may_hold("<=", inner, outer):
            yield Consistent(place, (f"{project.id}.total",))
        else:
            yield _diagnostic(place, entry.path, project, entry.unit)


def _is_plainly_within(project: Project) -> bool:
    """As printed, in one unit: what either rounds to need not be looked at."""
    inner, outer = project.in_period, project.total
    return inner.unit == outer.unit and inner.value <= outer.value


def _diagnostic(place: Place, path: NodePath, project: Project, unit: str) -> Diagnostic:
    values = {"in_period": project.in_period.text, "total": project.total.text}
    amounts = {"in_period": amount_text(project.in_period, unit), "total": amount_text(project.total, unit)}
    args = {"name": project.name, **amounts}
    related = (Related(Place((*path, "total")), "total", args),)
    return Diagnostic(KIND, place, args, hint="hint", values=values, related=related)
