"""A change is bound to other years than those that its text says.

比2020年提高`[1.2岁](=life[2030] - life[2025])`: the text compares with 2020, and the form subtracts the value of 2025. So are looked at the year that a change
leads to (到2027年，…) and how long it takes (十年年均增长 of a form over five years; “十五五”期间 of one over a part of it). Where the indicator has the same value in both years,
nothing is said.

What to do: mend the year in the text, or those of the form.

文中写“比2020年提高[1.2岁](=life[2030] - life[2025])”：文字是与2020年比，算式减去的却是2025年的数。变化到哪一年（“到2027年，……”）、跨几年（“十年年均增长”
而算式只有五年；“十五五”期间而算式只有其中几年）也同样核对。两年数值相同的不报。

怎么办：改正文中的年份或年数，或改正算式里的年份。

Bad:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 目标
    body: |
      到2030年，人均预期寿命比2020年提高[1.2岁](=life[2030] - life[2025])；十年年均提高[0.24岁](=per_year(life[2030] - life[2025]))。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2025: 实际, 2027: 中期, 2030: 目标}
groups:
  - title: 健康
    indicators:
      - {id: life, name: 人均预期寿命, unit: 岁, attribute: 预期性, values: {2025: 79.8, 2027: 80.3, 2030: 81.0}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 目标
    body: |
      到2030年，人均预期寿命比2025年提高[1.2岁](=life[2030] - life[2025])，五年年均提高[0.24岁](=per_year(life[2030] - life[2025]))；到2027年，提高[0.5岁](=life[2027] -
      life[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2025: 实际, 2027: 中期, 2030: 目标}
groups:
  - title: 健康
    indicators:
      - {id: life, name: 人均预期寿命, unit: 岁, attribute: 预期性, values: {2025: 79.8, 2027: 80.3, 2030: 81.0}}
```
"""

from collections.abc import Iterator, Mapping

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.bound_changes import BoundChange, bound_change
from plan_compiler.rules.prose.claims.changes.change_clauses import change_told
from plan_compiler.rules.prose.claims.changes.change_words import changes
from plan_compiler.rules.prose.figures import Told

KIND = Kind(
    "NUM445",
    "change-of-other-years",
    Severity.WARNING,
    Message("文中的年份与算式的年份不同", "A change is bound to other years than those that its text says"),
    {
        "since": Message(
            "文中是与 {told} 年比，算式减去的却是 {bound} 年的{name}",
            "the text compares with {told}, but the form takes {name} of {bound}",
        ),
        "until": Message(
            "文中说的是到 {told} 年，算式用的却是 {bound} 年的{name}",
            "the text speaks of {told}, but the form takes {name} of {bound}",
        ),
        "span": Message(
            "文中说的是 {told} 年，算式却是{name}由 {first} 年到 {last} 年，共 {bound} 年",
            "the text speaks of {told} years, but the form takes {name} from {first} to {last}, which is {bound}",
        ),
        "hint": Message("改正文中的年份或年数，或改正算式里的年份", "mend the years in the text, or those of the form"),
    },
)


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the years of each computed change with those that its sentence says."""
    linked = prose.linked
    bound = {form.place: found for form in linked.forms.values() if (found := bound_change(linked, form))}
    for path in dict.fromkeys(place.path for place in bound):
        for run in prose.runs_at(path):
            for told in prose.figures(run) if run.forms else ():
                change = bound.get(told.form.place) if told.form is not None else None
                if change is not None:
                    yield from _compare(prose, told, change)


def _compare(prose: ProseFigures, told: Told, change: BoundChange) -> Iterator[Outcome]:
    said = change_told(prose, changes(prose.language), told)
    if said is None:
        return
    for message, year, own in (("since", said.since, change.first), ("until", said.until, change.last)):
        if year is not None and year != own:
            if not change.is_same(prose.linked, year, own):
                yield _differs(prose, told, message, _arguments(change, year, own))
            return
    span = change.last - change.first
    if said.years is not None and said.years != span:
        yield _differs(prose, told, "span", _arguments(change, said.years, span))


def _arguments(change: BoundChange, said: int, bound: int) -> Mapping[str, str]:
    years = {"told": str(said), "bound": str(bound)}
    return {**years, "name": change.name, "first": str(change.first), "last": str(change.last)}


def _differs(prose: ProseFigures, told: Told, message: str, args: Mapping[str, str]) -> Outcome:
    place = told.place(prose.written(told.run))
    return Diagnostic(KIND, place, args, message, hint="hint", values=args, subject=told.text)
