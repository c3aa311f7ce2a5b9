"""A text gives as an increase what the table gives as a running total.

The text says 新增14家, of a year or of the plan's whole period, and 14 is what the indicator stands at in the end, counted from the beginning; new since
the base year are fewer. So it is of all that are counted (企业 …家), as of running totals. What the indicator itself calls new (城镇新增就业) is left alone. Either the word or the figure is wrong.

What to do: write 累计…14家 or 达到14家, or the increase itself: `新增[5家](=platforms[2025] - platforms[2020])`.

文中写“新增14家”（某年，或规划期内），而 14 是指标表里从头累计到这一年的数，基期以来新增的没有这么多。企业、项目一类按个数计的
指标也是这样；名称本身就是新增的（城镇新增就业）不看。不是“新增”用错了，就是数写错了。

怎么办：写“累计14家”“达到14家”，或写真正新增的数：`新增[5家](=platforms[2025] - platforms[2020])`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 到2025年，高能级平台新增[14家](=platforms[2025])。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: platforms, name: 累计高能级平台, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2025: 14}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 到2025年，高能级平台累计[14家](=platforms[2025])，新增[5家](=platforms[2025] - platforms[2020])；城镇新增就业20万人。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 平台
    indicators:
      - {id: platforms, name: 累计高能级平台, unit: 家, attribute: 预期性, cumulative: true, values: {2020: 9, 2025: 14}}
      - {id: jobs, name: 城镇新增就业, unit: 万人, attribute: 预期性, cumulative: true, values: {2020: 18, 2025: 20}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.vocabulary import Aspect
from plan_compiler.link.worded import worded
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import is_count
from plan_compiler.rules.outcome import Consistent, Outcome
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.bound import YearFigure, year_figures
from plan_compiler.rules.prose.wording import plain

KIND = Kind(
    "NUM404",
    "increase-is-level",
    Severity.WARNING,
    Message("把累计数写成新增数", "An increase is what the table gives as a running total"),
    {
        "message": Message(
            "文中写作新增 {stated}，而{name}在{base}年为 {before}，到{year}年累计 {after}，新增的是 {increase}",
            "the text says {stated} are new, but {name} goes from {before} in {base} to {after} in {year}: {increase} new",
        ),
        "stock": Message(
            "文中写作新增 {stated}，而{name}{year}年一共是 {after}（{base}年 {before}），新增的是 {increase}",
            "the text says {stated} are new, but that is all of {name} in {year} ({base}: {before}): {increase} new",
        ),
        "hint": Message("改为“累计”，或改为新增的数量", "say that it is the total, or give the increase"),
    },
)


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare figures worded as changes with the level and the increase of a cumulative indicator."""
    base = prose.attribution.background.years.base
    for figure in prose.once(year_figures):
        if (
            base is None
            or figure.aspect is not Aspect.CHANGE
            or not (figure.indicator.cumulative or is_count(figure.value.unit))
            or _is_called_by_change(prose, figure)
        ):
            continue
        before = prose.linked.figures.get(f"{figure.indicator.id}[{base}]")
        if before is not None and isinstance(before.result, Quantity) and base < figure.year:
            yield _judge(prose, figure, base, before.result)


def _is_called_by_change(prose: ProseFigures, figure: YearFigure) -> bool:
    """Whether the indicator tells how many are new, and not how many there are (城镇新增就业)."""
    name, aspects = plain(figure.indicator.name), prose.attribution.background.known.aspects
    stock = not figure.indicator.cumulative
    return any(word in name for word, aspect in aspects.items() if stock or aspect is Aspect.CHANGE)


def _judge(prose: ProseFigures, figure: YearFigure, base: int, before: Quantity) -> Outcome:
    stated, level, earlier = figure.mention.quantity.nominal, figure.value.nominal, before.nominal
    if level is None or not earlier or stated != level:
        return Consistent(figure.place)
    printed = {
        "before": worded(prose.linked, f"{figure.indicator.id}[{base}]"),
        "after": worded(prose.linked, figure.key),
        "increase": format_quantity(figure.value - before, None, prose.language),
    }
    args = {
        "stated": figure.worded,
        "name": figure.indicator.name,
        "base": str(base),
        "year": str(figure.year),
        **printed,
    }
    values = {"stated": figure.text, "before": printed["before"], "after": printed["after"]}
    message = "message" if figure.indicator.cumulative else "stock"
    return Diagnostic(KIND, figure.place, args, message, hint="hint", values=values, subject=figure.text)
