"""A figure is not so many times another as its sentence says.

达到380亿元，是2025年的1.9倍: the figure before it, by that which an indicator or the sentence has for the year, must be so many times as much,
as far as the printed figures tell. So must the target of an indicator that is named alone (规上工业总产值是2025年的1.75倍; 扩大到2025年的2.5倍), and a figure beside the other: 支出41.7亿元，是收入13.5亿元的3.1倍; £380 million in 2030, 1.9 times that of 2025. What is told in real terms (可比价) does not
follow from printed figures and is left alone.

What to do: mend the multiple or a figure; better, bind it: `[1.44倍](=output[2030] / output[2025])`.

“达到380亿元，是2025年的1.9倍”：前面的数应是那一年的数（指标表里的，或同一句里写明的）的这么多倍，以印出的精度为限。只说指标名的（“规上工业总产值是2025年的1.75倍”“扩大到2025年的2.5倍”），用目标值核对。“支出41.7亿元，是收入13.5亿元的3.1倍”也一样。按可比价说的不核对。

怎么办：改正倍数或其中一个数；最好绑定：`[1.44倍](=output[2030] / output[2025])`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 目标
    body: 公路里程由2025年的1200公里增加到2030年的1500公里，是2025年的1.5倍。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2026-2030
chapters:
  - title: 目标
    body: |
      公路里程由2025年的1200公里增加到2030年的1500公里，是2025年的1.25倍。

      营业收入由78亿元提高到220亿元，按可比价计算是2025年的2.5倍。
```
"""

from collections.abc import Iterator

from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.quantity.printing import format_quantity, round_half_up, without_added_zeros
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, consistent
from plan_compiler.quantity.shares import NonPositiveBaseError, ratio
from plan_compiler.quantity.units import holds_money
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_words import changes
from plan_compiler.rules.prose.claims.changes.times import Multiple, multiple_of, times_words
from plan_compiler.rules.prose.figures import Told

KIND = Kind(
    "NUM424",
    "multiple-differs",
    Severity.WARNING,
    Message("倍数与两个数据不符", "A figure is not so many times another"),
    {
        "message": Message(
            "文中写作 {stated}，而 {last} ÷ {first} = {ratio}",
            "the text says {stated}, but {last} ÷ {first} = {ratio}",
        ),
        "figure": Message("{figure}", "{figure}"),
        "hint": Message("核对倍数和两个数据", "mend the multiple or one of the two figures"),
    },
)
RELATES = Tie.EQUAL

_MORE_DECIMALS = 4


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Divide each figure by the one that it is said to be a multiple of."""
    known = times_words(prose.language)
    if not known.of:
        return
    for run in prose.chapter_runs(lambda text: any(unit in text for unit in known.units)):
        figures = prose.figures(run)
        for index, told in enumerate(figures):
            multiple = multiple_of(prose, known, figures, index) if told.is_free else None
            if multiple is not None and not _is_real(prose, told, multiple):
                yield from _judge(prose, told, multiple)


def _is_real(prose: ProseFigures, told: Told, multiple: Multiple) -> bool:
    """Whether prices may have been taken out of it: the sentence says so, or it is so by custom, but for targets beside the base year."""
    if not holds_money(multiple.first.unit):
        return False
    base = multiple.year == prose.attribution.background.years.base
    return changes(prose.language).is_real(told, by_custom=not (base and multiple.keys))


def _judge(prose: ProseFigures, told: Told, multiple: Multiple) -> Iterator[Outcome]:
    try:
        computed = ratio(multiple.last, multiple.first)
        holds = consistent(told.mention.fact, computed)
    except (UnitMismatchError, NonPositiveBaseError):
        return
    written = prose.written(told.run)
    place = told.place(written)
    if holds:
        yield Consistent(place, (*multiple.keys, *(end.place(written) for end in multiple.told)))
        return
    last, first = multiple.texts
    args = {"stated": told.worded, "last": last, "first": first, "ratio": _shown(prose, told, computed)}
    related = tuple(Related(end.place(written), "figure", {"figure": end.worded}) for end in multiple.told)
    values = {"stated": told.worded, "last": args["last"], "first": args["first"]}
    yield Diagnostic(KIND, place, args, hint="hint", values=values, subject=told.text, related=related)


def _shown(prose: ProseFigures, told: Told, computed: Quantity) -> str:
    """The ratio, with the decimals of what is stated, and with more where these would make it look the same."""
    stated = told.mention.quantity
    fewest = max(stated.decimals or 0, 0) + 1
    for decimals in range(fewest, fewest + _MORE_DECIMALS):
        shown = replace(computed, unit=stated.unit, decimals=decimals)
        if round_half_up(shown.nominal or Fraction(0), decimals) != stated.nominal:
            break
    return format_quantity(without_added_zeros(shown, stated.decimals or 0), None, prose.language)
