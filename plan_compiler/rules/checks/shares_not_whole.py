"""Shares that should make up a whole come to more than it.

绿地占35%、道路占25%、建筑占50%: three shares or more in one list are nearly all of their whole, and more than it. The structure of an economy
(三次产业结构为5:40:50) is all of it, so its members come to 100, as far as their printed decimals tell; so do those of any ratio that
turns into another where one of the two does (运输结构由62:15:23调整为51:30:29); and so do the shares of a list that its sentence says is all:
资金来源构成为：中央40%、省级30%、地方20%。

Lists of which several may be true of one person or answer (党员, 学历, 可多选) are left alone.

What to do: mend one of the shares; where something is in several of them, say so.

并列的三项以上占比加起来略超过100%，或三次产业结构的各项加起来不是100（以印出的小数位为限）；一组比例变为另一组、只有一组合计是100的（“由62:15:23调整为51:30:29”），也报；
“资金来源构成为：中央40%、省级30%、地方20%。”这样列全了的占比，加起来不是100%也报。可多选的调查，
党员、学历一类可以同时属于一个人的，不在此列。

怎么办：改正其中一项；各项确有重叠的，在文中写明。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 用地
    body: |
      建设用地中绿地占35%、道路占25%、建筑占50%。

      三次产业结构调整为5:40:50。

      公路、铁路、水路运输比例由2020年的62:15:23调整为2025年的51:30:29。

      资金来源构成为：中央40%、省级30%、地方20%。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 用地
    body: |
      建设用地中绿地占35%、道路占25%、建筑占40%，党员占65%、女性占48%。

      三次产业结构由6.8:41.2:52调整为4.9:40.0:55.0，资金按5:2:2:1分担。

      公路、铁路、水路运输比例由62:15:23调整为51:20:29，用地比例由5:3:2调整为4:4:3，口径由62:15:23调整为50:20:10:20。

      资金来源构成为：中央40%、省级30%、地方30%，主要收入来源为工资40%、经营30%、租金20%。
```
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Severity
from plan_compiler.language.discourse import Discourse
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity, add_all
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.parts.compositions import compositions, turned
from plan_compiler.rules.prose.claims.parts.shares import WHOLE, consecutive, shares, structures
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.runs import Run

KIND = Kind(
    "NUM416",
    "shares-not-whole",
    Severity.WARNING,
    Message("各项占比之和不是百分之百", "Shares do not make up their whole"),
    {
        "message": Message("{addition} = {sum}，超过100%", "{addition} = {sum}, more than the whole"),
        "structure": Message("{text} 各项之和为 {sum}，不是100", "{text}: its members come to {sum}, not to 100"),
        "composition": Message("{addition} = {sum}，不是100%", "{addition} = {sum}, and not the whole"),
        "hint": Message("核对各项", "mend one of them"),
    },
)
RELATES = Tie.BOUND

_FEWEST = 3
_NEAR = Fraction(115, 100)
"""What is further above its whole hardly lists parts of one."""


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Add up the shares of each list, and the members of each structure."""
    known = shares(prose.language)
    told = known.told
    for run in prose.chapter_runs(lambda text: any(word in text for word in told.share[:1])):
        for listed in consecutive(known, prose.figures(run)):
            total = add_all([share.mention.quantity for share in listed])
            low, nominal = total.interval.low, total.nominal
            if len(listed) < _FEWEST or low is None or nominal is None or _may_overlap(told, listed):
                continue
            if low * total.unit.factor > 1 and nominal * total.unit.factor <= _NEAR:
                addition = " + ".join(share.text for share in listed)
                args = {"addition": addition, "sum": format_quantity(total, None, prose.language)}
                place = listed[-1].place(prose.written(run))
                yield Diagnostic(KIND, place, args, hint="hint", values={"addition": addition}, subject=listed[-1].text)
    for run in prose.chapter_runs(lambda text: "%" in text and any(word in text for word in told.composed)):
        yield from _compositions(prose, run)
    for run in prose.chapter_runs(lambda text: any(word in text for word in told.structures)):
        yield from _structures(prose, run, structures(run))
    marks = (":", "：", "∶")
    for run in prose.chapter_runs(
        lambda text: any(mark in text for mark in marks) and not any(word in text for word in told.structures)
    ):
        yield from _structures(prose, run, turned(run, prose.language))


def _may_overlap(told: Discourse, listed: Sequence[Told]) -> bool:
    """Whether several of the list may be true of one person or answer: 女性占49%、党员占12%; 可多选."""
    text = listed[0].run.text
    sentence = text[sentence_start(text, listed[0].start) : sentence_end(text, listed[-1].end)]
    return any(word in sentence for word in told.several_apply)


def _compositions(prose: ProseFigures, run: Run) -> Iterator[Outcome]:
    for listed in compositions(run, prose.language):
        place = run.place(listed.start, listed.end, prose.written(run))
        if listed.total.interval.meets(WHOLE.interval):
            yield Consistent(place)
            continue
        addition = " + ".join(listed.shares)
        args = {"addition": addition, "sum": f"{format_quantity(listed.total, None, prose.language)}%"}
        values = {"addition": addition}
        yield Diagnostic(KIND, place, args, "composition", hint="hint", values=values, subject=listed.shares[-1])


def _structures(prose: ProseFigures, run: Run, found: Iterable[tuple[re.Match[str], Quantity]]) -> Iterator[Outcome]:
    for match, total in found:
        place = run.place(match.start(), match.end(), prose.written(run))
        if total.interval.meets(WHOLE.interval):
            yield Consistent(place)
        else:
            args = {"text": match[0], "sum": format_quantity(total, None, prose.language)}
            yield Diagnostic(KIND, place, args, "structure", hint="hint", values=args, subject=match[0])
