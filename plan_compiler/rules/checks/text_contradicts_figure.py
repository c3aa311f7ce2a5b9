"""A figure typed into a text contradicts the figure of the plan that it names.

The sentence names an indicator and a year of its table, or a project and its total
investment, in full and with nothing beside it, and prints another value in the same unit. The wording counts: 不低于200亿元 and 超过200亿元 do
not contradict 220亿元, 约22亿元 does not contradict 21.9亿元. Of a running total of what is done, much less in a year (2025年改造老旧小区102个) may be what that
year alone has, and is told only behind 到2025年, 2025年末, 累计, 达到.

What to do: mend the wrong one of the two; and bind the figure, so that it stays right: `[220亿元](=output[2025])`. `plan fix --bind`
writes that for figures that agree.

一句话写全了指标名和年份（或项目名和“总投资”），后面的数却与表里不同。限定词也算在内：目标 220 亿元，写“不低于200亿元”
“超过200亿元”不矛盾；写“达到202亿元”就矛盾。累计值说的是做了多少的，“2025年改造老旧小区102个”远小于累计数，可能是当年的数，不报；写“到2025年”“2025年末”“累计”“达到”的照报。

怎么办：改正错的一处，再把它绑定，以后就不会错：`[220亿元](=output[2025])`。两处相符的，`plan fix --bind` 会替你写好。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 到2025年，规上工业总产值达到280亿元。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 到2025年，规上工业总产值超过200亿元，其中，大型企业的规上工业总产值约150亿元。2025年改造老旧小区102个，2025年加装电梯286部。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 经济
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: compounds, name: 改造老旧小区, unit: 个, attribute: 约束性, cumulative: true, values: {2020: 0, 2025: 486}}
      - {id: lifts, name: 加装电梯, unit: 部, attribute: 预期性, cumulative: true, note: 五年累计, values: {2020: 0, 2025: 860}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.rules.outcome import Consistent, Inconsistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.contradictions import BIND, HOME, arguments, home, levels
from plan_compiler.rules.ties import tie_of

KIND = Kind(
    "NUM402",
    "text-contradicts-figure",
    Severity.ERROR,
    Message("文中数据与所说的指标、项目不一致", "A figure in a text contradicts the one it names"),
    {
        "message": Message("文中写作 {stated}，而{name}为 {shown}", "the text says {stated}, but {name} is {shown}"),
        "home": HOME,
        "hint": BIND,
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare figures whose sentence says name, unit and year in full."""
    for spoken, holds in levels(prose, explicit=True):
        place = spoken.told.place(prose.written(spoken.told.run))
        if holds:
            yield Consistent(place, (spoken.key,), tie_of(spoken.told.mention))
            continue
        args = arguments(prose, spoken)
        values = {"stated": args["stated"], "value": args["value"]}
        diagnostic = Diagnostic(
            KIND, place, args, hint="hint", values=values, subject=spoken.told.text, related=home(prose, spoken, args)
        )
        yield Inconsistent(diagnostic, (spoken.key,), spoken.told.mention.fact, spoken.value)
