"""Names of one kind are joined by dashes of different form.

中兴路——曹龙路—龙瑶大道 joins the same kind of thing by —— and —; a text that gives the ends of one stretch as
甲路～乙路 gives those of the next the same way, not as 丙路-丁路.

同一串名称、同一段文字里，连接号有长有短：中兴路——曹龙路—龙瑶大道。

怎么办：统一成一种。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      新增中兴路——曹龙路—龙瑶大道通道。
```

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      新河工程（甲河～乙河）长1108米，连接段工程（丙路-丁河）长185米，东河工程（戊河～己河）长513米。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      中兴路—曹龙路—龙瑶大道；西轴——中轴—东轴。新河工程（甲河～乙河），2021-2025年，3～5米。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.language.typography import CHINESE
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Line, printed

KIND = Kind(
    "TXT718",
    "dashes-mixed",
    Severity.WARNING,
    Message("连接号形式不一", "Dashes of different form join names of one kind"),
    {
        "message": Message(
            "“{text}”的连接号与同处其他的不一致", "the dashes of {text} are not as the others beside it"
        ),
        "hint": Message("改为“{corrected}”", "write {corrected}"),
    },
)
_NAME = rf"(?:{CHINESE}|[0-9A-Za-z]){{1,12}}"
_CHAIN = compiled(rf"{_NAME}(?:[—–－-]{{1,2}}{_NAME}){{2,}}")
_DASHES = compiled("[—–－-]+")
_ENDS = compiled(rf"[（(]({CHINESE}{{2,12}})([—–－～~-]{{1,2}})({CHINESE}{{2,12}})段?[）)]")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at chains of three names and more, of which two ends are of one kind: 路, 河; and at pairs in parentheses."""
    places = proofing(linked.plan.language).places
    for line in printed(linked).lines:
        if "—" in line.text:
            yield from _chains(line, places)
        if "～" in line.text or "~" in line.text:
            yield from _pairs(line, places)


def _chains(line: Line, places: str) -> Iterator[Diagnostic]:
    for match in _CHAIN.finditer(line.text):
        last = max((match[0].rfind(place) for place in places), default=-1)
        chain = match[0][: last + 1] if last > match[0].rfind(_DASHES.findall(match[0])[-1]) else match[0]
        joints, names = _DASHES.findall(chain), _DASHES.split(chain)
        if len(set(joints)) > 1 and sum(name[-1] in places for name in names) > 1:
            start = match.start()
            yield _diagnostic(line, start, start + len(chain), _DASHES.sub(min(joints, key=len), chain))


def _pairs(line: Line, places: str) -> Iterator[Diagnostic]:
    """The pair that is joined otherwise than most; of two ways as frequent, the later."""
    pairs = [pair for pair in _ENDS.finditer(line.text) if pair[1][-1] in places or pair[3][-1] in places]
    joints = [pair[2] for pair in pairs]
    most = max(dict.fromkeys(joints), key=joints.count, default="")
    for pair in pairs:
        if pair[2] != most:
            yield _diagnostic(line, pair.start(1), pair.end(3), pair[1] + most + pair[3])


def _diagnostic(line: Line, start: int, end: int, corrected: str) -> Diagnostic:
    args = {"text": line.text[start:end], "corrected": corrected}
    fix = line.fix(start, end, corrected)
    return Diagnostic(KIND, line.place(start, end), args, hint="hint", subject=args["text"], fix=fix)
