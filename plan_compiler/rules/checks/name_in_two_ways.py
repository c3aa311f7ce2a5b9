"""A plan writes the name of one thing in two ways.

市域铁路S1线 and 轨道交通S1线, 茅永公路 and 茅永路, 瑶溪北单元 and 瑶北单元, 新能源与智能网联汽车 and 新能源智能网联汽车, 智能电气 and 智能电器 in lists of one plan: a
reader asks whether they are two things. Told once, at the first place of the rarer. Names that the glossary has are held against it (TXT713).

What to do: write it in one way, or put the names into the glossary.

同一事物的名称写法不一：同一条线路“市域铁路S1线”“轨道交通S1线”；同一条路“茅永公路”“茅永路”；地名中间少一字“瑶溪北单元”“瑶北单元”，“黄石山后河”“黄石后河”；
并列名词“新能源与智能网联汽车”“新能源智能网联汽车”，同音一字之差“智能电气”“智能电器”（同一处并列的算两样东西）。在较少的那种的第一处报。术语表里有的由
TXT713 查。

怎么办：统一，或写入术语表。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      依托市域铁路S1线加强衔接，在轨道交通S1线的基础上建设一期工程。

      中兴路—曹龙路—茅永路通道；茅永公路改建。黄石后河整治；黄石山后河、黄石山后河清淤。

      聚焦智能装备、新能源与智能网联汽车、工业机器人。

      聚焦激光、新能源智能网联汽车、智能电器。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      市域铁路S1线、轨道交通S2线，高速公路、高速路，机场路与机场大道，龙江路、龙江二路，东北片区、东湖北片区，智能电气、智能电器等产业。

      聚焦战略性产业、新兴产业培育、经济社会发展；聚焦经济和社会发展、新型产业培育。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.naming import naming
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.listed_names import listed_names
from plan_compiler.rules.texts.printed import printed
from plan_compiler.rules.texts.two_ways import places, railways, roads

KIND = Kind(
    "TXT744",
    "name-in-two-ways",
    Severity.INFO,
    Message("同一名称两种写法", "A plan writes one name in two ways"),
    {
        "message": Message(
            "“{text}”与另 {times} 处的“{other}”疑为一物，写法不一",
            "{text} seems to be {other}, which is written {times} time(s)",
        ),
        "hint": Message("统一写法", "write it in one way"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the names of lines, roads, places, and at the items of lists."""
    text, language = printed(linked), linked.plan.language
    known, proof = naming(language), proofing(language)
    if known is not None:
        listed = listed_names(text, known, proof)
        for each in (*railways(text, known), *roads(text, known), *places(text, known, proof), *listed):
            args = {"text": each.text, "other": each.other, "times": str(each.times)}
            yield Diagnostic(KIND, each.place, args, hint="hint", subject=each.text)
