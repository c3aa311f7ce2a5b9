"""A binding indicator was dropped without a change note.

A binding indicator is a commitment, and a plan that has it no longer has taken it back. A note in changes.yaml says why, and who
approved it: `plan note ID --reason …`. An indicator under another id is recognised by its name and its fields. Found by
`plan check --against REV`.

约束性指标是承诺，删掉就是收回承诺，要经过批准。改了标识的，凭名称和内容认得出，不算删除。由 `plan check --against 版本` 发现。

怎么办：恢复该指标，或用 `plan note 标识 --reason …` 写明为什么、谁批准的。

Old:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: water, name: 水面率, unit: '%', attribute: 约束性, better: higher, values: {2020: 8.1, 2025: 10.0}}
      - {id: forest, name: 森林覆盖率, unit: '%', attribute: 预期性, better: higher, values: {2020: 30.2, 2025: 32.0}}
```

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: forest, name: 森林覆盖率, unit: '%', attribute: 预期性, better: higher, values: {2020: 30.2, 2025: 32.0}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: forest, name: 森林覆盖率, unit: '%', attribute: 预期性, better: higher, values: {2020: 30.2, 2025: 32.0}}
```

```yaml changes.yaml
- {entity: water, reason: 统计口径取消，改由生态红线考核, approved_by: 区人大常委会}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.rules.dropped import dropped_indicators
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.revision import Revision

KIND = Kind(
    "REV104",
    "binding-indicator-dropped",
    Severity.ERROR,
    Message("约束性指标被删除", "A binding indicator was dropped"),
    {
        "message": Message(
            "约束性指标 {id} {name}已删除，没有修改说明",
            "the binding indicator {id} ({name}) is gone, and no change note says why",
        ),
        "hint": Message(
            "恢复该指标；经批准的，用 `plan note {id} --reason … --approved-by … --against {against}` 说明",
            "put it back; where that was approved, say so with `plan note {id} --reason … --approved-by … --against {against}`",
        ),
    },
)


def check_against(revision: Revision) -> Iterator[Outcome]:
    """Look at every binding indicator that is gone."""
    return dropped_indicators(revision, KIND, binding=True)
