"""A cumulative value is smaller than one from before the plan.

What accumulates from year to year does not shrink; but many totals begin anew with each plan (改造老旧小区, 城镇新增就业), so a target below the
value of the base year may be right, and this is a warning. Compared by intervals. Nothing is told where a note under the table, or of the indicator,
says that totals are those of five years each (五年累计), all of them or this one by its name, nor where all of several targets of what is done (改造老旧管网) lie below the value of the base year: those
of things that are there (5G基站) are told.

What to do: mend the value; where every five years have a total of their own, say so in the note (five-year total); if it does not accumulate, drop `cumulative`.

写了 `cumulative: true` 的指标，目标值小于基期值：逐年累计的不会变小，但不少累计值每个规划期重新算起（如改造老旧小区、城镇新增就业），所以只是警告。
表注或指标的注写明是“五年累计”的（或点名说这一项是的），不报；说的是做了多少的（改造老旧管网），几个目标都小于基期的，不报；说的是有多少的（5G基站），照报。

怎么办：核对数值；每五年重新累计的，在表注写明“五年累计”；不是累计值的，删去 `cumulative`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: platforms, name: 高能级平台, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 19, 2023: 12, 2025: 24}}
      - {id: cloud, name: 上云企业, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 620, 2023: 280, 2025: 600}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: pipes, name: 改造老旧管网, unit: 公里, attribute: 约束性, cumulative: true, values: {2020: 312, 2023: 180, 2025: 286}}
      - {id: jobs, name: 城镇新增就业, unit: 万人, attribute: 预期性, cumulative: true, values: {2020: 20, 2025: 18}, note: 五年累计}
```

```yaml indicators/trade.yaml
id: trade
title: 开放指标
columns: {2020: 实际, 2025: 目标}
note: '[]内数据为累计值，其中实际使用外资为五年累计。'
groups:
  - title: 开放
    indicators:
      - {id: capital, name: 实际使用外资, unit: 亿美元, attribute: 预期性, cumulative: true, values: {2020: 31.6, 2025: 28}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.cumulative import Fall, steps
from plan_compiler.rules.outcome import Outcome, Tie

KIND = Kind(
    "IND215",
    "cumulative-below-base",
    Severity.WARNING,
    Message("累计值小于规划期以前的值", "A cumulative value is below one from before the plan"),
    {
        "message": Message(
            "{name}是累计值，{later}年 {after} 却小于{earlier}年 {before}",
            "{name} is cumulative, but {later} has {after}, less than {earlier} with {before}",
        ),
        "earlier": Message("{earlier}年 {before}", "{earlier}: {before}"),
        "hint": Message(
            "核对两年的数值；每五年重新累计的，在表注写明“五年累计”；若不是累计值，删去 cumulative",
            "mend a value; where every five years have a total of their own, the table's note says “five-year total”; if it does not accumulate, drop `cumulative`",
        ),
    },
)
RELATES = Tie.BOUND


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each value with the one before it, where that is of a time before the plan."""
    for step in steps(linked, within=False):
        yield step.told(KIND) if isinstance(step, Fall) else step
