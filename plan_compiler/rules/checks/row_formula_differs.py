"""A figure stated in a computed row differs from the row's formula.

The formula of a row is computed in every column from other rows; a figure under `stated` must be what it comes to,
within the printed decimals.

行写了 `formula`，每一列就由其他行算出；`stated` 里所列的数应与算得的数一致，以印出的小数位为限。

怎么办：核对算式中的各行；最好删去 `stated`，由编译器计算。

Bad:

```yaml tables/water.yaml
id: water
title: 水面率
unit: hm²
columns: {now: 现状, plan: 规划}
rows:
  - {id: surface, title: 水域面积, now: 285.10, plan: 346.87}
  - {id: land, title: 土地总面积, now: 2844.20, plan: 2844.20}
  - {title: 水面率, unit: '%', formula: surface / land, stated: {now: 10.02, plan: 12.50}}
```

Good:

```yaml tables/water.yaml
id: water
title: 水面率
unit: hm²
columns: {now: 现状, plan: 规划}
rows:
  - {id: surface, title: 水域面积, now: 285.10, plan: 346.87}
  - {id: land, title: 土地总面积, now: 2844.20, plan: 2844.20}
  - {title: 水面率, unit: '%', formula: surface / land, stated: {now: 10.02, plan: 12.20}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.linked import Basis
from plan_compiler.rules.explain import EXPLANATIONS
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.sums.table_balances import explained_claim
from plan_compiler.rules.sums.tables import Claim, diagnostic, judged

KIND = Kind(
    "SUM114",
    "row-formula-differs",
    Severity.ERROR,
    Message("所列的数与行的算式不符", "A figure differs from the formula of its row"),
    {
        "message": Message(
            "{table}：{row}（{column}）列为 {stated}{unit}，按算式 {formula} 应为 {computed}{unit}",
            "{table}: {row} ({column}) is stated as {stated} {unit}; {formula} comes to {computed} {unit}",
        ),
        "member": Message("{amount}  {name}", "{amount}  {name}"),
        "hint": Message(
            "核对算式所用的各行；或删去 stated，由编译器计算", "mend a row of the formula, or drop `stated`"
        ),
        **EXPLANATIONS,
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each stated figure with the formula of its row."""
    for verdict in judged(linked, Basis.ROW):
        if not isinstance(verdict, Claim):
            yield verdict
        else:
            yield verdict.failed(explained_claim(diagnostic(KIND, verdict, linked), linked, verdict))
