"""Of parts of one whole, told with their shares, one makes the whole another.

工业用水1308亿立方米，占21.6%，makes the whole some 6055: where two others of the same list, or of a whole that is named the same
(占用水总量的), come to the same whole and this one does not, its amount or its share is mistyped. Two parts that are all of their whole
(占51.2%, 占48.8%) should be to each other as their shares are.

Shares of different years or wholes are not compared, and what may be but cut off in the last digit is left alone.

What to do: mend the amount or the share; or bind the share: `占[21.6%](=industry / water)`.

并列的几个部分各有数量和占比，由数量和占比可以推出总数：工业用水1308亿立方米，占21.6%，总数约为6055亿立方米。同一列（或写明占同一总数，如
“占用水总量的”）里其他各项推出的总数一致，只有这一项不一致，就是它的数量或占比写错了。只有两项而占比合计为100%的，两数之比应与占比之比
一致。年份不同、总数不同的不比较，末位只差舍入或截尾的不报。

怎么办：改数量或占比；最好绑定占比：`占[21.6%](=industry / water)`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 用水
    body: |
      生活用水43.2亿立方米，占16.1%；工业用水56.9亿立方米，占21.2%；农业用水146.3亿立方米，占58.2%。

      男性26.1万人，占51.2%；女性24.4万人，占48.8%。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 用水
    body: |
      生活用水43.2亿立方米，占16.1%；工业用水56.9亿立方米，占21.2%；农业用水156.3亿立方米，占58.2%。

      2019年投入12亿元，占20%；2020年投入15亿元，占30%；2021年投入16亿元，占32%。

      男性26.1万人，占51.2%；女性24.9万人，占48.8%。

      甲镇耕地3万亩，占全镇面积的30%；乙镇耕地4.2万亩，占全镇面积的35%；丙镇耕地2万亩，占全镇面积的20%。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.patterns import compiled
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.parts.implied_wholes import AtOdds, at_odds, parts_of_one
from plan_compiler.rules.prose.claims.parts.shares import named, shares
from plan_compiler.rules.prose.runs import Run

KIND = Kind(
    "NUM440",
    "share-at-odds",
    Severity.WARNING,
    Message("数量和占比与并列各项对不上", "A part and its share are at odds with the others of their whole"),
    {
        "message": Message(
            "{part}，{rate}，推得总数为 {own}；而其余{count}项推得的总数一致，为 {others}",
            "{part} at {rate} makes the whole {own}, where the other {count} parts agree that it is {others}",
        ),
        "pair": Message(
            "{first} 与 {part} 之比，不是 {first_rate} 与 {own_rate} 之比",
            "{first} and {part} are not to each other as {first_rate} and {own_rate}",
        ),
        "first": Message("另一项 {first}", "the other part, {first}"),
        "amount": Message("数量 {part}", "the amount, {part}"),
        "hint": Message("核对这一项的数量和占比", "mend the amount or its share"),
        "both": Message("核对两项的数量和占比", "mend one of the amounts or shares"),
    },
)
RELATES = Tie.BOUND

_TWO = compiled(r"[%％‰][^%％‰]*[%％‰]")


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the wholes that the parts of each list imply."""
    known = shares(prose.language)
    if not known.told.share_of or not known.told.share:
        return
    word = known.told.share[0]
    for run in prose.runs(lambda text: text.count(word) > 1 and _TWO.search(text) is not None):
        figures = prose.figures(run)
        for listed in parts_of_one(known, figures):
            odd = at_odds(listed)
            if odd is None:
                written = prose.written(run)
                yield from (Consistent(e.rate.place(written), (e.part.place(written),)) for e in listed)
            elif odd.part.rate.is_free and named(known, figures, figures.index(odd.part.rate)) is None:
                yield _diagnostic(prose, run, odd)


def _diagnostic(prose: ProseFigures, run: Run, odd: AtOdds) -> Diagnostic:
    written = prose.written(run)
    part, rate, first = odd.part.part, odd.part.rate, odd.other
    args = {
        "part": part.labelled,
        "rate": rate.labelled,
        "own": format_quantity(odd.part.whole, None, prose.language),
        "others": format_quantity(first.whole, None, prose.language),
        "count": str(odd.count),
        "first": first.part.labelled,
        "first_rate": first.rate.worded,
        "own_rate": rate.worded,
    }
    values = {"part": part.worded, "rate": rate.worded}
    related = (
        Related(part.place(written), "amount", args),
        Related(first.part.place(written), "first", args),
    )
    key, hint = ("message", "hint") if odd.alone else ("pair", "both")
    return Diagnostic(
        KIND, rate.place(written), args, key, hint=hint, values=values, subject=rate.text, related=related
    )
