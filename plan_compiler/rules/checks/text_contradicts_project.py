"""An amount in a project's text is not the one of its row.

The text says 总投资5亿元, of the project itself and of nothing
narrower (桥梁总投资, 一期总投资 are left alone), and the row's own column has another amount.

What to do: mend the text or the row; and bind the amount: `总投资[5亿元](=self.total)`.

项目的“建设规模和内容”里手写了“总投资5亿元”，与本行的总投资（或规划期内投资）不同。“桥梁总投资”“一期总投资”说的是一部
分，不在此列。

怎么办：改正文字或本行，再绑定：`总投资[5亿元](=self.total)`。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: industry
    title: 产业
    projects:
      - id: p1
        name: 生态园
        scope: 用地面积约63亩，总投资5亿元，其中一期计划投资2亿元。
        nature: 新建
        period: 2021-2024
        total: 20000
        in_period: 20000
        owner: 招商局
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: industry
    title: 产业
    projects:
      - id: p1
        name: 生态园
        scope: 用地面积约63亩，项目总投资约5亿元，其中桥梁总投资2亿元。
        nature: 新建
        period: 2021-2024
        total: 50000
        in_period: 50000
        owner: 招商局
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.words import words
from plan_compiler.model.projects import Column, Project
from plan_compiler.patterns import compiled
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import Relation, relation
from plan_compiler.rules.outcome import Consistent, Inconsistent, Outcome, Tie
from plan_compiler.rules.prose.amounts import amount_named
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import alternatives
from plan_compiler.rules.sums.totals import names
from plan_compiler.rules.ties import tie_of

KIND = Kind(
    "NUM409",
    "text-contradicts-project",
    Severity.ERROR,
    Message("项目文字中的投资额与本行不符", "An amount in a project's text is not that of its row"),
    {
        "message": Message(
            "{name}：文中写作 {stated}，本行{column_zh}为 {value}",
            "{name}: the text says {stated}, but {column_en} in its row is {value}",
        ),
        "row": Message("{column_zh} {value}", "{column_en} {value}"),
        "hint": Message(
            "核对两处金额；文中写作 [{text}](=self.{column})，由编译器核对",
            "mend one of the two; written [{text}](=self.{column}), the compiler checks it",
        ),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the investments that a project's own texts name with its row."""
    told = words(prose.language).discourse
    amounts = compiled(alternatives((*told.total_investment, *told.in_period_investment)))
    for project, run in prose.project_runs(lambda text: amounts.search(text) is not None):
        for figure in prose.figures(run):
            column = amount_named(told, figure, project.name) if figure.is_free else None
            if column:
                yield from _compare(prose, figure, project, column)


def _compare(prose: ProseFigures, figure: Told, project: Project, column: Column) -> Iterator[Outcome]:
    node = prose.linked.figures.get(f"{project.id}.{column}")
    if node is None or not isinstance(node.result, Quantity):
        return
    value = node.result
    if relation(figure.mention.quantity.unit, value.unit) is not Relation.SAME:
        return
    place = figure.place(prose.written(figure.run))
    if admits(figure.mention, value, printed=True):
        yield Consistent(place, (f"{project.id}.{column}",), tie_of(figure.mention))
        return
    printed = format_quantity(value, None, prose.language)
    args = {
        "name": project.name,
        "stated": figure.worded,
        "text": figure.text,
        "value": printed,
        "column": column,
        **names(column),
    }
    related = (Related(node.home, "row", args),) if node.home else ()
    values = {"stated": figure.worded, "value": printed}
    diagnostic = Diagnostic(KIND, place, args, hint="hint", values=values, subject=figure.text, related=related)
    yield Inconsistent(diagnostic, (f"{project.id}.{column}",), figure.mention.fact, value)
