"""A figure typed into a text does not go with the figure of the plan that it seems to speak of.

As text-contradicts-figure, where the sentence leaves something to be inferred: the year stands in a
heading (2030年目标), in a sentence before or a paragraph that leads to others (到2030年，主要目标如下：), or is the last of the period whose targets a heading names (“十五五”时期主要目标; 主要目标 alone, where the figure is right of no other year), the measure words differ (家, 个), a fact is named that could have namesakes, a verb (培育100家) leaves open
whether the figure is all there are or those that are new, or what the clauses behind it (培育高新技术企业36家，上云企业达到950家) are of; so does what is built over the whole period of a plan (规划期内累计建成42平方公里; 今后五年新建100个), and
what there is at present (目前, 全县现有), or is reached under a heading of what has been achieved (主要成就) where its paragraph says no time, which is that of the base year unless it is right of another. Of a change that no
year is said of (污水处理率由91.2%提高到98.6%), what the one end is by its value says what the other must be: a change that starts at the base value leads to a target, and one that leads
to the last target starts at a value from before it.
A figure that is right either way is never reported.

What to do: mend the wrong one of the two; where the figure is of something else, say so in the text, or bind it to what it is of.

与 NUM402 相同，只是要作一点推断：年份在标题、前一句或引出下文的一段里（“到2030年，主要目标如下：”），或标题、引语说的是本规划期的目标（“十五五”时期主要目标，按期末年份核对；单写“主要目标”的，与其他年份相符的不报），量词不同（家、个），说的是附表的总数（“共安排重大项目10个，总
投资9.46亿元”），或动词（培育100家）说不清是总数还是新增，也说不清后面几句（“培育高新技术企业36家，上云企业达到950家”）说的范围；规划期内“累计建成42平方公里”“今后五年新建100个”也是这样；“目前”“全县现有”的数，以及“主要成就”一类标题下、段内没有说时间的“达到……”，与基期比，与其他年份相符的不报。没有写年份的变化（“污水处理率由91.2%提高到98.6%”），一端与基期值相符的，另一端应是目标值；另一端与期末目标相符的，这一端应是以前的值。两种理解中有一种相符，就不报。

怎么办：改正错的一处；说的是别的内容，在文中写明，或绑定到它真正的来源。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 期末目标（2025年）
    body: 规上工业总产值达到280亿元。
  - title: “十四五”时期主要目标
    body: |
      经济实力更强。规上工业总产值达到250亿元。
  - title: 主要任务
    body: 规上工业总产值由78亿元增加到200亿元。
  - title: 主要成就
    body: |
      规上工业总产值达到76亿元。
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
  - title: 期末目标（2025年）
    body: 规上工业总产值达到220亿元；全省规上工业总产值达到10万亿元。
  - title: “十四五”时期主要目标
    body: |
      第一阶段，规上工业总产值达到120亿元。

      到2025年，经济发展目标如下：

      - 规上工业总产值达到220亿元。
  - title: 主要任务
    body: |
      规上工业总产值由78亿元增加到220亿元；大型企业的规上工业总产值由50亿元增加到150亿元。
  - title: 主要成就
    body: |
      规上工业总产值达到78亿元。

      2018年，工业加快发展。规上工业总产值达到60亿元。

      近年来，规上工业总产值达到70亿元。
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
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.rules.outcome import Consistent, Inconsistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_words import changes
from plan_compiler.rules.prose.claims.contradictions import BIND, HOME, admits_increase, arguments, home, levels
from plan_compiler.rules.prose.claims.untimed import untimed
from plan_compiler.rules.ties import tie_of

KIND = Kind(
    "NUM403",
    "text-may-contradict-figure",
    Severity.WARNING,
    Message("文中数据似与指标不一致", "A figure in a text may contradict the one it seems to speak of"),
    {
        "message": Message(
            "文中写作 {stated}；若说的是{name}，应为 {shown}",
            "the text says {stated}; if it means {name}, that is {shown}",
        ),
        "home": HOME,
        "hint": BIND,
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare figures of which something has to be inferred."""
    untold = ((spoken, holds) for spoken, holds in untimed(prose, changes(prose.language)) if spoken.told.is_free)
    for spoken, holds in (*levels(prose, explicit=False), *untold):
        place = spoken.told.place(prose.written(spoken.told.run))
        if holds or admits_increase(prose, spoken):
            yield Consistent(place, (spoken.key,), tie_of(spoken.told.mention))
            continue
        args = arguments(prose, spoken)
        values = {"stated": args["stated"], "value": args["value"]}
        diagnostic = Diagnostic(
            KIND, place, args, hint="hint", values=values, subject=spoken.told.text, related=home(prose, spoken, args)
        )
        yield Inconsistent(diagnostic, (spoken.key,), spoken.told.mention.fact, spoken.value)
