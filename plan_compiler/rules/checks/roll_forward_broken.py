"""An opening balance, the flows and the closing balance do not go together.

What `continues` another row or column is an opening balance: it is the closing balance of the period before.
A closing balance is the opening one with the flows of the period: a `total` of rows among which one continues it, or a formula that names
such a row or column (opening + in - out = closing, XBRL's roll-forward). Balances of later periods that are only wrong because an earlier one is are
told with that one.

写了 `continues` 的行或列是期初数，应等于上一期的期末数；期末数应等于期初数加本期增加、减本期减少。例如期初 10、本年新
增 5、减少 2，期末应为 13。后面各期只是随之不符的，并入最早不符的那一条。

怎么办：看期初是否照抄了上期期末，再核对本期的增减各项。

Bad:

```yaml tables/cash.yaml
id: cash
title: 资金收支计划
unit: 万元
columns: {q1: 一季度, q2: 二季度}
rows:
  - {title: 期初余额, continues: 期末余额, q1: 100, stated: {q2: 120}}
  - {title: 收入, q1: 80, q2: 50}
  - {title: 支出, role: less, q1: 70, q2: 60}
  - {title: 期末余额, role: total, stated: {q1: 110, q2: 100}}
```

Good:

```yaml tables/cash.yaml
id: cash
title: 资金收支计划
unit: 万元
columns: {q1: 一季度, q2: 二季度}
rows:
  - {title: 期初余额, continues: 期末余额, q1: 100, stated: {q2: 110}}
  - {title: 收入, q1: 80, q2: 50}
  - {title: 支出, role: less, q1: 70, q2: 60}
  - {title: 期末余额, role: total, stated: {q1: 110, q2: 100}}
```
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.tables.linked import Basis, Same
from plan_compiler.rules.explain import EXPLANATIONS
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.sums.carried import roots
from plan_compiler.rules.sums.table_balances import explained_claim
from plan_compiler.rules.sums.tables import Claim, diagnostic, figures, judged, names

KIND = Kind(
    "SUM115",
    "roll-forward-broken",
    Severity.ERROR,
    Message("期初、增减与期末不衔接", "Opening balance, flows and closing balance do not go together"),
    {
        "message": Message(
            "{table}：{row}（{column}）列为 {stated}，期初加减本期各项为 {computed}，相差 {apart}",
            "{table}: {row} ({column}) is stated as {stated}; the opening balance and the flows come to {computed}, "
            "a gap of {apart}",
        ),
        "opening": Message(
            "{table}：{row}（{column}）列为 {stated}，上期期末为 {computed}，相差 {apart}",
            "{table}: {row} ({column}) is stated as {stated}; the period before closed with {computed}, "
            "a gap of {apart}",
        ),
        "member": Message("{sign}{amount}  {name}", "{sign}{amount}  {name}"),
        "listed": Message("{sign}{amount}  {name}（列为 {listed}）", "{sign}{amount}  {name} (stated as {listed})"),
        "carried": Message(
            "{row}（{column}）列为 {stated}，随之推算为 {computed}",
            "{row} ({column}), stated as {stated}, then comes to {computed}",
        ),
        "hint": Message("核对期初、本期各项与期末", "mend the opening balance, a flow, or the closing balance"),
        **EXPLANATIONS,
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each stated balance with what it is brought forward from, or rolled forward to; what is but carried forward is told with its cause."""
    failed: list[Claim] = []
    for verdict in judged(linked, Basis.ROLL_FORWARD):
        if isinstance(verdict, Claim):
            failed.append(verdict)
        else:
            yield verdict
    root_of = roots(linked, failed)
    carried: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in failed:
        if root_of[claim.cell.key] != claim.cell.key:
            carried[root_of[claim.cell.key]].append(claim)
    for claim in failed:
        if root_of[claim.cell.key] == claim.cell.key:
            yield claim.failed(_diagnostic(linked, claim, carried[claim.cell.key]))
        else:
            yield Consistent(claim.cell.place, claim.derived.source.needs)


def _diagnostic(linked: LinkedPlan, claim: Claim, carried: Sequence[Claim]) -> Diagnostic:
    message = "opening" if isinstance(claim.derived.source, Same) else "message"
    found = diagnostic(KIND, claim, linked, message)
    also = tuple(
        Related(each.cell.place, "carried", {**names(each.table, each.cell), **figures(each)}) for each in carried
    )
    return explained_claim(replace(found, related=(*found.related, *also)), linked, claim)
