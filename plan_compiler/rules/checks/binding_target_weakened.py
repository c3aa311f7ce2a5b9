"""A binding target was weakened.

A binding indicator is a commitment: a lower target for it, or an attribute that no longer binds, needs an approval. A change note that says why, and who approved it, answers the finding
(`plan note ID --field values.2025`). Found by `plan check --against REV`.

约束性指标是承诺：目标调低，或者属性改得不再有约束力，都要经过批准。由 `plan check --against 版本` 发现。

怎么办：改回来，或用 `plan note 标识 --field values.2025` 写明理由和批准单位。

Old:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: water, name: 水面率, unit: '%', attribute: 约束性, better: higher, values: {2020: 8.1, 2025: 10.0}}
```

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: water, name: 水面率, unit: '%', attribute: 约束性, better: higher, values: {2020: 8.1, 2025: 9.0}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: water, name: 水面率, unit: '%', attribute: 约束性, better: higher, values: {2020: 8.1, 2025: 9.0}}
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
    "REV103",
    "binding-target-weakened",
    Severity.ERROR,
    Message("约束性指标减弱", "A binding target was weakened"),
    {
        "message": Message(
            "{name}{year}年目标由 {before} 改为 {after}，要求降低",
            "{name}, {year}: the target went from {before} to {after}, which is weaker",
        ),
        "attribute": Message(
            "{name}由{before}改为{after}，不再具有约束力", "{name} was {before} and is {after}: it no longer binds"
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
        if shift.change.sense is Sense.PRECISION or not shift.binding:
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
    for attribute in revision.changes.shifts.attributes:
        place = revision.place(attribute.indicator, "attribute")
        ids = (attribute.indicator.id, revision.old_id(attribute.indicator))
        if attribute.strength != "weaker" or revision.is_noted(ids, "attribute"):
            yield Consistent(place)
            continue
        values = {"before": attribute.before, "after": attribute.after}
        args = {"name": attribute.indicator.name, "id": attribute.indicator.id, "field": "attribute"}
        yield Diagnostic(KIND, place, {**args, **values}, "attribute", hint="hint", values=values)
