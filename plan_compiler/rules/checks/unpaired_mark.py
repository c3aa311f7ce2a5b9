"""A quotation mark or a bracket has no partner.

Within one paragraph, heading or cell every mark that opens is closed again. A single closing parenthesis behind a hand-typed
number (1）) is none, and no apostrophe is a quotation mark.

一段、一个标题或一格里，开了的引号、括号要收。手工编号后面单独的括号（1）不算。

怎么办：补上另一半，或删去多余的一半。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      以“协同”共赢”为主基调。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      以“协同共赢”为主基调（见‘一号工程’）。

      1）管理
```
"""

from collections.abc import Iterator
from itertools import groupby

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.pairs import pair_faults

KIND = Kind(
    "TXT702",
    "unpaired-mark",
    Severity.WARNING,
    Message("引号、括号不成对", "A quotation mark or bracket has no partner"),
    {
        "message": Message("“{text}”处的 {mark} 没有与它配对的另一半", "the {mark} in {text} has no partner"),
        "several": Message(
            "“{text}”处的 {mark} 没有与它配对的另一半，同一段中这样的还有 {more} 个",
            "the {mark} in {text} has no partner, nor have {more} more marks of the paragraph",
        ),
        "hint": Message("补上另一半，或删去这一个", "add the other one, or delete this one"),
    },
)
_CONTEXT = 6
_MOST = 3
"""So many marks of one paragraph are told one by one."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Report the marks that found no partner in their line; of many, the first with their number."""
    for _, group in groupby(pair_faults(linked).unpaired, key=lambda found: id(found.line)):
        marks = tuple(group)
        shown = marks if len(marks) <= _MOST else marks[:1]
        for found in shown:
            text = found.line.text[max(0, found.start - _CONTEXT) : found.end + _CONTEXT]
            args = {"text": text, "mark": found.match[0], "more": str(len(marks) - len(shown))}
            message = "message" if len(shown) == len(marks) else "several"
            yield Diagnostic(KIND, found.place, args, message, hint="hint", subject=text)
