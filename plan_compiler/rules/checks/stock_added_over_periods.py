"""A stock has another figure in a total of periods than at the end of the last.

A stock (`kind: stock`, or a balance that is brought forward) is a level at a point of time. Over several periods it
is not added up: the total shows that of the last period, and an opening balance that of the first. A flow is added up. Periods are years, or what the table
says to be periods (`periods`).

存量（`kind: stock`，或结转下来的余额）是某一时点的数，几期合在一起时不相加：合计栏列最后一期的数，期初余额列第一期的
数。流量才相加。年份，以及表上用 `periods` 写明的列或行，是时间先后。

怎么办：合计栏改列最后一期的数；这一行其实是流量的，写 `kind: flow`。

Bad:

```yaml tables/people.yaml
id: people
title: 人口
unit: 万人
periods: columns
columns: {2021: 2021年, 2022: 2022年, both: {title: 两年合计, formula: 2021 + 2022}}
rows:
  - {title: 年末常住人口, kind: stock, 2021: 4.0, 2022: 4.6, stated: {both: 8.6}}
  - {title: 新增就业, kind: flow, 2021: 0.3, 2022: 0.4, stated: {both: 0.7}}
```

Good:

```yaml tables/people.yaml
id: people
title: 人口
unit: 万人
periods: columns
columns: {2021: 2021年, 2022: 2022年, both: {title: 两年合计, formula: 2021 + 2022}}
rows:
  - {title: 年末常住人口, kind: stock, 2021: 4.0, 2022: 4.6, stated: {both: 4.6}}
  - {title: 新增就业, kind: flow, 2021: 0.3, 2022: 0.4, stated: {both: 0.7}}
```

```yaml tables/invest.yaml
id: invest
title: 投资计划
unit: 亿元
columns: {amount: 投资, acc: {title: 累计, kind: stock}}
rows:
  - {title: 2021年, amount: 13, acc: 13}
  - {title: 2022年, amount: 15, acc: 28}
  - {title: 合计, role: total, stated: {amount: 28, acc: 28}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.linked import Basis
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.sums.tables import Claim, diagnostic, judged

KIND = Kind(
    "SUM116",
    "stock-added-over-periods",
    Severity.WARNING,
    Message("存量不能按时间相加", "A stock is not added up over periods"),
    {
        "message": Message(
            "{table}：{row}是存量，{column}应为 {computed}{unit}（期末数；期初数取第一期），现列为 {stated}",
            "{table}: {row} is a stock, so {column} should be {computed} {unit}, as at the end (an opening balance: as at "
            "the beginning), not {stated}",
        ),
        "member": Message("{amount}  {name}", "{amount}  {name}"),
        "hint": Message(
            "改为期末数；若各期可以相加，写 kind: flow",
            "state the last figure; if periods do add up, write `kind: flow`",
        ),
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare what is stated for a stock in a total of periods with the last of them."""
    for verdict in judged(linked, Basis.PERIODS):
        yield verdict.failed(diagnostic(KIND, verdict, linked)) if isinstance(verdict, Claim) else verdict
