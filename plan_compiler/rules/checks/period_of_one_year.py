"""A period of one year is written as two years.

2021-2021 is 2021; more often one of the two is a slip of the pen.

起止是同一年的期限（2021-2021）就是这一年；更常见的是其中一个年份写错了。

怎么办：写一个年份，或改正写错的年份。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2021, total: 100, in_period: 100, owner: 建设局}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: "2021", total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 2022年3月至2022年底, total: 100, in_period: 100, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import scheduled

KIND = Kind(
    "PRJ320",
    "period-of-one-year",
    Severity.INFO,
    Message("一年的期限写成了起止两年", "A period of one year is written as two"),
    {
        "message": Message("{name}的建设期限“{period}”起止是同一年", "{name}: {period} begins and ends in one year"),
        "hint": Message("写作“{year}”，或核对起止年份", "write {year}, or see which year is wrong"),
    },
)
_TWICE = compiled(r"([0-9]{4})年?(?:-|~|–|—|－|～|至|到)+\1年?")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for one year written twice, without months or other words."""
    for entry in scheduled(linked):
        text = entry.project.period
        if match := _TWICE.fullmatch(text.replace(" ", "")):
            args = {"name": entry.project.name, "period": text, "year": match[1]}
            yield Diagnostic(KIND, entry.place("period"), args, hint="hint", values={"period": text})
