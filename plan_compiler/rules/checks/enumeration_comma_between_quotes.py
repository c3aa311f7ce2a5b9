"""An enumeration comma parts what quotation marks or title marks part already.

Between names in 《》 or “” that follow each other the marks do the parting; the comma 、 is left out (GB/T 15834-2011, 4.5.3.5).
It stays where something stands between them, such as a remark in parentheses.

连着的书名号、引号之间不用顿号（GB/T 15834—2011，4.5.3.5）：《甲》《乙》。中间有括注等别的内容时照用。

怎么办：删去顿号。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      实现“线上随时可办”、“不见面办理”。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      实现“线上随时可办”“不见面办理”，依据《甲规划》（2019年）、《乙规划》编制。
```
"""

from collections.abc import Iterator
from itertools import groupby
from re import Match

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Line, printed

KIND = Kind(
    "TXT721",
    "enumeration-comma-between-quotes",
    Severity.INFO,
    Message("并列的引号或书名号之间用了顿号", "An enumeration comma parts quotations or titles"),
    {
        "message": Message(
            "“{text}”等并列的引号或书名号之间用了顿号，共 {count} 处",
            "{text}: {count} enumeration commas part quotations or titles that their marks part already",
        ),
        "hint": Message("删去顿号，写作“{corrected}”", "leave the comma out: {corrected}"),
    },
)
_MARKED = "(?:“[^“”\n]{1,100}”|《[^《》\n]{1,100}》)"
_CHAIN = compiled(rf"{_MARKED}(?:、{_MARKED})+(?![（(])")
_JOINTS = ("”、", "》、")
_JOINT = compiled("[”》]、(?=[“《])")
_CONTEXT = 6


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search a Chinese plan for lists of quotations or titles with nothing else between them."""
    if not in_chinese(linked.plan.language):
        return
    for line, _ in groupby(printed(linked).search(_JOINT, words=_JOINTS), key=lambda found: found.line):
        for chain in _CHAIN.finditer(line.text):
            if not line.text[: chain.start()].endswith(("）、", ")、")):
                yield _diagnostic(line, chain)


def _diagnostic(line: Line, chain: Match[str]) -> Diagnostic:
    text = chain[0]
    joints = [joint.start() + 1 for joint in _JOINT.finditer(text)]
    low, high = max(0, joints[0] - _CONTEXT), joints[0] + 1 + _CONTEXT
    shown, corrected = text[low:high], text[low : joints[0]] + text[joints[0] + 1 : high]
    start = chain.start() + joints[0]
    args = {"text": shown, "count": str(len(joints)), "corrected": corrected}
    fix = line.fix(start, start + 1, "") if len(joints) == 1 else None
    return Diagnostic(KIND, line.place(start, start + 1), args, hint="hint", subject=shown, fix=fix)
