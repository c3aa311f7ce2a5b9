"""A project or a total of the annex has a negative amount.

An investment is not below nothing: a minus is a slip of the pen, or a dash that was to say that there is none yet. Sums add
it up with its sign, so that nothing else shows it.

What to do: mend the amount; where there is none, write 0.

附表里的投资额不会是负数：多半是误打了负号，或者本想用短横表示没有。合计会连同负号一起相加，别处看不出来。

怎么办：改正金额；没有投资的写 0。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 3300, in_period: -300, owner: 建设局}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 3300, in_period: 3300, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.numbers import annex_numbers
from plan_compiler.rules.sums.totals import amount_text

KIND = Kind(
    "PRJ321",
    "amount-negative",
    Severity.WARNING,
    Message("投资额是负数", "An amount of the annex is negative"),
    {
        "message": Message("{row}的投资额写作 {amount}", "{row}: an amount is {amount}"),
        "hint": Message("改正金额；没有投资的写 0", "mend the amount; where there is none, write 0"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at every amount of the annex."""
    for found in annex_numbers(linked):
        if found.number.value < 0:
            amount = amount_text(found.number, found.unit)
            yield Diagnostic(
                KIND, found.place, {"row": found.row, "amount": amount}, hint="hint", values={"amount": amount}
            )
