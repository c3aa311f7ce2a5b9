"""Figures of a table do not add up exactly, as they are rounded.

The stated total is consistent with its members, but the printed figures do not add up to it. An office notes
that under the table.

合计与各项在四舍五入的范围内相符，但把印出的数直接相加差一点。这是提示，不是差错。

怎么办：核对末位；确属四舍五入的，在表注里写“因四舍五入，分项合计与总计略有差异”，就不再提示。

Bad:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 亿元
columns: {total: 总投资}
rows:
  - {title: 道路, total: 1.4}
  - {title: 桥梁, total: 1.3}
  - {title: 合计, role: total, stated: {total: 2.8}}
```

Good:

```yaml tables/budget.yaml
id: budget
title: 投资预算
unit: 亿元
columns: {total: 总投资}
rows:
  - {title: 道路, total: 1.4}
  - {title: 桥梁, total: 1.3}
  - {title: 合计, role: total, stated: {total: 2.8}}
note: 因四舍五入，分项合计与总计略有差异。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan, LinkedTable
from plan_compiler.link.tables.linked import Basis
from plan_compiler.quantity.printing import round_half_up
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.tables import Claim, claims, diagnostic

KIND = Kind(
    "SUM122",
    "rounding-difference",
    Severity.INFO,
    Message("四舍五入使合计略有差异", "Rounded figures do not add up exactly"),
    {
        "message": Message(
            "{table}：{row}（{column}）列为 {stated}，印出的各项相加为 {computed}，在四舍五入的范围内",
            "{table}: {row} ({column}) is stated as {stated}, the printed figures add up to {computed}: within rounding",
        ),
        "hint": Message(
            "在表注中写：因四舍五入，分项合计与总计略有差异",
            "say in the table's note that figures may not add up, being rounded",
        ),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Find the first such sum of each table without such a note."""
    told: set[str] = set()
    for claim in claims(linked, Basis.SUM, Basis.PARTITION, Basis.ROLL_FORWARD):
        if isinstance(claim, Claim) and claim.holds and claim.table.id not in told and _differs(claim):
            told.add(claim.table.id)
            if not _is_noted(linked, claim.table):
                yield diagnostic(KIND, claim, linked)


def _differs(claim: Claim) -> bool:
    stated, computed = claim.stated.nominal, claim.computed.nominal
    if stated is None or computed is None or claim.stated.decimals is None:
        return False
    return round_half_up(computed, claim.stated.decimals) != stated


def _is_noted(linked: LinkedPlan, table: LinkedTable) -> bool:
    note = (table.grid.table.note or "").casefold()
    return any(word in note for word in linked.words.data_table.rounding)
