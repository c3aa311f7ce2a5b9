"""An indicator table has no column for a year that the plan sets.

plan.yaml names the base year (`base`) and the milestones at which targets are set. A table of indicators without one of
these columns leaves its targets unsaid.

plan.yaml 写明了基准年（`base`）和要设目标的节点年份（`milestones`）。指标表缺了其中一列，这一年的目标就没有交代。

怎么办：在指标表的 `columns` 里补上这一年；不需要的，从 plan.yaml 的 `milestones` 里删去。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
base: 2020
milestones: [2023, 2025]
chapters:
  - title: 总则
    body: 正文。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
base: 2020
milestones: [2023, 2025]
chapters:
  - title: 总则
    body: 正文。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 120, 2025: 220}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.headings import mistyped_years

KIND = Kind(
    "IND203",
    "year-column-missing",
    Severity.WARNING,
    Message("指标表缺少基准年或节点年份", "An indicator table lacks a year that the plan sets"),
    {
        "message": Message(
            "{title}没有{year}年一列，而 plan.yaml 把它定为节点年份",
            "{title} has no column for {year}, a milestone of plan.yaml",
        ),
        "base": Message(
            "{title}没有{year}年一列，而 plan.yaml 把它定为基准年",
            "{title} has no column for {year}, the base year of plan.yaml",
        ),
        "hint": Message("补上这一列，或改正 plan.yaml", "add the column, or mend plan.yaml"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for the plan's years among the columns of every table."""
    plan = linked.plan
    wanted = {} if plan.base is None else {plan.base: "base"}
    wanted |= dict.fromkeys(plan.milestones, "message")
    for index, table in enumerate(plan.indicators):
        for year, message in wanted.items():
            if year not in table.columns and year not in mistyped_years(table).values():
                args = {"title": table.title, "year": str(year)}
                place = Place(("indicators", index, "columns"))
                yield Diagnostic(KIND, place, args, message, hint="hint", subject=str(year))
