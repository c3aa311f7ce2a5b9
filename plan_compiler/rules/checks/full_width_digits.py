"""Digits or Latin letters are full-width.

数字或字母用了全角。２０２５ and Ａ are set too wide, and are not found by a search for 2025 or A.

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      到２０２５年，建成Ａ级景区3个。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      到2025年，建成A级景区3个。
```
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.printed import printed

KIND = Kind(
    "TXT705",
    "full-width-digits",
    Severity.WARNING,
    Message("数字或字母用了全角", "Digits or letters are full-width"),
    {
        "message": Message("“{text}”是全角", "{text} is full-width"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search for full-width digits and letters."""
    for found in printed(linked).search(_WIDE):
        text = found.match[0]
        corrected = normalize("NFKC", text)
        fix = found.line.fix(found.start, found.end, corrected, safe=True)
        args = {"text": text, "corrected": corrected}
        yield Diagnostic(KIND, found.place, args, hint="hint", subject=text, fix=fix)
