"""The year of a column is mistyped.

In a table of indicators no row has a value for the year of a column, and all of them have one for a year that has none (`columns: {2082: …}`,
values for 2028); or the heading that is printed begins with another year than its column has (`2028: 2082年目标`). What would follow from it for each
row is not told besides.

What to do: mend the year of the column, or its heading.

指标表某一列的年份，没有一行有数值，而各行都写了另一个表头里没有的年份（`columns: {2082: …}`，各行写的是 2028）；或者印出的列名以别的年份
开头（`2028: 2082年目标`）。由此引起的各行缺值等不再逐条提示。

怎么办：改正列的年份，或改正列名。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2052: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: revenue, name: 财政收入, unit: 亿元, attribute: 预期性, values: {2020: 8, 2025: 12}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 2020年实际, 2025: 2025年目标（2020年价）}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: revenue, name: 财政收入, unit: 亿元, attribute: 预期性, values: {2020: 8, 2025: 12}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Fix, Kind, Message, NodePath, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.headings import mistyped_years

KIND = Kind(
    "TXT730",
    "heading-year-differs",
    Severity.WARNING,
    Message("列的年份写错", "The year of a column is mistyped"),
    {
        "message": Message(
            "{table}有 {year} 年一列，却没有一行有这一年的数值；各行写的都是 {meant} 年，像是列的年份写错了",
            "{table} has a column for {year}, for which no row has a value; all have one for {meant}: the column's year seems to be mistyped",
        ),
        "heading": Message(
            "{table}中 {meant} 年这一列，列名印作“{heading}”", "in {table} the column for {meant} is headed {heading}"
        ),
        "hint": Message("把这一列的年份改为 {meant}", "make the column's year {meant}"),
        "either": Message("改正列名，或改正列的年份", "mend the heading, or the column's year"),
    },
)
_YEAR = compiled(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9]|年?\s?(?:价|不变价|现价|可比价|口径|prices|terms))")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the years of columns with those of their rows, and with their headings."""
    for index, table in enumerate(linked.plan.indicators):
        mistyped = mistyped_years(table)
        for year, meant in mistyped.items():
            place = Place(("indicators", index, "columns", str(year)), key=True)
            args = {"table": table.title, "year": str(year), "meant": str(meant)}
            yield Diagnostic(KIND, place, args, hint="hint", subject=str(year), fix=Fix(place, str(meant)))
        for year, heading in table.columns.items():
            if year not in mistyped:
                yield from _heading(table.title, str(year), heading, ("indicators", index, "columns", str(year)))
    for index, data in enumerate(linked.plan.tables):
        for name, column in data.layout.items():
            years = _YEAR.findall(name)
            if len(years) == 1 and _is_used(linked, data.id, name):
                yield from _heading(data.title, years[0], column.title, ("tables", index, "columns", name))


def _heading(table: str, year: str, heading: str, path: NodePath) -> Iterator[Outcome]:
    years = _YEAR.findall(heading)
    if len(years) == 1 and years[0] != year and heading.lstrip().startswith(years[0]):
        args = {"table": table, "meant": year, "heading": heading}
        yield Diagnostic(KIND, Place(path), args, "heading", hint="either", subject=heading)


def _is_used(linked: LinkedPlan, table: str, column: str) -> bool:
    """Whether any row has a cell of the column; one of which none has is told where the plan is linked."""
    own = linked.tables.get(table)
    return own is not None and any(cell.written is not None for cell in own.cells.values() if cell.column == column)
