"""A text promises less than a binding target.

A binding indicator (约束性) must be met: a text that says 不低于90% of a target that the table sets at 100%
allows what the table forbids. As target-worded-weaker, for binding indicators.

What to do: word the target with the table's value, or set the table's target to what is meant.

约束性指标必须完成。表里的目标是 100%，文中写“不低于90%”，就放过了表里不允许的情形；“≤3.0‰”的目标，文中写“控制在5‰以
内”，也一样。

怎么办：正文用表里的目标值。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 污水集中处理率[不低于90%](=sewage[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 环境
    indicators:
      - {id: sewage, name: 污水集中处理率, unit: "%", attribute: 约束性, values: {2020: 90, 2025: 100}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 污水集中处理率[达到100%](=sewage[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 环境
    indicators:
      - {id: sewage, name: 污水集中处理率, unit: "%", attribute: 约束性, values: {2020: 90, 2025: 100}}
```

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 到2025年，每百万人口因灾死亡率控制在0.80以内。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 安全
    indicators:
      - {id: disaster, name: 每百万人口因灾死亡率, unit: 人/百万人, attribute: 约束性, better: lower, values: {2020: 0.82, 2025: "0.70"}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 到2025年，每百万人口因灾死亡率控制在0.70以内。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 安全
    indicators:
      - {id: disaster, name: 每百万人口因灾死亡率, unit: 人/百万人, attribute: 约束性, better: lower, values: {2020: 0.82, 2025: "0.70"}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.weakness import Weaker, Weakness, weaker_targets

KIND = Kind(
    "NUM406",
    "binding-target-worded-weaker",
    Severity.WARNING,
    Message("正文的表述弱于约束性目标", "A text promises less than a binding target"),
    {
        "message": Message(
            "文中写作 {stated}，而约束性指标{name}{year}年的目标为 {value}，正文的要求较低",
            "the text says {stated}, but the binding target of {name} for {year} is {value}: the text asks for less",
        ),
        "hint": Message("正文与指标表取同一数值", "let text and table name one value"),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the bounds that texts put to binding targets with the table."""
    for outcome in weaker_targets(prose, Weakness.BINDING):
        if isinstance(outcome, Weaker):
            own = outcome.figure
            yield Diagnostic(KIND, own.place, outcome.args, hint="hint", values=outcome.values, subject=own.text)
        else:
            yield outcome
