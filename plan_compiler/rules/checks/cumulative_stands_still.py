"""A cumulative value is the same in every year.

累计众创空间 9, 9, 9: a target under which nothing is added in all the years of the plan. It may be meant (to keep what there is), and then its name hardly says
累计; or the value of the base year was copied. Nothing is said of 0, nor of percentages.

What to do: set the target, or leave the indicator out of what is to be added.

累计指标各年的数值都一样：“累计众创空间”9、9、9，整个规划期一家不增。也许是要保持现有数量，那名称就不宜写“累计”；也许是把基期数照抄了下来。0 和百分数不算。

怎么办：填写目标值；只求保持的，不列为累计指标。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: spaces, name: 累计众创空间, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2023: 9, 2025: 9}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: spaces, name: 累计众创空间, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2023: 9, 2025: 12}}
      - {id: listed, name: 累计上市企业, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 0, 2023: 0, 2025: 0}}
      - {id: land, name: 耕地保有量, unit: 万亩, attribute: 约束性, values: {2020: 9, 2023: 9, 2025: 9}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND216",
    "cumulative-stands-still",
    Severity.INFO,
    Message("累计值各年不变", "A cumulative value is the same in every year"),
    {
        "message": Message("{name}是累计值，各年都是 {value}", "{name} is cumulative, but has {value} in every year"),
        "hint": Message("核对目标值", "look at its targets again"),
    },
)
_FEWEST = 3


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the values of each cumulative indicator as they are written."""
    for path, _, indicator in indicators(linked.plan):
        written = {cell if isinstance(cell, str) else cell.text for cell in indicator.values.values()}
        if indicator.cumulative and len(indicator.values) >= _FEWEST and len(written) == 1:
            value = next(iter(written))
            if value.isdecimal() and int(value) > 0 and "%" not in indicator.unit:
                args = {"name": indicator.name, "value": value}
                yield Diagnostic(KIND, Place((*path, "values")), args, hint="hint", values={"value": value})
