"""Two projects are of one stretch, and give it different lengths.

A road （龙江路-南口大桥） of 4 km, and a dike （龙江路-南口大桥段） of 5.1 km: what runs between the same two places beside each other is about as long. Told where they
differ by more than a tenth.

What to do: look at the lengths and the ends again.

两个项目名称里的起讫点相同，长度却相差一成以上：道路（龙江路-南口大桥）约4公里，海塘（龙江路-南口大桥段）5.1公里。

怎么办：核对长度和起讫点。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 瓯江路工程（龙江路-南口大桥）, scope: 全长约4公里，宽30米, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 海塘提升工程（龙江路-南口大桥段）, scope: 提标加固海塘5.1公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
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
      - {id: r1, name: 瓯江路工程（龙江路-南口大桥）, scope: 全长约5公里，宽30米, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 海塘提升工程（南口大桥-龙江路段）, scope: 提标加固海塘5.1公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r3, name: 绿化工程（龙江路-南口大桥）, scope: 两侧各15米绿化, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.language.naming import naming
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.projects import Project
from plan_compiler.patterns import compiled
from plan_compiler.quantity.units import parse_unit
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.stretches import named_by_stretches

KIND = Kind(
    "PRJ323",
    "stretch-with-two-lengths",
    Severity.INFO,
    Message("起讫点相同的项目长度不同", "Projects of one stretch have different lengths"),
    {
        "message": Message(
            "{name}长 {length}，与起讫点相同的{other}（{other_length}）不一",
            "{name} is {length} long, and {other} between the same places {other_length}",
        ),
        "other": Message("{other}", "{other}"),
        "hint": Message("核对长度和起讫点", "look at the lengths and the ends again"),
    },
)
_SHORTEST = 100
"""Metres; shorter ones are widths."""
_REACH = 12
_A_TENTH_MORE = Fraction(11, 10)
_Long = tuple[NodePath, Project, Fraction, str]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each with the first of the same ends."""
    known = naming(linked.plan.language)
    if known is None:
        return
    length, beside = compiled(known.length), compiled(known.beside)
    first = dict[frozenset[str], _Long]()
    for named in named_by_stretches(linked):
        long = _length(named.path, named.project, length, beside)
        if long is None:
            continue
        for stretch in named.stretches:
            other = first.setdefault(stretch.ends, long)
            if max(long[2], other[2]) > min(long[2], other[2]) * _A_TENTH_MORE:
                yield _differ(long, other)


def _differ(one: _Long, other: _Long) -> Diagnostic:
    path, project, _, length = one
    args = {"name": project.name, "length": length, "other": other[1].name, "other_length": other[3]}
    related = (Related(Place((*other[0], "name")), "other", args),)
    values = {"length": length, "other": other[3]}
    return Diagnostic(KIND, Place((*path, "scope")), args, hint="hint", values=values, related=related)


def _length(path: NodePath, project: Project, length: re.Pattern[str], beside: re.Pattern[str]) -> _Long | None:
    """The first length of a project's text that is no width, and of nothing that goes along the road."""
    for match in length.finditer(project.scope):
        metres = Fraction(*Decimal(match["number"]).as_integer_ratio()) * parse_unit(match["unit"]).factor
        is_own = beside.search(project.scope, max(0, match.start() - _REACH), match.start()) is None
        if metres >= _SHORTEST and is_own:
            return path, project, metres, match[0]
    return None
