"""A target was changed, and the plan does not say which way is better.

Whether 12 in the place of 13 asks for more or for less depends on the indicator: an output is to grow, an emission is to fall.
`better: higher` or `better: lower` says so, as does a bound (≥60); then a target that becomes weaker is REV102 or REV103, and one that becomes stronger is
no finding. Without either, a binding target that is another is told whatever its new value is, any other target if it comes nearer to the
actual value of the base year. A note in changes.yaml answers it too. Found by `plan check --against REV`.

指标没有写明升、降哪个为好，目标改动后是加强还是放松就无从判断。约束性目标凡有改动都会提示；其他目标比原来更接近基期实际值的才提示。
写了 `better`（或目标带 ≥、≤ 等界限）的，降低目标由 REV102、REV103 提示，提高目标不提示。由 `plan check --against 版本` 发现。

怎么办：在指标上写 `better: higher` 或 `better: lower`，或用 `plan note 标识 --field values.2025` 写明为什么、谁批准的。

Old:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 环境资源
    indicators:
      - {id: sewage, name: 污水集中处理率, unit: '%', attribute: 约束性, values: {2020: 90, 2025: 100}}
```

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 环境资源
    indicators:
      - {id: sewage, name: 污水集中处理率, unit: '%', attribute: 约束性, values: {2020: 90, 2025: 95}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 环境资源
    indicators:
      - {id: sewage, name: 污水集中处理率, unit: '%', attribute: 约束性, values: {2020: 90, 2025: 95}}
```

```yaml changes.yaml
- {entity: sewage, field: values.2025, reason: 中期评估后按程序调整, approved_by: 区人大常委会}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.diff.changes import Sense
from plan_compiler.diff.shifts import base_year, nears
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.revision import Revision, shown

KIND = Kind(
    "REV106",
    "target-changed",
    Severity.WARNING,
    Message("目标改动，不能判断是否降低", "A target was changed, weaker or stronger"),
    {
        "message": Message(
            "{name}{year}年目标由 {before} 改为 {after}；没有写明升、降哪个为好，不能判断是否降低",
            "{name}, {year}: the target went from {before} to {after}; whether that is weaker is not said",
        ),
        "hint": Message(
            "在指标 {id} 上写 `better: higher` 或 `better: lower`；经批准调整的，用 `plan note {id} --field {field} --reason … --approved-by …` 说明",
            "add `better: higher` or `better: lower` to {id}; where the change was approved, say so with "
            "`plan note {id} --field {field} --reason … --approved-by …`",
        ),
    },
)


def check_against(revision: Revision) -> Iterator[Outcome]:
    """Look at every target that is another, of indicators for which no way is better."""
    language, base = revision.new.plan.language, base_year(revision.new)
    for shift in revision.changes.shifts.targets:
        if shift.change.sense is Sense.PRECISION or shift.strength != "changed" or shift.better is not None:
            continue
        field = f"values.{shift.year}"
        place = revision.place(shift.indicator, "values", str(shift.year))
        actual = revision.new.figures.get(f"{shift.indicator.id}[{base}]")
        bears = shift.binding or actual is None or nears(shift.change, actual.result)
        if not bears or revision.is_noted((shift.indicator.id, revision.old_id(shift.indicator)), field):
            yield Consistent(place)
            continue
        values = {"before": shown(shift.change.before, language), "after": shown(shift.change.after, language)}
        args = {"name": shift.indicator.name, "year": str(shift.year), "id": shift.indicator.id, "field": field}
        yield Diagnostic(KIND, place, {**args, **values}, hint="hint", values=values)
