"""A target was lowered.

A target of a plan under way became easier to reach: by `better`, or by the side that a bound leaves open (≥60). A change note that says why, and who approved it, answers the finding
(`plan note ID --field values.2025`). Found by `plan check --against REV`.

执行中的规划，目标调低了（按 `better` 的方向，或按 ≥、≤ 留出的一侧）。由 `plan check --against 版本` 发现。

怎么办：用 `plan note 标识 --field values.2025` 写明为什么、谁批准的。

Old:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: water, name: 水面率, unit: '%', attribute: 预期性, better: higher, values: {2020: 8.1, 2025: 10.0}}
```

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: water, name: 水面率, unit: '%', attribute: 预期性, better: higher, values: {2020: 8.1, 2025: 9.0}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: water, name: 水面率, unit: '%', attribute: 预期性, better: higher, values: {2020: 8.1, 2025: 9.0}}
```

```yaml changes.yaml
- {entity: water, field: values.2025, reason: 中期评估后按程序调整, approved_by: 区人大常委会}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.diff.changes import Sense
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.revision import Revision, shown

KIND = Kind(
    "REV102",
    "target-lowered",
    Severity.WARNING,
    Message("目标值降低", "A target was lowered"),
    {
        "message": Message(
            "{name}{year}年目标由 {before} 改为 {after}，要求降低",
            "{name}, {year}: the target went from {before} to {after}, which is weaker",
        ),
        "hint": Message(
            "改回原目标；经批准调整的，用 `plan note {id} --field {field} --reason … --approved-by …` 说明",
            "put it back; where the change was approved, say so with `plan note {id} --field {field} --reason … --approved-by …`",
        ),
    },
)


def check_against(revision: Revision) -> Iterator[Outcome]:
    """Look at every target that is another."""
    language = revision.new.plan.language
    for shift in revision.changes.shifts.targets:
        if shift.change.sense is Sense.PRECISION or shift.binding:
            continue
        field = f"values.{shift.year}"
        place = revision.place(shift.indicator, "values", str(shift.year))
        noted = revision.is_noted((shift.indicator.id, revision.old_id(shift.indicator)), field)
        if shift.strength != "weaker" or noted:
            yield Consistent(place)
            continue
        values = {"before": shown(shift.change.before, language), "after": shown(shift.change.after, language)}
        args = {"name": shift.indicator.name, "year": str(shift.year), "id": shift.indicator.id, "field": field}
        yield Diagnostic(KIND, place, {**args, **values}, hint="hint", values=values)
