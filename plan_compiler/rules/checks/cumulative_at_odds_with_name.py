"""An indicator's name says that it accumulates, or that it starts anew each year, and `cumulative` says otherwise.

A name with 累计 is of a running total: `cumulative: true` prints its mark and lets the compiler see that it never falls; a fall
(能耗累计降低) begins anew with each plan, and may be either; what is left (基金累计结存) may be less next year. A name with
年均 or 当年 is of one year, and cannot accumulate.

名称里有“累计”，就应写 `cumulative: true`，这样会加方括号，并核对逐年不减；“累计降低”每个五年重新算起，写不写都可以；“累计结存”是余额，可增可减；名称里有“年均”“当年”的是一年的数，不能累
计。

怎么办：改名称，或改 `cumulative`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: firms, name: 累计高新技术企业, unit: 家, attribute: 预期性, values: {2020: 43, 2023: 70, 2025: 100}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: firms, name: 累计高新技术企业, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 43, 2023: 70, 2025: 100}}
      - {id: energy, name: 单位GDP能耗累计降低, unit: '%', attribute: 约束性, values: {2020: 16.2, 2025: 14.5}}
      - {id: fund, name: 养老保险基金累计结存, unit: 亿元, attribute: 预期性, values: {2020: 86.2, 2025: 112.5}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND209",
    "cumulative-at-odds-with-name",
    Severity.WARNING,
    Message("指标名称与 cumulative 不符", "An indicator's name is at odds with `cumulative`"),
    {
        "message": Message(
            "{name}按名称是累计值，却没有 cumulative: true",
            "{name} is a running total by its name, but lacks `cumulative: true`",
        ),
        "yearly": Message(
            "{name}按名称是逐年的值，却写了 cumulative: true",
            "{name} is of single years by its name, but has `cumulative: true`",
        ),
        "hint": Message("改正名称或 cumulative", "mend the name or `cumulative`"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look for the words of either kind in every name."""
    aspects = linked.words.qualifiers.aspects
    running = [word for word, aspect in aspects.items() if aspect is Aspect.CUMULATIVE]
    known = proofing(linked.plan.language)
    others = (*linked.words.qualifiers.falling, *known.stocks)
    yearly = compiled(known.yearly)
    for path, _, indicator in indicators(linked.plan):
        says_running = any(_is_named(word, indicator.name, others) for word in running)
        says_yearly = yearly.search(indicator.name) is not None
        args, place = {"name": indicator.name}, Place((*path, "name"))
        if says_running and not says_yearly and not indicator.cumulative and not indicator.qualitative:
            yield Diagnostic(KIND, place, args, hint="hint", values=args)
        elif says_yearly and not says_running and indicator.cumulative:
            yield Diagnostic(KIND, place, args, "yearly", hint="hint", values=args)


def _is_named(word: str, name: str, others: tuple[str, ...]) -> bool:
    """Whether a name has the word, and not before one of a fall or of what is left: 能耗累计降低 is what falls in each plan, and begins anew
    with the next; 基金累计结存 may be less next year.
    """
    return word in name and not name.partition(word)[2].lstrip().startswith(others)
