"""A hand-typed number of a table, figure or box is none that the plan prints.

见表3 or 专栏4-1 in a text names a table, figure or box whose number the compiler counts otherwise: it was moved, or it is
a slip. A reference prints the right number by itself.

文中手写的“见表3”“专栏4-1”，编译器编出的号里没有：移动过，或者写错了。

怎么办：改用 `[](#标识)`，编号自动印出。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      指标详见表3。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      指标详见附件3，代表3人。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.printed import printed

KIND = Kind(
    "TXT710",
    "label-typed-by-hand",
    Severity.WARNING,
    Message("手工写的表号、图号、专栏号不存在", "A hand-typed label is none that the plan prints"),
    {
        "message": Message(
            "文中写“{label}”，规划中没有这个编号{known}", "the text says {label}, which is no label{known}"
        ),
        "hint": Message("写作 [](#标识)，由编译器印出编号", "write [](#id) to have the number printed"),
    },
)
_SHOWN = 6
_LONGEST_WORD = 16


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look hand-typed labels up among all that are printed."""
    captions, known = linked.words.captions, proofing(linked.plan.language)
    box = captions.box.strip()
    numbered = "|".join(re.escape(caption.strip()) for caption in (captions.table, captions.figure, captions.box))
    pattern = compiled(rf"(?:{numbered}) ?[0-9]{{1,3}}(?:[-–.][0-9]{{1,3}})?(?![0-9])")
    leading = compiled(rf"(?:{known.see}|{known.per}) ?$")
    labels = {_plain(label.printed): label.printed for label in linked.labels.values()}
    for found in printed(linked).search(pattern):
        label, line = found.match[0], found.line
        is_led_to = label.startswith(box) or leading.search(
            line.text[max(0, found.start - _LONGEST_WORD) : found.start]
        )
        is_typed = line.is_prose and line.written[found.place.start : found.place.end] == label
        if is_led_to and is_typed and _plain(label) not in labels:
            stem = label.rstrip("0123456789-–. ")
            alike = [printed for printed in labels.values() if printed.startswith(stem)][:_SHOWN]
            args = {"label": label, "known": f"（{'、'.join(alike)}）" if alike else ""}
            yield Diagnostic(KIND, found.place, args, hint="hint", subject=label)


def _plain(label: str) -> str:
    return label.replace(" ", "").replace("–", "-")
