"""Findings about the years of the plan itself."""

from plan_compiler.diagnostics import Kind, Message, Severity

MALFORMED_PLAN_PERIOD = Kind(
    "REF303",
    "malformed-plan-period",
    Severity.ERROR,
    Message("规划期写法有误", "The plan's period is malformed"),
    {
        "message": Message(
            "规划期“{period}”读不出起止年份", "the first and the last year cannot be read from the period {period}"
        ),
        "hint": Message("写成四位年份：period: {example}", "write years of four digits: `period: {example}`"),
    },
    manual="""\
plan.yaml 的 `period` 写起止两个四位年份，先早后晚；只有一年的规划写那一年。年均数、项目期限都按它核对。

`period` in plan.yaml has the first and the last year of the plan, four digits each, in this order; a plan for one year has
that year. Yearly averages and the periods of projects are held against it.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-25
chapters: [{title: 回顾}]
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters: [{title: 回顾}]
```
""",
)

YEAR_OUTSIDE_PLAN = Kind(
    "REF304",
    "year-outside-plan",
    Severity.WARNING,
    Message("节点年份不在规划期内", "A milestone outside the plan"),
    {
        "message": Message(
            "节点年份 {year} 不在规划期 {period} 之内", "the milestone {year} is not within the plan, {period}"
        ),
        "hint": Message(
            "改正年份；规划期以后的年份写在 outlook", "mend the year; a year after the plan belongs into `outlook`"
        ),
    },
    manual="""\
`milestones` 是规划期内设目标的年份。

`milestones` are years of the plan for which targets are set.

规划期以外的年份，不会有对应的目标列，进度图也排不进去。

怎么办：改正年份或 `period`；远景年份（如 2035）写在 `outlook`，基期写在 `base`。

A year outside the plan has no column of targets, and no place in a chart of progress.

What to do: mend the year or `period`; a year of the outlook (2035) belongs into `outlook`, the base year into `base`.

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
milestones: [2023, 2035]
chapters: [{title: 回顾}]
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
milestones: [2023, 2025]
outlook: 2035
chapters: [{title: 回顾}]
```
""",
)

PERIOD_KINDS = (MALFORMED_PLAN_PERIOD, YEAR_OUTSIDE_PLAN)
