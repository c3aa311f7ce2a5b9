"""An indicator lacks the value of a column, or has one that no column prints.

Every indicator has a value, or a dash where there is none, in every column of its table. A value of a year without a
column is never printed. In the last column a dash says that no target is set.

每项指标在每一列都应有数值，没有的写“—”。写了某年的数值、表里却没有这一列，这个数就不会印出。最后一列写“—”表示没有设目
标。

怎么办：补上数值或写“—”；没有对应列的，补列或删去。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 120, 2025: 220}}
      - {id: new, name: 数字经济增加值, unit: 亿元, attribute: 预期性, values: {2020: —, 2023: 12, 2025: 20}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.quantity.number import Number
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.headings import mistyped_years

KIND = Kind(
    "IND204",
    "value-missing",
    Severity.WARNING,
    Message("指标缺值", "An indicator lacks a value"),
    {
        "message": Message("{name}缺{year}年的数值", "{name} has no value for {year}"),
        "target": Message("{name}没有{year}年的目标值（印作“{cell}”）", "{name} has no target for {year} ({cell})"),
        "unprinted": Message(
            "{name}有{year}年的数值，表中却没有这一列，不会印出",
            "{name} has a value for {year}, which is no column of the table and is never printed",
        ),
        "hint": Message("补上数值；确实没有的写 —", "add the value; write — where there is none"),
        "column": Message("在 columns 中补上这一列，或删去这个数值", "add the column, or delete the value"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the years of every indicator with the columns of its table."""
    known = linked.words.meanings
    blank = known.no_unit | known.undecided
    for path, table, indicator in indicators(linked.plan):
        years = table.columns
        if not years:
            continue
        mistyped = mistyped_years(table)  # told of the heading
        told = {*mistyped, *mistyped.values()}
        for year in [*years, *(year for year in indicator.values if year not in years)]:
            args = {"name": indicator.name, "year": str(year), "cell": _words(indicator.values.get(year))}
            if year in told:
                continue
            if year not in indicator.values:
                place = Place((*path, "values"))
                yield Diagnostic(KIND, place, args, hint="hint", subject=str(year))
            elif year not in years:
                place = Place((*path, "values", str(year)), key=True)
                yield Diagnostic(KIND, place, args, "unprinted", hint="column", subject=str(year))
            elif year == max(years) and args["cell"].strip() in blank:
                place = Place((*path, "values", str(year)))
                yield Diagnostic(KIND, place, args, "target", hint="hint", values={"cell": args["cell"]})


def _words(cell: Number | str | None) -> str:
    return cell if isinstance(cell, str) else cell.text if cell else ""
