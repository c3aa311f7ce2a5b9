"""A project's years of construction cannot be read.

A period is written as two years (2021-2023), with months or 年 where one likes, as one year, or with a word
for "not decided yet" (未定). Years in reverse, three years in one cell, or a year of five digits are slips.

建设期限写起止年份（2021-2023），可以带月份或“年”；一年的写一个年份；没有定的写“未定”。起止颠倒、一格里有三个年份、五
位数的年份，或者只写两位（21-25），都读不出来。

怎么办：写成 2021-2023、2021 或 未定。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2023-2021, total: 100, in_period: 100, owner: 建设局}
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
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 2022年3月至2023年底, total: 100, in_period: 100, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.construction import is_written_in_digits
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.period import period_of_plan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import scheduled

KIND = Kind(
    "PRJ302",
    "malformed-period",
    Severity.ERROR,
    Message("建设期限有误", "A project's period is malformed"),
    {
        "message": Message("{name}的建设期限“{period}”读不出起止年份", "{name}: no years can be read in {period}"),
        "reversed": Message(
            "{name}的建设期限“{period}”起止颠倒：{end}年早于{start}年",
            "{name}: the period {period} is reversed, {end} is before {start}",
        ),
        "hint": Message(
            "写作 {example}、{first} 或 {undecided}", "write {example}, {first}, or {undecided} where it is not decided"
        ),
        "turned": Message(
            "核对两个年份；写反了的，改成 {end}-{start}", "mend the years; turned round, they are {end}-{start}"
        ),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Read the period of every project. Words without a digit are left alone: a plan may have its own."""
    first, last = period_of_plan(linked.plan) or (2021, 2023)
    example = {"first": str(first), "example": f"{first}-{min(first + 2, last)}"}
    for entry in scheduled(linked):
        text, period = entry.project.period, entry.period
        undecided = "未定" if "未定" in linked.words.meanings.undecided else "TBD"
        args = {"name": entry.project.name, "period": text, "undecided": undecided, **example}
        if period is None:
            if is_written_in_digits(text):
                yield Diagnostic(KIND, entry.place("period"), args, hint="hint", values={"period": text})
        elif period.start is not None and period.end is not None and period.end < period.start:
            within = first <= period.end and period.start <= last
            args |= {"start": str(period.start), "end": str(period.end)}
            yield Diagnostic(
                KIND,
                entry.place("period"),
                args,
                "reversed",
                hint="turned" if within else "hint",
                values={"period": text},
            )
