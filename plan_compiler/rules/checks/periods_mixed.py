"""The periods of projects are written in several ways.

All of them are read alike; in one column they look careless. Compared are periods of two
years with each other, single years with each other, and those with months with each other.

What to do: write all as the most are written.

同一张附表里，建设期限有几种写法，例如 2021-2025、2021—2025年、2021～2025。意思一样，排在一列里显得没有校对。起止两年
的、只有一年的、带月份的，各自比较。

怎么办：都改成多数项目的写法。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙路, scope: 长两公里, nature: 新建, period: 2021-2025, total: 100, in_period: 100, owner: 建设局}
      - {id: r3, name: 丙路, scope: 长三公里, nature: 新建, period: 2022—2025年, total: 100, in_period: 100, owner: 建设局}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙路, scope: 长两公里, nature: 新建, period: 2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r3, name: 丙路, scope: 长三公里, nature: 新建, period: 未定, total: 100, in_period: 0, owner: 建设局}
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity, listed
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import Scheduled, scheduled

KIND = Kind(
    "PRJ317",
    "periods-mixed",
    Severity.WARNING,
    Message("建设期限写法不统一", "Periods of projects are written in several ways"),
    {
        "message": Message(
            "建设期限多数写作“{common}”（{most} 项），另有 {few} 项写法不同：{others}",
            "most periods are written as {common} ({most} projects), {few} in other ways: {others}",
        ),
        "other": Message("{name}：{period}", "{name}: {period}"),
        "hint": Message("统一写作“{common}”的样式", "write all as {common}"),
    },
)
_DIGITS = compiled("[0-9]+|[０-９]+")
_SHOWN = 12


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Group the periods that can be read by how they are written, apart from their digits."""
    kinds: defaultdict[int, defaultdict[str, list[Scheduled]]] = defaultdict(lambda: defaultdict(list))
    for entry in scheduled(linked):
        if entry.period is not None:
            numbers, style = _style(entry.project.period.strip())
            kinds[numbers][style].append(entry)
    for styles in kinds.values():
        if len(styles) > 1:
            yield _diagnostic(styles)


@lru_cache(maxsize=256)
def _style(period: str) -> tuple[int, str]:
    """How many numbers a period has, and how it is written."""
    return len(_DIGITS.findall(period)), _DIGITS.sub(_shape, period)


def _shape(match: re.Match[str]) -> str:
    """A year by its digits, a month by one, whatever it is."""
    return ("0" if match[0].isascii() else "０") * (len(match[0]) if len(match[0]) >= 4 else 1)


def _diagnostic(styles: Mapping[str, Sequence[Scheduled]]) -> Diagnostic:
    common, *rest = sorted(styles.values(), key=len, reverse=True)
    others = [entry for style in rest for entry in style]
    args = {
        "common": common[0].project.period,
        "most": str(len(common)),
        "few": str(len(others)),
        "others": listed(style[0].project.period for style in rest),
    }
    told = (
        Related(o.place("period"), "other", {"name": o.project.name, "period": o.project.period})
        for o in others[1:_SHOWN]
    )
    values = {"common": args["common"], "others": "、".join(style[0].project.period for style in rest)}
    return Diagnostic(KIND, others[0].place("period"), args, hint="hint", values=values, related=tuple(told))
