"""One chain of names is joined by dashes of different length.

同一串名称用了长短不一的连接号。中兴路——曹龙路—龙瑶大道 joins the same kind of thing by —— and —.

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      新增中兴路——曹龙路—龙瑶大道通道。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      中兴路—曹龙路—龙瑶大道；西轴——中轴—东轴。
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.language.typography import CHINESE
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.printed import printed

KIND = Kind(
    "TXT718",
    "dashes-mixed",
    Severity.WARNING,
    Message("连接号长短不一", "Dashes of different length join one chain"),
    {
        "message": Message("“{text}”的连接号长短不一", "the dashes of {text} are of different length"),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)
_NAME = rf"(?:{CHINESE}|[0-9A-Za-z]){{1,12}}"
_CHAIN = re.compile(rf"{_NAME}(?:[—–－-]{{1,2}}{_NAME}){{2,}}")
_DASHES = re.compile("[—–－-]+")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at chains of three names and more, of which two ends are of one kind: 路, 河."""
    places = proofing(linked.plan.language).places
    for line in printed(linked).lines:
        if "—" not in line.text:
            continue
        for match in _CHAIN.finditer(line.text):
            joints, names = _DASHES.findall(match[0]), _DASHES.split(match[0])
            if len(set(joints)) > 1 and sum(name[-1] in places for name in names) > 1:
                corrected = _DASHES.sub(min(joints, key=len), match[0])
                place, args = line.place(*match.span()), {"text": match[0], "corrected": corrected}
                fix = line.fix(*match.span(), corrected)
                yield Diagnostic(KIND, place, args, hint="hint", subject=match[0], fix=fix)
