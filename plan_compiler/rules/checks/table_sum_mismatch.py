"""A stated total or subtotal of a data table is not the sum of its rows.

A row with rows below it is their sum; so is a `total` of the rows beside it, and a `subtotal` of those
above it. 其中 (`including`) and memo rows are never added, `less` rows are subtracted, blanks and dashes are nothing. Every figure stands for
the interval of its printed decimals, so that rounding is never taken for a fault.

What to do: correct a row or the total; better, leave `stated` out, and the compiler prints the sum.

数据表里，带下级行的行等于下级各行之和；`total` 行等于同级各行之和；`subtotal` 行等于它上面各行之和。“其中”行
（including）和备注行（memo）不相加，`less` 行相减，空格和“—”按没有计。每个数代表它印出的小数位所允许的范围，四舍五入
不算差错。

怎么办：改正某一行或合计；最好删去 `stated`，由编译器相加印出。同一格还有列的算式的，两种算法得数相同时只报这一条。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - title: 工程费用
    stated: {total: 2000}
    rows:
      - {title: 土建工程, total: 1200}
      - {title: 设备购置, total: 850}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 万元
columns: {total: 总投资}
rows:
  - title: 工程费用
    stated: {total: "2,050"}
    rows:
      - {title: 土建工程, total: 1200}
      - {title: 设备购置, total: 850}
      - {title: 进口设备, role: including, total: 300}
  - {title: 预备费, total: 100}
  - {title: 合计, role: total, stated: {total: "2,150"}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.linked import Basis
from plan_compiler.rules.explain import EXPLANATIONS
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.sums.carried import adds_up_as_stated
from plan_compiler.rules.sums.table_balances import explained_claim
from plan_compiler.rules.sums.tables import Claim, diagnostic, judged

KIND = Kind(
    "SUM110",
    "table-sum-mismatch",
    Severity.ERROR,
    Message("数据表的合计与各行之和不符", "A total of a data table is not the sum of its rows"),
    {
        "message": Message(
            "{table}：{row}（{column}）列为 {stated}，{count} 行相加为 {computed}，相差 {apart}",
            "{table}: {row} ({column}) is stated as {stated}; its {count} rows add up to {computed}, a gap of {apart}",
        ),
        "carried": Message(
            "{table}：{row}（{column}）列为 {stated}，各行相加为 {computed}，相差 {apart}；所列数等于各行所列的数之和，与那些行的差错同出一源",
            "{table}: {row} ({column}) is stated as {stated}; its rows add up to {computed}, a gap of {apart}; it "
            "equals the sum of the rows as they are stated, so their fault and this one have one cause",
        ),
        "member": Message("{sign}{amount}  {name}", "{sign}{amount}  {name}"),
        "listed": Message("{sign}{amount}  {name}（列为 {listed}）", "{sign}{amount}  {name} (stated as {listed})"),
        "also": Message("按算式 {formula} 也是 {computed}", "{formula} comes to {computed} too"),
        "hint": Message(
            "核对有无漏行、各行与合计；各行都无误的，可删去 stated，由编译器相加",
            "look for a row that is missing, mend a row or the total; where the rows are right, drop `stated` to have it added up",
        ),
        **EXPLANATIONS,
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each stated sum with what its rows add up to."""
    for verdict in judged(linked, Basis.SUM):
        yield verdict.failed(_diagnostic(linked, verdict)) if isinstance(verdict, Claim) else verdict


def _diagnostic(linked: LinkedPlan, claim: Claim) -> Diagnostic:
    if adds_up_as_stated(linked, claim.derived.source, claim.stated):
        return diagnostic(KIND, claim, linked, "carried")
    return explained_claim(diagnostic(KIND, claim, linked), linked, claim)
