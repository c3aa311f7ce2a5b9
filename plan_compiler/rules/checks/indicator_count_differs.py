"""A text counts the plan's indicators otherwise than its table does.

约束性指标12项、预期性指标8项; 经济发展类指标5项、创新类指标4项; 共设置主要指标20项: the numbers must be those of the indicator table. A table may be counted with the
parts (其中) of its indicators or without, alone or with the others. One attribute or group alone is left alone, since it may be of a part, unless it stands behind the right
number of all (设置3类18项指标，其中约束性8项; there its name alone is enough); and so is what speaks of the past or of another plan. In English: the plan sets 20 indicators, of which 12 are binding.

What to do: mend the number or the table; better, bind it: `[20项](=count(targets))`.

“约束性指标12项、预期性指标8项”“经济发展类指标5项、创新类指标4项”“共设置主要指标20项”：应与指标表一致。“其中”项算不算、几张表分开还是合起来数，都认。只说到一种属性或一类的，可能是其中一部分，不看；前面写明总数的（“设置3类18项指标，其中约束性8项”），只写属性或类名也核对；说过去或别的规划的也不看。

怎么办：改正数量或指标表；最好绑定：`[20项](=count(targets))`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: 规划设置主要指标2项，其中约束性指标2项、预期性指标1项。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: forest, name: 森林覆盖率, unit: '%', attribute: 约束性, values: {2020: 60.1, 2025: 62}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      规划设置主要指标2项，其中约束性指标1项、预期性指标1项。

      规划设置1类2项指标，其中发展2项；按属性分，约束性1项、预期性1项。其中1项为省下达指标，预期性1项由各区分解。

      规划设置2项指标，其中约束性1项，包括发展1项；预期性1项。

      “十三五”规划26项主要指标中，约束性指标10项、预期性指标14项提前完成。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: forest, name: 森林覆盖率, unit: '%', attribute: 约束性, values: {2020: 60.1, 2025: 62}}
```

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      规划设置1类2项指标，其中发展2项；按属性分，约束性2项、预期性1项。

      主要指标见附表，共3项指标，其中约束性指标1项、预期性指标1项。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2025: 220}}
      - {id: forest, name: 森林覆盖率, unit: '%', attribute: 约束性, values: {2020: 60.1, 2025: 62}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.quantity.mention import admits
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.spaced_tallies import spaced_tallies
from plan_compiler.rules.prose.claims.tallies import Tally, counted

KIND = Kind(
    "NUM426",
    "indicator-count-differs",
    Severity.WARNING,
    Message("文中的指标数与指标表不符", "A text counts the indicators otherwise than their table"),
    {
        "message": Message(
            "文中写作{name} {stated}，而指标表里是 {numbers} 项",
            "the text says {stated}, but the table has {numbers} of them",
        ),
        "hint": Message("核对文中的数量和指标表", "mend the number or the table"),
    },
)
RELATES = Tie.EQUAL


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare what texts count with the indicator tables."""
    for told, tally in counted(prose):
        place = told.place(prose.written(told.run))
        unit = told.mention.quantity.unit
        if any(admits(told.mention, Quantity.of(number, unit), printed=True) for number in tally.numbers):
            yield Consistent(place)
            continue
        yield _differs(prose, place, tally, told.worded, told.text)
    for each in spaced_tallies(prose):
        place = each.run.place(each.start, each.end, prose.written(each.run))
        if each.is_right:
            yield Consistent(place)
        else:
            text = each.run.text[each.start : each.end]
            yield _differs(prose, place, each.tally, text, text)


def _differs(prose: ProseFigures, place: Place, tally: Tally, stated: str, subject: str) -> Diagnostic:
    joint = "或 " if in_chinese(prose.language) else " or "
    args = {"name": tally.name, "stated": stated, "numbers": joint.join(map(str, sorted(tally.numbers)))}
    values = {"stated": args["stated"], "numbers": args["numbers"]}
    return Diagnostic(KIND, place, args, hint="hint", values=values, subject=subject)
