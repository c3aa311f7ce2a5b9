"""A pair of brackets is half-width on one side and full-width on the other.

(甲路-乙路） opens with a half-width mark and closes with a full-width one.

括号一边半角、一边全角，如 (甲路-乙路）。

怎么办：两边都用全角；`plan fix` 可代改。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      一期(温州大道-瓯海大道）长1766米。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      一期（温州大道-瓯海大道）长1766米。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.pairs import pair_faults

KIND = Kind(
    "TXT703",
    "mixed-width-pair",
    Severity.WARNING,
    Message("括号一半全角、一半半角", "A pair of brackets is of two widths"),
    {
        "message": Message("“{text}”的括号一半全角、一半半角", "the brackets of {text} are of two widths"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Report the pairs of two widths; the fix widens the half-width mark."""
    for pair in pair_faults(linked).mixed:
        line, start, end = pair.opening.line, pair.opening.start, pair.closing.end
        text = line.text[start:end]
        corrected = f"（{text[1:-1]}）"
        narrow = pair.opening if pair.opening.match[0] == "(" else pair.closing
        fix = line.fix(narrow.start, narrow.end, "（" if narrow is pair.opening else "）", safe=True)
        args = {"text": text, "corrected": corrected}
        yield Diagnostic(KIND, line.place(start, end), args, hint="hint", subject=text, fix=fix)
