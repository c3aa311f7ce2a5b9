"""The actual value of an indicator was altered.

The value of the base year is what was measured: it stays when targets are adjusted. A revision that alters it changes what all
targets are compared with. Where the statistics themselves were revised, a change note says so (`plan note ID --field values.2020`).
Found by `plan check --against REV`.

基准年的值是实测的，调整目标时不变；改了它，所有目标的比较基础都变了。由 `plan check --against 版本` 对照旧稿发现。

怎么办：改回原值；统计数据本身修订过的，用 `plan note 标识 --field values.2020` 写明。

Old:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
```

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 87, 2025: 220}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 87, 2025: 220}}
```

```yaml changes.yaml
- {entity: output, field: values.2020, reason: 按第五次经济普查结果修订, approved_by: 统计局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.diff.changes import Sense
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.revision import Revision, shown

KIND = Kind(
    "REV101",
    "actual-value-altered",
    Severity.WARNING,
    Message("基期实际值被改动", "An actual value was altered"),
    {
        "message": Message(
            "{name}{year}年是实际值，由 {before} 改为 {after}",
            "{name}, {year}: an actual value went from {before} to {after}",
        ),
        "hint": Message(
            "改回原值；统计数据确有修订的，用 `plan note {id} --field {field} --reason …` 说明",
            "put the value back; where the statistics were revised, say so with `plan note {id} --field {field} --reason …`",
        ),
    },
)


def check_against(revision: Revision) -> Iterator[Outcome]:
    """Look at every value of the base year, or before it, that is another."""
    language = revision.new.plan.language
    for shift in revision.changes.shifts.bases:
        field = f"values.{shift.year}"
        place = revision.place(shift.indicator, "values", str(shift.year))
        if shift.change.sense is Sense.PRECISION or revision.is_noted(
            (shift.indicator.id, revision.old_id(shift.indicator)), field
        ):
            yield Consistent(place)
            continue
        values = {"before": shown(shift.change.before, language), "after": shown(shift.change.after, language)}
        args = {"name": shift.indicator.name, "year": str(shift.year), "id": shift.indicator.id, "field": field}
        yield Diagnostic(KIND, place, {**args, **values}, hint="hint", values=values)
