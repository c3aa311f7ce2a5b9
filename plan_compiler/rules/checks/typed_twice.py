"""A mark or a word is typed twice.

标点或词语重复。，， and 。， are slips; an ellipsis is …… and a dash ——. Words are reported only where no other reading is possible: 产业要要提升,
but not 主要要求.

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      工业设计业要要提升创新意识，，加快产业化。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      主要要求是创新，重要要素加快集聚……
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.printed import printed

KIND = Kind(
    "TXT706",
    "typed-twice",
    Severity.WARNING,
    Message("标点或词语重复", "A mark or a word is typed twice"),
    {
        "message": Message("“{text}”重复", "{text} is typed twice"),
        "hint": Message("删去多余的，留“{corrected}”", "keep {corrected}"),
    },
)
_MARKS = "[，。、；：][，。、；：]+"


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search for marks and the language's words that stand twice."""
    pattern = re.compile("|".join((_MARKS, *proofing(linked.plan.language).doubled)))
    for found in printed(linked).search(pattern):
        text = found.match[0]
        half = text[: (len(text) + 1) // 2].rstrip()
        corrected = text[0] if text[0] in "，。、；：" else half
        fix = found.line.fix(found.start, found.end, corrected) if len(set(text)) <= len(set(half)) else None
        args = {"text": text, "corrected": corrected}
        yield Diagnostic(KIND, found.place, args, hint="hint", subject=text, fix=fix)
