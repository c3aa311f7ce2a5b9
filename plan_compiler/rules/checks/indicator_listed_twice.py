"""Two indicators of one group have the same name.

A row was pasted twice, or one of the two was not renamed. Parts of different wholes (其中：女性) may share a name.

同一类别里两项指标重名：多半是复制了一行，或复制后没有改名。不同总项下的“其中”（如“女性”）可以同名。

怎么办：删去重复的一行，或改正名称。

Bad:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 120, 2025: 220}}
      - {id: output2, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 130, 2025: 220}}
```

Good:

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2023: 中期目标, 2025: 目标}
groups:
  - title: 发展
    indicators:
      - {id: output, name: 规上工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 120, 2025: 220}}
      - {id: output2, name: 规下工业总产值, unit: 亿元, attribute: 预期性, values: {2020: 78, 2023: 130, 2025: 220}}
```
"""

from collections.abc import Iterator
from unicodedata import normalize

from plan_compiler.diagnostics import Diagnostic, Kind, Message, NodePath, Place, Related, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import indicators
from plan_compiler.model.indicators import Indicator
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "IND211",
    "indicator-listed-twice",
    Severity.WARNING,
    Message("同一类别中指标重名", "Two indicators of one group have one name"),
    {
        "message": Message("{id} 与 {other} 同名：{name}", "{id} and {other} have one name: {name}"),
        "first": Message("{other}  {name}", "{other}  {name}"),
        "hint": Message("删去重复的一行，或改正名称", "delete one row, or mend a name"),
    },
)


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look each name up among those above it in its group, for the same whole."""
    seen: dict[tuple[NodePath, str, str | None], tuple[NodePath, Indicator]] = {}
    for path, _, indicator in indicators(linked.plan):
        key = (path[:4], normalize("NFKC", indicator.name).replace(" ", ""), indicator.part_of)
        first_path, first = seen.setdefault(key, (path, indicator))
        if first is not indicator:
            args = {"id": indicator.id, "other": first.id, "name": indicator.name}
            related = (Related(Place((*first_path, "name")), "first", args),)
            yield Diagnostic(KIND, Place((*path, "name")), args, hint="hint", values=args, related=related)
