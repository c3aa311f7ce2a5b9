"""A year long after the plan, which would be one of its own with two digits in their right order: 2052年 for 2025年.

A figure of such a year is compared with nothing, so that the slip takes its whole sentence out of the checks. Years that plans do look ahead
to (2035, 2049, 2050, 2060, the `outlook`) and those of titles are left alone.

规划期以后很久的年份，最后两位颠倒过来恰是规划的年份：2025年误作2052年。这样的年份没有数据可以核对，一句话就都不受核对了。
规划常展望的年份（2035、2049、2050、2060年，以及 `outlook`）和书名号里的不算。

怎么办：改正年份；确是远景年份的，在 plan.yaml 写 `outlook`。

Bad:

```yaml plan.yaml
title: 例
period: 2026-2030
base: 2025
chapters:
  - title: 总则
    body: 2052年，全区用水总量2.18亿立方米。
```

Good:

```yaml plan.yaml
title: 例
period: 2026-2030
base: 2025
chapters:
  - title: 总则
    body: 2025年，全区用水总量2.18亿立方米；到2060年，实现碳中和。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import plan_years
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT728",
    "year-transposed",
    Severity.WARNING,
    Message("年份似有两位颠倒", "Two digits of a year seem to be transposed"),
    {
        "message": Message(
            "{year}年在规划期之后很久：是否为{meant}年", "{year} is long after the plan: is {meant} meant?"
        ),
        "hint": Message(
            "改正年份；确是远景年份的，在 plan.yaml 写 outlook: {year}",
            "mend the year; where it is looked ahead to, write `outlook: {year}` into plan.yaml",
        ),
    },
)
_ROUND = 10


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for each of the few years that the plan's own ones may have become."""
    own = plan_years(linked.plan)
    if own.base is None or own.final is None:
        return
    text = printed(linked)
    for meant in range(own.base, own.final + 1):
        year = f"{meant // 100}{meant % 10}{meant // 10 % 10}"
        if int(year) <= own.final + _ROUND or int(year) % _ROUND == 0 or int(year) == linked.plan.outlook:
            continue
        if year not in text.text:
            continue
        unit = linked.words.names.year
        for found in text.search(re.compile(rf"(?<![0-9.,-]){year}(?={unit})(?![0-9.,-])")):
            if not found.is_in_title:
                args = {"year": year, "meant": str(meant)}
                yield Diagnostic(KIND, found.place, args, hint="hint", subject=year)
