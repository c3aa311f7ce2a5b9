"""An amount in a text that cannot be read: two multipliers in a row, or digits grouped as no number is.

12.6亿万元 is neither 亿元 nor 万元, 12,34.5亿元 has a comma where none can stand, and the full-width one of 3，500万元 makes two numbers of it. Nothing compares such a figure with anything, so that
the slip would not show anywhere else. 万亿元 is a unit, and 1,234.5 a number.

正文里的数额读不出来：两个数量级连写（12.6亿万元），千分位分隔不对（12,34.5亿元），或者用了全角逗号（3，500万元）。这样的数和什么都核对不上，错了也看不出来。
万亿元是单位，1,234.5 是数，不在此列。

怎么办：改成一个数量级；千分位每三位一个逗号，或者不用逗号。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: 总投资12.6亿万元。
```

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: 总投资12,34.5亿元。
```

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: 总投资3，500万元。
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 总则
    body: 总投资12.6万亿元，其中第1,2期1,234.5亿元，分别为30,20亿元，见表3，500万元用于管网，惠及亿万群众。
```
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.typography import in_chinese
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome
from plan_compiler.rules.texts.printed import Found, printed

KIND = Kind(
    "NUM421",
    "malformed-amount",
    Severity.WARNING,
    Message("正文里的数额写得不对", "A malformed amount in a text"),
    {
        "message": Message(
            "“{text}”连写了两个数量级，读不出确切的数", "{text} has two multipliers and no certain value"
        ),
        "grouping": Message("“{text}”的千分位分隔不对", "the thousands of {text} are grouped wrongly"),
        "wide": Message(
            "“{text}”里用了全角逗号，成了两个数，只有后一个参加核对",
            "the full-width comma of {text} makes two numbers of it, the last of which is compared alone",
        ),
        "hint": Message(
            "改成一个数量级；千分位每三位一个逗号，或者不用逗号",
            "leave one multiplier; group the digits by threes, or not at all",
        ),
    },
)
_LONGEST_NAME = 4
_PARTED = compiled("，[0-9]{3}")
_TWICE = ("亿万", "亿亿", "万万", "元亿", "元万")


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Search everything that is printed in a Chinese plan."""
    if not in_chinese(linked.plan.language):
        return
    text = printed(linked)
    if any(twice in text.text for twice in _TWICE):
        yield from (_diagnostic(found, "message") for found in text.search(_multiplied()))
    if "," in text.text:
        yield from (_diagnostic(found, "grouping") for found in text.search(_grouped()))
    if _PARTED.search(text.text):
        before = linked.words.names.before
        yield from (
            _diagnostic(found, "wide")
            for found in text.search(_parted())
            if not found.before(_LONGEST_NAME).rstrip().endswith(before)
        )


@lru_cache(maxsize=1)
def _multiplied() -> re.Pattern[str]:
    return compiled(r"[0-9][0-9.,]*(?:亿[万亿]|万万|[万亿]?元[万亿])元?")


@lru_cache(maxsize=1)
def _grouped() -> re.Pattern[str]:
    """A group of two digits with decimals behind a comma, or one of other than three between two: 12,34.5亿元, 1,23,456万元."""
    wrong = r"[0-9]{1,3},(?:[0-9]{1,2}\.[0-9]+|[0-9]{1,2},[0-9]{3}(?:\.[0-9]+)?|[0-9]{4,}(?:\.[0-9]+)?)"
    return compiled(rf"(?<![0-9.,]){wrong}(?:[万亿]{{1,2}}元?|元)")


@lru_cache(maxsize=1)
def _parted() -> re.Pattern[str]:
    """Digits grouped by full-width commas, of an amount: 3，500万元. What letters and marks lead is the name of something: G3，500米."""
    units = "[万亿]{1,2}元?|[元亩户吨米人]|公顷|公里|平方|立方|千瓦"
    return compiled(rf"(?<![0-9A-Za-z.,，、#:：/-])[1-9][0-9]{{0,2}}(?:，[0-9]{{3}})+(?:\.[0-9]+)?(?:{units})")


def _diagnostic(found: Found, message: str) -> Diagnostic:
    text = found.line.text[found.start : found.end]
    return Diagnostic(KIND, found.place, {"text": text}, message, hint="hint", subject=text)
