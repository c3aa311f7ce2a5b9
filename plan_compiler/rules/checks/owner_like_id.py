"""An owner looks like an id, but no organisation has it.

`owner` is a printed name or an id of organizations.yaml. A mistyped id would be printed as it stands:
责任单位 shuiliiju.

Several owners are a list. Ids that are joined in one text (shuiliju、jiaotongju) would be printed as they stand, too.

`owner` 写单位名称，或写 organizations.yaml 里的标识。这里写得像标识，却没有这个单位，会照原样印出来，例如责任单位印成
shuiliiju。

几个单位用列表写。几个标识连写成一个词（shuiliju、jiaotongju），也会照原样印出来。

怎么办：改正标识，或写单位名称；几个单位写成列表 `[shuiliju, 县交通局]`。

Bad:

```yaml organizations.yaml
- {id: shuiliju, name: 县水利局}
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: shuiliiju}
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: shuiliju}
```

Good:

```yaml organizations.yaml
- {id: shuiliju, name: 县水利局}
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 县交通局}
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: shuiliju}
```
"""

from collections.abc import Iterator
from difflib import get_close_matches

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.owners import owners

KIND = Kind(
    "PRJ315",
    "owner-like-id",
    Severity.WARNING,
    Message("责任单位写得像标识", "An owner looks like an id"),
    {
        "message": Message(
            "责任单位“{owner}”像是标识，organizations.yaml 里却没有，会照原样印出",
            "the owner {owner} looks like an id that organizations.yaml does not have; it is printed as it stands",
        ),
        "joined": Message(
            "责任单位“{owner}”是几个标识连写，会照原样印出",
            "the owner {owner} is several ids in one text; it is printed as it stands",
        ),
        "list": Message("写成列表：owner: [{parts}]", "write a list: owner: [{parts}]"),
        "near": Message("是否应为 {near}（{name}）？", "did you mean {near} ({name})?"),
        "hint": Message(
            "写单位名称，或在 organizations.yaml 中加上 {{id: {owner}, name: …}}",
            "write its name, or add {{id: {owner}, name: …}} to organizations.yaml",
        ),
    },
)
_ID_LIKE = compiled(r"[a-z][a-z0-9_]*")
_BETWEEN = compiled(r"[、，,；;/]")
_ALIKE = 0.75


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for owners in the shape of an id: like one of the plan's, or in Latin letters where names are Chinese."""
    names = {organization.id: organization.name for organization in linked.plan.organizations}
    if linked.poisoned.intersection(owner for owner, _ in owners(linked)) or ("organizations",) in linked.incomplete:
        return
    printed = frozenset(names.values())
    nearest: dict[str, list[str]] = {}
    for owner, place in owners(linked):
        if owner in printed:
            continue
        parts = [part.strip() for part in _BETWEEN.split(owner)] if names else []
        if len(parts) > 1 and any(part in names and _ID_LIKE.fullmatch(part) for part in parts):
            args = {"owner": owner, "parts": ", ".join(filter(None, parts))}
            yield Diagnostic(KIND, place, args, "joined", hint="list", subject=owner)
            continue
        if owner not in nearest:
            nearest[owner] = get_close_matches(owner, names, 1, _ALIKE) if owner.isidentifier() else []
        near = nearest[owner]
        if near or (not linked.words.units.spaced and _ID_LIKE.fullmatch(owner)):
            args = {"owner": owner, "near": "".join(near), "name": names[near[0]] if near else ""}
            yield Diagnostic(KIND, place, args, hint="near" if near else "hint", subject=owner)
