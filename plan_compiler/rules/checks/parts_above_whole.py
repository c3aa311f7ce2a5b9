"""In a text, the parts of a whole add up to more than the whole.

总建筑面积…，地上…，地下…; 总长…，一期…，二期…; 企业500家，其中规上企业600家; 总投资20亿元，由…构成; 甲8亿元、乙12亿元，共计20亿元: a part cannot be greater than what
it is part of, whatever else there is. Figures stand for what their printed decimals and their wording (约, 近) allow.

Relations that a form states (`[总长](=phase1 + phase2)`) are left to that form; wholes that leave something out (不含地下室, 计容) are not
looked at, nor are averages (人均).

What to do: mend the whole or a part; better, define the parts and bind the whole: `总建筑面积[50555平方米](=above + below)`.

同一段文字里，部分大于整体：总建筑面积…，地上…，地下…；总长…，一期…，二期…；总投资10亿元，其中财政资金12亿元；总投资20亿元，由……构成；甲8亿元、乙12亿元，共计20亿元。按印出的小数位和限定词（约、近）所允许的范围比较。

已由算式绑定的（`[总长](=phase1 + phase2)`）归算式核对；写明“不含地下室”“计容”的整体和人均、户均一类的平均数不看。

怎么办：改正总数或某一项；最好给各项命名并绑定总数：`总建筑面积[50555平方米](=above + below)`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 项目
    body: |
      总建筑面积46178平方米，其中地上建筑面积26608平方米，地下建筑面积23947平方米。

      总投资10亿元，其中财政资金12亿元。规划标准机柜3000架（一期1200架、二期2000架）。

      居民存款由221亿元增加到326亿元，其中城镇居民412亿元、农村居民238亿元。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 项目
    body: |
      总建筑面积50555平方米，其中地上建筑面积26608平方米，地下建筑面积23947平方米。

      总建筑面积6.96万平方米（不包含地下室），地上建筑面积6.96万平方米，地下建筑面积2万平方米。

      居民人均可支配收入由22150元增加到32680元，年均增长8.1%，其中城镇居民41260元、农村居民23850元。人均住房面积稳步提高，达到42平方米，其中城镇居民40平方米、农村居民46平方米。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.parts.addition import Mismatch, add_up

KIND = Kind(
    "NUM407",
    "parts-above-whole",
    Severity.ERROR,
    Message("文中分项之和大于总数", "In a text, parts add up to more than their whole"),
    {
        "message": Message(
            "{told}，而分项 {addition} = {sum}，多出 {gap}",
            "{told}, but its parts {addition} = {sum}: {gap} too much",
        ),
        "single": Message(
            "{told}，而其中一项为 {addition}，大于总数",
            "{told}, but a part of it is {addition}, more than the whole",
        ),
        "part": Message("分项 {part}", "part {part}"),
        "hint": Message("核对总数与分项", "mend the whole or one of its parts"),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare wholes with the parts behind them, and report where these are too much."""
    for outcome in prose.once(add_up):
        if isinstance(outcome, Consistent):
            yield outcome
        elif isinstance(outcome, Mismatch) and outcome.exceeds and outcome.sure:
            yield outcome.diagnostic(KIND, "single" if len(outcome.related) == 1 else "message")
