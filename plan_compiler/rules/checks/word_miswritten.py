"""A word is miswritten.

布署 for 部署, 截止2025年 for 截至2025年, 台帐 for 台账, 地面建筑面积 beside 地下建筑面积; goverment. Only forms that have no right reading are
looked for, and names in 《》 are left as they are.

What to do: mend the word; `plan fix` does.

错别字：“布署”应作“部署”，“截止2025年”应作“截至2025年”，“台帐”应作“台账”，“地面建筑面积”应作“地上建筑面积”。只查没有别的读法的写法；《》里的名称
照录，不查。

怎么办：改正；`plan fix` 可以代改。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 总则
    body: |
      截止2020年底，全面布署防犯工作，建立项目台帐。
```

```yaml plan.yaml
title: A small plan
period: 2021-2025
language: en
chapters:
  - title: Aims
    body: |
      Seperate plans follow; the goverment will work on them.
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 总则
    body: |
      截至2020年底，全面部署防范工作，建立项目台账。报名截止后，按排名先后、按装机规模核定；自己经营的门店交付主任审核。执行《某某布署》。

      预防犯罪，申报消防验收，公园满意度和平安祥和程度提高；建立既有激励又有约束的机制；研究竞争对手，发布署名文章；10家俱乐部、3座落成的场馆，组成份额，地面建筑面积2万平方米。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.miswritten import miswritten
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT733",
    "word-miswritten",
    Severity.WARNING,
    Message("错别字或不规范的写法", "A word is miswritten"),
    {
        "message": Message("“{text}”应作“{corrected}”", "{text} is written {corrected}"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search everything that is printed."""
    forms = miswritten(linked.plan.language)
    if not forms:
        return
    for found in printed(linked).search(
        compiled("|".join(forms))
    ):  # no groups: only so it is searched for by first characters
        if found.is_in_title:
            continue
        text, start = found.match.string, found.match.start()
        right = next(right for wrong, right in forms.items() if compiled(wrong).match(text, start))
        args = {"text": found.match[0], "corrected": right}
        fix = found.line.fix(found.start, found.end, right)
        yield Diagnostic(KIND, found.place, args, hint="hint", subject=found.match[0], fix=fix)
