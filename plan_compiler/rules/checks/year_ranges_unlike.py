"""Ranges of years are joined in different ways.

2021-2025年 here, 2016～2020年 there: either is right (GB/T 15834), one document keeps to one. Told once for each rarer way, at the first place, with how
many there are; the titles of other documents are quoted as they are. Where the texts are not at one, the periods of the annex's projects count as well, and where two
ways are as frequent nothing tells which is meant.

What to do: join them in one way.

年份起止的连接号不一：“2021-2025年”“2016～2020年”。哪种都对（GB/T 15834），一份文件只用一种。较少的写法各报一次，并写明有几处；书名号里的照录，不算；正文自身不一时，附表的建设期限也计入；两种一样多的不报。

怎么办：统一成一种。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      重点期为2021-2025年，2016～2020年为回顾期，2026-2030年为衔接期。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      重点期为2021—2025年，回顾期为2016—2020年，落实《行动方案（2019-2025年）》，人数为2000～3000人。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: 2021—2023年建成1条，2024—2025年建成1条。
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 滨江大道, scope: 长2公里。, nature: 新建, period: 2021-2023, total: 500, in_period: 500, owner: 市交通局}
      - {id: r2, name: 中山大道, scope: 长3公里。, nature: 新建, period: 2021-2024, total: 500, in_period: 500, owner: 市交通局}
      - {id: r3, name: 环湖大道, scope: 长5公里。, nature: 新建, period: 2022-2025, total: 500, in_period: 500, owner: 市交通局}
```
"""

from collections import Counter
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import projects
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT743",
    "year-ranges-unlike",
    Severity.INFO,
    Message("年份起止的连接号不一", "Ranges of years are joined in different ways"),
    {
        "message": Message(
            "“{text}”用“{dash}”，另 {others} 处用“{other}”；这样的全文共 {count} 处",
            "{text} is joined by {dash}, {others} others by {other}; there are {count} such",
        ),
        "hint": Message("统一用“{other}”", "join them all by {other}"),
    },
)
_RANGE = compiled(r"20(?<![0-9]20)[0-9]{2}年?(?P<dash>[-—–－～~]{1,2})20[0-9]{2}(?![0-9])")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Count the ranges of the texts by what joins them."""
    ways = dict[str, list[Found]]()
    for found in printed(linked).body.search(_RANGE):
        if not found.is_in_title:
            ways.setdefault(found.match["dash"], []).append(found)
    if len(ways) < 2:
        return
    periods = (_RANGE.match(project.period or "") for _, _, project in projects(linked.plan))
    most = Counter(period["dash"] for period in periods if period is not None)
    most.update({dash: len(places) for dash, places in ways.items()})
    usual = max(most, key=most.__getitem__)
    for dash, places in ways.items():
        if most[dash] < most[usual]:
            first = places[0]
            args = {"text": first.match[0], "dash": dash, "other": usual, "count": str(len(places))}
            args["others"] = str(most[usual])
            place = first.line.place(*(at - first.match.start() + first.start for at in first.match.span("dash")))
            yield Diagnostic(KIND, place, args, hint="hint", values={"count": args["count"]}, subject=first.match[0])
