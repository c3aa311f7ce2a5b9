"""What may be wrong with a waiver."""

from plan_compiler.diagnostics import Kind, Message, Severity

UNMATCHED = Kind(
    "WVR901",
    "unmatched-waiver",
    Severity.WARNING,
    Message("豁免没有对应的问题", "A waiver covers no finding"),
    {
        "message": Message(
            "豁免 {code}（{entity}）没有对应的问题：问题已改正，或标识、字段、文字有误",
            "the waiver of {code} ({entity}) covers no finding: it was mended, or id, field or subject are wrong",
        ),
        "near": Message(
            "豁免 {code}（{entity}）与问题对不上：该问题的 field 是 {field}，subject 是 {subject}（“-”表示没有）",
            "the waiver of {code} ({entity}) does not match: the finding has field {field}, subject {subject} (- for none)",
        ),
        "finding": Message("问题在这里", "the finding is here"),
        "hint": Message(
            "删去这条豁免，或用 `plan check --no-waivers --format json` 查看问题的 code、entity、field、subject",
            "delete the waiver, or see code, entity, field and subject with `plan check --no-waivers --format json`",
        ),
    },
    manual="""\
A waiver covers no finding.

The finding it was given for has been mended, or its code, entity, field or subject is not the finding's. A waiver
that covers nothing today would silently cover a new fault tomorrow.

豁免没有对应的问题：问题已经改好，或者豁免写的代码、标识、字段、文字（code、entity、field、subject）与问题对不上。留着
它，明天的新差错会被悄悄放过。

怎么办：问题已改好的，删去这条豁免；写错的，照 `plan check` 报告里的写法改正。

Bad:

```yaml assertions.yaml
- {id: whole, that: a + b == c, because: 两部分之和应等于总数}
```

```yaml facts.yaml
- {id: a, value: 1户}
- {id: b, value: 2户}
- {id: c, value: 3户}
```

```yaml waivers.yaml
- code: SUM104
  entity: whole
  field: that
  reason: 上一轮规划已刊印
  values: {left: 3户, right: 5户}
```

Good:

```yaml assertions.yaml
- {id: whole, that: a + b == c, because: 两部分之和应等于总数}
```

```yaml facts.yaml
- {id: a, value: 1户}
- {id: b, value: 2户}
- {id: c, value: 5户}
```

```yaml waivers.yaml
- code: SUM104
  entity: whole
  field: that
  reason: 上一轮规划已刊印
  values: {left: 3户, right: 5户}
```
""",
)
EXPIRED = Kind(
    "WVR902",
    "expired-waiver",
    Severity.WARNING,
    Message("豁免已过期", "A waiver has expired"),
    {
        "message": Message(
            "豁免 {code}（{entity}）已于 {until} 到期", "the waiver of {code} ({entity}) ended on {until}"
        ),
        "hint": Message(
            "改正问题，或重新批准并更新 until", "mend the finding, or have it approved again and renew `until`"
        ),
    },
    manual="""\
A waiver has ended.

`until` lies before the day of the check, so the finding is back.

豁免写了有效期（`until`），已经过了，问题重新列出。

怎么办：改正问题；仍需保留的，经批准后延长 `until`。

Bad:

```yaml assertions.yaml
- {id: whole, that: a + b == c, because: 两部分之和应等于总数}
```

```yaml facts.yaml
- {id: a, value: 1户}
- {id: b, value: 2户}
- {id: c, value: 5户}
```

```yaml waivers.yaml
- code: SUM104
  entity: whole
  field: that
  reason: 上一轮规划已刊印
  values: {left: 3户, right: 5户}
  until: 2021-12-31
```

Good:

```yaml assertions.yaml
- {id: whole, that: a + b == c, because: 两部分之和应等于总数}
```

```yaml facts.yaml
- {id: a, value: 1户}
- {id: b, value: 2户}
- {id: c, value: 5户}
```

```yaml waivers.yaml
- code: SUM104
  entity: whole
  field: that
  reason: 上一轮规划已刊印
  values: {left: 3户, right: 5户}
  until: 2031-12-31
```
""",
)
OUTDATED = Kind(
    "WVR903",
    "outdated-waiver",
    Severity.WARNING,
    Message("豁免所依据的数值已变", "The values a waiver was given for have changed"),
    {
        "message": Message(
            "豁免 {code}（{entity}）是针对 {was} 批准的，现在是 {now}，不再适用",
            "the waiver of {code} ({entity}) was given for {was}; now it is {now}, so it no longer applies",
        ),
        "finding": Message("问题在这里", "the finding is here"),
        "hint": Message(
            "请批准人重新审看，再用 plan waive 按新的数值登记", "have it approved again, then renew it with plan waive"
        ),
    },
    manual="""\
The values a waiver was given for have changed.

A waiver is bound to the values that a person saw and accepted. One of them is another now, so the waiver no
longer applies, and the finding is back.

豁免只对当时看过、认可的数值有效。现在其中一个数变了，豁免失效，问题重新列出。

怎么办：按新的数值核对；仍可接受的，用 `plan waive` 重新登记。

Bad:

```yaml assertions.yaml
- {id: whole, that: a + b == c, because: 两部分之和应等于总数}
```

```yaml facts.yaml
- {id: a, value: 1户}
- {id: b, value: 2户}
- {id: c, value: 6户}
```

```yaml waivers.yaml
- code: SUM104
  entity: whole
  field: that
  reason: 上一轮规划已刊印
  values: {left: 3户, right: 5户}
```

Good:

```yaml assertions.yaml
- {id: whole, that: a + b == c, because: 两部分之和应等于总数}
```

```yaml facts.yaml
- {id: a, value: 1户}
- {id: b, value: 2户}
- {id: c, value: 5户}
```

```yaml waivers.yaml
- code: SUM104
  entity: whole
  field: that
  reason: 上一轮规划已刊印
  values: {left: 3户, right: 5户}
```
""",
)
MALFORMED = Kind(
    "WVR904",
    "malformed-waiver-date",
    Severity.ERROR,
    Message("豁免的日期写法有误", "A waiver's date is malformed"),
    {
        "message": Message("until 应写作 YYYY-MM-DD，现为 {until}", "`until` must be written YYYY-MM-DD, not {until}"),
    },
    manual="""\
A waiver's last day is no date.

`until` is written YYYY-MM-DD.

豁免的有效期 `until` 写成 年-月-日：2025-12-31。

怎么办：照此改写。

Bad:

```yaml assertions.yaml
- {id: whole, that: a + b == c, because: 两部分之和应等于总数}
```

```yaml facts.yaml
- {id: a, value: 1户}
- {id: b, value: 2户}
- {id: c, value: 5户}
```

```yaml waivers.yaml
- code: SUM104
  entity: whole
  field: that
  reason: 上一轮规划已刊印
  values: {left: 3户, right: 5户}
  until: 2031年底
```

Good:

```yaml assertions.yaml
- {id: whole, that: a + b == c, because: 两部分之和应等于总数}
```

```yaml facts.yaml
- {id: a, value: 1户}
- {id: b, value: 2户}
- {id: c, value: 5户}
```

```yaml waivers.yaml
- code: SUM104
  entity: whole
  field: that
  reason: 上一轮规划已刊印
  values: {left: 3户, right: 5户}
  until: 2031-12-31
```
""",
)
KINDS = (UNMATCHED, EXPIRED, OUTDATED, MALFORMED)
"""All of them."""
