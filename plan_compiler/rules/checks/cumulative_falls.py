"""A cumulative value is smaller than an earlier one of the plan's years.

The values of an indicator with `cumulative: true` accumulate from year to year, so within the plan's period a later one is never smaller.
Compared by intervals: an error only when rounding cannot explain it. A fall from the base year to the plan is a case of its own (IND215), since many
totals begin anew with each plan.

What to do: mend the value; if it does not accumulate, drop `cumulative`.

写了 `cumulative: true` 的指标逐年累计，在规划期内后一年不会比前一年小。按区间比较，四舍五入解释得了的不报。
比基期小的另有规则（IND215），因为不少累计值每个规划期重新算起。例如 2023 年 21 家、2025 年 14 家。

怎么办：改正数值；不是累计值的，删去 `cumulative`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: platforms, name: 高能级平台, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2023: 21, 2025: 14}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: platforms, name: 高能级平台, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2023: 12, 2025: 14}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.cumulative import Fall, steps
from plan_compiler.rules.outcome import Outcome, Tie

KIND = Kind(
    "IND201",
    "cumulative-falls",
    Severity.ERROR,
    Message("累计值下降", "A cumulative value falls"),
    {
        "message": Message(
            "{name}是累计值，{later}年 {after} 却小于{earlier}年 {before}",
            "{name} is cumulative, but {later} has {after}, less than {earlier} with {before}",
        ),
        "earlier": Message("{earlier}年 {before}", "{earlier}: {before}"),
        "hint": Message(
            "核对两年的数值；若不是累计值，删去 cumulative",
            "mend a value; if it does not accumulate, drop `cumulative`",
        ),
    },
)
RELATES = Tie.BOUND


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each value within the plan's period with the one before it."""
    for step in steps(linked, within=True):
        yield step.told(KIND) if isinstance(step, Fall) else step
