"""A text counts or sums some of the annex's projects otherwise than the annex does.

重大项目16个，其中续建6个、总投资20亿元，新建9个; 由市水务局牵头的项目5个: behind the number of all that the annex or a category lists, or its name, the number of projects
of one nature, one owner or one category, and the amounts told behind it, must be those of the annex (also in a sentence behind that: 16个项目中，新建9个); so must numbers and amounts listed apart from the names (重大项目共安排交通、水利、能源类分别为6个、8个、9个). 投资 alone may be either amount of a project. An owner may be the first of several or any of them. Where the number
of all is another, something else is meant, and nothing is compared.

What to do: mend the number in the text or the projects' natures and owners.

先说到附表（或其中一类）的项目总数或附表本身，接着说其中某种建设性质、某个责任单位、某一类的项目数和投资：“重大项目16个，其中续建6个、总投资20亿元，新建9个”“由市水务局牵头的项目5个”，应与附表一致（另起一句“16个项目中，新建9个”也算）；名称和数分开列举的（重大项目共安排交通、水利、能源类分别为6个、8个、9个）也是。只写“投资”的，总投资、规划期内投资都认。几个单位共同负责的，只算牵头或都算，都认。总数对不上附表的，说的是别的项目，不看。

怎么办：改正文字里的数，或附表中的建设性质、责任单位。

Bad:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 项目
    body: |
      附表共安排重大项目3个，其中续建2个、新建1个。由市水务局牵头的项目3个。

      附表共安排重大项目3个，总投资10亿元。3个项目中，续建2个、新建1个。
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: water
    title: 水利
    projects:
      - {id: w1, name: 城北水厂, scope: 日供水10万吨。, nature: 续建, period: 2024-2027, total: 20000, in_period: 8000, owner: 市水务局}
      - {id: w2, name: 清河堤防, scope: 长20公里。, nature: 新建, period: 2026-2028, total: 30000, in_period: 30000, owner: 市水务局}
      - {id: w3, name: 滨江大道, scope: 长2公里。, nature: 新建, period: 2026-2028, total: 50000, in_period: 50000, owner: 市交通局}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 项目
    body: |
      附表共安排重大项目3个，其中续建1个、新建2个。由市水务局牵头的项目2个，总投资5亿元。

      全市实施重点项目16个，其中续建6个、新建10个。

      附表共安排重大项目3个。3个项目中，续建1个、新建2个。2个市级项目中，续建2个。上年3个项目中，续建3个。
```

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: water
    title: 水利
    projects:
      - {id: w1, name: 城北水厂, scope: 日供水10万吨。, nature: 续建, period: 2024-2027, total: 20000, in_period: 8000, owner: 市水务局}
      - {id: w2, name: 清河堤防, scope: 长20公里。, nature: 新建, period: 2026-2028, total: 30000, in_period: 30000, owner: 市水务局}
      - {id: w3, name: 滨江大道, scope: 长2公里。, nature: 新建, period: 2026-2028, total: 50000, in_period: 50000, owner: 市交通局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.printing import format_quantity, in_unit_of
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.annex.annex_parts import PartTold, parts_told
from plan_compiler.rules.sums.totals import names
from plan_compiler.rules.ties import tie_of

KIND = Kind(
    "NUM432",
    "annex-part-differs",
    Severity.WARNING,
    Message("文中的分项项目数或投资与附表不符", "A text counts or sums some projects otherwise than the annex"),
    {
        "message": Message(
            "文中{name}项目写作 {stated}，而附表中为 {shown}",
            "the text says {stated} of the projects of {name}, but the annex has {shown}",
        ),
        "amount": Message(
            "文中{name}项目{column_zh}写作 {stated}，而附表中这些项目相加为 {shown}",
            "the text says {column_en} of {stated} of the projects of {name}, but they add up to {shown} in the annex",
        ),
        "hint": Message("核对文字和附表", "mend the text or the annex"),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare what texts say of parts of the annex with its projects."""
    for each in parts_told(prose):
        told = each.told
        place = told.place(prose.written(told.run))
        if any(admits(told.mention, value, printed=True) for value in each.values):
            yield Consistent(place, tie=tie_of(told.mention))
            continue
        joint = "或 " if in_chinese(prose.language) else " or "
        args = {"name": each.part.name, "stated": told.worded, "shown": joint.join(_shown(prose, each))}
        message = "message"
        if each.column is not None:
            args, message = {**args, **names(each.column)}, "amount"
        values = {"stated": args["stated"], "value": args["shown"]}
        yield Diagnostic(KIND, place, args, message, hint="hint", values=values, subject=told.text)


def _shown(prose: ProseFigures, told: PartTold) -> Iterator[str]:
    """What it should be, in the unit of the text where that is exact."""
    for value in told.values[: len(told.part.sets)]:
        printed = format_quantity(value, None, prose.language)
        yield in_unit_of(told.told.mention, value, prose.language) or printed
