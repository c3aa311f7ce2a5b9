"""其中： is typed before the name of what is no part of anything.

A row whose name begins with 其中： looks like one that was checked against its whole, and is none: no whole is named, and in
a data table it is added to the total a second time. What is a part has its words printed by itself.

名称以“其中：”开头，却没有写明是谁的一部分：读者以为核对过，其实没有；在数据表里，它还会被重复加进合计。

怎么办：指标写 `part_of: 总项的标识`，数据表的行写 `role: including`；名称前的“其中：”由编译器印出，不必手写。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2025: 实际, 2030: 目标}
groups:
  - title: 投资
    indicators:
      - {id: investment, name: 固定资产投资, unit: 亿元, attribute: 预期性, values: {2025: 57, 2030: 130}}
      - {id: private, name: 其中：民间投资, unit: 亿元, attribute: 预期性, values: {2025: 9, 2030: 25}}
```

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - {title: 土建, total: 850}
  - {title: 其中：桩基, total: 120}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2025: 实际, 2030: 目标}
groups:
  - title: 投资
    indicators:
      - {id: investment, name: 固定资产投资, unit: 亿元, attribute: 预期性, values: {2025: 57, 2030: 130}}
      - {id: private, name: 民间投资, part_of: investment, unit: 亿元, attribute: 预期性, values: {2025: 9, 2030: 25}}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - {title: 土建, total: 850}
  - {title: 桩基, role: including, total: 120}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "SUM124",
    "part-typed-by-hand",
    Severity.WARNING,
    Message("手工写的“其中：”", "A part that is one by its name alone"),
    {
        "message": Message(
            "“{name}”以“{words}”开头，却没有写明是谁的一部分，没有和总项核对",
            "“{name}” begins with “{words}”, but no whole is named: it was compared with none",
        ),
        "row": Message(
            "“{name}”以“{words}”开头，却和其他行一样加进了合计",
            "“{name}” begins with “{words}”, but is added to the total like any other row",
        ),
        "twice": Message("“{name}”前面会印出两个“{words}”", "“{words}” will be printed twice before “{name}”"),
        "part_of": Message(
            "写 part_of: 总项的标识，名称改为“{plain}”；“{words}”会自动印出",
            "write part_of: with the id of the whole, and the name “{plain}”: “{words}” is printed by itself",
        ),
        "including": Message(
            "这一行写 role: including，名称改为“{plain}”；“{words}”会自动印出",
            "give the row role: including and the title “{plain}”: “{words}” is printed by itself",
        ),
        "plain": Message("名称改为“{plain}”", "write “{plain}”"),
    },
)
_SIGNS = " :：,，"


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the names of indicators and at the titles of the rows of data tables."""
    words = linked.words.indicator_columns.of_which.strip(_SIGNS)
    for path, name, is_part, message, hint in _named(linked):
        if plain := _without(name, words):
            args = {"name": name, "words": words, "plain": plain}
            told = ("twice", "plain") if is_part else (message, hint)
            yield Diagnostic(KIND, Place(path), args, told[0], hint=told[1], subject=name)


def _named(linked: LinkedPlan) -> Iterator[tuple[NodePath, str, bool, str, str]]:
    """What may be a part: where its name stands, the name, whether it is one, and what to say of it where it is none."""
    for path, _, indicator in indicators(linked.plan):
        yield (*path, "name"), indicator.name, indicator.part_of is not None, "message", "part_of"
    for table in linked.tables.values():
        for row in table.grid.rows:
            if row.row.role in (None, "including"):
                yield (*row.path, "title"), row.row.title, row.row.role is not None, "row", "including"


def _without(name: str, words: str) -> str:
    """The name behind the words and their colon; "" where it does not begin with them."""
    rest = name.strip().removeprefix(words)
    return rest.lstrip(_SIGNS) if rest != name.strip() and rest[:1] in _SIGNS else ""
