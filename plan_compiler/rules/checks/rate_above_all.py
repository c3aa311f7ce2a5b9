"""A share of all there is, in an indicator table, is above 100%.

What is called a share of something (占比) or a rate that cannot be above all (覆盖率, 处理率, 达标率), in percent, has a value above 100. Rates that may be (负债率, 增长率, 普及率), and shares in
what is not all there is (贷款余额占地区生产总值比重), are left alone.

What to do: mend the value; where it may be above 100%, the name says so better by another word than 占比.

指标表里名为占比、比重，或覆盖率、处理率、达标率等不会超过全部的比率，单位为 %，值却大于 100。可以大于 100% 的（负债率、增长率、普及率，贷款余额占地区生产总值比重）不看。

怎么办：改正数值；确可大于 100% 的，宜换一个名称。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 设施
    indicators:
      - {id: fiber, name: 千兆宽带用户占比, unit: '%', attribute: 预期性, values: {2020: 38, 2025: 175}}
      - {id: sewage, name: 城镇污水处理率, unit: '%', attribute: 约束性, values: {2020: 95, 2025: ≥980}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 设施
    indicators:
      - {id: fiber, name: 千兆宽带用户占比, unit: '%', attribute: 预期性, values: {2020: 38, 2025: 75}}
      - {id: sewage, name: 城镇污水处理率, unit: '%', attribute: 约束性, values: {2020: 95, 2025: 100}}
      - {id: loans, name: 贷款余额占地区生产总值比重, unit: '%', attribute: 预期性, values: {2020: 140, 2025: 150}}
      - {id: phones, name: 移动电话普及率, unit: '%', attribute: 预期性, values: {2020: 115, 2025: 125}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.discourse import Discourse
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.link.worded import worded
from plan_compiler.model.indicators import Indicator
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import PERCENT
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND218",
    "rate-above-all",
    Severity.WARNING,
    Message("占比、覆盖率一类的指标大于100%", "A share of all there is is above 100%"),
    {
        "message": Message(
            "{name}{year}年为 {value}，大于100%",
            "{name} is {value} in {year}: above 100%",
        ),
        "hint": Message("核对数值和单位", "mend the value or the unit"),
    },
)
_ALL = 100


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the values of every indicator in percent that is called by its share."""
    told = linked.words.discourse
    for path, _, indicator in indicators(linked.plan):
        if indicator.qualitative or indicator.unit.strip() != PERCENT.text or not _is_of_all(indicator, told):
            continue
        for year in sorted(indicator.values):
            key = f"{indicator.id}[{year}]"
            value = linked.figures[key].result
            if isinstance(value, Quantity) and value.nominal is not None and value.nominal > _ALL:
                shown = worded(linked, key)
                args = {"name": indicator.name, "year": str(year), "value": shown}
                place = Place((*path, "values", str(year)))
                yield Diagnostic(KIND, place, args, hint="hint", values={"value": plain(value)})


def _is_of_all(indicator: Indicator, told: Discourse) -> bool:
    """Whether it is called a share, or a rate, that has no more than all."""
    if any(word in indicator.name for word in (*told.not_all, *told.several_each)):
        return False
    return indicator.name.endswith((*told.bounded_rates, *told.shares_of_all))
