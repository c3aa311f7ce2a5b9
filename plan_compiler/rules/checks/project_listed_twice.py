"""Two projects have the same name.

Two rows of the annex have one name: most often a row was pasted twice, or carried over from another category. Where both amounts are
the same too, it is all but certain. Parts of one project are told apart in their names (一期, 二期).

附表有两行项目重名：多半是复制了一行，或从别的类别带过来。两栏金额也相同的，几乎可以肯定是重复。

怎么办：删去重复的一行；同一项目分期的，在名称里写明（一期、二期）。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路道路工程, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 甲路道路工程, scope: 长两公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
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
      - {id: r1, name: 甲路道路工程（一期）, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 甲路道路工程（二期）, scope: 长两公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import Scheduled, scheduled

KIND = Kind(
    "PRJ314",
    "project-listed-twice",
    Severity.WARNING,
    Message("项目重名", "Two projects have one name"),
    {
        "message": Message("{id} 与 {other} 同名：{name}", "{id} and {other} have one name: {name}"),
        "same": Message(
            "{id} 与 {other} 同名，两项投资也相同：{name}",
            "{id} and {other} have one name and the same amounts: {name}",
        ),
        "first": Message("{other}  {name}", "{other}  {name}"),
        "hint": Message("删去重复的一行，或在名称中写明区别", "delete one row, or tell them apart by name"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look each name up among those above it."""
    seen: dict[str, Scheduled] = {}
    for entry in scheduled(linked):
        name = entry.project.name
        first = seen.setdefault(name.replace(" ", "").replace("（", "(").replace("）", ")"), entry)
        if first is not entry:
            yield _diagnostic(entry, first)


def _diagnostic(entry: Scheduled, first: Scheduled) -> Diagnostic:
    project, other = entry.project, first.project
    same = (project.total, project.in_period) == (other.total, other.in_period)
    args = {"id": project.id, "other": other.id, "name": project.name}
    return Diagnostic(
        KIND,
        entry.place("name"),
        args,
        "same" if same else "message",
        hint="hint",
        values={"total": project.total.text, "in_period": project.in_period.text},
        related=(Related(first.place("name"), "first", args),),
    )
