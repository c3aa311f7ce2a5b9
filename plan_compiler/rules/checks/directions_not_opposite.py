"""The two ends of a stretch do not face each other.

A road that begins in the north (北起) ends in the south (南至); 北起…西至 names the corners of a bend at best, and one that runs 东西走向 has no
end in the north. It may be so: this is for information.

北起的路应南至；“北起…西至”说的至多是一个拐弯的路，东西走向的路也没有北端。也可能确实如此，所以只是提示。

怎么办：核对起讫方位。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      河道北起水埠路，西至南洋大道，长483米。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      道路呈南北走向，南起甲路，北至乙路；另一条西起丙路，东至丁路。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "TXT723",
    "directions-not-opposite",
    Severity.INFO,
    Message("起讫方位不相对", "The ends of a stretch do not face each other"),
    {
        "message": Message(
            "“{text}”的起讫方位不相对：{start}起应{expected}至", "{text}: from the {start} it goes to the {expected}"
        ),
        "course": Message("“{text}”与“{course}走向”不合", "{text} does not go with the course {course}"),
        "hint": Message("核对起讫点；线路确有转折的可保留", "see where it begins and ends; a bend may be meant"),
    },
)
_LONGEST = 30
_BEFORE = len("南北走向，东南") + 1


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search for 北起 … 至, and for the course stated before it."""
    opposites = proofing(linked.plan.language).opposites
    facing = {one: other for pair in opposites for one, other in (pair, pair[::-1])}
    if not facing:
        return
    any_ = "|".join(sorted(facing, key=len, reverse=True))
    between = f"[^，,；;。\\n]{{1,{_LONGEST}}}"
    begins = compiled(rf"(?:(?P<course>[东西南北]{{2}})走向[，,])?(?<![东西南北])(?P<start>{any_})$")
    stretch = compiled(rf"起(?<=[东西南北]起){between}[，,](?P<end>{any_})至")
    for found in printed(linked).search(stretch):
        begun = begins.search(found.before(_BEFORE))
        if begun is None:
            continue
        course, start, end = begun["course"], begun["start"], found.match["end"]
        text, place = start + found.match[0], found.line.place(found.start - len(start), found.end)
        args = {"text": text, "start": start, "expected": facing[start]}
        if end != facing[start]:
            yield Diagnostic(KIND, place, args, hint="hint", subject=text)
        elif course and len(start) == 1 and set(course) != {start, end}:
            yield Diagnostic(KIND, place, args | {"course": course}, "course", hint="hint", subject=text)
