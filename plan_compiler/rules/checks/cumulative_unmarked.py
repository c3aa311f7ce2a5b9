"""A cumulative indicator is printed without the mark that the others of its table have.

Where a table marks running totals ([9] [12] [14]), one without the mark is read as a value of its year.

表里其他累计指标的数值都加方括号（[9] [12] [14]），这一项写了 `mark: none` 没有加，读者会把它当作当年数。

怎么办：删去 `mark: none`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: a, name: 累计企业, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 4, 2023: 7, 2025: 9}}
      - {id: b, name: 累计平台, unit: 家, attribute: 预期性, cumulative: true, mark: none, values: {2020: 1, 2023: 2, 2025: 3}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: a, name: 累计企业, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 4, 2023: 7, 2025: 9}}
      - {id: b, name: 累计平台, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 1, 2023: 2, 2025: 3}}
```
"""

from collections import Counter
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND210",
    "cumulative-unmarked",
    Severity.INFO,
    Message("累计值没有加方括号", "A cumulative value lacks the mark of the others"),
    {
        "message": Message(
            "{name}是累计值，却不像同表另 {count} 行那样加方括号",
            "{name} is cumulative, but lacks the mark that {count} others of its table have",
        ),
        "hint": Message("删去 mark: none", "drop `mark: none`"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Count the marked rows of every table that has unmarked ones too."""
    rows = [(path, table, indicator) for path, table, indicator in indicators(linked.plan) if indicator.cumulative]
    marked = Counter(id(table) for _, table, indicator in rows if indicator.mark is None)
    for path, table, indicator in rows:
        if indicator.mark is not None and marked[id(table)]:
            args = {"name": indicator.name, "count": str(marked[id(table)])}
            yield Diagnostic(KIND, Place((*path, "mark")), args, hint="hint", values={"mark": indicator.mark})
