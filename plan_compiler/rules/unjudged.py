"""A relation cannot be judged, and no other finding says why.

What a figure is compared with has no value: it would be divided by something that may be zero, the number of years is not
clear, or a figure has too many digits. Nothing is passed over in silence: the finding says where and why. Where the trouble is a
finding of its own (an id that does not exist, a unit that does not fit), that one is enough; and a value that is left open
on purpose is no trouble.

What to do: give the figure a value that can be computed, or say in words what is meant.

这处关系核对不了：除数可能为零、年数说不清，或者位数太多。编译器不会悄悄跳过，所以写明在哪里、为什么。原因另有提示的
（标识不存在、单位不合）不重报；有意留空的不算。

怎么办：让它算得出数值，或改用文字说明。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      改造[12户](:=a)，人均[3](=a / (a - a))。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      改造[12户](:=a)，拆除[4户](:=b)，前者是后者的[3](=a / b)倍。
```
"""

from collections.abc import Iterable, Iterator
from inspect import getdoc
from sys import modules

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.reasons import REASONS, REPORTED_ELSEWHERE, Reason
from plan_compiler.rules.outcome import NotCheckable

NOT_CHECKABLE = Kind(
    "NUM490",
    "not-checkable",
    Severity.INFO,
    Message("无法核对", "A relation cannot be checked"),
    {
        "message": Message("无法核对：{about}", "cannot be checked: {about}"),
        **{
            reason: Message(f"无法核对：{message.zh}", f"cannot be checked: {message.en}")
            for reason, message in REASONS.items()
        },
        "years_told": Message("写明年数，如：{corrected}", "say how many years, as in {corrected}"),
    },
    manual=getdoc(modules[__name__]) or "",
)


_LEFT_OPEN = frozenset({Reason.MISSING, Reason.NOTHING, Reason.QUALITATIVE})
"""A planner left the value open, or put it into words: that is no trouble to tell of."""


def unjudged(relations: Iterable[NotCheckable]) -> Iterator[Diagnostic]:
    """A note for each relation whose reason has no finding of its own."""
    for relation in relations:
        if relation.reason not in REPORTED_ELSEWHERE | _LEFT_OPEN:
            about = relation.about
            corrected = _with_years(about) if relation.reason == Reason.YEARS else ""
            yield Diagnostic(
                NOT_CHECKABLE,
                relation.place,
                {"about": about, "corrected": corrected},
                message=relation.reason,
                hint="years_told" if corrected else None,
                subject=about or None,
            )


def _with_years(call: str) -> str:
    """A rate of growth with five years for its third argument, as an example; "" for another call."""
    return f"{call.removesuffix(')')}, 5)" if call.startswith("cagr(") and call.endswith(")") else ""
