"""A title is of another plan than the one it stands in.

A table, the annex, a box, a chart or a heading of targets is called after the five-year plan before (“十四五”重大项目安排表 in a plan for 2026-2030), though it holds what
this plan sets: most often the title was kept from the plan before. Titles of what came of that plan (完成情况, 成就), under headings of the past, beside the name of this plan,
and of tables whose years are all of that plan's time are left alone. The title of the plan itself is held against its `period` likewise.

What to do: mend the name of the plan in the title; or the period, where that is wrong.

表、附表、专栏、图或目标一节的标题写着上一个五年规划（2026—2030年的规划里有“‘十四五’重大项目安排表”），内容却是本规划的：多是沿用旧稿没有改。标题说的是上一个规划的完成情况、成就的，在回顾一节里的，
同时写着本规划的，以及表中年份都在那个规划期内的，不算。规划自己的标题与 `period` 对不上的（标题写“十四五”，period 是 2026-2030），也在此指出。

怎么办：改正标题里的规划名称；period 写错的，改 period。

Bad:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: “十四五”时期发展目标
    body: 到2030年，建成小康。
```

```yaml indicators.yaml
id: targets
title: “十四五”时期主要指标
columns: {2025: 实际, 2030: 目标}
groups:
  - title: 产业
    indicators:
      - {id: firms, name: 高新技术企业, unit: 家, attribute: 预期性, values: {2025: 120, 2030: 160}}
```

Good:

```yaml plan.yaml
title: 小县国民经济和社会发展第十五个五年规划纲要
period: 2026-2030
chapters:
  - title: “十四五”目标完成情况
    body: 各项目标如期完成。
  - title: “十五五”时期发展目标
    body: 到2030年，建成小康。
```

```yaml indicators.yaml
id: targets
title: “十五五”时期主要指标
columns: {2025: 实际, 2030: 目标}
groups:
  - title: 产业
    indicators:
      - {id: firms, name: 高新技术企业, unit: 家, attribute: 预期性, values: {2025: 120, 2030: 160}}
```

```yaml tables/before.yaml
id: before
title: “十四五”财政投资安排
unit: 亿元
columns: {2024: 2024年, 2025: 2025年}
rows:
  - {title: 教育, 2024: 2.1, 2025: 2.3}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Severity
from plan_compiler.language.years import YEAR
from plan_compiler.link.outline import body_parts, sections
from plan_compiler.model.blocks import Box, Chart
from plan_compiler.model.plan import Plan
from plan_compiler.model.tables import DataTable, walk_rows
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.setting import headings_of
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import YEARS_OF_A_PLAN

KIND = Kind(
    "TXT750",
    "title-of-other-plan",
    Severity.WARNING,
    Message("标题写的是另一个规划期", "A title is of another plan than the one it stands in"),
    {
        "message": Message(
            "“{title}”写的是“{named}”，而本规划期是{period}", "{title} speaks of {named}, but this plan is for {period}"
        ),
        "hint": Message("改正标题里的规划名称", "mend the name of the plan in the title"),
        "own": Message(
            "改正标题里的规划名称；标题是对的，改 period",
            "mend the name of the plan in the title; if that is right, mend the period",
        ),
    },
)


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Read the name of a plan in each title."""
    plan, background = prose.linked.plan, prose.attribution.background
    if background.years.base is None:
        return
    own = ((), plan.title, frozenset[int]())
    for path, title, years in (own, *_of_tables(plan), *_of_parts(plan, background)):
        named = _other_plan(title, years, background, planned=not path)
        if named:
            args = {"title": title, "named": named, "period": plan.period}
            place, hint = Place((*path, "title")), "hint" if path else "own"
            yield Diagnostic(KIND, place, args, hint=hint, values=args, subject=named)


def _of_tables(plan: Plan) -> Iterator[tuple[NodePath, str, frozenset[int]]]:
    """The titles of tables and of the annex, with the years that they hold."""
    for index, table in enumerate(plan.indicators):
        yield ("indicators", index), table.title, frozenset(table.columns)
    for index, data in enumerate(plan.tables):
        yield ("tables", index), data.title, _years_of(data)
    if plan.annex is not None:
        yield ("annex",), plan.annex.title, frozenset()


def _years_of(table: DataTable) -> frozenset[int]:
    columns = (f"{name} {column.title}" for name, column in table.layout.items())
    rows = (row.title for _, row in walk_rows(table.rows, ()))
    return frozenset(int(year) for title in (*columns, *rows) for year in YEAR.findall(title))


def _of_parts(plan: Plan, background: Background) -> Iterator[tuple[NodePath, str, frozenset[int]]]:
    """The titles of boxes and charts that stand under no heading of the past, and of sections of targets."""
    past, aims = background.discourse.past, background.discourse.aims
    for path, section in sections(plan):
        titled = [(at, part) for at, part in body_parts(path, section) if isinstance(part, Box | Chart) and part.title]
        own = section.title is not None and any(word in section.title for word in aims)
        above = "\n".join(headings_of(plan, (*path, "title"))) if titled or own else ""
        if any(word in above for word in past):
            continue
        if section.title is not None and own:
            yield path, section.title, frozenset()
        for at, part in titled:
            yield at, part.title or "", frozenset()


def _other_plan(title: str, years: frozenset[int], background: Background, *, planned: bool) -> str:
    """The name of the only plan that a title is of, where that is not this one; "" where its words or its years may be of that.

    `planned`: the title is that of the plan itself, so that it need not say that it is of what is planned.
    """
    known, words, discourse = background.known, plain(title), background.discourse
    named = {match["plan"]: last for match, last in known.plans_in(words)}
    for match in known.years.finditer(words):
        if not match["last"] or int(match["last"]) - int(match["year"]) + 1 != YEARS_OF_A_PLAN:
            return ""
        named[match[0]] = int(match["last"])
    if len(set(named.values())) != 1 or "《" in title:
        return ""
    (name, final), *_ = named.items()
    reviews = any(word in words for word in (*discourse.past, *discourse.reviewing, *discourse.stages))
    planned = planned or any(word in words for word in discourse.planning)
    is_before = background.years.base is not None and final <= background.years.base
    of_it = bool(years) and max(years) <= final
    return "" if not is_before or reviews or not planned or of_it else name
