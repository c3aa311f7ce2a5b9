"""A word is miswritten.

布署 for 部署, 截止2025年 for 截至2025年, 台帐 for 台账, 地面建筑面积 beside 地下建筑面积, 因地置宜 for 因地制宜; goverment. Only forms that have no right reading are
looked for, and names in 《》 are left as they are.

What to do: mend the word.

错别字：“布署”应作“部署”，“截止2025年”应作“截至2025年”，“台帐”应作“台账”，“地面建筑面积”应作“地上建筑面积”，“因地置宜”应作“因地制宜”，
“限时版”应作“限时办”。收有规划里常见的词语、成语三百多条。只查没有别的读法的写法；《》里的名称
照录，不查。

怎么办：改正。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 总则
    body: |
      截止2020年底，全面布署防犯工作，建立项目台帐。

      因地置宜、循序渐近，统畴推进城市规化，峻工一批项目，推行限时版，健全技术体系框，义务制阶段学校达标。
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

      调整冶炼布局，严峻工作形势；小组识别、限时版本；企业积极参与，检修定期开展，提供给于方等单位；自己建成，体系框图，量子信息产业。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.miswritten import miswritten, set_phrases
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

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
    text, language = printed(linked), linked.plan.language
    forms = miswritten(language)
    in_context = compiled("|".join(forms))  # without groups, so that first characters are looked for
    for found in text.search(in_context) if forms else ():
        whole, start = found.match.string, found.match.start()
        right = next(right for wrong, right in forms.items() if compiled(wrong).match(whole, start))
        yield from _told(found, right)
    phrases = set_phrases(language)
    characters = text.characters if phrases else frozenset[str]()
    present = [wrong for wrong in phrases if characters.issuperset(wrong) and wrong in text.text]
    for found in text.search(re.compile("|".join(present))) if present else ():
        yield from _told(found, phrases[found.match[0]])


def _told(found: Found, right: str) -> Iterator[Outcome]:
    """What is said of a wrong form, but not in the title of a document."""
    if not found.is_in_title:
        args = {"text": found.match[0], "corrected": right}
        fix = found.line.fix(found.start, found.end, right)
        yield Diagnostic(KIND, found.place, args, hint="hint", subject=found.match[0], fix=fix)
