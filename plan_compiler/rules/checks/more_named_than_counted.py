"""A text names more of a thing than the table has counted so far.

“落地甲产业园、乙中心等省‘152’工程项目” names two, where the table has 1 in the base year. Told where a sentence that speaks of nothing to come names more of what a cumulative
indicator counts.

What to do: mend the table, or say which are of them.

正文列举的比表中的累计数还多：“落地甲产业园、乙中心等省‘152’工程项目”至少两个，表中基期累计却是1个。只看不涉及今后的句子和累计指标。

怎么办：核对表中数，或写明哪些属于。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 基础
    body: |
      招引落地甲数字经济产业园、乙区域中心项目等省“152”工程项目。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: big, name: 累计“152”工程项目, unit: 个, attribute: 预期性, cumulative: true, mark: none, values: {2020: 1, 2025: 3}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 基础
    body: |
      招引落地甲数字经济产业园等省“152”工程项目。到2025年，引进甲产业园、乙中心等省“152”工程项目。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: big, name: 累计“152”工程项目, unit: 个, attribute: 预期性, cumulative: true, mark: none, values: {2020: 1, 2025: 3}}
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.language.naming import naming
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.link.period import base_year
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "NUM436",
    "more-named-than-counted",
    Severity.INFO,
    Message("列举的比表中的累计数多", "A text names more of a thing than the table has counted"),
    {
        "message": Message(
            "这里列举了 {items} 个，{name}{year}年却是 {value}",
            "{items} are named here, but {name} has {value} in {year}",
        ),
        "home": Message("{name}", "{name}"),
        "hint": Message("核对表中的数，或写明哪些属于", "mend the table, or say which are of them"),
    },
)
_MOST = 9
_REACH = 120
_SHORTEST = 6
"""How long the name of a thing is at least that is no common noun, of which others may have some, too: 企业."""
_CLAUSE, _SENTENCE = compiled("[，。；：\\n]"), compiled("[。；\\n]")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for what closes a list with the name of an indicator's thing."""
    known, base, text = naming(linked.plan.language), base_year(linked.plan), printed(linked)
    if known is None or base is None:
        return
    proof, ahead = proofing(linked.plan.language), compiled(known.ahead)
    for path, _, indicator in indicators(linked.plan):
        cell = indicator.values.get(base)
        value = cell if isinstance(cell, str) else cell.text if cell is not None else ""
        thing = indicator.name.removeprefix(known.in_all)
        if not indicator.cumulative or not value.isdecimal() or int(value) > _MOST or len(thing) < _SHORTEST:
            continue
        for found in text.search(re.compile(rf"{proof.and_so_on}{known.levels}?{re.escape(thing)}")):
            sentence = _SENTENCE.split(found.before(_REACH))[-1]
            items = _CLAUSE.split(sentence)[-1].count("、") + 1
            if found.line.is_prose and items > max(int(value), 1) and ahead.search(sentence) is None:
                args = {"items": str(items), "name": indicator.name, "year": str(base), "value": value}
                related = (Related(Place((*path, "name")), "home", args),)
                values = {"items": str(items), "value": value}
                yield Diagnostic(KIND, found.place, args, hint="hint", values=values, subject=thing, related=related)
