"""A text promises far less than the table's target.

A text says 不低于1200万元 of a target that the table sets at 2000万元. By logic that is no contradiction, since
2000 is not below 1200; but the bound is short of the target by more than a tenth, which no rounder wording explains: one of the two is
wrong. A bound nearer than that is NUM405, one of a binding target NUM406.

What to do: word the target with the table's value, or set the table's target to what is meant.

目标是 2000 万元，文中写“不低于1200万元”。逻辑上不矛盾，但比目标低了一成以上，不是换个整数的说法，两处必有一处不对。较
近的见 NUM405，约束性指标见 NUM406。

怎么办：正文用表里的目标值，或改正表里的目标。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 亩均产值[不低于1200万元](=land_output[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: land_output, name: 亩均产值, unit: 万元/亩, attribute: 预期性, values: {2020: 800, 2025: 2000}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 亩均产值[不低于2000万元](=land_output[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: land_output, name: 亩均产值, unit: 万元/亩, attribute: 预期性, values: {2020: 800, 2025: 2000}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.weakness import Weaker, Weakness, weaker_targets

KIND = Kind(
    "NUM412",
    "target-worded-far-weaker",
    Severity.WARNING,
    Message("正文的表述远弱于目标值", "A text promises far less than the table's target"),
    {
        "message": Message(
            "文中写作 {stated}，而{name}{year}年的目标为 {value}，正文的要求低得多",
            "the text says {stated}, but the target of {name} for {year} is {value}: the text asks for far less",
        ),
        "hint": Message("正文与指标表取同一数值", "let text and table name one value"),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the bounds that texts put to expected targets, far from them, with the table."""
    for outcome in weaker_targets(prose, Weakness.FAR):
        if isinstance(outcome, Weaker):
            own = outcome.figure
            yield Diagnostic(KIND, own.place, outcome.args, hint="hint", values=outcome.values, subject=own.text)
        else:
            yield outcome
