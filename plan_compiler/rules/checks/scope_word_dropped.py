"""A text leaves out the word that says what an indicator covers.

The table has 规上工业总产值 (of enterprises above a set size), and a text gives the very figure of 工业总产值, which is another statistic. The same for 限上,
城镇, 农村, 户籍. Nothing is said where the paragraph has the word before, or a heading over it, or where the plan has an indicator of the shorter name.

What to do: write the indicator's whole name.

表中是“规上工业总产值”，正文引的是同一个数，却写作“工业总产值”：少了限定统计范围的词，就成了另一个指标。“限上”“城镇”“农村”“户籍”也一样。本段
前面或上级标题有这个词的，或者规划另有短名称的指标的，不报。

怎么办：写出指标的全名。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      到2025年，工业总产值[超220亿元](=output[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      到2025年，规模以上工业总产值[220亿元](=output[2025])。规上企业扩产，工业总产值由[78亿元](=output[2020])增至[220亿元](=output[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
```
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Related, Severity
from plan_compiler.language.words import words
from plan_compiler.link.outline import indicators
from plan_compiler.model.indicators import Indicator
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.setting import headings_of
from plan_compiler.rules.prose.wording import plain

KIND = Kind(
    "NUM428",
    "scope-word-dropped",
    Severity.INFO,
    Message("指标名称少了统计范围", "A text leaves out what an indicator covers"),
    {
        "message": Message(
            "“{text} {stated}”引的是{name}的数，名称少了“{scope}”",
            "{text} {stated} is the figure of {name}, without {scope}",
        ),
        "home": Message("{name}", "{name}"),
        "hint": Message("写作“{name}”", "write {name}"),
    },
)


class _Scoped(Struct, frozen=True):
    """An indicator whose name is a word of `scope` and the name of a wider one."""

    indicator: Indicator
    scope: str
    place: Place


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Look at the figures bound to one indicator of such a name, by the words before them."""
    scopes = words(prose.linked.plan.language).discourse.scopes
    wider = _wider(prose, scopes)
    by_id = {each.indicator.id: (rest, each) for rest, each in wider.items()}
    for run in prose.chapter_runs(lambda text: any(rest in text for rest in wider)) if wider else ():
        for told in prose.figures(run) if run.forms else ():
            needs = {key.partition("[")[0] for key in told.form.needs} if told.form is not None else set[str]()
            rest, scoped = by_id.get(next(iter(needs)), ("", None)) if len(needs) == 1 else ("", None)
            if scoped is not None and _is_named(prose, told, rest, scopes):
                name, stated = scoped.indicator.name, told.worded
                args = {"text": rest, "stated": stated, "name": name, "scope": scoped.scope}
                related = (Related(scoped.place, "home", args),)
                place = told.place(prose.written(run))
                yield Diagnostic(KIND, place, args, hint="hint", values=args, subject=told.text, related=related)


def _wider(prose: ProseFigures, scopes: tuple[str, ...]) -> Mapping[str, _Scoped]:
    """The indicators of such names by the name of the wider one, which is none of the plan's."""
    own = {indicator.name: (path, indicator) for path, _, indicator in indicators(prose.linked.plan)}
    found: dict[str, _Scoped] = {}
    for name, (path, indicator) in own.items():
        scope = next((word for word in scopes if name.startswith(word)), "")
        rest = name.removeprefix(scope)
        if scope and rest not in own and plain(rest) not in prose.attribution.background.names.subjects:
            found[rest] = _Scoped(indicator, scope, Place((*path, "name")))
    return found


def _is_named(prose: ProseFigures, told: Told, rest: str, scopes: tuple[str, ...]) -> bool:
    """Whether the wider name stands right before a figure, and no such word before it in the paragraph or over it in a heading."""
    above = (told.run.text[: told.start], *headings_of(prose.linked.plan, told.run.path))
    return told.before.rstrip().endswith(rest) and not any(word in each for word in scopes for each in above)
