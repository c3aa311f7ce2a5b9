"""The numeral 一 stands where a dash between two places is meant.

(机场大道一瓯海大道) is typed with the numeral one in the place of a dash. Reported only within parentheses that hold two names of roads or
waters and nothing else.

（机场大道一瓯海大道）中间的“一”是连接号“—”的误打。只在括号里恰好是两个路名、河名时才报。

怎么办：改成连接号。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      甲路道路工程（机场大道一瓯海大道）开工。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      甲路道路工程（机场大道-瓯海大道）、眼谷工程（眼谷一路-甲路一期道路）开工。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.language.typography import CHINESE
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT715",
    "numeral-for-dash",
    Severity.WARNING,
    Message("“一”误作连接号", "The numeral one stands for a dash"),
    {
        "message": Message("“{text}”中的“一”应是连接号", "the 一 in {text} should be a dash"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search parentheses for two places that 一 joins."""
    places = proofing(linked.plan.language).places
    if not places:
        return
    pattern = compiled(
        rf"[（(](?P<names>{CHINESE}{{1,10}}?[{places}](?P<dash>一)(?![期标段号级]){CHINESE}{{1,10}}[{places}])[）)]"
    )
    for found in printed(linked).search(pattern, "names", tuple(f"{place}一" for place in places)):
        text, line = found.match["names"], found.line
        at = found.start + found.match.start("dash") - found.match.start("names")
        corrected = f"{line.text[found.start : at]}-{line.text[at + 1 : found.end]}"
        args = {"text": text, "corrected": corrected}
        yield Diagnostic(KIND, found.place, args, hint="hint", subject=text, fix=line.fix(at, at + 1, "-"))
