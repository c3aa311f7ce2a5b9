"""One thing stands in two lists that are counted side by side.

The complex 温州眼视光产业创新服务综合体 among nine platforms and among three complexes: it is counted twice, or the lists are not of different things. Told of lists with an id under one
heading; where all of a list stands in the other, it is a part of that.

What to do: say that it is in both, or take it out of one.

同一标题下两个计数的列表里列了同一项：“温州眼视光产业创新服务综合体”既在九大平台之列，又在3个综合体之列。名称一个包含另一个的也算；一个列表的各项都在另一个里的，
是其中一部分，不算。

怎么办：写明两处都计入，或从一处删去。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 基础
    body:
      - list: {id: platforms, title: 高能级平台, items: [甲大学研究院, 眼谷-温州眼视光产业创新综合体, 乙大学研究院]}
      - list: {id: complexes, title: 综合体, items: [温州眼视光产业创新综合体, 数字经济产业创新综合体]}
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 基础
    body:
      - list: {id: platforms, title: 高能级平台, items: [甲大学研究院, 眼谷-温州眼视光产业创新综合体, 乙大学研究院]}
      - list: {id: complexes, title: 综合体, items: [激光与光电产业创新综合体, 数字经济产业创新综合体]}
```
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import body_parts, sections
from plan_compiler.model.blocks import ItemList
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "TXT746",
    "listed-in-two-counts",
    Severity.INFO,
    Message("同一项列在两处，各计一次", "One thing stands in two lists that are counted"),
    {
        "message": Message(
            "“{text}”与另一列表的“{other}”疑为同一项，各计一次",
            "{text} seems to be {other} of another list, and is counted in both",
        ),
        "other": Message("{other}", "{other}"),
        "hint": Message("写明两处都计入，或从一处删去", "say that it is in both, or take it out of one"),
    },
)
_SHORTEST = 8
_Listed = tuple[NodePath, ItemList]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare the lists under each heading, two by two."""
    for path, section in sections(linked.plan):
        lists = [(at, part) for at, part in body_parts(path, section) if isinstance(part, ItemList) and part.id]
        for one, other in combinations(lists, 2):
            yield from _in_both(one, other)


def _in_both(one: _Listed, other: _Listed) -> Iterator[Outcome]:
    found = [
        (at, beside)
        for at, item in enumerate(one[1].items)
        for beside, another in enumerate(other[1].items)
        if min(len(item), len(another)) >= _SHORTEST and (item in another or another in item)
    ]
    if _is_all(found, one[1].items, 0) or _is_all(found, other[1].items, 1):
        return
    for at, beside in found:
        args = {"text": other[1].items[beside], "other": one[1].items[at]}
        related = (Related(Place((*one[0], "items", at)), "other", args),)
        yield Diagnostic(
            KIND, Place((*other[0], "items", beside)), args, hint="hint", subject=args["text"], related=related
        )


def _is_all(found: Sequence[tuple[int, int]], items: Sequence[str], side: int) -> bool:
    return len({pair[side] for pair in found}) == len(items)
