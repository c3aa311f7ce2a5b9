"""A count of acts does not say whether it is of one year or of all.

申报国家重点研发计划 46, 75, 100 among indicators called 累计…: what is applied for, held or brought in is counted by the year or in all, and the others of the table say
which. Told of rising counts of things whose name begins with an act, where three others of the table and more are cumulative, and neither
the name nor its note says of which time they are.

What to do: put 累计 into the name and `cumulative: true`, or 当年 into the name.

按件按项计的数看不出是当年数还是累计数：同表别的指标写明“累计”，“申报国家重点研发计划”46、75、100 却没有。只看以动作开头（申报、引进、举办……）、逐年增大的计数
指标，且同表另有三个以上累计指标、名称和指标注释都没有写明是哪段时间的。

怎么办：是累计数的，名称加“累计”，并写 cumulative: true；是当年数的，名称加“当年”。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: a, name: 累计众创空间, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2023: 10, 2025: 12}}
      - {id: b, name: 累计引育人才, unit: 人, attribute: 预期性, cumulative: true, values: {2020: 300, 2023: 600, 2025: 900}}
      - {id: c, name: 累计合作项目, unit: 个, attribute: 预期性, cumulative: true, values: {2020: 150, 2023: 300, 2025: 500}}
      - {id: d, name: 申报重点研发计划, unit: 项, attribute: 预期性, values: {2020: 46, 2023: 75, 2025: 100}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: a, name: 累计众创空间, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2023: 10, 2025: 12}}
      - {id: b, name: 累计引育人才, unit: 人, attribute: 预期性, cumulative: true, values: {2020: 300, 2023: 600, 2025: 900}}
      - {id: c, name: 累计合作项目, unit: 个, attribute: 预期性, cumulative: true, values: {2020: 150, 2023: 300, 2025: 500}}
      - {id: d, name: 当年申报重点研发计划, unit: 项, attribute: 预期性, values: {2020: 46, 2023: 75, 2025: 100}}
      - {id: e, name: 高新技术企业, unit: 家, attribute: 预期性, values: {2020: 46, 2023: 75, 2025: 100}}
      - {id: f, name: 引进人才年均增速, unit: '%', attribute: 预期性, values: {2020: 4, 2023: 5, 2025: 6}}
```
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.proofing import Proofing, proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.model.indicators import Indicator
from plan_compiler.patterns import compiled
from plan_compiler.quantity.units import is_count, parse_unit
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND217",
    "count-not-said-cumulative",
    Severity.INFO,
    Message("看不出是当年数还是累计数", "A count does not say whether it is of one year or of all"),
    {
        "message": Message(
            "{name}逐年增大，名称没有写明是否累计，同表另有 {count} 个累计指标",
            "{name} rises and does not say whether it is cumulative, as {count} others of its table are",
        ),
        "hint": Message("写明“累计”或“当年”", "say in its name whether it is of one year or of all"),
    },
)
_FEWEST = 3


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the counts of acts in tables with cumulative indicators."""
    known = proofing(linked.plan.language)
    if not known.acts:
        return
    rows = list(indicators(linked.plan))
    cumulative = Counter(id(table) for _, table, indicator in rows if indicator.cumulative)
    for path, table, indicator in rows:
        if cumulative[id(table)] < _FEWEST or indicator.cumulative or not _is_rising_count(indicator, known):
            continue
        told = f"{indicator.name}{indicator.note or ''}"
        if not any(word in told for word in known.of_time):
            args = {"name": indicator.name, "count": str(cumulative[id(table)])}
            yield Diagnostic(KIND, Place((*path, "name")), args, hint="hint", values={"name": indicator.name})


def _is_rising_count(indicator: Indicator, known: Proofing) -> bool:
    """Whether it is named by an act, and counts more of it from column to column."""
    named = compiled(rf"{known.acts}(?!.*?(?:{known.yearly}))").match(indicator.name) is not None
    cells = [indicator.values[year] for year in sorted(indicator.values)]
    written = [cell if isinstance(cell, str) else cell.text for cell in cells]
    counts = [int(text) for text in written if text.isdecimal()]
    rises = all(earlier < later for earlier, later in pairwise(counts))
    return named and len(counts) == len(written) >= _FEWEST and rises and is_count(parse_unit(indicator.unit))
