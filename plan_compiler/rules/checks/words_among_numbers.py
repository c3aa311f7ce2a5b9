"""An indicator of numbers has words in a cell.

A cell such as 明显提高 cannot be compared with anything. An indicator whose values are words throughout says so with
`qualitative: true`; a value that is not known yet is a dash. A target whose
number a higher office sets (完成市下达任务) is left alone, and so is a number behind words that say it is of all the years (年均6.5%左右).

数值指标的格里写“明显提高”之类的文字，无法与任何数比较。上级下达的目标（“完成市下达任务”）除外，写明是年均、累计的数（“年均6.5%左右”）也除外。

怎么办：写出数值；还不知道的写“—”；整行都是文字的指标写 `qualitative: true`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 120, 2025: 明显提高}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: —, 2023: 120, 2025: ≥220}}
      - {id: energy, name: 能耗降低, unit: '%', attribute: 预期性, values: {2020: —, 2023: —, 2025: 完成市下达任务}}
      - {id: speed, name: 生产总值增速, unit: '%', attribute: 预期性, values: {2020: 6, 2023: 6.2, 2025: 年均6.5%左右}}
      - {id: air, name: 空气质量, unit: '-', attribute: 预期性, qualitative: true, values: {2020: 良好, 2023: 良好, 2025: 优良}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.words import words
from plan_compiler.link.linked import LinkedPlan, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.link.reasons import Reason
from plan_compiler.quantity.mention import Mention, read_mention
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND206",
    "words-among-numbers",
    Severity.WARNING,
    Message("数值指标里出现文字", "An indicator of numbers has words in a cell"),
    {
        "message": Message("{name}{year}年的值是文字“{cell}”，不是数", "{name}: the value of {year} is words: {cell}"),
        "hint": Message(
            "写成数；定性指标写 qualitative: true；暂无的写 —",
            "write a number; say `qualitative: true` where values are words; write — where there is none yet",
        ),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the cells that linking found to be words."""
    for path, _, indicator in indicators(linked.plan):
        if indicator.qualitative:
            continue
        for year, cell in indicator.values.items():
            result = linked.figures[f"{indicator.id}[{year}]"].result
            if not isinstance(result, Unknown) or result.reason != Reason.QUALITATIVE or not isinstance(cell, str):
                continue
            assigned = any(word in cell for word in linked.words.meanings.assigned)
            if not assigned and not _is_of_all_years(cell, linked.plan.language):
                args = {"name": indicator.name, "year": str(year), "cell": cell}
                place = Place((*path, "values", str(year)))
                yield Diagnostic(KIND, place, args, hint="hint", values={"cell": cell})


def _is_of_all_years(cell: str, language: str) -> bool:
    """Whether it is a number behind words that say that it is of more than one year: 年均增长6.5%左右, 五年累计14%."""
    told = words(language).discourse
    leading = (*told.yearly_growth, *told.of_this_plan, *told.over_span, *told.yearly, *told.growth)
    rest = cell.strip()
    while word := max((each for each in leading if rest.startswith(each)), key=len, default=""):
        rest = rest.removeprefix(word).strip()
    return rest != cell.strip() and isinstance(read_mention(rest, language=language), Mention)
