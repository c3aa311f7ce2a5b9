"""A figure is printed with another measure word than its table has.

The table counts in 项, the text says 100件 of the same. Nobody is misled by it; a careful reader marks it all the same.

表里的单位是“项”，文中写“100件”。不至于误解，但细心的读者会标出来。

怎么办：文中用表里的量词。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 创新
    indicators:
      - {id: plans, name: 申报研发计划, unit: 项, attribute: 预期性, values: {2020: 46, 2025: 100}}
```

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      申报研发计划[100件](=plans[2025])。
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 创新
    indicators:
      - {id: plans, name: 申报研发计划, unit: 项, attribute: 预期性, values: {2020: 46, 2025: 100}}
      - {id: patents, name: 每万人发明专利, unit: 件/万人, attribute: 预期性, values: {2020: 20, 2025: 70}}
      - {id: homes, name: 保障性住房, unit: 套, attribute: 预期性, values: {2020: 9000, 2025: 16000}}
```

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      申报研发计划[100项](=plans[2025])，每万人发明专利[70件](=patents[2025])，保障性住房[1.6万套](=homes[2025])。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.expressions import Reference
from plan_compiler.link.linked import LinkedForm, LinkedPlan
from plan_compiler.model.prose import Stated
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import is_count
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "NUM420",
    "measure-word-differs",
    Severity.INFO,
    Message("量词与表中的单位不一", "A figure has another measure word than its table"),
    {
        "message": Message(
            "文中写作 {stated}，而{name}的单位是“{unit}”", "the text says {stated}, but {name} is counted in {unit}"
        ),
        "hint": Message("统一用“{unit}”", "write {unit}"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the figures that print one cell of the indicator table again."""
    units = {
        indicator.id: (indicator.name, indicator.unit)
        for table in linked.plan.indicators
        for group in table.groups
        for indicator in group.indicators
    }
    for form in linked.forms.values():
        if isinstance(form.form, Stated) and isinstance(form.expr, Reference) and form.needs:
            name, unit = units.get(form.needs[0].partition("[")[0], ("", ""))
            if unit and _is_counted_otherwise(form):
                args = {"stated": form.form.printed, "name": name, "unit": unit}
                yield Diagnostic(KIND, form.place, args, hint="hint", values=args, subject=form.form.printed)


def _is_counted_otherwise(form: LinkedForm) -> bool:
    """Whether both are counts of things, in two words, whatever stands before them (1.6万套 is in 套). 大 of 九大 sums up, and is none."""
    stated, figure = form.stated, form.result
    if not (isinstance(stated, Quantity) and isinstance(figure, Quantity)):
        return False
    return is_count(stated.unit) and is_count(figure.unit) and stated.unit.dimension != figure.unit.dimension
