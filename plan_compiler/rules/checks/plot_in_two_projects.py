"""One plot of land is named in two projects.

A plot's code (YB-04-C-19) stands in the name or the scope of more than one project: the works on it, and their
money, may be counted twice. Two buildings on one plot are no fault, so this is a warning.

同一个地块编号（如 YB-04-C-19）出现在不止一个项目的名称或建设内容里，工程和投资可能重复计算。一个地块上建两栋楼也是有
的，所以是警告。

怎么办：核对两个项目是否重复；不重复的登记豁免。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: land
    title: 地块
    projects:
      - {id: r1, name: YB-04-C-19地块建设工程, scope: 科创用房, nature: 新建, period: 2021-2023, total: 9, in_period: 9, owner: 建设局}
      - id: r2
        name: 科创园配套项目
        scope: 包括YB-04-C-13、YB-04-C-19等地块
        nature: 新建
        period: 2021-2023
        total: 100
        in_period: 100
        owner: 建设局
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: land
    title: 地块
    projects:
      - {id: r1, name: YB-04-C-19地块建设工程, scope: 科创用房, nature: 新建, period: 2021-2023, total: 9, in_period: 9, owner: 建设局}
      - {id: r2, name: YB-04-C-13地块建设工程, scope: 科创用房, nature: 新建, period: 2021-2023, total: 9, in_period: 9, owner: 建设局}
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity, listed
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import Scheduled, scheduled
from plan_compiler.rules.texts.printed import Line, printed

KIND = Kind(
    "PRJ310",
    "plot-in-two-projects",
    Severity.WARNING,
    Message("同一地块出现在两个项目中", "One plot is named in two projects"),
    {
        "message": Message(
            "地块 {plot} 出现在 {count} 个项目中：{names}；其中的工程可能重复计列",
            "the plot {plot} is named in {count} projects: {names}; its works may be counted twice",
        ),
        "first": Message("{id}  {name}", "{id}  {name}"),
        "hint": Message(
            "核对两个项目的建设内容和投资；确属不同工程的，写明各自的部分",
            "compare both scopes and amounts; where the works differ, say which part is whose",
        ),
    },
)

_PLOT = compiled(
    r"[A-Za-z0-9](?<![A-Za-z0-9/-].)[A-Za-z0-9]{0,5}(?:-[A-Za-z0-9]{1,6}){2,4}(?:/[0-9]{1,3}[a-z]?)*(?![A-Za-z0-9/-])"
)
_LETTER = compiled("[A-Za-z]")
_SHOWN = 12
_NAMED = 3
"""How many of them the message names; the others are listed with it."""
_Named = tuple[Line, re.Match[str]]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Gather the projects of every plot, and report each plot once, at the last project that names it."""
    by_path = {entry.path: entry for entry in scheduled(linked)}
    plots: defaultdict[str, dict[NodePath, _Named]] = defaultdict(dict)
    for line in printed(linked).lines:
        if line.text.count("-") > 1 and (path := line.path[:5]) in by_path:
            for match in _PLOT.finditer(line.text):
                for plot in _plots(match[0]):
                    plots[plot].setdefault(path, (line, match))
    for plot, named in plots.items():
        if len(named) > 1:
            yield _diagnostic(plot, [by_path[path] for path in named], list(named.values()))


def _plots(code: str) -> Iterator[str]:
    """The plots that a code names: 02-B-12/13 is 02-B-12 and 02-B-13. Dates and ranges of numbers are none."""
    first, *further = code.split("/")
    if not first.replace("-", "").isalpha() and _LETTER.search(first):
        stem = first[: first.rindex("-") + 1]
        yield first
        yield from (stem + number for number in further)


def _diagnostic(plot: str, entries: list[Scheduled], named: list[_Named]) -> Diagnostic:
    projects = [entry.project for entry in entries]
    names = listed(f"{p.id} {p.name}" for p in projects[:_NAMED]) + ("…" if len(projects) > _NAMED else "")
    related = tuple(
        Related(_place(where), "first", {"id": project.id, "name": project.name})
        for project, where in zip(projects[:_SHOWN], named[:-1], strict=False)
    )
    values = {"projects": "、".join(project.id for project in projects[:_SHOWN])}
    args = {"plot": plot, "count": str(len(projects)), "names": names}
    return Diagnostic(KIND, _place(named[-1]), args, hint="hint", values=values, subject=plot, related=related)


def _place(named: _Named) -> Place:
    line, match = named
    return line.place(*match.span())
