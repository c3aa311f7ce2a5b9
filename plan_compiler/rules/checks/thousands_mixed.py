"""In one table, some large numbers have thousands separators and some have none.

Both are read alike; side by side they look like slips, and a reader who counts digits by commas
misreads the ones without. Numbers of four digits may go without a separator in any case (GB/T 15835—2011, 5.1.3), and years are none.

What to do: write all of the table one way.

同一张表（指标表、项目表、数据表）里，有的大数写了千分位逗号，有的没有，例如 94,200 与 20000。读法一样，但放在一起像是
笔误，按逗号数位数的读者会看错。四位数写不写逗号都可以（GB/T 15835—2011），不在此列。

怎么办：全表统一一种写法。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - {title: 道路, total: "94,200"}
  - {title: 桥梁, total: 20000}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - {title: 道路, total: "94,200"}
  - {title: 桥梁, total: "20,000"}
  - {title: 绿化, total: 1500}
```
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.numbers import Printed, table_numbers

KIND = Kind(
    "SUM123",
    "thousands-mixed",
    Severity.WARNING,
    Message("千分位分隔写法不一", "Thousands separators are written in two ways"),
    {
        "message": Message(
            "{table}：{grouped} 等 {with} 个数用了千分位分隔，{plain} 等 {without} 个数没有用",
            "{table}: {with} numbers have thousands separators ({grouped}), {without} have none ({plain})",
        ),
        "other": Message("{row}：{text}", "{row}: {text}"),
        "hint": Message("全表统一一种写法", "write all of the table one way"),
    },
)
_GROUPED = compiled("[0-9０-９][,，\u2009][0-9０-９]{3}")
_LARGE = 10_000
_SHOWN = 12


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the numbers of each table that are large enough to be grouped; what is rarer is told."""
    for _, group in groupby(table_numbers(linked), key=_table):
        numbers = list(group)
        grouped = [found for found in numbers if _GROUPED.search(found.number.text)]
        if not grouped:
            continue
        ungrouped = [f for f in numbers if abs(f.number.value) >= _LARGE and not _GROUPED.search(f.number.text)]
        if ungrouped:
            yield _diagnostic(numbers[0].table, grouped, ungrouped)


def _table(found: Printed) -> NodePath:
    """The path of a number's table: several may have one title."""
    return found.path[:1] if found.path[0] == "annex" else found.path[:2]


def _diagnostic(table: str, grouped: Sequence[Printed], ungrouped: Sequence[Printed]) -> Diagnostic:
    rare = ungrouped if len(ungrouped) <= len(grouped) else grouped
    args = {
        "table": table,
        "grouped": grouped[0].number.text,
        "plain": ungrouped[0].number.text,
        "with": str(len(grouped)),
        "without": str(len(ungrouped)),
    }
    others = (Related(f.place, "other", {"row": f.row, "text": f.number.text}) for f in rare[1:_SHOWN])
    values = {"with": args["with"], "without": args["without"]}
    return Diagnostic(KIND, rare[0].place, args, hint="hint", values=values, subject=table, related=tuple(others))
