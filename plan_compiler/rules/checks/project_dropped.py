"""A project was dropped without a change note.

A project of the annex is gone, and is not one of those that were split or merged. A note in changes.yaml says why, and who
approved it: `plan note ID --reason …`. Found by `plan check --against REV`.

附表里的一个项目不见了，又不是拆分、合并的。由 `plan check --against 版本` 发现。

怎么办：用 `plan note 标识 --reason …` 写明为什么、谁批准的。

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
      - {id: r2, name: 乙桥, scope: 长1公里, nature: 新建, period: 2022-2024, total: 80, in_period: 80, owner: 交通局}
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
```

```yaml changes.yaml
- {entity: r2, reason: 并入市级快速路网统一实施, approved_by: 区政府常务会议}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity
from plan_compiler.diff.presence import lone_projects
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.revision import Revision, shown

KIND = Kind(
    "REV201",
    "project-dropped",
    Severity.ERROR,
    Message("删除项目没有说明", "A project was dropped without a note"),
    {
        "message": Message(
            "项目 {id} {name}（总投资 {total}）已删除，没有修改说明",
            "project {id} {name} (total {total}) is gone, and no change note says why",
        ),
        "hint": Message(
            "用 `plan note {id} --reason … --against {against}` 说明，或恢复该项目",
            "say why with `plan note {id} --reason … --against {against}`, or put the project back",
        ),
    },
)


def check_against(revision: Revision) -> Iterator[Outcome]:
    """Look at every project that is gone."""
    changes = revision.changes
    told = {split.old.path for split in changes.splits} | {part.path for m in changes.mergers for part in m.parts}
    for project in lone_projects(revision.old, changes.pairing.to_new):
        if project.path in told or revision.may_be_unread(project.path, project.id):
            continue
        place = _place(project.path, revision)
        if revision.is_noted((project.id,)):
            yield Consistent(place)
            continue
        node = revision.old.figures.get(f"{project.id}.total")
        total = shown(node.result, revision.new.plan.language) if node is not None else "—"
        args = {"id": project.id, "name": project.name, "total": total, "against": revision.called}
        yield Diagnostic(KIND, place, args, hint="hint", values={"total": total}, subject=project.id)


def _place(old: NodePath, revision: Revision) -> Place:
    """The category of the new version that the project was in; the annex, where that is gone too."""
    category = revision.changes.pairing.new_path(old[: old.index("projects")]) if "projects" in old else None
    return Place(category or ("annex",))
