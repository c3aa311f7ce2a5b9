"""A cell has a unit of its own, beside the unit of its row.

Where the row says %, a cell `50%` prints the unit twice, and the row is in another notation than the rest of the table. A row in
which some cells have a unit and others have none is mixed; a cell in another unit than its row's is easily misread.

单位写在 `unit` 里。单位已是 %，数值又写 `50%`，就印重了；同一行有的带单位、有的不带，或者用了另一个单位，容易看错。

怎么办：数值只写数字，单位只写在 `unit`。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: hightech, name: 高新技术增加值占比, unit: '%', attribute: 预期性, values: {2020: 50%, 2023: 65%, 2025: 70%}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: hightech, name: 高新技术增加值占比, unit: '%', attribute: 预期性, values: {2020: 50, 2023: 65, 2025: 70}}
      - {id: people, name: 常住人口, unit: 人, attribute: 预期性, values: {2020: 4万, 2023: 7.5万, 2025: 10.5万}}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Place, Severity, listed
from plan_compiler.link.linked import LinkedPlan, Result, Unknown
from plan_compiler.link.outline import indicators
from plan_compiler.link.readings import own_unit
from plan_compiler.link.reasons import Reason
from plan_compiler.quantity.number import Number
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND205",
    "unit-in-cell",
    Severity.WARNING,
    Message("单元格里又写了单位", "A cell has a unit of its own"),
    {
        "message": Message(
            "{name}的单位已是“{unit}”，数值又写作 {cells}，单位重复",
            "{name}: the unit is {unit}, and the values repeat it: {cells}",
        ),
        "mixed": Message(
            "{name}有的数值带单位，有的不带：{cells}", "{name}: some values have a unit, some have none: {cells}"
        ),
        "other": Message(
            "{name}的单位是“{unit}”，数值却写作 {cells}", "{name}: the unit is {unit}, but the values say {cells}"
        ),
        "hint": Message("数值只写数字，单位写在 unit", "write the number alone; the unit belongs to `unit`"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at the units of the cells, row by row."""
    multipliers = linked.words.units.multipliers
    for path, _, indicator in indicators(linked.plan):
        cells = {year: cell for year, cell in indicator.values.items() if isinstance(cell, Number)}
        if any(_is_reported(linked.figures[f"{indicator.id}[{year}]"].result) for year in cells):
            continue
        own = {year: unit for year, cell in cells.items() if (unit := own_unit(cell, linked.plan.language))}
        if not own:
            continue
        if all(unit in multipliers for unit in own.values()):
            message = "mixed" if len(own) < len(cells) or len(set(own.values())) > 1 else None
        else:
            message = "message" if any(unit == indicator.unit for unit in own.values()) else "other"
        if message:
            told = cells if message == "mixed" else own
            shown = [cells[year].text for year in told]
            args = {"name": indicator.name, "unit": indicator.unit, "cells": listed(shown)}
            place = Place((*path, "values", str(next(iter(own)))))
            yield Diagnostic(KIND, place, args, message, hint="hint", values={"cells": "、".join(shown)})


def _is_reported(result: Result) -> bool:
    return isinstance(result, Unknown) and result.reason == Reason.UNIT
