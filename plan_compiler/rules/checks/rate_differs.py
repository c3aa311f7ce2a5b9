"""A percentage is not the ratio of the two figures beside it.

The sentence names a whole (总户数12261户), a part of it (拆除12157户) and the rate that the part gives its name to
(拆除率99.9%): the rate must be the part's share in the whole, as far as the printed figures tell. So must 占比 behind a whole and a part of
it. Rates that are bound by a form are left to it.

What to do: mend one of the three; better, bind the rate: `拆除率[99.2%](=demolished / households)`.

一句话里有总数（总户数12261户）、部分（拆除12157户）和比率（拆除率99.9%），比率应等于两数之比，以印出的精度为限；“其
中…占30%”也一样。已绑定的归算式核对。

怎么办：改正三者之一；最好绑定：`拆除率[99.2%](=demolished / households)`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: 改造总户数12261户，其中实际拆除12157户，拆除率99.9%。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: 改造总户数12261户，其中实际拆除12157户，拆除率99.2%，满意率99.9%。
```
"""

import re
from collections.abc import Iterator, Sequence

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.vocabulary import Discourse
from plan_compiler.language.words import words
from plan_compiler.quantity.interval import ZeroDivisorError
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, consistent
from plan_compiler.quantity.shares import share
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told

KIND = Kind(
    "NUM410",
    "rate-differs",
    Severity.WARNING,
    Message("百分比与旁边的两个数据不符", "A percentage is not the ratio of the figures beside it"),
    {
        "message": Message(
            "{label} {stated}，而 {part} ÷ {whole} = {ratio}", "{label} {stated}, but {part} ÷ {whole} = {ratio}"
        ),
        "part": Message("部分 {part}", "the part, {part}"),
        "whole": Message("总数 {whole}", "the whole, {whole}"),
        "hint": Message("核对百分比和两个数据", "mend the percentage or one of the two figures"),
    },
)
RELATES = Tie.EQUAL

_PERCENT = re.compile(r"[%％‰]|百分之|per ?cent|成")
_SHORTEST_STEM = 2
_REACH = 12


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the rates of a sentence with the figures before them in it."""
    told = words(prose.language).discourse
    for run in prose.runs(lambda text: _PERCENT.search(text) is not None and _may_rate(told, text)):
        figures = prose.figures(run)
        for index, rate in enumerate(figures):
            if rate.is_free and rate.mention.aspect is None and is_pure(rate.mention.quantity.unit):
                start = sentence_start(run.text, rate.start)
                before = [f for f in figures[max(0, index - _REACH) : index] if f.start >= start]
                yield from _judge(prose, told, rate, before)


def _may_rate(told: Discourse, text: str) -> bool:
    return any(word in text for word in (*told.rate, *told.share))


def _judge(prose: ProseFigures, told: Discourse, rate: Told, before: Sequence[Told]) -> Iterator[Outcome]:
    sides = _of_stem(told, rate, before) or _of_share(told, rate, before)
    if sides is None:
        return
    part, whole = sides
    try:
        ratio = share(part.mention.fact, whole.mention.fact)
        holds = consistent(rate.mention.fact, ratio)
    except (UnitMismatchError, ZeroDivisorError):
        return
    written = prose.written(rate.run)
    figures = (part.place(written), whole.place(written))
    yield Consistent(rate.place(written), figures) if holds else _diagnostic(prose, rate, part, whole, ratio)


def _of_stem(told: Discourse, rate: Told, before: Sequence[Told]) -> tuple[Told, Told] | None:
    """拆除率 behind a figure that is said to be 拆除 and another of the same unit that is a whole, and no third."""
    ending = next((word for word in told.rate if rate.label.endswith(word)), "")
    stem = rate.label.removesuffix(ending).strip() if ending else ""
    if len(stem) < _SHORTEST_STEM:
        return None
    parts = [f for f in before if stem in f.label]
    if len(parts) != 1:
        return None
    unit = parts[0].mention.quantity.unit
    others = [f for f in before if f is not parts[0] and f.mention.quantity.unit == unit]
    wholes = [f for f in others if any(word in f.label for word in told.whole)]
    return (parts[0], wholes[0]) if len(others) == 1 == len(wholes) else None


def _of_share(told: Discourse, rate: Told, before: Sequence[Told]) -> tuple[Told, Told] | None:
    """A whole, 其中 a part of the same unit, 占比: nothing else between them."""
    if rate.label not in told.share or len(before) < 2:
        return None
    whole, part = before[-2:]
    is_part = any(part.label.startswith(word) or f"{word}，" in _between(whole, part) for word in told.of_which)
    same = whole.mention.quantity.unit == part.mention.quantity.unit
    return (part, whole) if is_part and same and not is_pure(part.mention.quantity.unit) else None


def _between(first: Told, second: Told) -> str:
    return first.run.text[first.end : second.start]


def _diagnostic(prose: ProseFigures, rate: Told, part: Told, whole: Told, ratio: Quantity) -> Diagnostic:
    written = prose.written(rate.run)
    printed = format_quantity(ratio, None, prose.language)
    args = {
        "label": rate.label,
        "stated": rate.worded,
        "part": part.worded,
        "whole": whole.worded,
        "ratio": printed,
    }
    related = (Related(part.place(written), "part", args), Related(whole.place(written), "whole", args))
    values = {"stated": rate.worded, "part": part.worded, "whole": whole.worded}
    place = rate.place(written)
    return Diagnostic(KIND, place, args, hint="hint", values=values, subject=rate.text, related=related)
