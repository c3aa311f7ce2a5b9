"""Codes of one kind have their numbers in two digits here, and in one there.

02-E-7 beside 11-E-01: a plot is looked up by its code as it is written. Looked at are codes of three parts and more; told once, at the first of the rarer
way.

What to do: write them as the map of plots does.

同一类编号，末尾的数有的补足两位、有的只写一位：地块“02-E-7”与“11-E-01”。只看三段以上的编号；在较少的那种写法的第一处报。

怎么办：照规划图上的编号写全。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      出让11-E-01、11-E-09地块，修复02-E-7地块。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      出让11-E-01、11-E-09、02-E-12地块，选用A-1、B-05型设备。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT741",
    "codes-padded-or-not",
    Severity.INFO,
    Message("编号位数不一", "Codes of one kind have different numbers of digits"),
    {
        "message": Message(
            "“{text}”的位数与另 {others} 个编号（如“{other}”）不一，这样的共 {count} 个",
            "{text} has not as many digits as {others} others, such as {other}; there are {count} such",
        ),
        "hint": Message("统一位数", "write them alike"),
    },
)
_END = compiled(r"-[A-Z]{1,2}-(?P<number>0?[1-9])(?![0-9A-Za-z-])")
_HEAD = compiled(r"(?<![0-9A-Za-z-])[0-9A-Z]{1,3}(?:-[0-9A-Z]{1,3})?$")
_LONGEST_HEAD = 8


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Count the codes whose last number is one of 1 to 9, by how it is written."""
    ways: dict[bool, dict[str, Place]] = {True: {}, False: {}}
    for found in printed(linked).search(_END):
        if head := _HEAD.search(found.before(_LONGEST_HEAD)):
            place = found.line.place(found.start - len(head[0]), found.end)
            ways[found.match["number"].startswith("0")].setdefault(f"{head[0]}{found.match[0]}", place)
    rarer, usual = sorted(ways.values(), key=len)
    if rarer:
        (text, place), other = next(iter(rarer.items())), next(iter(usual))
        args = {"text": text, "other": other, "count": str(len(rarer)), "others": str(len(usual))}
        yield Diagnostic(KIND, place, args, hint="hint", values={"count": args["count"]}, subject=text)
