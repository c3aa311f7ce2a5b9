"""A text promises less than the table's target.

A text says 超过200亿元 of a target that the table sets at 220亿元. That does not contradict it, but a reader of the
text expects less than a reader of the table. A ceiling over what is to rise (130亿元以内, where `better: higher` says so), or a floor under
what is to fall, promises nothing. A round number that is passed on the way to the target itself (突破120亿元，达到130亿元) is left alone. A bound that is short of the target by more than a tenth is NUM412.

What to do: word the target with the table's value, or set the table's target to what is meant.

目标是 220 亿元，文中写“超过200亿元”：不矛盾，但读正文的人以为要求低一些。越高越好的指标（`better: higher`）写成“130亿元以内”，越低越好的写成“不低于”，
等于没有要求，也报。紧接着写明目标本身的（“突破120亿元，达到130亿元”）不报。差距超过一成的见 NUM412。

怎么办：正文用表里的目标值，或把表里的目标改成真正的意思。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 亩均产值[不低于1900万元](=land_output[2025])。2025年，固定资产投资控制在130亿元以内。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: land_output, name: 亩均产值, unit: 万元/亩, attribute: 预期性, values: {2020: 800, 2025: 2000}}
      - {id: investment, name: 固定资产投资, unit: 亿元, attribute: 预期性, better: higher, values: {2020: 57, 2025: 130}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 亩均产值[不低于2000万元](=land_output[2025])。2025年，固定资产投资不低于130亿元；2023年只有100亿元，低于2025年130亿元的目标。到2025年，固定资产投资突破120亿元，达到130亿元。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: land_output, name: 亩均产值, unit: 万元/亩, attribute: 预期性, values: {2020: 800, 2025: 2000}}
      - {id: investment, name: 固定资产投资, unit: 亿元, attribute: 预期性, better: higher, values: {2020: 57, 2025: 130}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.weakness import Weaker, Weakness, weaker_targets

KIND = Kind(
    "NUM405",
    "target-worded-weaker",
    Severity.INFO,
    Message("正文的表述弱于目标值", "A text promises less than the table's target"),
    {
        "message": Message(
            "文中写作 {stated}，而{name}{year}年的目标为 {value}，正文的要求较低",
            "the text says {stated}, but the target of {name} for {year} is {value}: the text asks for less",
        ),
        "hint": Message("正文与指标表取同一数值", "let text and table name one value"),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the bounds that texts put to expected targets with the table."""
    for outcome in weaker_targets(prose, Weakness.NEAR):
        if isinstance(outcome, Weaker):
            own = outcome.figure
            yield Diagnostic(KIND, own.place, outcome.args, hint="hint", values=outcome.values, subject=own.text)
        else:
            yield outcome
