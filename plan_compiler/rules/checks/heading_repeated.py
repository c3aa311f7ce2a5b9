"""Two sections under one heading have the same title.

Two neighbours with one title cannot be told apart in the contents; most often one was copied and not renamed.

同一标题下的两节同名，目录里分不清，多半是复制后没有改名。

怎么办：改正其中一个标题。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    sections:
      - {title: 组织保障, body: 甲。}
      - {title: 组织保障, body: 乙。}
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    sections:
      - {title: 组织保障, body: 甲。}
      - {title: 资金保障, body: 乙。}
```
"""

from collections.abc import Iterator
from unicodedata import normalize

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import sections
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "TXT707",
    "heading-repeated",
    Severity.WARNING,
    Message("同一级下标题重复", "Two sections under one heading have one title"),
    {
        "message": Message("同一级下已有标题“{title}”", "there is already a section {title} under this heading"),
        "first": Message("第一处", "the first one"),
        "hint": Message("改名或合并", "rename one, or put them together"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look each title up among the sections above it under the same parent."""
    seen: dict[tuple[NodePath, str], NodePath] = {}
    for path, section in sections(linked.plan):
        if section.title is not None:
            title = normalize("NFKC", section.title).replace(" ", "")
            first = seen.setdefault((path[:-1], title), path)
            if first != path:
                args = {"title": section.title}
                related = (Related(Place((*first, "title")), "first"),)
                place = Place((*path, "title"))
                yield Diagnostic(KIND, place, args, hint="hint", subject=section.title, related=related)
