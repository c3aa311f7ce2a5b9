"""An amount in parentheses, in another unit, is not the amount before it.

规划用地1260亩（84公顷）, 3.2亿元（32000万元）: the two are one amount, and must be so within what their printed decimals allow; what is off by
less than two per cent may be a rough conversion, and is left alone. In the same unit, an amount is told that has the same digits and another place of
the decimal point: 5公里（5000公里）.

What to do: mend the amount or its unit.

“规划用地1260亩（84公顷）”“3.2亿元（32000万元）”：括号里外是同一个量，换算后应相等，以印出的小数位为限；相差不到百分之二的可能是
粗略换算，不报。单位相同、数字相同而差若干个零的也报：5公里（5000公里）。

怎么办：改正数字或单位。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 用地
    body: |
      规划用地1260亩（48公顷）。

      总投资12.6亿元（126万元）。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 用地
    body: |
      规划用地1260亩（84公顷），总投资12.6亿元（约合126000万元），改造管网5公里（其中主管800米）。
```
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, aligned
from plan_compiler.quantity.units import is_pure
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import alternatives

KIND = Kind(
    "NUM417",
    "restated-amount-differs",
    Severity.WARNING,
    Message("括号里换算的数与前面的不符", "An amount restated in parentheses differs"),
    {
        "message": Message(
            "{stated} 合 {converted}，括号里写作 {restated}",
            "{stated} is {converted}, and the parentheses say {restated}",
        ),
        "amount": Message("{stated}", "{stated}"),
        "hint": Message("核对数字和单位", "mend the number or its unit"),
    },
)
RELATES = Tie.EQUAL

_ROUGH = Fraction(1, 50)


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    restating = rf"\s?(?:{alternatives(words(language).discourse.restating)}\s?)*+"
    return (
        compiled(rf"[（(]{restating}[0-9][0-9.,]*+[^）)0-9，；。]{{1,12}}[）)]"),
        compiled(rf"\s?[（(]{restating}"),
    )


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Convert each amount in parentheses to the unit of the amount before it."""
    restated, opening = _patterns(prose.language)
    for run in prose.chapter_runs(lambda text: restated.search(text) is not None):
        figures = prose.figures(run)
        for told, again in pairwise(figures):
            alone = run.text[again.end : again.end + 1] in ("）", ")")
            if alone and again.is_free and opening.fullmatch(run.text, told.end, again.start):
                yield from _judge(prose, told, again)


def _judge(prose: ProseFigures, told: Told, again: Told) -> Iterator[Outcome]:
    stated, restated = told.mention.quantity, again.mention.quantity
    if is_pure(stated.unit) or stated.unit.dimension != restated.unit.dimension:
        return
    try:
        left, right = aligned(told.mention.fact, again.mention.fact)
    except UnitMismatchError:
        return
    written = prose.written(told.run)
    place = again.place(written)
    if left.interval.meets(right.interval):
        if stated.unit.text != restated.unit.text:
            yield Consistent(place, (told.place(written),))
        return
    if left.nominal is None or right.nominal is None or not _is_restated(told, again, left, right):
        return
    args = {
        "stated": told.worded,
        "restated": again.worded,
        "converted": format_quantity(told.mention.quantity.converted(restated.unit), None, prose.language),
    }
    related = (Related(told.place(written), "amount", args),)
    values = {"stated": told.worded, "restated": again.worded}
    yield Diagnostic(KIND, place, args, hint="hint", values=values, subject=again.text, related=related)


def _is_restated(told: Told, again: Told, left: Quantity, right: Quantity) -> bool:
    """Whether the second is the first once more: in another unit and off by more than a rough conversion; or with the same digits."""
    one, other = left.nominal, right.nominal
    if one is None or other is None or not one or not other:
        return False
    if told.mention.quantity.unit.text != again.mention.quantity.unit.text:
        return abs(one - other) > _ROUGH * abs(one)
    ratio = max(one / other, other / one)
    return ratio.denominator == 1 and str(ratio.numerator).strip("0") == "1"
