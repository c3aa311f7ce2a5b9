"""The numbers in the ids of projects have a gap, or one is out of order.

Where the projects of a category carry numbers in their ids (r1, r2, r3), a number that is left out may be a project that was
lost; one that is out of order may be a row that was moved. What is printed is counted by the compiler, so this is for
information. A category is looked at where at least three quarters of its ids are numbered alike.

一个类别的项目标识带序号（r1、r2、r3），中间缺号可能是漏了项目，次序颠倒可能是移动过。印出的序号由编译器数，所以只是提
示。标识重复的另有规则（REF001），不在这里重报。

怎么办：看是否漏了项目；没有漏的，可重新编号。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r4, name: 丙路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
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
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r3, name: 丙路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
```
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.projects import Category
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "PRJ313",
    "gap-in-serials",
    Severity.INFO,
    Message("项目编号不连续", "The serials of projects have a gap"),
    {
        "message": Message(
            "{before} 之后是 {after}，缺 {missing} 个编号", "{after} follows {before}: {missing} left out"
        ),
        "order": Message("{before} 之后是 {after}，次序颠倒", "{after} follows {before}: out of order"),
        "hint": Message("核对是否漏了项目，或重新编号", "see whether a project was lost, or number them anew"),
    },
)

_SERIAL = compiled(r"(\D+?)(\d{1,6})")
_FEWEST = 3
_SHARE = 0.75


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare each serial with the one of the row above."""
    annex = linked.plan.annex
    for c, category in enumerate(annex.categories if annex else ()):
        if ("annex", "categories", c, "projects") not in linked.incomplete:
            yield from _category(("annex", "categories", c, "projects"), category)


def _category(path: NodePath, category: Category) -> Iterator[Diagnostic]:
    rows = [(index, match) for index, p in enumerate(category.projects) if (match := _SERIAL.fullmatch(p.id))]
    stem, times = Counter(match[1] for _, match in rows).most_common(1)[0] if rows else ("", 0)
    if times < max(_FEWEST, _SHARE * len(category.projects)):
        return
    numbered = [(index, int(match[2]), match[0]) for index, match in rows if match[1] == stem]
    ids = Counter(project.id for project in category.projects)
    for (_, before, first), (index, after, second) in pairwise(numbered):
        if ids[first] > 1 or ids[second] > 1:  # an id used twice is a finding of its own
            continue
        elsewhere = sum(before < number < after for _, number, _ in numbered)
        if missing := after - before - 1 - elsewhere:
            args = {"before": first, "after": second, "missing": str(missing)}
            message = "message" if after > before else "order"
            yield Diagnostic(KIND, Place((*path, index, "id")), args, message, hint="hint", values={"before": first})
