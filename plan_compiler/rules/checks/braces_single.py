"""An expression stands in single braces.

`{{ … }}` computes and prints a figure. With one brace on either side it is no form, and is printed as it stands, braces and all. It is told
where what stands within names something of the plan.

`{{ … }}` 才是计算并印出数字的写法；两边各只写一个花括号的，连同花括号照字面印出。里面写着规划里的标识才提示。

怎么办：花括号写成两个：`{{ demolished }}`。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      共拆除[12157户](:=demolished)，户均{ demolished / demolished | 0.0 }。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      共拆除[12157户](:=demolished)，即{{ demolished | 0户 }}，集合{甲, 乙}不变。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT736",
    "braces-single",
    Severity.ERROR,
    Message("算式只写了单个花括号", "An expression stands in single braces"),
    {
        "message": Message(
            "“{text}”不是数据写法，会照字面印出", "{text} is no form, and would be printed as it stands"
        ),
        "hint": Message("改成：{corrected}", "write: {corrected}"),
    },
)
_BRACES = compiled(r"(?<![{｛])[{｛](?P<body>[^{}｛｝\n]{1,200})[}｝](?![}｝])")
_OPENING = ("{", "｛")
_NAME = compiled(r"[^\W\d]\w*")
_OF_EXPRESSIONS = frozenset("+-*/×÷([|.")
"""Without any of these there is but a name, which is one for certain only in Latin letters."""
_TOLD_BY_READING = compiled(r"[ ]*[^\W\d]\w*(?:\[[0-9]{4}\]|\.[A-Za-z_]\w*)[ ]*")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search the texts for what stands in single braces and names something of the plan."""
    for found in printed(linked).search(_BRACES, words=_OPENING):
        body, line, place = found.match["body"], found.line, found.place
        start = place.start or 0
        is_escaped = line.written[max(0, start - 1) : start] == "\\"
        if is_escaped or not line.is_prose or _TOLD_BY_READING.fullmatch(body):
            continue
        names = _NAME.findall(body.partition("|")[0])
        is_expression = body.isascii() or not _OF_EXPRESSIONS.isdisjoint(body)
        if is_expression and any(name in linked.symbols.by_id for name in names):
            args = {"text": found.match[0], "corrected": f"{{{{ {body.strip()} }}}}"}
            yield Diagnostic(KIND, place, args, hint="hint", subject=found.match[0])
