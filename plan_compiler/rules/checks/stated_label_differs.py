"""A published number is not the one that counting gives.

`stated: {label: 6、}` keeps the number that a heading or a box carries in print. Here it is not the one its place
gives: a number was typed twice, left out, or not renewed when something moved.

What to do: drop `stated`, and the compiler numbers by itself; a published number that cannot change is waived.

`stated: {label: 6、}` 保留已经刊印的编号，而按位置数应是另一个：编号写重了、漏了，或者移动后没有改。

怎么办：删去 `stated`，由编译器编号；已公布、不能改的，登记豁免。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 布局
    sections:
      - title: 甲区
      - {title: 乙区, stated: {label: （一）}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 布局
    sections:
      - title: 甲区
      - {title: 乙区, stated: {label: （二）}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Consistent, Outcome

KIND = Kind(
    "TXT701",
    "stated-label-differs",
    Severity.ERROR,
    Message("编号与顺序不符", "A published number is not the counted one"),
    {
        "message": Message(
            "编号印作“{printed}”，按顺序应为“{counted}”", "printed as {printed}; counting gives {counted}"
        ),
        "hint": Message("删去 stated.label，由编译器编号", "drop `stated.label` to have it counted"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare every stated label with the counted one."""
    for path, label in linked.labels.items():
        if label.stated:
            place = Place((*path, "stated", "label"))
            yield (
                Consistent(place)
                if label.counted == label.printed
                else _diagnostic(place, label.printed, label.counted)
            )


def _diagnostic(place: Place, printed: str, counted: str) -> Diagnostic:
    values = {"stated": printed, "counted": counted}
    return Diagnostic(
        KIND, place, {"printed": printed, "counted": counted}, hint="hint", values=values, subject=printed
    )
