"""A figure stands with a space on one side only.

Figures are set close in Chinese text, or with a space on either side; 宽度 28米 and 宽度24 米 have one left over, or one that is lacking.

数字要么两边都不空，要么两边都空；宽度 28米、宽度24 米，一边多了或少了一个空格。

怎么办：统一两边。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      全长约 623 米，规划红线宽度24 米。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      全长约 623 米，宽度24米，编号 A-24 号地块，共 2 座、3座。
```
"""

from collections.abc import Iterator
from itertools import groupby

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.typography import CHINESE, in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT725",
    "space-on-one-side",
    Severity.INFO,
    Message("数字只有一侧空格", "A figure has a space on one side only"),
    {
        "message": Message(
            "“{text}”的数字只有一侧有空格，这段文字里共 {count} 处",
            "{text} has a space on one side of its figure only; {count} in this text",
        ),
        "hint": Message("写作“{corrected}”，或两侧都空", "write {corrected}, or put a space on either side"),
    },
)
_SPACE = compiled(rf" (?:(?<={CHINESE} )[0-9]+(?:[.,][0-9]+)*|(?<=[0-9] ))(?={CHINESE})")
_CLOSE = compiled(rf"(?<=[^第\W])(?<={CHINESE})[0-9]+(?:[.,][0-9]+)*$")
_LONGEST = 24
_CONTEXT = 3


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search the texts of a Chinese plan; one finding a text, at the first."""
    if not in_chinese(linked.plan.language):
        return
    found = (each for each in printed(linked).search(_SPACE) if each.line.is_prose and _is_one_sided(each))
    for _, together in groupby(found, key=lambda each: each.line.path):
        yield _diagnostic(list(together))


def _is_one_sided(found: Found) -> bool:
    """A space before a figure that Chinese follows; or one behind a figure that Chinese leads up to, but for 第3 届."""
    return len(found.match[0]) > 1 or _CLOSE.search(found.before(_LONGEST)) is not None


def _diagnostic(found: list[Found]) -> Diagnostic:
    first = found[0]
    line, figure = first.line, _CLOSE.search(first.before(_LONGEST))
    start = first.start - (len(figure[0]) if len(first.match[0]) == 1 and figure else 0)
    low, high = max(0, start - _CONTEXT), first.end + 2
    text = line.text[low:high]
    corrected = text[: first.start - low] + text[first.start - low + 1 :]
    args = {"text": text, "count": str(len(found)), "corrected": corrected}
    return Diagnostic(KIND, line.place(low, high), args, hint="hint", subject=text)
