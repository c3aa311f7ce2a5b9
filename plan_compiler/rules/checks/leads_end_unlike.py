"""Items of one list lead in with a colon here, and with a full stop there.

——产业效益明显提升：到2025年，… beside ——创新平台基本建成。到2025年，…: where every item of a list begins with a few words of what it is about, these end
in one way. Told at the first of the rarer way.

What to do: end them in one way.

同一列表各条开头的提要，有的用冒号、有的用句号：“产业效益明显提升：……”“创新平台基本建成。……”。每一条都有提要的才看；在较少的那种的第一处报。

怎么办：统一。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      - 产业效益明显提升：产值达到预期。
      - 创新平台基本建成。平台提质扩容。
      - 创新要素加速集聚。人才队伍壮大。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      - 产业效益明显提升。产值达到预期。
      - 创新平台基本建成。平台提质扩容。
      - 创新要素加速集聚。人才队伍壮大：增加300人。

      - 目标：产值达到预期。
      - 平台提质扩容，要素集聚。人才队伍壮大。
      - 推进改革。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.paths import node_at
from plan_compiler.model.prose import BulletList, Paragraph
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.runs import Run, runs_of

KIND = Kind(
    "TXT740",
    "leads-end-unlike",
    Severity.INFO,
    Message("列表各条的提要，冒号句号不一", "Items of a list lead in with a colon or a full stop"),
    {
        "message": Message(
            "“{text}”以“{mark}”结，同一列表另 {others} 条以“{other}”结",
            "{text} ends in {mark}, {others} beside it end in {other}",
        ),
        "hint": Message("统一用“{other}”", "end them all in {other}"),
    },
)
_LEAD = compiled(r"(?:——)?(?P<lead>[^，。；：、\n]{2,20})(?P<mark>[：。])(?=.)")
_FEWEST = 3
_OTHER = {"：": "。", "。": "："}


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at every list whose items all lead in."""
    if not in_chinese(linked.plan.language):
        return
    for path, prose in linked.texts.items():
        for block in prose:
            if isinstance(block, BulletList) and len(block.items) >= _FEWEST:
                firsts = [item[0] for item in block.items if item and isinstance(item[0], Paragraph)]
                runs = [next(runs_of(path, (first,), linked.forms)) for first in firsts]
                yield from _of_list(linked, runs) if len(runs) == len(block.items) else ()


def _of_list(linked: LinkedPlan, runs: list[Run]) -> Iterator[Outcome]:
    """The first of the items whose leads end in the rarer way."""
    leads = [(run, lead) for run in runs if (lead := _LEAD.match(run.text)) is not None]
    marks = [lead["mark"] for _, lead in leads]
    if len(leads) < len(runs) or len(set(marks)) == 1:
        return
    rarer = min(_OTHER, key=marks.count)
    run, lead = next(each for each in leads if each[1]["mark"] == rarer)
    others = len(marks) - marks.count(rarer)
    args = {"text": lead["lead"], "mark": rarer, "other": _OTHER[rarer], "others": str(others)}
    written = node_at(linked.plan, run.path)
    place = run.place(*lead.span("mark"), written if isinstance(written, str) else "")
    yield Diagnostic(KIND, place, args, hint="hint", subject=lead["lead"])
