"""An amount of the annex has a unit of its own.

The unit of all amounts stands once, at the head of the annex (`unit: 万元`). An amount that repeats it is printed with it
twice; one in another unit (1.2亿元 among 万元) is converted, but stands in another notation than its column, and is easily misread or added
up wrongly by hand.

What to do: write the number alone, in the unit of the annex.

金额的单位写在附表上（`unit: 万元`），只写一次。金额里再写一遍就印重了；写成另一个单位（万元表里的 1.2亿元）虽然会换
算，但与同列写法不一，容易看错、加错。

怎么办：只写数字，按附表的单位换算好。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 1.2亿元, in_period: 12000, owner: 建设局}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 12000, in_period: 12000, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import parse_unit
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.numbers import annex_numbers

KIND = Kind(
    "PRJ316",
    "unit-in-amount",
    Severity.WARNING,
    Message("项目表的金额里又写了单位", "An amount of the annex has a unit of its own"),
    {
        "message": Message(
            "{row}的金额写作 {text}，而本表单位是{unit}，按 {converted}{unit}计",
            "{row}: the amount is written {text} in a table of {unit}; it is taken for {converted} {unit}",
        ),
        "twice": Message(
            "{row}的金额写作 {text}，表头已写明单位是{unit}",
            "{row}: the amount is written {text}, which repeats the table's unit {unit}",
        ),
        "hint": Message("只写数字：{converted}", "write the number alone: {converted}"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for units among the amounts. One of another kind than money is told where it is added up."""
    for found in annex_numbers(linked):
        if not found.number.unit:
            continue
        own, unit = Quantity.from_number(found.number, found.unit), parse_unit(found.unit)
        if own.unit.dimension == unit.dimension:
            args = {
                "row": found.row,
                "text": found.number.text,
                "unit": found.unit,
                "converted": plain(own.converted(unit)),
            }
            message = "twice" if own.unit.factor == unit.factor else "message"
            yield Diagnostic(
                KIND, found.place, args, message, hint="hint", values={"text": found.number.text}, subject=found.row
            )
