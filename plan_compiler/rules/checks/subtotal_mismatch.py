"""A stated subtotal is not the sum of its projects.

A category's `stated` subtotal must be what its projects add up to. Each amount stands for the
interval its printed decimals give it (exact, unless the category says `exact: false`), so that rounding is never
taken for a fault.

Where a single slip would explain the gap, and only one kind of slip does, it is named: two digits transposed, one digit
wrong, a factor of ten or another unit, a figure copied from the column or row beside it, a project left out or counted
twice. Where the grand total agrees with all projects, the slip is sought in the subtotal only.

What to do: correct the project or the subtotal; better, leave `stated` out, and the compiler prints the sum. A figure
that has been published and cannot change any more is waived, with the reason.

项目类别所列的小计（`stated`）应等于本类各项目之和。每个金额代表它印出的小数位所允许的范围（项目金额按精确值计，除非该
类写了 `exact: false`），所以四舍五入不会被当成差错。例如：两个项目为 100、120，小计却列 210，就是差错。

如果只有一处笔误能解释差额，会指出来：两位数字颠倒、错一位数、差十倍或单位写错、抄了旁边的列或行、漏加或重加一个项目。
合计与全部项目相符时，只在小计里找笔误。

怎么办：核对项目金额和小计，改正错的一处；最好删去 `stated`，小计由编译器相加印出。已经公布、不能再改的数，用 `plan
waive` 登记豁免并写明理由。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    stated: {total: 300, in_period: 210}
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙路, scope: 长两公里, nature: 续建, period: 2019-2022, total: 200, in_period: 120, owner: 建设局}
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    stated: {total: 300, in_period: 220}
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙路, scope: 长两公里, nature: 续建, period: 2019-2022, total: 200, in_period: 120, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.projects import Annex
from plan_compiler.rules.explain import EXPLANATIONS, explain, explained
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.sums.annex_sums import subtotal_balance
from plan_compiler.rules.sums.totals import COLUMNS, Difference, category_totals, compare_total, names, with_unit

KIND = Kind(
    "SUM101",
    "subtotal-mismatch",
    Severity.ERROR,
    Message("小计与分项之和不符", "A subtotal is not the sum of its projects"),
    {
        "message": Message(
            "{title}的{column_zh}小计列为 {stated}，{count} 个项目相加为 {computed}，相差 {apart}",
            "{title}: the subtotal of {column_en} is stated as {stated}; its {count} projects add up to {computed}, "
            "a gap of {apart}",
        ),
        "member": Message("{id}  {amount}  {name}", "{id}  {amount}  {name}"),
        "hint": Message(
            "核对各项目与小计；或删去 stated，由编译器相加",
            "mend a project or the subtotal, or drop `stated` to have it added up",
        ),
        **EXPLANATIONS,
    },
)
RELATES = Tie.EQUAL


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each stated subtotal with the sum of the category's projects."""
    annex = linked.plan.annex
    if annex is None:
        return
    for index, totalled in enumerate(category_totals(annex)):
        for column in COLUMNS:
            for verdict in compare_total(linked, totalled, column):
                if isinstance(verdict, Difference):
                    yield verdict.failed(_diagnostic(verdict, linked, annex, index))
                else:
                    yield verdict


def _diagnostic(difference: Difference, linked: LinkedPlan, annex: Annex, index: int) -> Diagnostic:
    totalled, category = category_totals(annex)[index], annex.categories[index]
    members = tuple(
        Related(
            Place((*totalled.path, "projects", row, difference.column)),
            "member",
            {"id": project.id, "amount": project.amount(difference.column).text, "name": project.name},
        )
        for row, project in enumerate(category.projects)
    )
    diagnostic = Diagnostic(
        KIND,
        difference.place,
        {
            "title": category.title,
            "stated": difference.stated,
            "computed": difference.computed,
            "gap": difference.gap,
            "count": str(len(members)),
            "unit": totalled.unit,
            "apart": with_unit(difference.gap, totalled.unit),
            **names(difference.column),
        },
        hint="hint",
        values={"stated": difference.stated, "computed": difference.computed},
        related=members,
    )
    balance = subtotal_balance(linked, annex, index, difference.column, difference.number)
    return explained(diagnostic, explain(balance, linked.plan.language))
