"""The symbol of a unit is miswritten.

Symbols are written as GB 3100 and GB 3101 have them: km, kg, kW in small letters but for those named after a person, hm² for the
hectare, m² and m³ with a raised figure; 方 is spoken (50万方), 立方米 or 平方米 is written. Each wrong symbol is told once, at its first place, with the number of its places.

What to do: write the symbol as it should be, or the unit's Chinese name.

计量单位的符号按 GB 3100、GB 3101 写：km、kg、kW 用小写（以人名命名的除外），公顷写 hm²，平方米、立方米写 m²、m³；“50万方”是口语，写万立方米或万平方米。同一
个错只在第一处报，并写明有几处。

怎么办：改成正确的符号，或写单位的中文名称。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 水系
    body: 水面面积增加61.77h㎡，道路长3.6KM，年取水50万方。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 水系
    body: 水面面积增加61.77hm²，道路长3.6km，装机200kW，型号KM-20，2万方便面，3个万方向。
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "TXT719",
    "unit-symbol-miswritten",
    Severity.WARNING,
    Message("计量单位的符号写错", "The symbol of a unit is miswritten"),
    {
        "message": Message("单位符号“{text}”应写作“{corrected}”", "the unit {text} is written {corrected}"),
        "several": Message(
            "单位符号“{text}”应写作“{corrected}”，全文共 {count} 处",
            "the unit {text} is written {corrected}; there are {count} places",
        ),
        "hint": Message("改为“{corrected}”，或写单位的中文名称", "write {corrected}, or the unit's name"),
    },
)
_RIGHT = {
    "h㎡": "hm²",
    "hm2": "hm²",
    "KM": "km",
    "Km": "km",
    "KG": "kg",
    "Kg": "kg",
    "KW": "kW",
    "Kw": "kW",
    "m2": "m²",
    "m3": "m³",
    "M2": "m²",
    "M3": "m³",
    "M²": "m²",
    "M³": "m³",
    "万方": "万立方米（万平方米）",
}
_WRONG = compiled(
    rf"[0-9万亿余多](?P<unit>{'|'.join(map(re.escape, _RIGHT))})(?![0-9A-Za-z²³]|(?<=方)[面向案便式位圆形程])"
)
"""Right behind a number, and with no letter or digit behind it that would make it a name."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search everything that is printed."""
    places: defaultdict[str, list[Found]] = defaultdict(list)
    for found in printed(linked).search(_WRONG, "unit", tuple(_RIGHT)):
        places[found.match["unit"]].append(found)
    for text, found_places in places.items():
        args = {"text": text, "corrected": _RIGHT[text], "count": str(len(found_places))}
        message = "message" if len(found_places) == 1 else "several"
        first = found_places[0]
        yield Diagnostic(KIND, first.place, args, message, hint="hint", values={"text": text}, subject=text)
