"""The note of an indicator table explains the mark of running totals, and no row of the table has it.

Either an indicator lacks `cumulative: true`, so that its values are printed without brackets and read as those
of single years, or the note is left over from an earlier version.

What to do: put `cumulative: true` at the indicators whose values are running totals; where there are none, drop the note.

表注写了“[]内数据为累计值”，表里却没有一项指标标为累计。要么是指标漏写了 `cumulative: true`，印出来没有方括号，读者会
当作当年数；要么是表注是旧稿留下的。

怎么办：累计指标写 `cumulative: true`；确实没有的，删去这句表注。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
note: '[]内数据为累计值。'
groups:
  - title: 发展
    indicators:
      - {id: a, name: 高新技术企业, unit: 家, attribute: 预期性, values: {2020: 4, 2025: 9}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
note: '[]内数据为累计值。'
groups:
  - title: 发展
    indicators:
      - {id: a, name: 累计高新技术企业, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 4, 2025: 9}}
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.wording import alternatives

KIND = Kind(
    "IND214",
    "mark-without-cumulative",
    Severity.WARNING,
    Message("表注说明累计值，表中没有累计指标", "A note on running totals, and none in the table"),
    {
        "message": Message(
            "{title}的表注说明了累计值的标记，表中却没有一项指标标为累计",
            "the note of {title} explains the mark of running totals, but no indicator of the table has it",
        ),
        "hint": Message(
            "累计指标写 cumulative: true；确无累计指标的，删去表注",
            "write `cumulative: true` at the indicators that accumulate; where there are none, drop the note",
        ),
    },
)
_BRACKETS = (
    r"[\[［〔【(（](?!(?<=[(（])(?:[0-9]+|[一二三四五六七八九十]+)[)）])[^\[\]［］〔〕【】（）()]{0,4}[\]］〕】)）]"
)
"""A mark, and no number of an item of the note: （一）."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Read the notes of the indicator tables."""
    aspects = linked.words.qualifiers.aspects
    cumulative = alternatives(word for word, aspect in aspects.items() if aspect is Aspect.CUMULATIVE)
    without = alternatives(words(linked.plan.language).discourse.uncounted)
    between = rf"(?:(?!{without})[^。；;]){{0,20}}"
    explains = compiled(rf"(?:{_BRACKETS}|括号|brackets){between}{cumulative}", re.IGNORECASE)
    for index, table in enumerate(linked.plan.indicators):
        rows = (indicator for group in table.groups for indicator in group.indicators)
        if table.note and explains.search(table.note) and not any(row.cumulative and row.mark is None for row in rows):
            place = Place(("indicators", index, "note"))
            yield Diagnostic(KIND, place, {"title": table.title}, hint="hint", values={"note": table.note})
