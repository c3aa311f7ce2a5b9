"""A name is written with and without the part of it that stands in parentheses.

甲技术（温州）研究院 is a name; 甲技术研究院 in another place is either another body or the same one clipped.

同一个名称，有的地方带括号里的部分（甲技术（温州）研究院），有的地方不带：不是两个单位，就是漏写了。

怎么办：统一写法；确是两个单位的登记豁免。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      引进科思技术（温州）研究院；建设科思技术研究院。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      引进科思技术（温州）研究院；科思技术（温州）研究院与温州研究院、光学技术研究院合作。
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.language.typography import CHINESE
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT722",
    "bracketed-part-dropped",
    Severity.WARNING,
    Message("名称中括号里的部分时有时无", "A name is written with and without its part in parentheses"),
    {
        "message": Message("“{text}”在别处写作“{full}”", "{text} is elsewhere {full}"),
        "full": Message("另一种写法", "the other way"),
        "hint": Message("是同一机构的，统一写作“{full}”", "if it is the same body, write {full}"),
    },
)
_IS_CHINESE = compiled(CHINESE).match
_SHORTEST = 4
"""What must agree before the parentheses, in characters: less is a kind of thing, not a name."""
_LONGEST = 12


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare names that end alike by what stands before their ends, read backwards."""
    ends = proofing(linked.plan.language).ends
    if not ends:
        return
    whole = compiled(rf"[（(](?<={CHINESE}.)({CHINESE}{{2,4}})[）)]({CHINESE}{{0,6}}?(?:{'|'.join(ends)}))")
    full: defaultdict[str, dict[str, Found]] = defaultdict(dict)
    for found in printed(linked).search(whole, words=ends):
        full[found.match[2]].setdefault(found.before(_SHORTEST), found)
    if not full:
        return
    clipped = re.compile("|".join(sorted(full, key=len, reverse=True)))
    for found in printed(linked).search(clipped, words=tuple(full)):
        named = full[found.match[0]].get(found.before(_SHORTEST))
        if named is not None and len(head := _agreeing(named, found)) >= _SHORTEST:
            yield _diagnostic(found, named, head)


def _agreeing(named: Found, found: Found) -> str:
    """The Chinese characters that stand before both."""
    backwards = (reversed(each.before(_LONGEST)) for each in (named, found))
    alike = takewhile(lambda pair: pair[0] == pair[1] and _IS_CHINESE(pair[0]), zip(*backwards, strict=False))
    return "".join(character for character, _ in alike)[::-1]


def _diagnostic(found: Found, named: Found, head: str) -> Diagnostic:
    text, full = head + found.match[0], head + named.match[0]
    start = found.start - len(head)
    place = found.line.place(start, found.end)
    related = (Related(named.line.place(named.start - len(head), named.end), "full"),)
    args = {"text": text, "full": full}
    fix = found.line.fix(start, found.end, full)
    return Diagnostic(KIND, place, args, hint="hint", values=args, subject=text, related=related, fix=fix)
