"""A running total is not that of the year before and what the year adds.

A table has a column of what each year brings (投资) and one of what there is up to then (累计投资), its rows being years one after the other; or rows of both under columns of years. Each running
total must be the one before it and what its year adds. Columns belong together by their names (投资, 累计投资; 当年完成, 累计完成), and where more of the steps
hold than fail.

What to do: mend the running total, or what the year adds.

表中一列是各年的数（“投资”），一列是到那一年的累计（“累计投资”），各行是连续的年份（或者各列是年份，两行分别是当年数和累计数）：每年的累计应等于上一年的累计加本年的数。哪两列是一对，
看名称（“投资”“累计投资”，“当年完成”“累计完成”），并且多数年份要对得上。

怎么办：改正累计数，或改正当年的数。

Bad:

```yaml tables/invest.yaml
id: invest
title: 投资计划
unit: 亿元
columns: {amount: 投资, acc: {title: 累计投资, kind: stock}}
rows:
  - {title: 2026年, amount: 13, acc: 13}
  - {title: 2027年, amount: 15, acc: 28}
  - {title: 2028年, amount: 16, acc: 54}
  - {title: 2029年, amount: 18, acc: 62}
```

Good:

```yaml tables/invest.yaml
id: invest
title: 投资计划
unit: 亿元
columns: {amount: 投资, acc: {title: 累计投资, kind: stock}, rate: {title: 累计完成率, unit: '%', kind: rate}}
rows:
  - {title: 2026年, amount: 13, acc: 13, rate: 21}
  - {title: 2027年, amount: 15, acc: 28, rate: 45}
  - {title: 2028年, amount: 16, acc: 44, rate: 71}
  - {title: 2029年, amount: 18, acc: 62, rate: 100}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rules.outcome import Consistent, Inconsistent, Outcome, Tie
from plan_compiler.rules.sums.running import Step, steps

KIND = Kind(
    "SUM126",
    "running-total-differs",
    Severity.WARNING,
    Message("累计数不等于上年累计加当年数", "A running total is not the one before it and what the year adds"),
    {
        "message": Message(
            "{table}：{row}的{column}写作 {stated}，而上一期累计 {before} + {added} = {computed}",
            "{table}: {column} of {row} is {stated}, but {before} up to the year before + {added} = {computed}",
        ),
        "before": Message("上一期累计 {before}", "{before} up to the year before"),
        "added": Message("当年 {added}", "{added} in the year"),
        "hint": Message("核对累计数和当年的数", "mend the running total, or what the year adds"),
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Add up each running total from the one before it."""
    for step in steps(linked):
        figures = (step.before.key, step.added.key, step.total.key)
        if step.holds:
            yield Consistent(step.total.place, figures)
        else:
            yield Inconsistent(_diagnostic(linked, step), figures, step.stated, step.computed)


def _diagnostic(linked: LinkedPlan, step: Step) -> Diagnostic:
    grid = step.table.grid
    args = {
        "table": grid.table.title,
        "row": step.table.row(step.total).row.title,
        "column": grid.columns[step.total.column].title,
        "stated": _shown(linked, step.stated),
        "computed": _shown(linked, step.computed),
        "before": _shown(linked, _value(linked, step.before.key)),
        "added": _shown(linked, _value(linked, step.added.key)),
    }
    related = (Related(step.before.place, "before", args), Related(step.added.place, "added", args))
    values = {name: args[name] for name in ("stated", "before", "added")}
    return Diagnostic(KIND, step.total.place, args, hint="hint", values=values, subject=args["stated"], related=related)


def _value(linked: LinkedPlan, key: str) -> Quantity:
    value = linked.figures[key].result
    assert isinstance(value, Quantity)
    return value


def _shown(linked: LinkedPlan, value: Quantity) -> str:
    return format_quantity(value, None, linked.plan.language)
