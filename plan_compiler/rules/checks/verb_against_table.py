"""A target goes up where the text says down, or down where it says up.

到2025年，单位产值水耗提高到12立方米, where the table has 15 in the base year: the figure is the table's, and the verb tells the other way. Looked at are
the verbs that lead to a figure (增至, 降到), where the table has the values of earlier years and all of them are on the other side; a sentence
with both ends (由…降到…) is looked at by NUM415.

What to do: mend the verb; where the verb is right, the figure in the text or in the table is not.

“到2025年，单位产值水耗提高到12立方米”，而表中基期为15：数与表一致，动词却说反了。只看引出数的动词（“增至”“降到”），而且表中以前各年的数值都在
另一边；两端都写的句子（“由……降到……”）归 NUM415 管。

怎么办：改正动词；动词不错的，就是正文或表中的数错了。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      到2025年，固定资产投资降至130亿元。到2025年，单位产值水耗提高到12立方米/万元。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: investment, name: 固定资产投资, unit: 亿元, attribute: 预期性, values: {2020: 57, 2025: 130}}
      - {id: water, name: 单位产值水耗, unit: 立方米/万元, attribute: 约束性, values: {2020: 15, 2025: 12}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      到2025年，固定资产投资增至130亿元，单位产值水耗降到12立方米/万元，污水处理标准提高到10毫克/升。到2025年，在建工地由2023年的40个减少到30个。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: investment, name: 固定资产投资, unit: 亿元, attribute: 预期性, values: {2020: 57, 2023: 100, 2025: 130}}
      - {id: water, name: 单位产值水耗, unit: 立方米/万元, attribute: 约束性, values: {2020: 15, 2023: 14, 2025: 12}}
      - {id: standard, name: 污水处理标准, unit: 毫克/升, attribute: 约束性, values: {2020: 20, 2023: 15, 2025: 10}}
      - {id: sites, name: 在建工地, unit: 个, attribute: 预期性, values: {2020: 25, 2023: 40, 2025: 30}}
```
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Severity
from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.worded import worded
from plan_compiler.model.indicators import Indicator
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, aligned
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_words import Changes, changes
from plan_compiler.rules.prose.claims.contradictions import home
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.spoken import Spoken

KIND = Kind(
    "NUM427",
    "verb-against-table",
    Severity.WARNING,
    Message("动词与表中走向相反", "A verb tells the other way than the table"),
    {
        "rise": Message(
            "文中“{verb}{stated}”说的是升，而{name}{year}年为 {before}，到{target}年是降",
            "{verb}{stated} tells a rise, but {name} is {before} in {year}, so that it falls by {target}",
        ),
        "fall": Message(
            "文中“{verb}{stated}”说的是降，而{name}{year}年为 {before}，到{target}年是升",
            "{verb}{stated} tells a fall, but {name} is {before} in {year}, so that it rises by {target}",
        ),
        "home": Message("{name} {value}", "{name}: {value}"),
        "hint": Message("核对动词和数据", "mend the verb, or the figure"),
    },
)
RELATES = Tie.BOUND

_Spot: TypeAlias = tuple[NodePath, int, int]


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare each verb that leads to a figure of an indicator with the table's values of earlier years."""
    known = changes(prose.language)
    named = {each.told.spot: each.subject.id for each in prose.spoken}
    for spoken in prose.spoken:
        indicator, told = spoken.subject.indicator, spoken.told
        if indicator is None or spoken.year is None or spoken.aspect is not None:
            continue
        if _has_start(prose, known, spoken, named):
            continue
        verb = known.verb(told.opening.rstrip())
        if verb and (earlier := _earlier(prose.linked, indicator, spoken.year)):
            yield from _judge(prose, spoken, verb, earlier)


def _has_start(prose: ProseFigures, known: Changes, spoken: Spoken, named: Mapping[_Spot, str]) -> bool:
    """Whether the sentence may say from where the figure is reached: 由…, or with a figure of the unit before it that is of nothing else (冲高到1300亿元后，…)."""
    told, own = spoken.told, spoken.subject.id
    start, unit = sentence_start(told.run.text, told.start), told.mention.quantity.unit
    before = [each for each in prose.figures(told.run) if start <= each.start < told.start]
    return known.starts(told.run.text[start : told.start]) or any(
        each.mention.quantity.unit == unit and _may_be(each, own, named) for each in before
    )


def _may_be(told: Told, own: str, named: Mapping[_Spot, str]) -> bool:
    """Whether a figure may be one of `own`: it speaks of nothing else, and is bound to nothing else."""
    bound = {key.partition("[")[0] for key in told.form.needs} if told.form is not None else {own}
    return named.get(told.spot, own) == own and own in bound


def _earlier(linked: LinkedPlan, indicator: Indicator, year: int) -> list[tuple[int, Quantity]]:
    """The indicator's values of the years before `year`."""
    found = []
    for each in sorted(each for each in indicator.values if each < year):
        node = linked.figures.get(f"{indicator.id}[{each}]")
        if node is not None and isinstance(node.result, Quantity):
            found.append((each, node.result))
    return found


def _judge(prose: ProseFigures, spoken: Spoken, verb: str, earlier: list[tuple[int, Quantity]]) -> Iterator[Outcome]:
    told, indicator = words(prose.language).discourse, spoken.subject.indicator
    rises = verb not in told.falling
    assert indicator is not None
    if verb in told.improving and (indicator.better == "lower" or any(w in indicator.name for w in told.strictness)):
        return
    try:
        pairs = [aligned(value, spoken.value) for _, value in earlier]
    except UnitMismatchError:
        return
    place = spoken.told.place(prose.written(spoken.told.run))
    against = [
        now.interval.is_below(then.interval) if rises else then.interval.is_below(now.interval) for then, now in pairs
    ]
    if not all(against):
        yield Consistent(place, (spoken.key, f"{indicator.id}[{earlier[-1][0]}]"))
        return
    (year, _), opening = earlier[-1], spoken.told.opening
    args = {
        "verb": opening[opening.rfind(verb) :],
        "stated": spoken.told.worded,
        "name": indicator.name,
        "year": str(year),
        "target": str(spoken.year),
        "before": worded(prose.linked, f"{indicator.id}[{year}]"),
        "value": worded(prose.linked, spoken.key),
    }
    message = "rise" if rises else "fall"
    related = home(prose, spoken, args)
    yield Diagnostic(KIND, place, args, message, hint="hint", values=args, subject=spoken.told.text, related=related)
