"""A project's nature is a word that says nothing about when it begins.

The rules on periods know the usual words (新建, 续建, 前期 …). A word of the plan's own is given its meaning in plan.yaml:
`vocabulary: {natures: {收尾: 续建}}`; a slip of the pen (新键 for 新建) is mended, and the known word most like it is named.

期限规则认得常用的建设性质（新建、续建、前期……）。这个词不认得，就无法核对它与期限是否相符。

怎么办：写错的字（“新键”）改过来，提示会指出最像的用词；或改用常用词；本规划自己的用词写进 plan.yaml：`vocabulary: {natures: {收尾: 续建}}`。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 续键, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```
"""

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import scheduled

KIND = Kind(
    "PRJ308",
    "unknown-nature",
    Severity.INFO,
    Message("建设性质不在词汇表中", "A project's nature is not in the vocabulary"),
    {
        "message": Message(
            "建设性质“{nature}”不在词汇表中（{count} 个项目），无法与建设期限核对",
            "the nature {nature} is not in the vocabulary ({count} projects), so it is not compared with the period",
        ),
        "near": Message(
            "是否应为“{near}”？本规划自己的用词，在 plan.yaml 写 `vocabulary: {{natures: {{{nature}: 续建}}}}`",
            "is it {near}? A word of the plan's own is given a meaning in plan.yaml: "
            "`vocabulary: {{natures: {{{nature}: continued}}}}`",
        ),
        "hint": Message(
            "改为新建、续建、前期等，或在 plan.yaml 写 `vocabulary: {{natures: {{{nature}: 续建}}}}`",
            "use a known word, or give it a meaning in plan.yaml: `vocabulary: {{natures: {{{nature}: continued}}}}`",
        ),
    },
)

_ALIKE = 0.5
"""One character of two is the same."""
_LONGEST = 20


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Report each unknown word once, where it stands first."""
    known = linked.words.meanings.natures
    count = Counter(entry.project.nature for entry in scheduled(linked) if entry.project.nature not in known)
    first = {entry.project.nature: entry for entry in reversed(scheduled(linked)) if entry.project.nature in count}
    for nature, number in count.items():
        near = get_close_matches(nature[:_LONGEST], known, 1, _ALIKE)
        args = {"nature": nature, "count": str(number), "near": "".join(near)}
        yield Diagnostic(KIND, first[nature].place("nature"), args, hint="near" if near else "hint", subject=nature)
