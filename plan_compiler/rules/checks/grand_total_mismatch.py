"""The stated grand total is not the sum of all projects.

The annex's `stated` grand total must be what the projects of all its categories add up to. Where it
equals the sum of the *stated* subtotals, both have one cause, in a subtotal or in one of its projects: mend that first.
Otherwise a single slip that would explain the gap is named, as for subtotals (SUM101).

附表所列的合计（`stated`）应等于全部类别、全部项目之和。如果合计正好等于各类*所列*小计之和，两处差错同出一源：先改小计
或项目。否则与小计一样，指出能解释差额的一处笔误（见 SUM101）。

怎么办：先改小计的差错，再看合计；最好删去 `stated`，由编译器相加。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
stated: {total: 200}
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
stated: {total: 100, in_period: 100}
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.model.projects import Annex, Column
from plan_compiler.quantity.printing import plain
from plan_compiler.quantity.quantity import Quantity, add_all, consistent
from plan_compiler.rules.explain import EXPLANATIONS, explain, explained
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.sums.annex_sums import grand_total_balance
from plan_compiler.rules.sums.totals import (
    COLUMNS,
    Difference,
    Totalled,
    annex_totals,
    category_totals,
    compare_total,
    names,
    with_unit,
)

KIND = Kind(
    "SUM102",
    "grand-total-mismatch",
    Severity.ERROR,
    Message("合计与各类项目之和不符", "The grand total is not the sum of all projects"),
    {
        "message": Message(
            "{title}的{column_zh}合计列为 {stated}，全部项目相加为 {computed}，相差 {apart}",
            "{title}: the grand total of {column_en} is stated as {stated}; all projects add up to {computed}, "
            "a gap of {apart}",
        ),
        "carried": Message(
            "{title}的{column_zh}合计列为 {stated}，全部项目相加为 {computed}，相差 {apart}；所列合计等于所列各小计之和，与小计的差错同出一源",
            "{title}: the grand total of {column_en} is stated as {stated}; all projects add up to {computed}, a gap of "
            "{apart}; it equals the sum of the stated subtotals, so their fault and this one have one cause",
        ),
        "member": Message(
            "{title}  列为 {stated}  相加为 {computed}", "{title}  stated {stated}  adds up to {computed}"
        ),
        "hint": Message(
            "先改正小计，再核对合计；或删去 stated，由编译器相加",
            "mend the subtotals first, or drop `stated` to have it added up",
        ),
        **EXPLANATIONS,
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the stated grand total with the sum of all projects."""
    annex = linked.plan.annex
    if annex is None:
        return
    for column in COLUMNS:
        for verdict in compare_total(linked, annex_totals(annex), column):
            if isinstance(verdict, Difference):
                yield verdict.failed(_diagnostic(verdict, linked, annex))
            else:
                yield verdict


def _diagnostic(difference: Difference, linked: LinkedPlan, annex: Annex) -> Diagnostic:
    column = difference.column
    carried = _is_carried(linked, annex, column)
    diagnostic = Diagnostic(
        KIND,
        difference.place,
        {
            "title": annex.title,
            "stated": difference.stated,
            "computed": difference.computed,
            "gap": difference.gap,
            "unit": annex.unit,
            "apart": with_unit(difference.gap, annex.unit),
            **names(column),
        },
        message="carried" if carried else "message",
        hint="hint",
        values={"stated": difference.stated, "computed": difference.computed},
        related=tuple(
            _member(linked, totalled, category.title, column)
            for totalled, category in zip(category_totals(annex), annex.categories, strict=True)
        ),
    )
    if carried:
        return diagnostic
    balance = grand_total_balance(linked, annex, column, difference.number)
    return explained(diagnostic, explain(balance, linked.plan.language))


def _is_carried(linked: LinkedPlan, annex: Annex, column: Column) -> bool:
    """Whether the stated grand total is the sum of the subtotals as stated (as computed, where none is stated)."""
    grand = annex_totals(annex)
    stated = grand.number(column)
    parts: list[Quantity] = []
    for totalled in category_totals(annex):
        number = totalled.number(column)
        part = totalled.quantity(number) if number else linked.figures[f"{totalled.id}.{column}"].result
        if isinstance(part, Unknown):
            return False
        parts.append(part)
    return stated is not None and bool(parts) and consistent(add_all(parts), grand.quantity(stated))


def _member(linked: LinkedPlan, totalled: Totalled, title: str, column: Column) -> Related:
    stated = totalled.number(column)
    result = linked.figures[f"{totalled.id}.{column}"].result
    return Related(
        Place((*totalled.path, "stated", column) if stated else (*totalled.path, "id")),
        "member",
        {
            "title": title,
            "stated": stated.text if stated else "-",
            "computed": plain(result) if isinstance(result, Quantity) else "?",
        },
    )
