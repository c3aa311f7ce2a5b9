"""Figures of a table do not add up exactly, as they are rounded.

The stated total is consistent with its members, but the printed figures do not add up to it. An office notes
that under the table. Where figures are exact and nothing was rounded, `exact: true` makes it an error.

合计与各项在四舍五入的范围内相符，但把印出的数直接相加差一点。这是提示，不是差错。

怎么办：核对末位；确属四舍五入的，在表注里写“因四舍五入，分项合计与总计略有差异”，就不再提示。表中都是确切的数、没有四舍五入的，写
`exact: true`，差一个末位也会报错。

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

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan, LinkedTable
from plan_compiler.link.tables.linked import Basis
from plan_compiler.quantity.printing import plain, round_half_up
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.sums.tables import Claim, claims, diagnostic, judged

KIND = Kind(
    "SUM122",
    "rounding-difference",
    Severity.INFO,
    Message("四舍五入使合计略有差异", "Rounded figures do not add up exactly"),
    {
        "message": Message(
            "{table}：{row}（{column}）列为 {stated}，印出的各项相加为 {computed}，在四舍五入的范围内；本表这样的有 {count} 处",
            "{table}: {row} ({column}) is stated as {stated}, the printed figures add up to {computed}: within rounding "
            "(so are {count} sums of this table)",
        ),
        "hint": Message(
            "核对末位；都是确切的数，写 exact: true；确属四舍五入，在表注中写：因四舍五入，分项合计与总计略有差异",
            "see to the last digit; with exact figures write exact: true; else note that figures may not add up, being rounded",
        ),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Find the first such sum of each table without such a note, and how many there are."""
    differing = [
        claim
        for claim in claims(linked, Basis.SUM, Basis.PARTITION, Basis.ROLL_FORWARD)
        if isinstance(claim, Claim) and claim.holds and _differs(claim) and not _is_noted(linked, claim.table)
    ]
    wrong = _wrong(linked) if differing else frozenset()
    of_table: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in differing:
        if wrong.isdisjoint((claim.cell.key, *claim.derived.source.needs)):
            of_table[claim.table.id].append(claim)
    for first, *others in of_table.values():
        found = diagnostic(KIND, first, linked)
        sums = {(first.cell.place, first.computed.nominal)} | {(o.cell.place, o.computed.nominal) for o in others}
        args = {**found.args, "computed": _in_full(first.computed), "count": str(len(sums))}
        yield replace(found, args=args)


def _wrong(linked: LinkedPlan) -> frozenset[str]:
    """The cells that differ from what they are computed from in one way or another: what is told of them is not told as of rounding."""
    return frozenset(claim.cell.key for claim in judged(linked, *Basis) if isinstance(claim, Claim))


def _in_full(computed: Quantity) -> str:
    """A sum as the printed figures make it, whatever its precision is."""
    return plain(Quantity.of(computed.nominal, computed.unit)) if computed.nominal is not None else plain(computed)


def _differs(claim: Claim) -> bool:
    stated, computed = claim.stated.nominal, claim.computed.nominal
    if stated is None or computed is None or claim.stated.decimals is None:
        return False
    return round_half_up(computed, claim.stated.decimals) != stated


def _is_noted(linked: LinkedPlan, table: LinkedTable) -> bool:
    note = (table.grid.table.note or "").casefold()
    return any(word in note for word in linked.words.data_table.rounding)
