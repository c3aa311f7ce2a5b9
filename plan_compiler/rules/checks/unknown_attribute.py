"""An indicator's attribute is a word without a meaning, or another word than its table has for the same.

`attribute` says how binding a target is: 预期性 or 约束性. Rules hold binding targets to more, so the word has
to be one that they know; and a table prints one word for one thing. A word of the plan's own is given its meaning in plan.yaml:
`vocabulary: {attributes: {指导性: 预期性}}`.

`attribute` 写明目标的约束力：预期性或约束性。规则对约束性指标要求更严，所以必须是认得的词；同一张表里同一个意思只用一
个词。

怎么办：改成预期性、约束性；本规划自己的用词，在 plan.yaml 里写明意义：`vocabulary: {attributes: {指导性: 预期性}}`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: people, name: 常住人口, unit: 万人, attribute: 预期姓, values: {2020: 4, 2025: 10}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: people, name: 常住人口, unit: 万人, attribute: 约束性, values: {2020: 4, 2025: 10}}
```
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity, listed
from plan_compiler.language.attributes import meant_attribute
from plan_compiler.language.vocabulary import Attribute
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.model.indicators import Indicator
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND212",
    "unknown-attribute",
    Severity.WARNING,
    Message("指标属性不认识", "An indicator's attribute is not known"),
    {
        "message": Message(
            "{name}的属性“{word}”不在词汇表中，不知道是不是约束性指标",
            "{name}: the attribute {word} is not in the vocabulary, so that it is not known whether its target binds",
        ),
        "varies": Message(
            "{name}的属性写作“{word}”，同一张表的其他指标写作“{usual}”",
            "{name}: the attribute is called {word}, and {usual} elsewhere in the table",
        ),
        "hint": Message(
            "改为{known}，或在 plan.yaml 写 `vocabulary: {{attributes: {{{word}: {first}}}}}`",
            "use {known}, or give it a meaning in plan.yaml: `vocabulary: {{attributes: {{{word}: {first}}}}}`",
        ),
        "near": Message("改为{near}", "use {near}"),
        "same": Message("统一为“{usual}”", "call it {usual}"),
    },
)
_Row = tuple[NodePath, Indicator]


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the attributes of every table."""
    known = linked.words.meanings.attributes
    tables: defaultdict[str, list[_Row]] = defaultdict(list)
    for path, table, indicator in indicators(linked.plan):
        tables[table.id].append((path, indicator))
    for rows in tables.values():
        yield from _unknown(rows, known)
        for meaning in Attribute:
            words = [word for word in known if known[word] is meaning]
            yield from _varying([row for row in rows if known.get(row[1].attribute) is meaning], words)


def _unknown(rows: list[_Row], known: Mapping[str, Attribute]) -> Iterator[Outcome]:
    usual = {meaning: word for word, meaning in reversed(list(known.items()))}
    args = {"known": listed(usual[meaning] for meaning in Attribute), "first": usual[Attribute.EXPECTED]}
    for path, indicator in rows:
        word = indicator.attribute
        if word not in known:
            near = meant_attribute(word, known)
            place = Place((*path, "attribute"))
            named = {"name": indicator.name, "word": word, "near": near, **args}
            yield Diagnostic(KIND, place, named, hint="near" if near else "hint", subject=word)


def _varying(rows: list[_Row], words: list[str]) -> Iterator[Outcome]:
    """The words that are rarer than another one for the same; where both are as frequent, the first of the vocabulary is right."""
    times = Counter(indicator.attribute for _, indicator in rows)
    usual = min(times, key=lambda word: (-times[word], words.index(word)), default="")
    for path, indicator in rows:
        if indicator.attribute != usual:
            args = {"name": indicator.name, "word": indicator.attribute, "usual": usual}
            place = Place((*path, "attribute"))
            yield Diagnostic(KIND, place, args, "varies", hint="same", subject=indicator.attribute)
