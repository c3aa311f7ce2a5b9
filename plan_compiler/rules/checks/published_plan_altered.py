"""A published version was altered.

A plan whose `status` says that it is out (已公布, 已印发, published; `vocabulary: {published: …}` adds words) no longer changes: what is
printed in it is what was published. A new edition has a status or a date of its own. Found by `plan check --against REV`.

`status` 写明已公布（已公布、已印发……，可用 `vocabulary: {published: …}` 增加）的规划不再改动，印出来的就是公布的。由
`plan check --against 版本` 发现。

怎么办：改回原样；确是新版本的，换一个 status 或 date。

Old:

```yaml plan.yaml
title: 小规划
period: 2021-2025
status: 已公布
chapters:
  - {title: 总则, body: 本规划自公布之日起施行。}
```

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
status: 已公布
chapters:
  - {title: 总则, body: 本规划自印发之日起施行。}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
status: 修订稿
chapters:
  - {title: 总则, body: 本规划自印发之日起施行。}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.diff.changes import Added, Change, Edited, EntityKind, Removed, Renamed, Sense
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.revision import Revision

KIND = Kind(
    "REV401",
    "published-plan-altered",
    Severity.ERROR,
    Message("已公布的文本被改动", "A published version was altered"),
    {
        "message": Message(
            "文稿状态是“{status}”，印出的内容却改动了 {count} 处",
            "the status is {status}, but what is printed was altered: changes: {count}",
        ),
        "first": Message("第一处改动在这里", "the first change is here"),
        "hint": Message(
            "恢复原文；确为新版的，改写 plan.yaml 的 status 或 date（如 status: 修订稿）",
            "put it back; a new edition has another `status` or `date` in plan.yaml",
        ),
    },
)
_UNPRINTED = frozenset({EntityKind.WAIVER, EntityKind.NOTE, EntityKind.TERM, EntityKind.ASSERTION, EntityKind.FACT})


def check_against(revision: Revision) -> Iterator[Outcome]:
    """Count what is printed otherwise than in the version that was published."""
    old, new = revision.old.plan, revision.new.plan
    if old.status is None or old.status not in revision.old.words.meanings.published:
        return
    place = Place(("status",))
    printed = [change for change in revision.changes.changes if _is_printed(change)]
    if not printed or (old.status, old.date) != (new.status, new.date):
        yield Consistent(place)
        return
    at = _place(printed[0])
    values = {"changes": str(len(printed))}
    related = (Related(at, "first"),) if at is not None else ()
    args = {"status": old.status, "count": str(len(printed))}
    yield Diagnostic(KIND, place, args, hint="hint", values=values, related=related)


def _is_printed(change: Change) -> bool:
    match change:
        case Edited(new=new):
            return change.sense not in (Sense.BINDING, Sense.SETTING) and new.kind not in _UNPRINTED
        case Renamed():
            return False
        case Removed(old=entity):
            return entity.kind not in _UNPRINTED
        case _:
            return change.new.kind not in _UNPRINTED


def _place(change: Change) -> Place | None:
    match change:
        case Edited():
            return Place((*change.new.home, *change.field))
        case Removed():
            return None
        case Added(new=new):
            return Place(new.home)
        case _:
            return Place(change.new.home)
