"""A project was moved to another category without a change note.

The subtotals of both categories change with it, though no amount does. A note in changes.yaml says why:
`plan note ID --reason …`. Found by `plan check --against REV`.

项目换了类别，金额没有变，两类的小计却都变了。由 `plan check --against 版本` 发现。

怎么办：用 `plan note 标识 --reason …` 写明原因。

Old:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长3公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
  - id: parks
    title: 公园
    projects:
      - {id: p1, name: 乙园, scope: 占地3亩, nature: 新建, period: 2022-2024, total: 80, in_period: 80, owner: 园林局}
      - {id: p2, name: 丙巷绿道, scope: 长2公里, nature: 新建, period: 2022-2024, total: 20, in_period: 20, owner: 园林局}
```

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长3公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: p2, name: 丙巷绿道, scope: 长2公里, nature: 新建, period: 2022-2024, total: 20, in_period: 20, owner: 园林局}
  - id: parks
    title: 公园
    projects:
      - {id: p1, name: 乙园, scope: 占地3亩, nature: 新建, period: 2022-2024, total: 80, in_period: 80, owner: 园林局}
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
      - {id: r1, name: 甲路, scope: 长3公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: p2, name: 丙巷绿道, scope: 长2公里, nature: 新建, period: 2022-2024, total: 20, in_period: 20, owner: 园林局}
  - id: parks
    title: 公园
    projects:
      - {id: p1, name: 乙园, scope: 占地3亩, nature: 新建, period: 2022-2024, total: 80, in_period: 80, owner: 园林局}
```

```yaml changes.yaml
- {entity: p2, reason: 改由道路工程一并建设}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.diff.changes import EntityKind, Moved
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.revision import Revision

KIND = Kind(
    "REV202",
    "project-moved",
    Severity.WARNING,
    Message("项目改换类别没有说明", "A project was moved without a note"),
    {
        "message": Message(
            "项目 {id} {name} 由“{before}”移到“{after}”，没有修改说明",
            "project {id} {name} went from {before} to {after}, and no change note says why",
        ),
        "hint": Message("用 `plan note {id} --reason …` 说明", "say why with `plan note {id} --reason …`"),
    },
)


def check_against(revision: Revision) -> Iterator[Outcome]:
    """Look at every project in another category."""
    for change in revision.changes.changes:
        if not isinstance(change, Moved) or change.new.kind is not EntityKind.PROJECT:
            continue
        place = revision.place(change.new)
        if revision.is_noted((change.new.id, change.old.id)):
            yield Consistent(place)
            continue
        values = {"before": change.home.name or change.home.id, "after": change.new_home.name or change.new_home.id}
        args = {"id": change.new.id, "name": change.new.name, **values}
        yield Diagnostic(KIND, place, args, hint="hint", values=values)
