"""Money is counted for a project whose years of construction are not decided.

How much of a project falls within the plan depends on when it is built. Where that is not decided, the
amount within the plan is a guess.

项目有多少投资落在规划期内，取决于什么时候建设。期限没有定，规划期内投资就只是估计。

怎么办：写明建设期限；确实未定的，规划期内投资写 0，或说明依据。

Bad:

```yaml annex.yaml
id: annex
title: 重大项目安排表
unit: 万元
categories:
  - id: roads
    title: 道路
    projects:
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 未定, total: 100, in_period: 100, owner: 建设局}
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
      - {id: r1, name: 甲路, scope: 长一公里, nature: 新建, period: 2021-2023, total: 100, in_period: 100, owner: 建设局}
      - {id: r2, name: 乙路, scope: 长一公里, nature: 新建, period: 未定, total: 100, in_period: 0, owner: 建设局}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.schedule import scheduled

KIND = Kind(
    "PRJ303",
    "period-missing",
    Severity.WARNING,
    Message("没有建设期限，却计入投资", "Money is counted for a project without a period"),
    {
        "message": Message(
            "{name}的建设期限为“{period}”，却有 {in_period} 计入规划期",
            "{name}: the period is {period}, yet {in_period} are counted in the plan",
        ),
        "hint": Message("补上建设期限，或把规划期内投资改为 0", "state the period, or count nothing in the plan"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at projects with a word for "not decided"."""
    undecided = linked.words.meanings.undecided
    for entry in scheduled(linked):
        if entry.period is None and entry.project.period.strip() in undecided and entry.is_counted:
            values = {"period": entry.project.period, "in_period": entry.project.in_period.text}
            args = {"name": entry.project.name, **values, **entry.amounts}
            yield Diagnostic(KIND, entry.place("period"), args, hint="hint", values=values)
