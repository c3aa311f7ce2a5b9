"""The name of a five-year plan stands with quotation marks here and without them there.

“十四五” beside 十四五: either will do, but not both in one document. Told once, at the first place of the rarer form, with the number of
its places; names in 《》 are left as they are.

What to do: write it in one way, with quotation marks as GB/T 15834 has numbers of special meaning.

同一份文件里，“十四五”有的加引号，有的不加。两种写法都有，但应当统一。只在较少的那种写法的第一处报，并写明有几处；《》里的名称照录。

怎么办：统一，通常加引号。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 总则
    body: |
      “十四五”时期，“十四五”规划纲要全面实施；十四五期间，重点项目陆续开工。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 总则
    body: |
      “十四五”时期，“十四五”规划纲要全面实施；执行《全市十四五交通规划》；会议指出：“‘十四五’开局良好。”
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT732",
    "plan-name-unquoted",
    Severity.INFO,
    Message("规划名称的引号有无不一", "The name of a plan stands with quotation marks and without"),
    {
        "bare": Message(
            "“{name}”多加引号，这样不加的全文共 {count} 处",
            "{name} mostly stands in quotation marks; there are {count} places where it does not",
        ),
        "quoted": Message(
            "“{name}”多不加引号，这样加引号的全文共 {count} 处",
            "{name} mostly stands without quotation marks; there are {count} places where it has them",
        ),
        "hint": Message("统一写法", "write it in one way"),
    },
)
_MARKS = ("“", "”")
_ANY = (*_MARKS, *"‘’「」『』")
"""Those within what is quoted are neither the marks of the text nor none."""
_SHORTEST = 3
"""Shorter ones are numbers as well: 十五, fifteen."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Count the names of plans in the texts, with their marks and without."""
    plans = [name for name in words(linked.plan.language).discourse.plans if len(name) >= _SHORTEST and name[0] == "十"]
    if not plans:
        return
    known = proofing(linked.plan.language)
    numerals = f"{known.one}{known.numerals}{known.ordinals}"  # beside one, characters are a part of a number: 二十五
    quoted, bare = list[Found](), list[Found]()
    for found in printed(linked).search(compiled("|".join(map(re.escape, plans))), words=plans):
        if found.line.is_prose and not found.is_in_title:
            marks = found.before(1), found.line.text[found.end : found.end + 1]
            if any(mark and mark in numerals for mark in marks):
                continue
            if marks == _MARKS:
                quoted.append(found)
            elif not any(mark in _ANY for mark in marks):
                bare.append(found)
    rarer = bare if len(bare) <= len(quoted) else quoted
    if not quoted or not bare:
        return
    first, name = rarer[0], rarer[0].match[0]
    fix = (
        first.line.fix(first.start, first.end, f"“{name}”")
        if rarer is bare
        else first.line.fix(first.start - 1, first.end + 1, name)
    )
    args = {"name": name, "count": str(len(rarer))}
    message = "bare" if rarer is bare else "quoted"
    yield Diagnostic(KIND, first.place, args, message, hint="hint", values=args, subject=name, fix=fix)
