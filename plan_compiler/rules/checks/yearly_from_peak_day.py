"""What is used in a year is 365 times what is used on the highest day.

年用水总量2777.7万m³，最高日7.61万t/d: the highest day is more than an average one, and the year's total is that of average days.

What to do: divide by the coefficient of daily variation, or say that it is an upper limit.

年总量正好是最高日的365倍：“年用水总量2777.7万m³，最高日7.61万t/d”。最高日用水大于平均日，年总量应按平均日（最高日除以日变化系数）推算。

怎么办：按平均日推算，或写明是上限。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 供水
    body: |
      年用水总量2777.7万m³（最高日用水7.61万t/d）。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 供水
    body: |
      年用水总量2136.7万m³（最高日用水7.61万t/d）。年用水总量2777.7万m³，平均日用水7.61万t/d。
```
"""

from collections.abc import Iterator
from decimal import Decimal

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import printed

KIND = Kind(
    "NUM435",
    "yearly-from-peak-day",
    Severity.INFO,
    Message("年总量按最高日推算", "A year's total is reckoned from its highest day"),
    {
        "message": Message(
            "年总量 {year} 是最高日 {day} 的365倍；最高日大于平均日，年总量偏大",
            "{year} a year is 365 times {day} on the highest day, which is more than an average one",
        ),
        "hint": Message(
            "按平均日推算，或写明是上限", "reckon it from an average day, or say that it is an upper limit"
        ),
    },
)
_DAYS, _NEAR = 365, Decimal("0.001")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for a year's total with the highest day's right behind it."""
    pattern = proofing(linked.plan.language).peak_day
    for found in printed(linked).search(compiled(pattern)) if pattern else ():
        match = found.match
        year, day = Decimal(match["year"]), Decimal(match["day"])
        if match["many"] == match["many_a_day"] and abs(day * _DAYS - year) <= year * _NEAR:
            args = {"year": match["year"] + match["many"], "day": match["day"] + match["many_a_day"]}
            yield Diagnostic(KIND, found.place, args, hint="hint", values=args, subject=match["year"])
