"""One column of amounts of the annex carries its unit, and the other does not.

总投资（万元） beside 十四五投资: the compiler puts the unit behind its own titles; a title of your own has to carry it.

What to do: write the unit into the title, or leave the title to the compiler.

附表两栏金额，一栏的列名注了单位，另一栏没注：“总投资（万元）”“十四五投资”。缺省的列名由编译器注单位；自己写的列名要写上单位。

怎么办：列名补上单位，如“十四五投资（万元）”，或不写列名。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
columns: {in_period: 十四五投资}
categories:
  - id: works
    title: 工程
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
columns: {in_period: 十四五投资（万元）}
categories:
  - id: works
    title: 工程
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "PRJ327",
    "amount-column-without-unit",
    Severity.INFO,
    Message("金额列名没有单位", "A column of amounts does not carry its unit"),
    {
        "message": Message(
            "列名“{title}”没有单位，另一栏注了{unit}",
            "the column {title} does not carry its unit, {unit}, as the other does",
        ),
        "hint": Message("改为“{title}（{unit}）”", "write {title} ({unit})"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the titles that the plan gives its two columns; those it does not give have the unit."""
    annex = linked.plan.annex
    columns = annex.columns if annex is not None else None
    if annex is None or columns is None or (annex.note is not None and annex.unit in annex.note):
        return
    titles = {"total": columns.total, "in_period": columns.in_period}
    without = {field: title for field, title in titles.items() if title is not None and annex.unit not in title}
    if len(without) == 1:
        for field, title in without.items():
            args = {"title": title, "unit": annex.unit}
            yield Diagnostic(KIND, Place(("annex", "columns", field)), args, hint="hint", values=args)
