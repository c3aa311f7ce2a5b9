"""A road has one width in all, and another in one of its stages.

规划红线宽28米，一期宽28米，二期宽48米: what is said of the road before its stages holds for all of them.

What to do: look at the widths, or say of which part each is.

同一条路先总说红线宽28米，分期又写二期宽48米：总说的宽度应当适用于各期。

怎么办：核对宽度，或写明各段宽度。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 致富路工程, scope: 全长686米，规划红线宽28米，分两期实施，一期长568米，红线宽28米；二期长118米，红线宽48米, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
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
      - {id: r1, name: 致富路工程, scope: 全长686米，分两期实施，一期长568米，红线宽28米；二期长118米，红线宽48米, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 甲路工程, scope: 全长686米，红线宽28米，一期长568米，红线宽28米，其中桥宽12米；二期长118米, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.naming import naming
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import projects
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "PRJ325",
    "road-with-two-widths",
    Severity.INFO,
    Message("同一条路两个宽度", "A road has two widths"),
    {
        "message": Message(
            "{name}总说“{whole}”，分期又写“{part}”", "{name}: {whole} in all, and {part} in one of its stages"
        ),
        "hint": Message("核对宽度，或写明各段宽度", "look at the widths, or say of which part each is"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the first width that stands before the stages with those within them."""
    known = naming(linked.plan.language)
    if known is None:
        return
    stages, widths_of = compiled(known.stage), compiled(known.widths)
    for path, _, project in projects(linked.plan):
        stage = stages.search(project.scope)
        if stage is None:
            continue
        widths = list(widths_of.finditer(project.scope))
        whole = next((width for width in widths if width.start() < stage.start()), None)
        if whole is None:
            continue
        number = Decimal(whole["number"])
        within = (
            each
            for each in widths
            if each.start() > stage.start() and (None in (each["of"], whole["of"]) or each["of"] == whole["of"])
        )
        part = next((each for each in within if Decimal(each["number"]) != number), None)
        if part is not None:
            texts = {"whole": whole[0].strip("，, "), "part": part[0].strip("，, ")}
            place = Place((*path, "scope"), *part.span())
            yield Diagnostic(KIND, place, {"name": project.name, **texts}, hint="hint", values=texts)
