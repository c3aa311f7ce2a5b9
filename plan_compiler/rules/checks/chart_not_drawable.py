"""A chart names what it cannot draw.

A trajectory needs indicators with figures for two years or more; progress needs a measured value and a target of
the same sign; a schedule needs projects whose years are told. What is in words, what is named twice, and more lines or rows than a
reader can tell apart are not drawn. A column is taken as measured where its year is not after the base year of the
plan, or where its title says so (实际, 完成).

轨迹图要有两年以上数值的指标；进度图要有实际值和同号的目标值；进度计划图要有写明期限的项目。文字指标、重复列出的、多得
分不清的线和行画不出来。年份不晚于基准年、或列名写着实际、完成的，按实际值看待。

怎么办：按提示改 `of`，或换一种图。

Bad:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 目标
    body:
      - table: targets
      - chart: {kind: trajectory, of: [output, air]}
```
```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: air, name: 空气质量, unit: '-', attribute: 约束性, qualitative: true, values: {2020: 良好, 2025: 良好}}
```

Good:

```yaml plan.yaml
title: 示例
period: 2021-2025
chapters:
  - title: 目标
    body:
      - table: targets
      - chart: {kind: trajectory, of: [output]}
```
```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: air, name: 空气质量, unit: '-', attribute: 约束性, qualitative: true, values: {2020: 良好, 2025: 良好}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.link.charts import drawn
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import body_parts, sections
from plan_compiler.model.blocks import Chart
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "REF505",
    "chart-not-drawable",
    Severity.ERROR,
    Message("图里有画不出来的内容", "A chart names what it cannot draw"),
    {
        "of": Message("没有写明画哪些指标", "the chart does not say of which indicators it is"),
        "by": Message("by 只用于投资图（kind: investment）", "`by` belongs to charts of investment only"),
        "twice": Message("{id} 写了两次", "{id} is named twice"),
        "words": Message("{name}没有可画的数值", "{name} has no figures to draw"),
        "one_value": Message(
            "{name}只有一个年份的数值，画不成走势", "{name} has the figure of one year only, which makes no line"
        ),
        "no_target": Message(
            "{name}缺实际值或目标值，画不出目标进度", "{name} lacks a measured value or a target, so it has no progress"
        ),
        "no_scale": Message(
            "{name}的目标为零，或与实际值正负相反，画不出目标进度",
            "the target of {name} is zero, or of the other sign than its value, so it has no progress",
        ),
        "many": Message("共 {count} 项指标，一张图最多画 {most} 项", "{count} indicators; a chart has room for {most}"),
        "many_lines": Message(
            "单位为{unit}的指标有 {count} 项，一张图里最多 {most} 条线",
            "{count} indicators in {unit}; no more than {most} lines can be told apart",
        ),
        "many_units": Message(
            "有 {count} 种单位，一张图里最多 {most} 种", "{count} units; a chart has room for {most}"
        ),
        "no_projects": Message("没有项目可画", "there are no projects to draw"),
        "no_years": Message("所画项目都没有写明年份", "none of the projects has years that can be read"),
        "many_projects": Message(
            "共 {count} 个项目，一张图最多画 {most} 个", "{count} projects; a chart has room for {most}"
        ),
        "many_groups": Message(
            "共 {count} 种建设期限，一张图最多 {most} 组", "{count} spans of years; a chart has room for {most}"
        ),
        "hint": Message("从 of 中去掉它，或改正它的数值", "leave it out of `of`, or put its figures right"),
        "name": Message("用 of: [标识] 写明画哪些指标", "name them: `of: [id]`"),
        "drop": Message("去掉这一处", "leave this out"),
        "split": Message("用 of 挑选一部分，分成几张图", "choose some of them with `of`, in several charts"),
        "start": Message("改用 by: start，按开工年份分组", "group them by year of start: `by: start`"),
        "annex": Message("先在附表里写好项目及其建设期限", "write projects with their years into the annex first"),
    },
)

_HINTS = {
    "of": "name",
    "by": "drop",
    "twice": "drop",
    "many": "split",
    "many_lines": "split",
    "many_units": "split",
    "many_projects": "split",
    "many_groups": "start",
    "no_projects": "annex",
    "no_years": "annex",
}


_OF_ALL_PROJECTS = frozenset({"no_projects", "no_years"})


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at what every chart names; that there are no projects is no fault of it where some could not be read."""
    unread = any(path[:1] == ("annex",) for path in linked.incomplete)
    for path, section in sections(linked.plan):
        for part_path, part in body_parts(path, section):
            if not isinstance(part, Chart):
                continue
            found = drawn(linked, part)
            for fault in found.faults:
                if unread and fault.message in _OF_ALL_PROJECTS:
                    continue
                place = Place((*part_path, *fault.at))
                hint = _HINTS.get(fault.message, "hint")
                yield Diagnostic(KIND, place, fault.args, fault.message, hint=hint, subject=fault.args.get("id"))
