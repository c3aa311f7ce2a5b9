"""A figure is said to be about so much, down to its hundredth.

约285.10公顷: who says about, rounds. Told where a figure with 约 has three digits and more before the point and two behind it.

What to do: round the figure, or drop 约.

“约”后面的数精确到小数点后两位：“约285.10公顷”。整数部分三位以上的才报。

怎么办：取整，或删去“约”。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      现状水系面积约285.10公顷。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      现状水系面积约285公顷，核心区约0.67平方公里，其中水面285.10公顷，约12.25%。
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
    "TXT742",
    "about-an-exact-figure",
    Severity.INFO,
    Message("“约”与精确的数不相称", "A figure is said to be about so much, down to its hundredth"),
    {
        "message": Message("“{text}”精确到两位小数，与“{about}”不相称", "{text} is exact to its hundredth"),
        "hint": Message("取整，或删去“{about}”", "round the figure, or drop {about}"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search everything that is printed."""
    about = proofing(linked.plan.language).about
    if about:
        for found in printed(linked).search(compiled(rf"(?P<about>{about})[0-9]{{3,9}}\.[0-9]{{2,4}}(?![0-9])")):
            args = {"text": found.match[0], "about": found.match["about"]}
            yield Diagnostic(KIND, found.place, args, hint="hint", subject=found.match[0])
