"""Two texts count as many of one thing, and one names what the other has not.

甲路、乙路、丙路等3条市政道路 names all three; 丁路等3条市政道路 elsewhere is of others, or has a wrong name. Told where one text names as many as it counts.

What to do: look which are meant.

两处文字计数相同、所指之物同名，一处列全了，另一处举的却不在其中：“甲路、乙路、丙路等3条市政道路”与“丁路等3条市政道路”。

怎么办：核对所指。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      续建甲江路、乙江路、丙江路等3条市政道路。

      加快丁江路等3条市政道路建设。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      续建甲江路、乙江路、丙江路等3条市政道路。

      加快甲江路等3条市政道路，新建丁江路等4条市政道路，整治丁河等3条河道。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.naming import naming
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT747",
    "count-of-other-things",
    Severity.INFO,
    Message("同样的计数，所举不同", "Two counts alike are of different things"),
    {
        "message": Message(
            "“{text}”举的“{item}”，不在另一处列全的 {count} 个之中",
            "{item} of {text} is none of the {count} that another text names",
        ),
        "hint": Message("核对所指", "look which are meant"),
    },
)
_REACH = 160
_THING = 4
"""How many characters tell what is counted."""
_OWN = 3
"""How many characters at the end of a name, behind verbs, tell it from others."""
_CLAUSE = compiled("[，。；：\\n]")
_Listed = tuple[Found, list[str]]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Collect what is counted alike, and compare it with the first that is named in full."""
    known, proof = naming(linked.plan.language), proofing(linked.plan.language)
    if known is None:
        return
    alike: dict[str, list[_Listed]] = {}
    pattern = rf"{proof.and_so_on}(?P<all>(?P<count>[2-9]|[1-9][0-9])(?P<kind>[{proof.kinds}])(?P<thing>[^，。；、：\s]{{2,8}}))"
    for found in printed(linked).search(compiled(pattern)):
        items = [item.strip() for item in _CLAUSE.split(found.before(_REACH))[-1].split("、")]
        key = found.match["all"][: len(found.match["count"]) + 1 + _THING]
        alike.setdefault(key, []).append((found, items))
    for places in alike.values():
        whole = next((items for found, items in places if len(items) == int(found.match["count"])), None)
        for found, items in places if whole is not None else ():
            other = next((item for item in items if item and whole is not None and not _is_among(item, whole)), None)
            if other is not None and len(items) < int(found.match["count"]):
                args = {"text": found.match[0], "item": other, "count": found.match["count"]}
                yield Diagnostic(KIND, found.place, args, hint="hint", subject=other)


def _is_among(item: str, whole: list[str]) -> bool:
    """Whether an item, or its end behind a verb, is one of those."""
    return any(item.endswith(each) or each.endswith(item) or item[-_OWN:] == each[-_OWN:] for each in whole)
