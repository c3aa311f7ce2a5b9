"""A heading is of one year, and its text of another.

The heading says of which year its text is (中期目标（2023年）, 到2030年主要目标), the text leads in with another one alone (到2028年，…), and the heading's
own year stands nowhere in it: most often one of the two was changed and the other forgotten. Looked at are headings of targets (目标) for a year of the plan, over
the section with all below it; a year that is only compared with and a period lead in nothing.

What to do: mend the year of the heading, or that of the text.

标题写明是哪一年的目标（“中期目标（2023年）”“到2030年主要目标”），正文领起的却只有另一年（“到2028年，……”），标题的年份在正文里一次也没有出现：
多是改了一处忘了另一处。只看写有“目标”、年份在规划期内的标题，标题之下各级内容都算正文；只用来比较的年份和时期不算领起。

怎么办：改正标题或正文中的年份。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 发展目标
    sections:
      - title: 中期目标（2023年）
        body: 到2024年，全市公共图书馆达到12座，比2020年增加4座。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 发展目标
    sections:
      - title: 中期目标（2023年）
        body: |
          到2023年，全市公共图书馆达到12座，比2020年增加4座，为2025年全面建成公共文化服务体系打下基础。
      - title: 期末目标（2025年）
        body: 全市公共图书馆达到15座，高于2020年水平。
      - title: 到2035年远景目标
        body: 到2030年，公共图书馆覆盖各区县；到2035年，覆盖各街道。
      - title: 2019年以来的探索
        body: 到2022年，试点单位增至5家。
      - title: 2024年重点任务
        body: 到2025年，场馆全部建成。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.link.outline import sections
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import PlanYears, leading_years, only_year

KIND = Kind(
    "TXT731",
    "heading-year-untold",
    Severity.WARNING,
    Message("标题与正文的年份不同", "A heading is of another year than its text"),
    {
        "message": Message(
            "标题“{title}”写的是{year}年，正文说的却只有{told}年",
            "the heading {title} is of {year}, and its text of {told} alone",
        ),
        "heading": Message("标题", "the heading"),
        "hint": Message("改正标题或正文中的年份", "mend the year of the heading, or that of the text"),
    },
)


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the year of each heading of a target with those that its text leads in with."""
    background = prose.attribution.background
    for path, section in sections(prose.linked.plan):
        title = section.title or ""
        aims = any(word in title for word in background.discourse.aims) and "《" not in title
        year = only_year(title, background.known) if aims else None
        if year is not None and _is_within(year, background.years):
            yield from _untold(prose, path, title, year)


def _is_within(year: int, plan: PlanYears) -> bool:
    """Whether it is a year of the plan: what is aimed at behind its end may be told by what comes before."""
    return (plan.base is None or year > plan.base) and (plan.final is None or year <= plan.final)


def _untold(prose: ProseFigures, path: NodePath, title: str, year: int) -> Iterator[Outcome]:
    """The first lead of the text, where all its leads are of one other year and it never says that of the heading."""
    background = prose.attribution.background
    leads: list[tuple[Run, int, int, int | None]] = []
    for at in prose.linked.texts:
        if at[: len(path)] == path:
            for run in prose.runs_at(at):
                text = plain(run.text)
                if str(year) in text:
                    return
                leads += [(run, *lead) for lead in leading_years(text, background.years, background.known)]
    told = {each for *_, each in leads if each is not None and each > (background.years.base or 0)}
    if len(told) != 1:
        return
    run, start, end, other = next(lead for lead in leads if lead[-1] in told)
    args = {"title": title, "year": str(year), "told": str(other)}
    related = (Related(Place((*path, "title")), "heading"),)
    place = run.place(start, end, prose.written(run))
    yield Diagnostic(KIND, place, args, hint="hint", values=args, subject=run.text[start:end], related=related)
