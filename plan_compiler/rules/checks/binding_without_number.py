"""A binding indicator has no number for its target.

A binding target is one that is held against its result, so it is a number. Words such as 总体良好 bind nobody; 完成市下达任务
binds to a number that is set elsewhere.

约束性指标要对照结果考核，目标须是数值。“总体良好”约束不了谁；“完成市下达任务”的数值由上级另定，可以。

怎么办：写明目标数值，或把属性改为预期性。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: air, name: 空气质量, unit: '-', attribute: 约束性, qualitative: true, values: {2020: 良好, 2023: 良好, 2025: 良好}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: air, name: PM2.5年均浓度, unit: 微克/立方米, attribute: 约束性, values: {2020: 28, 2023: 26, 2025: ≤25}}
      - {id: energy, name: 能耗降低, unit: '%', attribute: 约束性, values: {2020: —, 2023: —, 2025: 完成市下达任务}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.vocabulary import Attribute
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.link.reasons import Reason
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND207",
    "binding-without-number",
    Severity.WARNING,
    Message("约束性指标没有数值目标", "A binding indicator has no number for its target"),
    {
        "message": Message(
            "{name}是约束性指标，{year}年目标“{cell}”却不是数值，无法考核",
            "{name} is binding, but its target for {year}, {cell}, is no number and cannot be held against a result",
        ),
        "hint": Message("写明数值和单位，或改为预期性", "state a number and its unit, or make it an expected one"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the last column of every binding indicator."""
    attributes = linked.words.meanings.attributes
    for path, table, indicator in indicators(linked.plan):
        target = max(table.columns, default=0)
        if attributes.get(indicator.attribute) is not Attribute.BINDING or target not in indicator.values:
            continue
        place = Place((*path, "values", str(target)))
        figure = linked.figures.get(f"{indicator.id}[{target}]")
        cell = indicator.values[target]
        if figure is None or not isinstance(figure.result, Unknown) or not isinstance(cell, str):
            continue
        if figure.result.reason == Reason.RATIO or any(word in cell for word in linked.words.meanings.assigned):
            continue
        args = {"name": indicator.name, "year": str(target), "cell": cell}
        yield Diagnostic(KIND, place, args, hint="hint", values={"cell": cell})
