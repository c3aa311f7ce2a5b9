"""The text of a project is of another stretch than its name.

A project named 茅竹岭至瑶溪段 whose text says 瓯海大道至机场段: no end of the one is an end of the other. Only the whole of what the text tells is compared, so that
parts of the stretch, which share an end with it, are none.

What to do: look which is meant.

项目名称里的起讫点与建设内容里的完全不同：名称是“茅竹岭至瑶溪段”，内容写“瓯海大道至机场段”，两头没有一头相同。分段写的（与名称有一头相同）不算。

怎么办：核对起讫点。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 茅永公路茅竹岭至瑶溪段改建工程, scope: 瓯海大道至机场段长4.1公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
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
      - {id: r1, name: 茅永公路茅竹岭至瑶溪段改建工程, scope: 茅竹岭至机场段长4.1公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 王尖路工程（机场大道-瓯海大道）, scope: 一期（温州大道-瓯海大道）长1766米, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r3, name: 瓯江路工程（茅竹岭-炮台山）, scope: 道路西起茅竹岭，东至炮台山脚, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r4, name: 管网工程（2021-2025）, scope: 甲路至乙路段, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.stretches import named_by_stretches, stretches

KIND = Kind(
    "PRJ322",
    "stretch-differs-from-name",
    Severity.INFO,
    Message("项目名称与内容的起讫点不同", "The text of a project is of another stretch than its name"),
    {
        "message": Message(
            "{name}：名称的起讫点是“{named}”，内容写“{text}”，两头都不相同",
            "{name}: its name is of {named}, its text of {text}, which has neither end of it",
        ),
        "hint": Message("核对起讫点", "look which is meant"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the stretches of each name and text."""
    for each in named_by_stretches(linked):
        told = stretches(each.project.scope, linked.plan.language) if len(each.stretches) == 1 else ()
        named = each.stretches[0]
        if told and not any(map(named.touches, told)):
            args = {"name": each.project.name, "named": named.text, "text": told[0].text}
            place = Place((*each.path, "scope"), told[0].start, told[0].end)
            yield Diagnostic(KIND, place, args, hint="hint", subject=told[0].text)
