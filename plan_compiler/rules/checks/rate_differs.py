"""A percentage is not the ratio of the two figures beside it.

The sentence names a whole (总户数12261户), a part of it (拆除12157户) and the rate that the part gives its name to
(拆除率99.9%): the rate must be the part's share in the whole, as far as the printed figures tell. So must 占比 behind a whole and a part of
it, and the share in a whole that the text names (占总投资286.4亿元的62.9%; 占常住人口的22%, with 常住人口500万人 in the same paragraph; 占全县215个行政村的20%); and 占比 or 占 behind two amounts of things of one name (全县215个行政村，建成示范村43个，占20%), and shares listed apart behind as many parts (男性5000人、女性3000人，分别占62.5%、37.5%). Where a figure is the plan's own, its whole may be as well (税收收入160亿元，占一般公共预算收入的80%; 交通类总投资6亿元，占全部投资的27%); of a part that is not, two digits that have changed places are told. So must what is done of a plan (计划5000人，实际培训5200人，完成率104%; 为年度计划5000套的104%; 完成率104%（计划5000人）), and a share beside all that is left (已改造38个，占30.6%；其余86个). No share (占…的120%)
and no coverage is above 100%, and no 占比 or 比重 far above it (720%), but in what may be less (GDP, 上年, 预算). Rates that are bound by a form are left to it.

What to do: mend one of the three; better, bind the rate: `拆除率[99.2%](=demolished / households)`.

一句话里有总数（总户数12261户）、部分（拆除12157户）和比率（拆除率99.9%），比率应等于两数之比，以印出的精度为限；“其
中…占30%”“占总投资286.4亿元的62.9%”“占常住人口的22%”（同一段里有“常住人口500万人”）“全县215个行政村，建成示范村43个，占20%”“男性5000人、女性3000人，分别占62.5%、37.5%”也一样，部分是规划自己的数时，总数也可以取自指标表或附表（税收收入160亿元，占一般公共预算收入的80%；交通类总投资6亿元，占全部投资的27%）；部分不是规划自己的数时，只报两位数字写颠倒的。计划完成的比率也一样（计划5000人，实际培训5200人，完成率104%；为年度计划5000套的104%；完成率104%（计划5000人）），旁边写明其余多少的占比也一样（已改造38个，占30.6%；其余86个）。占比、覆盖率不能超过100%，“占比”“比重”远超100%（720%）也报；占GDP、上年、预算一类的比重可以超过。已绑定的归算式核对。

怎么办：改正三者之一；最好绑定：`拆除率[99.2%](=demolished / households)`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      改造总户数12261户，其中实际拆除12157户，拆除率99.9%。计划培训5000人，实际培训5200人，完成率105%。

      新能源公交车占比由58%提高到720%。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 回顾
    body: |
      改造总户数12261户，其中实际拆除12157户，拆除率99.2%，满意率99.9%。计划培训5000人，实际培训5200人，完成率104%。

      年度计划投资86.5亿元，前三季度完成61.2亿元。其中12个续建项目完成投资24.3亿元，占年度计划的81%。

      贷款余额1860亿元，占地区生产总值的150%，拨备覆盖率由230%提高到280%，流动性比例的要求不低于100%。

      基本支出6200万元，占62%，其中人员经费5400万元，占基本支出的87.1%；项目支出3800万元，占38%。

      争取中央预算内投资12亿元、专项债券26亿元，合计38亿元，占总投资的35%。女职工参保人数32万人、男职工48万人，其中工伤参保20万人，占总人数的15%。

      农村人口120万人，占总人口的37.5%，其中脱贫人口12.6万人。C级危房2700套以加固为主，D级危房1500套以拆除为主，占比64.3%、35.7%。

      高技能人才净增0.9万人，达到13.2万人，占技能人才总量的31%。
```
"""

from collections.abc import Iterator, Sequence

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.discourse import Discourse
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import ZeroDivisorError
from plan_compiler.quantity.printing import format_as, format_quantity
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, consistent
from plan_compiler.quantity.shares import share
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.parts.apart_shares import ApartShare, share_beside_rest, shares_apart
from plan_compiler.rules.prose.claims.parts.listed_shares import Held, going_on
from plan_compiler.rules.prose.claims.parts.plan_shares import PlanShare, share_in_plan
from plan_compiler.rules.prose.claims.parts.shares import (
    Shares,
    is_above_all,
    may_be_part,
    named,
    shares,
)
from plan_compiler.rules.prose.claims.progress import of_plan
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told

KIND = Kind(
    "NUM410",
    "rate-differs",
    Severity.WARNING,
    Message("百分比与旁边的两个数据不符", "A percentage is not the ratio of the figures beside it"),
    {
        "message": Message("{told}，而 {part} ÷ {whole} = {ratio}", "{told}, but {part} ÷ {whole} = {ratio}"),
        "above": Message("部分不能超过总数：{stated}", "a part cannot be more than its whole: {stated}"),
        "part": Message("部分 {part}", "the part, {part}"),
        "whole": Message("总数 {whole}", "the whole, {whole}"),
        "hint": Message("核对百分比和两个数据", "mend the percentage or one of the two figures"),
        "share": Message("核对百分比", "see what the percentage should be"),
    },
)
RELATES = Tie.EQUAL

_PERCENT = compiled(r"[%％‰]|百分之|per ?cent|成|分之")
_SHORTEST_STEM = 2
_REACH = 12


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the rates of a sentence with the figures before them in it."""
    known = shares(prose.language)
    for run in prose.runs(lambda text: _PERCENT.search(text) is not None and known.may_rate(text)):
        figures = prose.figures(run)
        held: Held | None = None
        for index, rate in enumerate(figures):
            if not rate.is_free or rate.mention.aspect is not None or not is_pure(rate.mention.quantity.unit):
                continue
            if is_above_all(known, figures, index):
                yield _above(prose, rate)
                continue
            start = sentence_start(run.text, rate.start)
            before = [f for f in figures[max(0, index - _REACH) : index] if f.start >= start]
            sides = _of_stem(known, rate, before) or _of_share(known.told, rate, before) or named(known, figures, index)
            sides = sides or of_plan(known, rate, before, next(iter(figures[index + 1 : index + 2]), None))
            sides = sides or going_on(known, held, figures, index)
            for outcome in _judge(prose, rate, sides) if sides else ():
                held = Held(rate, sides[1]) if sides and isinstance(outcome, Consistent) else None
                yield outcome
            if sides is None and (listed := shares_apart(known, figures, index)):
                yield from _judge_apart(prose, listed)
            elif (sides is None or (held and held.rate is rate)) and (rest := share_beside_rest(known, figures, index)):
                yield from _judge_apart(prose, (rest,))
            elif sides is None and (found := share_in_plan(prose, known, figures, index)):
                yield from _judge_in_plan(prose, rate, found)


def _judge_in_plan(prose: ProseFigures, rate: Told, found: PlanShare) -> Iterator[Outcome]:
    """A share of what a text tells in what the plan has."""
    try:
        ratio = share(found.part.mention.fact, found.whole)
        holds = consistent(rate.mention.fact, ratio)
    except (UnitMismatchError, ZeroDivisorError):
        return
    written = prose.written(rate.run)
    place, part = rate.place(written), found.part.place(written)
    if holds:
        yield Consistent(place, (part, found.key))
        return
    whole = format_quantity(found.whole, None, prose.language)
    args = _args(prose, rate, found.part.worded, whole, ratio)
    home = prose.linked.figures[found.key].home
    related = (Related(part, "part", args), *((Related(home, "whole", args),) if home is not None else ()))
    values = {key: args[key] for key in ("stated", "part", "whole")}
    yield Diagnostic(KIND, place, args, hint="hint", values=values, subject=rate.text, related=related)


def _judge(prose: ProseFigures, rate: Told, sides: tuple[Told, Told]) -> Iterator[Outcome]:
    part, whole = sides
    try:
        ratio = share(part.mention.fact, whole.mention.fact)
        holds = consistent(rate.mention.fact, ratio)
    except (UnitMismatchError, ZeroDivisorError):
        return
    written = prose.written(rate.run)
    figures = (part.place(written), whole.place(written))
    yield Consistent(rate.place(written), figures) if holds else _diagnostic(prose, rate, part, whole, ratio)


def _judge_apart(prose: ProseFigures, listed: Sequence[ApartShare]) -> Iterator[Outcome]:
    """Shares listed apart behind their parts; one that is wrong, since that of a wrong part may spoil all of them."""
    written = prose.written(listed[0].rate.run)
    wrong = next((each for each in listed if not each.holds()), None)
    for each in listed:
        if wrong is None or each.holds():
            yield Consistent(each.rate.place(written), tuple(told.place(written) for told in (each.part, *each.told)))
    if wrong is not None:
        args = _args(prose, wrong.rate, wrong.part.worded, wrong.of, wrong.computed)
        related = (Related(wrong.part.place(written), "part", args),)
        values = {key: args[key] for key in ("stated", "part", "whole")}
        place, text = wrong.rate.place(written), wrong.rate.text
        yield Diagnostic(KIND, place, args, hint="hint", values=values, subject=text, related=related)


def _above(prose: ProseFigures, rate: Told) -> Diagnostic:
    args = {"stated": rate.worded}
    place = rate.place(prose.written(rate.run))
    return Diagnostic(KIND, place, args, "above", hint="share", values=args, subject=rate.text)


def _of_stem(known: Shares, rate: Told, before: Sequence[Told]) -> tuple[Told, Told] | None:
    """拆除率 behind a figure that is said to be 拆除 and another of the same unit that is a whole, and no third."""
    told = known.told
    ending = next((word for word in told.rate if rate.label.endswith(word)), "")
    stem = rate.label.removesuffix(ending).strip() if ending else ""
    if stem.endswith(told.rate_stem):  # 常住人口城镇化率 is that of 城镇人口
        stem = stem[:-1][-_SHORTEST_STEM:]
    if len(stem) < _SHORTEST_STEM:
        return None
    parts = [f for f in before if stem in f.opening or f.after.startswith(stem)]
    if len(parts) != 1:
        return None
    unit = parts[0].mention.quantity.unit
    others = [f for f in before if f is not parts[0] and f.mention.quantity.unit == unit]
    wholes = [
        f
        for f in others
        if any(word in f.label for word in (*told.whole, *told.planned)) or known.within(f) or may_be_part(parts[0], f)
    ]
    return (parts[0], wholes[0]) if len(others) == 1 == len(wholes) else None


def _of_share(told: Discourse, rate: Told, before: Sequence[Told]) -> tuple[Told, Told] | None:
    """A whole, 其中 a part of the same unit, 占比: nothing else between them."""
    if rate.label not in told.share or len(before) < 2 or rate.run.text.startswith("、", rate.end):
        return None  # the first of several shares (占比64.3%、35.7%) is not the last part's
    whole, part = before[-2:]
    between = _between(whole, part)
    is_part = any(part.label.startswith(word) or f"{word}，" in between for word in told.of_which)
    is_part = is_part or between.startswith(told.among)
    same = whole.mention.quantity.unit == part.mention.quantity.unit and not is_pure(part.mention.quantity.unit)
    if same and not is_part and not _is_new(told, part) and may_be_part(part, whole):
        alike = [f for f in before[:-2] if f.mention.quantity.unit == part.mention.quantity.unit]
        is_part = not alike and not _is_of_both(rate, part, whole)
    return (part, whole) if is_part and same else None


def _is_new(told: Discourse, part: Told) -> bool:
    """Whether a figure is of what comes or goes, of which a share is not said: 新建43个，占比达到80% is of all that there are then."""
    building = (word for word in told.building if word not in told.work_ends)
    return any(word in part.label for word in (*told.gains, *told.losses, *building))


def _is_of_both(rate: Told, part: Told, other: Told) -> bool:
    """Whether it is the share of one figure in it and the other together: 进口5亿元，出口9亿元，占比64.3%."""
    try:
        together = share(part.mention.fact, part.mention.fact + other.mention.fact)
        return consistent(rate.mention.fact, together)
    except (UnitMismatchError, ZeroDivisorError):
        return True


def _between(first: Told, second: Told) -> str:
    return first.run.text[first.end : second.start]


def _diagnostic(prose: ProseFigures, rate: Told, part: Told, whole: Told, ratio: Quantity) -> Diagnostic:
    written = prose.written(rate.run)
    args = _args(prose, rate, part.worded, whole.worded, ratio)
    related = (Related(part.place(written), "part", args), Related(whole.place(written), "whole", args))
    values = {"stated": rate.worded, "part": part.worded, "whole": whole.worded}
    place = rate.place(written)
    return Diagnostic(KIND, place, args, hint="hint", values=values, subject=rate.text, related=related)


def _args(prose: ProseFigures, rate: Told, part: str, whole: str, ratio: Quantity) -> dict[str, str]:
    says_its_name = not rate.label.endswith(words(prose.language).discourse.possessive)
    return {
        "told": rate.labelled if says_its_name else rate.worded,
        "stated": rate.worded,
        "part": part,
        "whole": whole,
        "ratio": format_as(ratio, rate.mention, prose.language)
        if rate.mention.quantity.unit.text
        else format_quantity(ratio, None, prose.language),
    }
