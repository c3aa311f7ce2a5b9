"""A space stands between Chinese characters.

Spaces part Latin words and figures from Chinese at most; between two Chinese characters or before a mark, and right within parentheses, they are left over from
typing. Between offices that issue a document together they are official (财政部 税务总局公告).

两个汉字之间、标点之前、括号里紧靠括号处多了空格。汉字与英文、数字之间的空格不算；联合发文的机关之间的空格（财政部 税务总局公告）合乎规范，也不算。

怎么办：删去；`plan fix` 可代改。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      永强北片区瑶溪 北单元、休闲餐饮 、文化娱乐，增强现实（ AR）。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      永强北片区瑶溪北单元 11-B-23 地块、休闲餐饮、文化娱乐，落实《中共中央 国务院关于深化改革的意见》、国家发展改革委 工业和信息化部 财政部2023年第8号公告。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.language.typography import CHINESE
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT712",
    "stray-space",
    Severity.WARNING,
    Message("汉字之间有多余的空格", "A space stands between Chinese characters"),
    {
        "message": Message("“{text}”中有多余的空格", "{text} holds a stray space"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)
_SPACE = compiled(
    rf"[ \u3000](?:(?<={CHINESE}.)|(?<=[，。、；：）”》].))[ \u3000]*(?:(?={CHINESE})|(?=[，。、；：（“《）”》]))"
    r"|[ \u3000](?<=[（(].)[ \u3000]*(?=[A-Za-z0-9])|[ \u3000](?<=[A-Za-z0-9].)(?=[)）])"
)
_CONTEXT = 4
_LONGEST_ISSUER = 16


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search texts and names. In titles a space may be meant (第一章 总则)."""
    known = proofing(linked.plan.language)
    before_space = compiled(rf"{CHINESE}{known.issuers}$")
    behind_space = compiled(rf"(?:{CHINESE}+ )*?{CHINESE}{{1,{_LONGEST_ISSUER}}}?{known.issuers}{known.issued}")
    for found in printed(linked).search(_SPACE):
        line = found.line
        if known.issuers and _parts_issuers(found, before_space, behind_space):
            continue
        if line.is_prose or line.path[-1] == "name":
            low, high = max(0, found.start - _CONTEXT), found.end + _CONTEXT
            before, after = line.text[low : found.start], line.text[found.end : high]
            args = {"text": line.text[low:high], "corrected": before + after}
            fix = line.fix(found.start, found.end, "", safe=True)
            yield Diagnostic(KIND, found.place, args, hint="hint", subject=args["text"], fix=fix)


def _parts_issuers(found: Found, before_space: re.Pattern[str], behind_space: re.Pattern[str]) -> bool:
    """Whether it stands between offices that issue a document together: 财政部 税务总局公告2023年第7号."""
    text = found.line.text
    before = text[max(0, found.start - _CONTEXT) : found.start]
    return before_space.search(before) is not None and behind_space.match(text, found.end) is not None
