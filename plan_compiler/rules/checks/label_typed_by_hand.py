"""A hand-typed number of a table, figure or box is none that the plan prints.

见表3 or 专栏4-1 in a text names a table, figure or box whose number the compiler counts otherwise: it was moved, or it is
a slip. So does 见附表2 where the annex is one table, without a number. A reference prints the right number by itself. Labels of other documents (国家规划专栏5, 《…》专栏9) are left alone.

文中手写的“见表3”“专栏4-1”，编译器编出的号里没有：移动过，或者写错了；附表只有一张、不编号，却写“见附表2”的也是。别的文件里的（国家规划专栏5、《……》专栏9）不看。

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
      指标详见附件3，代表3人。对接国家规划专栏5和专栏7，落实《省“十五五”规划纲要》专栏9，接续“十三五”规划纲要专栏15。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.link.construction import read_period
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

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
_LOOK_BACK = 60


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look hand-typed labels up among all that are printed."""
    captions, known = linked.words.captions, proofing(linked.plan.language)
    box = captions.box.strip()
    annex = (captions.annex,) if linked.plan.annex is not None else ()
    words = tuple(word.strip() for word in (*annex, captions.table, captions.figure, captions.box))
    numbered = "|".join(map(re.escape, words))
    pattern = compiled(rf"(?:{numbered}) ?[0-9]{{1,3}}(?:[-–.][0-9]{{1,3}})?(?![0-9])")
    leading = compiled(rf"(?:{known.see}|{known.per}) ?$")
    other = _of_other_plans(linked, known.other_plans, pattern.pattern)
    labels = {_plain(label.printed): label.printed for label in linked.labels.values()}
    for found in printed(linked).search(pattern, words=words):
        label, line = found.match[0], found.line
        is_led_to = label.startswith(box) or leading.search(
            line.text[max(0, found.start - _LONGEST_WORD) : found.start]
        )
        is_typed = line.is_prose and line.written[found.place.start : found.place.end] == label
        if is_led_to and is_typed and _plain(label) not in labels and not other.search(found.before(_LOOK_BACK)):
            stem = label.rstrip("0123456789-–. ")
            alike = [printed for printed in labels.values() if printed.startswith(stem)][:_SHOWN]
            args = {"label": label, "known": f"（{'、'.join(alike)}）" if alike else ""}
            yield Diagnostic(KIND, found.place, args, hint="hint", subject=label)


def _of_other_plans(linked: LinkedPlan, named: str, label: str) -> re.Pattern[str]:
    """Ends the words before a label of another document, or before one of several: 国家规划专栏5和专栏7."""
    told, last = linked.words.discourse, read_period(linked.plan.period)
    earlier = [re.escape(name) for name, year in told.plans.items() if last is None or year != last.end]
    if not named:
        return compiled(r"(?!)")
    joining = "|".join(map(re.escape, told.joining))
    return compiled(rf"(?:{named}|[“\"]?(?:{'|'.join(earlier)})[”\"]?[^，。；：、]{{0,8}})(?:{label}(?:{joining}))*$")


def _plain(label: str) -> str:
    return label.replace(" ", "").replace("–", "-")
