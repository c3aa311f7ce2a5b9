"""Of sections side by side, some run into their text and some stand on a line of their own.

Headings of one level look alike within one section. Headings with sections below them, or without a text, always stand alone
and are not counted. Where as many are set one way as the other, none is told: it cannot be seen which is meant.

同一节下面、同一级的标题，有的独立成行，有的与正文接排（run_in）。有下级小节的、没有正文的标题总是独立成行，不算在内；
两种各占一半时看不出该用哪种，不报。

怎么办：统一写或不写 `run_in: true`。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    sections:
      - {title: 组织保障, body: 甲。}
      - {title: 资金保障, run_in: true, body: 乙。}
      - {title: 项目保障, run_in: true, body: 丙。}
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    sections:
      - {title: 组织保障, run_in: true, body: 甲。}
      - {title: 资金保障, run_in: true, body: 乙。}
      - {title: 项目保障, sections: [{title: 招商, body: 丙。}]}
```
"""

from collections import defaultdict
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import sections
from plan_compiler.model.chapter import Section
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "TXT724",
    "heading-run-in-or-not",
    Severity.INFO,
    Message("同级标题有的独立成行，有的接排", "Headings side by side are set in two ways"),
    {
        "alone": Message(
            "标题“{title}”独立成行，同级另 {others} 个接排",
            "{title} stands alone, {others} beside it run into their text",
        ),
        "run_in": Message(
            "标题“{title}”接排，同级另 {others} 个独立成行",
            "{title} runs into its text, {others} beside it stand alone",
        ),
        "hint": Message("统一加上或去掉 run_in: true", "give all of them run_in: true, or none"),
    },
)
_Found = tuple[NodePath, Section]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the sections of each parent whose headings could run into a text; those in the minority are told."""
    side_by_side: defaultdict[NodePath, list[_Found]] = defaultdict(list)
    for path, section in sections(linked.plan):
        if section.title is not None and _could_run_in(section):
            side_by_side[path[:-1]].append((path, section))
    for found in side_by_side.values():
        run_in = [each for each in found if each[1].run_in]
        alone = [each for each in found if not each[1].run_in]
        if run_in and alone and len(run_in) != len(alone):
            few, key = (alone, "alone") if len(alone) < len(run_in) else (run_in, "run_in")
            for path, section in few:
                args = {"title": section.title or "", "others": str(len(found) - len(few))}
                yield Diagnostic(KIND, Place((*path, "title")), args, key, hint="hint", subject=section.title)


def _could_run_in(section: Section) -> bool:
    body = section.body
    begins = isinstance(body, str) or (bool(body) and isinstance(body, tuple) and isinstance(body[0], str))
    return begins and not section.sections
