"""Single quotation marks stand where double ones belong.

In Chinese the outer marks are double and the inner single (GB/T 15834): “数字经济‘一号工程’”.

中文里外层用双引号、里层用单引号（GB/T 15834）：“数字经济‘一号工程’”。

怎么办：外层改成双引号。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      推进数字经济‘一号工程’2.0版。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      推进“数字经济‘一号工程’2.0版”和“一号工程”。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT717",
    "single-quotes-outside",
    Severity.WARNING,
    Message("单引号用在了外层", "Single quotation marks stand outside"),
    {
        "message": Message("{text} 外层应用双引号", "the outer marks of {text} should be double"),
        "hint": Message("改为{corrected}", "write {corrected}"),
    },
)
_LONGEST_QUOTATION = 1000
_SINGLE = compiled("‘[^‘’\n]*’")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search a Chinese plan for single marks that no double ones enclose."""
    if not in_chinese(linked.plan.language):
        return
    for found in printed(linked).search(_SINGLE):
        before = found.before(_LONGEST_QUOTATION)
        if before.count("“") <= before.count("”"):
            args = {"text": found.match[0], "corrected": f"“{found.match[0][1:-1]}”"}
            fix = found.line.fix(found.start, found.end, args["corrected"])
            yield Diagnostic(KIND, found.place, args, hint="hint", subject=found.match[0], fix=fix)
