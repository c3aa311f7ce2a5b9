"""A page number is typed by hand.

详见P13 is right until the next line is added. A reference knows its page in every format.

“详见P13”再加一行就不对了。

怎么办：改用引用，页码自动印出：`[](#标识:page)`。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      各项量化指标详见P13。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      各项量化指标详见表1，其他地方见《统计年鉴》第13页。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT709",
    "page-typed-by-hand",
    Severity.WARNING,
    Message("手工写了页码", "A page number is typed by hand"),
    {
        "message": Message("“{text}”的页码是手工写的，改版后就不对了", "the page in {text} is typed by hand"),
        "hint": Message(
            "写作 [](#标识) 或 [](#标识:page)，由编译器印出", "write [](#id) or [](#id:page) to have it printed"
        ),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search for what leads to a page by its number."""
    known = proofing(linked.plan.language)
    for found in printed(linked).search(compiled(rf"{known.see} ?{known.page}")):
        if found.line.is_prose and found.match[0] == found.line.written[found.place.start : found.place.end]:
            yield Diagnostic(KIND, found.place, {"text": found.match[0]}, hint="hint", subject=found.match[0])
