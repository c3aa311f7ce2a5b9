"""A figure stated in a computed column differs from the column's formula.

The formula of a column is computed for every row from the other columns of the row; a figure under `stated` must be
what it comes to, within the printed decimals.

列写了 `formula`，每一行的这一列就由本行其他列算出；`stated` 里所列的数应与算得的数一致，以印出的小数位为限。例如列“增
加”的算式是 plan - now，规划 346.87、现状 285.10，应为 61.77，写成 67.77 就是差错。

怎么办：核对本行各列；最好删去 `stated`，由编译器计算。

Bad:

```yaml tables/water.yaml
id: water
title: 水域占补平衡
unit: hm²
columns: {now: 现状, plan: 规划, change: {title: 增加, formula: plan - now}}
rows:
  - {title: 水系面积, now: 285.10, plan: 346.87, stated: {change: 67.77}}
```

Good:

```yaml tables/water.yaml
id: water
title: 水域占补平衡
unit: hm²
columns: {now: 现状, plan: 规划, change: {title: 增加, formula: plan - now}}
rows:
  - {title: 水系面积, now: 285.10, plan: 346.87, stated: {change: 61.77}}
```
"""

from collections.abc import Iterator, Set

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.linked import Basis
from plan_compiler.rules.explain import EXPLANATIONS
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.sums.carried import adds_up_as_stated
from plan_compiler.rules.sums.table_balances import explained_claim
from plan_compiler.rules.sums.tables import Claim, diagnostic, judged

KIND = Kind(
    "SUM113",
    "column-formula-differs",
    Severity.ERROR,
    Message("所列的数与列的算式不符", "A figure differs from the formula of its column"),
    {
        "message": Message(
            "{table}：{row}的{column}列为 {stated}，按算式 {formula} 应为 {computed}，相差 {apart}",
            "{table}: {column} of {row} is stated as {stated}; {formula} comes to {computed}, a gap of {apart}",
        ),
        "carried": Message(
            "{table}：{row}的{column}列为 {stated}，按算式 {formula} 应为 {computed}，相差 {apart}；所列数等于各行所列的数之和，与那些行的差错同出一源",
            "{table}: {column} of {row} is stated as {stated}; {formula} comes to {computed}, a gap of {apart}; it equals "
            "the sum of the rows as they are stated, so their fault and this one have one cause",
        ),
        "member": Message("{amount}  {name}", "{amount}  {name}"),
        "also": Message("按算式 {formula} 也是 {computed}", "{formula} comes to {computed} too"),
        "hint": Message(
            "核对本行各列；或删去 stated，由编译器计算",
            "mend a figure of the row, or drop `stated` to have it computed",
        ),
        **EXPLANATIONS,
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each stated figure with the formula of its column."""
    verdicts = tuple(judged(linked, Basis.COLUMN))
    wrong = {verdict.cell.key for verdict in verdicts if isinstance(verdict, Claim)}
    for verdict in verdicts:
        if not isinstance(verdict, Claim):
            yield verdict
        elif _is_carried(linked, verdict, wrong):
            yield verdict.failed(diagnostic(KIND, verdict, linked, "carried", across=True))
        else:
            yield verdict.failed(explained_claim(diagnostic(KIND, verdict, linked, across=True), linked, verdict))


def _is_carried(linked: LinkedPlan, claim: Claim, wrong: Set[str]) -> bool:
    """Whether the figure is the sum of the rows as they are stated, one of which differs from the formula itself."""
    sums = (each.source for each in claim.cell.derived if each.basis is Basis.SUM)
    return any(
        not wrong.isdisjoint(source.needs) and adds_up_as_stated(linked, source, claim.stated) for source in sums
    )
