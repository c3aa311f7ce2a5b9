"""A text calls an indicator by another word than the table.

全社会研发经费与营业收入之比, bound to 研发经费占营业收入比重, which is of enterprises alone, says more than the table has. 城市人口达到10.5万人, bound to 常住人口: both end alike and say something else before it, so that a reader takes them for two statistics. Only figures that are bound to one indicator
are looked at, names that differ in one word of two characters, and paragraphs that have its right name nowhere.

What to do: write the name as in the table, or bind the figure to what is meant.

正文引的是表中某指标的数，名称却换了一个词：表中是“常住人口”，正文写“城市人口”，成了另一个统计口径。只看绑定到单个指标的数据，且名称只差两个字的限定词；
本段已写过正确名称的不报。子句以“全社会”“规上”“户籍”之类限定统计范围的词开头、
指标名称却没有这样的词的，也报。

怎么办：照表中的名称写，或改绑所指的指标。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      到2025年，城市人口达到[10.5万人](=population[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: population, name: 常住人口, unit: 万人, attribute: 预期性, values: {2020: 4, 2025: 10.5}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      到2025年，常住人口达到[10.5万人](=population[2025])，全区常住人口[10.5万人](=population[2025])；人口达到[10.5万人](=population[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: population, name: 常住人口, unit: 万人, attribute: 预期性, values: {2020: 4, 2025: 10.5}}
```
"""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.language.words import words
from plan_compiler.link.expressions import At, Name
from plan_compiler.link.outline import indicators
from plan_compiler.model.indicators import Indicator
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.setting import headings_of
from plan_compiler.rules.prose.wording import longest_first

KIND = Kind(
    "NUM434",
    "named-unlike-its-indicator",
    Severity.INFO,
    Message("正文所写的指标名称与表不同", "A text calls an indicator by another word than the table"),
    {
        "message": Message(
            "“{text} {stated}”引的是{name}的数，名称却不同", "{text} {stated} is the figure of {name}, called otherwise"
        ),
        "home": Message("{name}", "{name}"),
        "hint": Message("写作“{name}”", "write {name}"),
    },
)
_WORD = 2
"""How many characters a word has that tells two names apart."""
_REACH = 60
_CLAUSE = compiled(r"[，。；：\n]")
_Named = tuple[NodePath, Indicator]


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Look at the words right before the figures that are bound to one indicator."""
    if not in_chinese(prose.linked.plan.language):
        return
    verbs = "|".join(map(re.escape, longest_first(words(prose.linked.plan.language).discourse.reaching)))
    own = {indicator.id: (path, indicator) for path, _, indicator in indicators(prose.linked.plan)}
    names = {indicator.name for _, indicator in own.values()}
    words_before = re.compile(rf"(?:^|[，。；、：（\s])(?P<name>[^，。；、：（）\s]{{4,10}}?)(?:{verbs})?$")
    for run in prose.chapter_runs(lambda text: any(name[-_WORD:] in text for name in names)):
        for told in prose.figures(run) if run.forms else ():
            is_value = told.form is not None and isinstance(told.form.expr, At | Name)
            named = (
                own.get(told.form.needs[0].partition("[")[0]) if is_value and told.form and told.form.needs else None
            )
            found = words_before.search(told.run.text[max(0, told.start - 16) : told.start]) if named else None
            if named and found and _is_other(prose, told, found["name"], named[1].name, names):
                yield _told(prose, told, found["name"], named)
            elif named and (scope := _wider_scope(told, named[1].name)):
                yield _told(prose, told, scope, named)


def _is_other(prose: ProseFigures, told: Told, text: str, name: str, names: set[str]) -> bool:
    """Whether `text` is the name but for one word, and no name that the plan has."""
    if len(text) != len(name) or text in names or name in told.run.text:
        return False
    if any(name in heading for heading in headings_of(prose.linked.plan, told.run.path)):
        return False
    differing = [at for at, char in enumerate(text) if char != name[at]]
    is_word = differing == list(range(differing[0], differing[0] + _WORD)) if differing else False
    return is_word and differing[-1] < len(name) - 1


def _wider_scope(told: Told, name: str) -> str:
    """The words of a clause that set out with a scope of statistics, where the name has none: 全社会研发经费…; "" for others."""
    clause = _CLAUSE.split(told.run.text[max(0, told.start - _REACH) : told.start])[-1]
    scopes = words(told.language).discourse.own_scopes
    return clause if clause.startswith(scopes) and not any(scope in name for scope in scopes) else ""


def _told(prose: ProseFigures, told: Told, text: str, named: _Named) -> Diagnostic:
    path, indicator = named
    args = {"text": text, "stated": told.worded, "name": indicator.name}
    related = (Related(Place((*path, "name")), "home", args),)
    place = told.place(prose.written(told.run))
    return Diagnostic(KIND, place, args, hint="hint", values=args, subject=told.text, related=related)
