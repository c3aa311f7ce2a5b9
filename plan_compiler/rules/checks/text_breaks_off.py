"""A text ends with a comma, or without the stop that its sentences have.

A text that ends with ， or 、 was cut off, or its last mark is wrong. A paragraph of a chapter whose sentences end with 。, but not the last, lacks
one. In tables and lists the last stop is often left out on purpose.

文字以逗号、顿号结尾，是没有写完，或末尾标点错了；一段里各句都有句号，唯独末句没有，是漏了。表格和列表末尾常有意不加句
号，不算。

怎么办：补全文字或改正标点。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      规划期限为五年。重点推进甲路建设，
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      规划期限为五年。重点推进甲路建设：
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.typography import CHINESE
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.prose import BulletList
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Line, printed

KIND = Kind(
    "TXT716",
    "text-breaks-off",
    Severity.WARNING,
    Message("文字没有结束", "A text breaks off"),
    {
        "message": Message("“{text}”以“{mark}”结尾，像是没有写完", "{text} ends with {mark}, as if it went on"),
        "stop": Message("“{text}”这一段末尾没有句号", "the paragraph that ends with {text} lacks its last stop"),
        "hint": Message("补全文字，或改为句号", "complete it, or end it with a stop"),
    },
)
_OPEN_END = compiled("[，、,]$", re.MULTILINE)
_NO_STOP = compiled(rf"。[^。\n]*{CHINESE}$", re.MULTILINE)
_CONTEXT = 8


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at how texts end."""
    text = printed(linked)
    for found in text.search(_OPEN_END):
        if found.line.is_prose and not _goes_on(found.line):
            args = {"text": found.line.text[-_CONTEXT:], "mark": found.match[0]}
            yield Diagnostic(KIND, found.place, args, hint="hint", subject=args["text"])
    for found in text.search(_NO_STOP):
        line = found.line
        if line.is_prose and "body" in line.path and "items" not in line.path and not _is_in_list(linked, line):
            args = {"text": line.text[-_CONTEXT:]}
            yield Diagnostic(
                KIND, line.place(found.end - 1, found.end), args, "stop", hint="hint", subject=args["text"]
            )


def _goes_on(line: Line) -> bool:
    """Whether a further paragraph or block follows in the same scalar."""
    return line.place(0, len(line.text)).end != len(line.written.rstrip())


def _is_in_list(linked: LinkedPlan, line: Line) -> bool:
    blocks = linked.texts.get(line.path, ())
    start = line.place(0, 1).start or 0
    return any(isinstance(block, BulletList) and block.at[0] <= start < block.at[1] for block in blocks)
