"""The text of a project ends with a full stop, and those of others do not.

Texts of one sentence are looked at, those of several end with a full stop anyhow. Told once, at the first of the rarer way, with their number.

What to do: end them in one way.

附表中各项目的“建设规模和内容”，句末有的有句号，有的没有。只看一句话的；几句话的总以句号结尾，不算。只在较少的那种写法的第一处报，并写明
有几处；不到十个项目的不报。

怎么办：统一。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: p1, name: 甲路, nature: 新建, owner: 甲局, scope: 长1公里, period: 2021-2022, total: 10, in_period: 10}
      - {id: p2, name: 乙路, nature: 新建, owner: 甲局, scope: 长2公里, period: 2021-2022, total: 10, in_period: 10}
      - {id: p3, name: 丙路, nature: 新建, owner: 甲局, scope: 长3公里, period: 2021-2022, total: 10, in_period: 10}
      - {id: p4, name: 丁路, nature: 新建, owner: 甲局, scope: 长4公里, period: 2021-2022, total: 10, in_period: 10}
      - {id: p5, name: 戊路, nature: 新建, owner: 甲局, scope: 长5公里。, period: 2021-2022, total: 10, in_period: 10}
      - {id: p6, name: 己路, nature: 新建, owner: 甲局, scope: 长6公里, period: 2021-2022, total: 10, in_period: 10}
      - {id: p7, name: 庚路, nature: 新建, owner: 甲局, scope: 长7公里, period: 2021-2022, total: 10, in_period: 10}
      - {id: p8, name: 辛路, nature: 新建, owner: 甲局, scope: 长8公里, period: 2021-2022, total: 10, in_period: 10}
      - {id: p9, name: 壬路, nature: 新建, owner: 甲局, scope: 长9公里, period: 2021-2022, total: 10, in_period: 10}
      - {id: p10, name: 癸路, nature: 新建, owner: 甲局, scope: 长10公里, period: 2021-2022, total: 10, in_period: 10}
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
      - {id: p1, name: 甲路, nature: 新建, owner: 甲局, scope: 长1公里。, period: 2021-2022, total: 10, in_period: 10}
      - {id: p2, name: 乙路, nature: 新建, owner: 甲局, scope: 长2公里, period: 2021-2022, total: 10, in_period: 10}
      - {id: p3, name: 丙路, nature: 新建, owner: 甲局, scope: 长3公里。, period: 2021-2022, total: 10, in_period: 10}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import projects
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "TXT734",
    "row-ends-unlike-others",
    Severity.INFO,
    Message("句末标点与其他项目不一", "The text of a project ends unlike the others"),
    {
        "stop": Message(
            "各项目的建设内容只有一句话的，多不以句号结尾，这样以句号结尾的有 {count} 个",
            "the texts of most projects, where they are one sentence, do not end with a full stop; {count} do",
        ),
        "none": Message(
            "各项目的建设内容多以句号结尾，这样没有句号的有 {count} 个",
            "the texts of most projects end with a full stop; {count} do not",
        ),
        "hint": Message("统一句末标点", "end them in one way"),
    },
)
_FEWEST = 10
_STOP = "。"


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Count the projects with texts of one sentence by how these end."""
    ending: dict[bool, list[NodePath]] = {True: [], False: []}
    texts: dict[NodePath, str] = {}
    for path, _, project in projects(linked.plan):
        text = project.scope.strip()
        stopped = text.endswith(_STOP)
        if text.count(_STOP) == stopped and text:
            ending[stopped].append((*path, "scope"))
            texts[(*path, "scope")] = project.scope
    stopped = len(ending[True]) <= len(ending[False])
    rarer = ending[stopped]
    if not rarer or sum(map(len, ending.values())) < _FEWEST:
        return
    first, message = rarer[0], "stop" if stopped else "none"
    end = len(texts[first].rstrip())
    args = {"count": str(len(rarer))}
    yield Diagnostic(KIND, Place(first, end - 1, end), args, message, hint="hint", values=args)
