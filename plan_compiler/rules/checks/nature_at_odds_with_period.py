"""A project's nature does not go with its period.

A project that is continued (续建) began before the plan; a new one (新建) begins within it. What a word means is known from
the language's vocabulary, to which plan.yaml may add (`vocabulary: {natures: {收尾: 续建}}`).

续建项目应在规划开始前已开工，新建项目应在规划期内开工。期限与性质对不上，必有一处写错。

怎么办：改正建设性质或期限；本规划自己的用词在 plan.yaml 里写明意义：`vocabulary: {natures: {收尾: 续建}}`。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2019-2023, total: 100, in_period: 50, owner: 建设局}
```

Good:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 续建, period: 2019-2023, total: 100, in_period: 50, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.vocabulary import Nature
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.schedule import plan_years, scheduled

KIND = Kind(
    "PRJ307",
    "nature-at-odds-with-period",
    Severity.WARNING,
    Message("建设性质与期限不符", "A project's nature is at odds with its period"),
    {
        "message": Message(
            "{name}列为“{nature}”，却在规划期（{first}年起）之前的{start}年开工",
            "{name} is listed as {nature}, but began in {start}, before the plan ({first} on)",
        ),
        "continued": Message(
            "{name}列为“{nature}”，却在规划期内的{start}年才开工（规划期自{first}年起）",
            "{name} is listed as {nature}, but begins only in {start}, within the plan ({first} on)",
        ),
        "hint": Message("核对建设性质与建设期限", "mend the nature or the period"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Compare when each project begins with what its nature says."""
    years = plan_years(linked)
    if years is None:
        return
    first = years[0]
    natures = linked.words.meanings.natures
    for entry in scheduled(linked):
        start = entry.period.start if entry.period else None
        nature = natures.get(entry.project.nature)
        if start is None or nature not in (Nature.NEW, Nature.CONTINUED):
            continue
        if (start >= first) is (nature is Nature.NEW):
            yield Consistent(entry.place("nature"))
            continue
        message = "message" if nature is Nature.NEW else "continued"
        values = {"nature": entry.project.nature, "period": entry.project.period}
        args = {"name": entry.project.name, "start": str(start), "first": str(first), **values}
        yield Diagnostic(KIND, entry.place("nature"), args, message, hint="hint", values=values)
