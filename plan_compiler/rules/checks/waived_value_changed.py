"""A value that a waiver was given for was changed, and the waiver is still there.

A waiver accepts one value as it was printed. Where a revision changes that value, the waiver has done its work: it goes with the
fault it covered, or it is given anew for the new value. Found by `plan check --against REV`.

豁免只认当时印出的那个数。修订改了这个数，豁免的任务就完成了。由 `plan check --against 版本` 发现。

怎么办：差错已改的，删去豁免；仍需保留的，按新数重新豁免。

Old:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    stated: {total: 190}
    projects:
      - {id: r1, name: 甲路, scope: 长3公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙桥, scope: 长1公里, nature: 新建, period: 2022-2024, total: 80, in_period: 80, owner: 交通局}
```

```yaml waivers.yaml
- code: SUM101
  entity: roads
  field: stated.total
  reason: 已刊印，下次修订改正
  values: {stated: 190, computed: 180}
```

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    stated: {total: 180}
    projects:
      - {id: r1, name: 甲路, scope: 长3公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙桥, scope: 长1公里, nature: 新建, period: 2022-2024, total: 80, in_period: 80, owner: 交通局}
```

```yaml waivers.yaml
- code: SUM101
  entity: roads
  field: stated.total
  reason: 已刊印，下次修订改正
  values: {stated: 190, computed: 180}
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    stated: {total: 180}
    projects:
      - {id: r1, name: 甲路, scope: 长3公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙桥, scope: 长1公里, nature: 新建, period: 2022-2024, total: 80, in_period: 80, owner: 交通局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity, format_path
from plan_compiler.diff.changes import Edited, Entity, EntityKind
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.paths import node_at
from plan_compiler.model.tables import DataTable
from plan_compiler.model.waivers import Waiver
from plan_compiler.quantity.number import Number
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.revision import Revision

KIND = Kind(
    "REV301",
    "waived-value-changed",
    Severity.WARNING,
    Message("豁免所针对的数值已改动", "A waived value was changed"),
    {
        "message": Message(
            "豁免 {code} 所针对的 {where} 由 {before} 改为 {after}",
            "the waiver of {code} was given for {where}, which went from {before} to {after}",
        ),
        "value": Message("改动在这里", "the value is here"),
        "hint": Message(
            "问题已改正的，删去这条豁免；仍然存在的，用 `plan waive {code} …` 按新数值重新豁免",
            "delete the waiver where the fault is mended; else give it anew with `plan waive {code} …`",
        ),
    },
)
_LONGEST = 24


def check_against(revision: Revision) -> Iterator[Outcome]:
    """Hold every waiver that both versions have against the fields that were edited."""
    edited = [change for change in revision.changes.changes if isinstance(change, Edited)]
    before = {_key(waiver) for waiver in revision.old.plan.waivers}
    for index, waiver in enumerate(revision.new.plan.waivers):
        if edited and _key(waiver) in before:
            for change in edited:
                if _is_of(waiver, change, revision):
                    yield _finding(waiver, index, change)


def _key(waiver: Waiver) -> tuple[object, ...]:
    return waiver.code, waiver.entity, waiver.field, waiver.subject, tuple(sorted(waiver.values.items()))


def _is_of(waiver: Waiver, change: Edited, revision: Revision) -> bool:
    """Whether a waiver was given for the field, or for a text that stood in it."""
    before, after = _name(revision.old, change.old), _name(revision.new, change.new)
    if waiver.entity is not None and waiver.entity in (before, after):
        within = ".".join(change.field) == waiver.field
    else:
        within = waiver.entity is None and format_path((*change.old.home, *change.field)) == waiver.field
    subject = _stretch(waiver, change)
    if not within or subject is None:
        return within
    words = subject.partition(" #")[0]
    return words in str(change.before) and words not in str(change.after)


def _stretch(waiver: Waiver, change: Edited) -> str | None:
    """The part of a text that the waiver is about; None where the field is a figure, of which the subject is but the name."""
    return None if isinstance(change.before, Number) else waiver.subject


def _name(linked: LinkedPlan, entity: Entity) -> str:
    """The id by which waivers name an entity: that of a row with that of its table; "" where it has none."""
    table = node_at(linked.plan, entity.path[:2]) if entity.kind is EntityKind.ROW and entity.id else None
    return f"{table.id}.{entity.id}" if isinstance(table, DataTable) else entity.id


def _finding(waiver: Waiver, index: int, change: Edited) -> Diagnostic:
    values = {
        "before": _stretch(waiver, change) or _shown(change.before),
        "after": "…" if _stretch(waiver, change) else _shown(change.after),
    }
    args = {"code": waiver.code, "where": waiver.entity or waiver.field or "", **values}
    related = (Related(Place((*change.new.home, *change.field)), "value"),)
    return Diagnostic(
        KIND, Place(("waivers", index)), args, hint="hint", values=values, subject=waiver.code, related=related
    )


def _shown(value: object) -> str:
    text = str(getattr(value, "text", value))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
