"""One text spells a unit in two ways.

A text that gives one length in 米 and the next in m, or one area in 平方米 and the next in ㎡, was put together from
two sources. Either is right; one text keeps to one (GB 3100).

同一段文字里，长度有的写米、有的写 m，面积有的写平方米、有的写㎡，多半是从两处拼来的。哪种都对，一段里只用一种（GB
3100）。

怎么办：统一成一种。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      一期道路长600米，宽24米；二期长1269m。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: |
      一期道路长600米，宽24米；二期长1269米，用地2公顷，设计时速30km/h，污水1.2万t/d。

      5000吨级泊位6个，年通过能力1200万t。
```
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.proofing import proofing
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Line, printed

KIND = Kind(
    "TXT720",
    "unit-spelled-two-ways",
    Severity.WARNING,
    Message("同一段文字里单位写法不一", "One text spells a unit in two ways"),
    {
        "message": Message(
            "“{text}”的单位与同一段文字里的“{other}”写法不一", "{text}: the same text also writes {other}"
        ),
        "hint": Message("统一写作“{other}”或“{unit}”", "write {other} throughout, or {unit}"),
    },
)
_NUMBER = "[0-9](?![0-9.]) ?[百千万亿]{0,2}"
_Spelled = tuple[int, int, str]
"""Where a figure's last digit stands, where its unit ends, and the unit as written."""


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Collect the units behind the figures of each text, and look at those that it spells in two ways."""
    spellings = proofing(linked.plan.language).unit_spellings
    if not spellings:
        return
    family = {spelling: index for index, unit in enumerate(spellings) for spelling in unit}
    text, pattern = printed(linked), _pattern(tuple(family))
    used = {match["unit"] for match in pattern.finditer(text.text)}
    if len({family[unit] for unit in used}) == len(used):  # every unit is spelled in one way throughout
        return
    for line, of_line in groupby(text.search(pattern), key=lambda found: found.line):
        spelled: dict[int, list[_Spelled]] = {}
        for found in of_line:
            unit = found.match["unit"]
            spelled.setdefault(family[unit], []).append((found.start, found.end, unit))
        for units in spelled.values():
            if len({unit for *_, unit in units}) > 1:
                yield _diagnostic(line, units)


@lru_cache(maxsize=4)
def _pattern(spellings: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(spellings, key=len, reverse=True)
    return compiled(rf"{_NUMBER}(?P<unit>{'|'.join(map(re.escape, longest_first))})(?![A-Za-z0-9²³/·级])")


def _diagnostic(line: Line, spelled: list[_Spelled]) -> Diagnostic:
    """The spelling that is rarer is the odd one; of two as frequent, the later."""
    units = [unit for *_, unit in spelled]
    most = max(dict.fromkeys(units), key=units.count)
    start, end, unit = next(each for each in spelled if each[2] != most)
    while start > 0 and line.text[start - 1] in "0123456789.,":
        start -= 1
    args = {"text": line.text[start:end], "unit": unit, "other": most}
    values = {"units": "、".join(dict.fromkeys(units))}
    return Diagnostic(KIND, line.place(start, end), args, hint="hint", values=values, subject=args["text"])
