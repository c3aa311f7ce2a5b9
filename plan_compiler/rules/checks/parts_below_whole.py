"""In a text, the parts that should make up a whole fall short of it.

地上 and 地下 are together the whole, and so are the phases of a project (一期，二期，三期), unless
there is something the text does not list; so are parts that the text sums up (甲8亿元、乙12亿元，共计20亿元) or closes with 其他, what is done of a whole, or is paid of it, with what is left (118个，已完成80个，剩余38个; 总投资12亿元，申请中央资金4亿元，其余8亿元自筹), what each of its years has of a total (五年3500人，2026年700人、2027年…) or each of the spans that make up its years (360个，其中2026—2027年150个，2028—2030年210个), kinds beside which there are no others (47所，其中新建19所、改扩建28所), and a list of kinds in parentheses (学校412所（幼儿园…、小学…、初中…、高中…）) or behind 分别为, and the amounts of a list that is sorted (按领域分，产业项目82个、总投资1260亿元，…; 36个、42.8平方公里，其中保护类6个、5.2平方公里，…) where it has all that is counted. As parts-above-whole, where a part may be missing rather than wrong.

What to do: mend the whole or a part, or name the part that is missing; better, define the parts and bind the whole to their sum.

地上与地下合起来是整体，一期、二期、三期合起来也是，文中自己合计的（甲8亿元、乙12亿元，共计20亿元）、以“其他”结尾的列举也是，已完成或已安排的与剩余的（118个，已完成80个，剩余38个；总投资12亿元，申请中央资金4亿元，其余8亿元自筹）、逐年列出的（五年3500人，2026年700人、2027年…）、分段列出的（360个，其中2026—2027年150个，2028—2030年210个）也是；除此没有别的种类的（47所，其中新建19所、改扩建28所）、括号里或“分别为”后面按种类列举的（学校412所（幼儿园…、小学…、初中…、高中…））也是，“按领域分，产业项目82个、总投资1260亿元，……”这样分类列举（“36个、42.8平方公里，其中保护类6个、5.2平方公里，……”同样）、个数已列全的，投资也是；各项加起来却比总数小。可能是漏写了一项，所以是警告。

怎么办：改正总数或某一项，或写明漏掉的部分；最好绑定总数。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 项目
    body: |
      道路总长1802米，宽28米，一期建设道路长600米，宽28米，二期建设道路长450米，宽28米；三期建设（温州大道-黄石后河）532米。

      实施学校建设47所，其中新建19所、改扩建26所。全县有学校412所（幼儿园186所、小学140所、初中61所、高中24所）。

      安排项目186个，总投资2860亿元。按领域分，产业项目82个、总投资1260亿元，基础设施项目56个、总投资1080亿元，民生项目48个、总投资250亿元。

      建设标准机柜3000架，其中一期1200架、二期1700架。
      五年培训3600人，2026年700人、2027年700人、2028年700人、2029年700人、2030年700人。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 项目
    body: |
      道路总长1582米，宽28米，一期建设道路长600米，宽28米，二期建设道路长450米，宽28米；三期建设（温州大道-黄石后河）532米。

      道路全长2535米，宽28米。其中一期实施工程道路长约1766米。

      实施学校建设47所，其中新建19所、改扩建26所，其余为维修加固。全县有学校412所（小学140所、初中61所）。

      建设标准机柜3000架，一期1200架，其中500架在建，二期1700架。建设厂房90幢，其中一期30幢、二期40幢，三期正在谋划。
      总投资100亿元，其中财政30亿元，已到位12亿元，其余18亿元2027年到位。

      全年进出口1320亿元。按贸易方式分，一般贸易900亿元，加工贸易320亿元。

      安排项目186个，总投资2860亿元。按领域分，产业项目82个、年度投资260亿元，基础设施项目56个、年度投资180亿元，民生项目48个、年度投资95亿元。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.parts.addition import Mismatch, add_up

KIND = Kind(
    "NUM408",
    "parts-below-whole",
    Severity.WARNING,
    Message("文中分项之和小于总数", "In a text, the parts of a whole fall short of it"),
    {
        "message": Message(
            "{told}，而分项 {addition} = {sum}，少了 {gap}",
            "{told}, but its parts {addition} = {sum}: {gap} are missing",
        ),
        "part": Message("分项 {part}", "part {part}"),
        "hint": Message(
            "核对总数与分项，是否有分项没有写明", "mend the whole or a part, or name the part that is missing"
        ),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare wholes with all their parts, and report where these are too little."""
    for outcome in prose.once(add_up):
        if isinstance(outcome, Mismatch) and not outcome.exceeds:
            yield outcome.diagnostic(KIND)
