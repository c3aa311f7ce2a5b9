"""A stated growth does not follow from the figures it leads between.

从78亿元提高到220亿元，增长182%: the growth must be that of the two ends, as far as the printed figures tell; with the years
of both ends in the sentence, or the plan up to the base year, so must 年均增长. So must 42.86亿元，比上年的39.87亿元增长7.5%, 2.76亿人，比上年增加539.4万人，增长2.0%, 108万人，五年净增11.2万人，增长11.6%, fractions in words (增长三分之二), and 从420家增加到860家，增加440家: a difference told beside both ends, also as what is new (新增440家), where the sentence does not say that anything has gone; and how far a figure is from a level in brackets (65.6%，高于全省平均水平（64.3%）1.3个百分点; 186.5万亩，超额完成规划任务（175万亩）的6.6%). 翻一番 is twice as much, of the ends of its sentence or of an indicator that it names (高新技术企业在2020年基础上翻一番). A yearly growth that names an indicator (规上工业总产值年均增长23%) is compared with its values in
the plan's base and last year. So is a change of an indicator that its sentence tells of the plan's time, where the sentence leaves out an end: 到2025年，…比2020年增加440家; “十四五”期间…提高7.5个百分点; 达到70%，五年提高7.5个百分点; 达到300亿元，年均增长7.4%; behind a figure that is bound to it, whatever its words; or lists several apart: 城镇化率、森林覆盖率分别比2020年提高7.5、0.9个百分点; 分别达到70%、56%，比2020年分别提高7.5个、0.9个百分点. What is told to be new of an
indicator that it names (“十四五”期间新增高新技术企业30家) may be more than the table rises by, for some may have gone, but not less. A change on the year before
(2025年，高新技术企业420家，比上年增加40家) is compared with an indicator that has both years, but for growth of money in per cent, which is often of figures made comparable. A change of
rates in ‰ or /10万 may be relative (下降18%), one of rates of any kind in points or basis points (基点). A relative change that names no time (达到300亿元，增长15%) is taken for one of a year
unless it is far beyond that. Growth at comparable prices (可比价) does not follow from printed ends and is left alone, and so is that of GDP and
value added, which is told so by custom; so is growth that a form binds.

What to do: mend the growth or an end; better, bind it: `[182%](=growth(output[2025], output[2020]))`, `[23%](=cagr(output[2025],
output[2020]))`.

“从78亿元提高到220亿元，增长182%”：增幅应由两端算得；两端年份都写明、或写明是到基期为止的上一个五年规划的，“年均增长”也核对；“42.86亿元，比上年的39.87亿元
增长7.5%”“2.76亿人，比上年增加539.4万人，增长2.0%”“108万人，五年净增11.2万人，增长11.6%”“增长三分之二”“从420家增加到860家，增加440家”同样，“新增440家”也核对（同句说到退出、净增的除外）；“65.6%，高于全省平均水平（64.3%）1.3个百分点”“186.5万亩，超额完成规划任务（175万亩）的6.6%”也核对；“翻一番”是两倍，两端见于同一句，或由所说的指标得出（“高新技术企业在2020年基础上翻一番”）。指标名后面的年均增长，与表里基期、期末的值核对；一端没有写出的变化，如“到2025年……比2020年增加440家”“‘十四五’期间……提高7.5个百分点”“达到70%，五年提高7.5个百分点”“达到300亿元，年均增长7.4%”，也用指标表核对（前面的数已绑定指标的，不论怎样称呼）；“城镇化率、森林覆盖率分别比2020年提高7.5、0.9个百分点”“分别达到70%、56%，比2020年分别提高7.5个、0.9个百分点”逐个核对；“‘十四五’期间新增高新技术企业30家”不能少于表中的增加数（可以更多，因为有的会退出）；表中有上一年的值时，“2025年，高新技术企业420家，比上年增加40家”也核对，金额的百分比增幅除外；千分率、十万分率可以按百分比说降幅，各种率也可以按百分点、千分点、基点说变化；“达到300亿元，增长15%”没有说明时间，除非远大于年均增幅，不作为五年的增幅核对。可比价增长、地区生产总值和增加值的增长不核对。

怎么办：改正增幅或一端；最好绑定：`[182%](=growth(output[2025], output[2020]))`、`[23%](=cagr(output[2025],
output[2020]))`。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      规上工业总产值由2020年的78亿元提高到2025年的220亿元，年均增长32%。到2025年，高新技术企业比2020年增加50家。到2035年，高新技术企业达到250家，比2025年翻一番。

      在校生2.76亿人，增加593.4万人，增长2.00%。

      “十四五”期间，新增高新技术企业35家。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 产业
    indicators:
      - {id: firms, name: 高新技术企业, unit: 家, attribute: 预期性, values: {2020: 120, 2025: 160}}
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 目标
    body: |
      规上工业总产值由2020年的78亿元提高到2025年的220亿元，年均增长23%。

      营业收入从78亿元提高到220亿元，按可比价增长150%。

      粮食产量86.4万吨，比上年增产1.2万吨，增长1.4%；油料产量3.2万吨，比上年减产0.4万吨，减产11.1%。

      在校生2.76亿人，增加539.4万人，增长2.0%；专任教师22.5万人，比2020年的21.6万人增加0.9万人，增长4.2%。

      到2025年，高新技术企业达到160家，年均增加8家；到2035年，高新技术企业达到320家，比2025年翻一番；临港片区高新技术企业比2020年增加20家。

      “十四五”期间，新增高新技术企业50家。
```

```yaml indicators.yaml
id: targets
title: 主要指标
columns: {2020: 实际, 2025: 目标}
groups:
  - title: 产业
    indicators:
      - {id: firms, name: 高新技术企业, unit: 家, attribute: 预期性, values: {2020: 120, 2025: 160}}
```
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.link.reasons import Reason
from plan_compiler.quantity.mention import SIDES
from plan_compiler.quantity.printing import format_quantity, round_half_up, without_added_zeros
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, consistent, magnitude
from plan_compiler.quantity.senses import Sense
from plan_compiler.quantity.shares import NonPositiveBaseError, cagr, growth, share
from plan_compiler.quantity.units import PERCENT, Relation, holds_money, is_pure, relation
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Consistent, NotCheckable, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_words import Changes, changes
from plan_compiler.rules.prose.claims.changes.distances import distances, distances_of
from plan_compiler.rules.prose.claims.changes.ends import Ends, ends_of, is_relative
from plan_compiler.rules.prose.claims.changes.listed_apart import listed_apart
from plan_compiler.rules.prose.claims.changes.over_plan import new_over_plan, over_plan
from plan_compiler.rules.prose.claims.changes.past_changes import past_change
from plan_compiler.rules.prose.claims.changes.since import since_year
from plan_compiler.rules.prose.figures import Told

KIND = Kind(
    "NUM411",
    "growth-differs",
    Severity.WARNING,
    Message("增长幅度与两端数据不符", "A stated growth does not follow from its two ends"),
    {
        "message": Message(
            "文中写作增长 {stated}，而由 {first} 到 {last} 增长 {growth}",
            "the text says a growth of {stated}, but from {first} to {last} it is {growth}",
        ),
        "yearly": Message(
            "文中写作年均增长 {stated}，而由 {first} 到 {last}，{years} 年的年均增长为 {growth}",
            "the text says a yearly growth of {stated}, but from {first} to {last} in {years} years it is {growth}",
        ),
        "points": Message(
            "由 {first} 到 {last} 相差 {growth}，文中写作 {stated}",
            "from {first} to {last} it is {growth}, and the text says {stated}",
        ),
        "average": Message(
            "由 {first} 到 {last}，{years} 年平均每年相差 {growth}，文中写作 {stated}",
            "from {first} to {last} it is {growth} in each of {years} years, and the text says {stated}",
        ),
        "fall": Message(
            "由 {first} 到 {last} 下降 {growth}，文中写作 {stated}",
            "from {first} to {last} it falls by {growth}, and the text says {stated}",
        ),
        "multiple": Message(
            "文中写作{stated}，而由 {first} 到 {last} 只增长 {growth}",
            "the text says that it has {stated}, but from {first} to {last} it has grown by {growth}",
        ),
        "end": Message("{end}", "{end}"),
        "hint": Message("核对增长幅度和两端数据", "mend the growth or one of its ends"),
    },
)
RELATES = Tie.EQUAL

_MORE_DECIMALS = 4
_NEARLY_MULTIPLE = Fraction(19, 20)
"""What is a little less than twice as much is said to have doubled."""
_NEARLY_SAID = Fraction(4, 5)
"""And what is yet less, where the text says that it has nearly (接近翻番)."""


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare the growth that sentences state with the ends they name, or those of the indicator they name."""
    known = changes(prose.language)
    for run in prose.runs(known.may_change):
        figures = prose.figures(run)
        for index, told in enumerate(figures):
            ends = _ends(prose, known, figures, index) if told.is_free else None
            if ends is not None and not _is_real(known, told, ends):
                yield from _judge(prose, told, ends)
    if apart := distances_of(prose.language):
        for run in prose.chapter_runs(apart.may_tell):
            for told, ends in distances(apart, run.text, prose.figures(run)):
                yield from _judge(prose, told, ends)


def _ends(prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    told = ends_of(known, figures, index) or since_year(prose, known, figures, index)
    told = told or over_plan(prose, known, figures, index) or new_over_plan(prose, known, figures, index)
    return told or listed_apart(prose, known, figures, index) or past_change(prose, known, figures, index)


def _is_real(known: Changes, told: Told, ends: Ends) -> bool:
    """Whether it is told in real terms, which the prices of the ends do not show: so may growth of money alone."""
    return (is_relative(told) or ends.multiple > 0) and holds_money(ends.first.unit) and known.is_real(told)


def _grown(told: Told, ends: Ends) -> Quantity | None:
    """The growth between the ends; their difference, in their own unit (5亿元, 0.7‰, 2.7/10万), or that of each year; of rates in per cent
    (45%, 70%) it is told in points alone.
    """
    unit = told.mention.quantity.unit
    each = Quantity.of(Fraction(1, ends.years or 1))
    if not is_relative(told) or (unit.text == ends.first.unit.text != PERCENT.text):
        return (ends.last - ends.first) * each
    is_points, of_rate = unit.sense is Sense.POINTS, is_pure(ends.first.unit)
    if is_points or (of_rate and ends.first.unit.factor == PERCENT.factor):
        return (ends.last - ends.first).as_points() * each if is_points and of_rate else None
    if ends.by is not None:
        return share(
            ends.by, ends.first
        )  # tighter than by the ends, which are printed with fewer digits than their difference
    return growth(ends.last, ends.first) if ends.years is None else cagr(ends.last, ends.first, ends.years)


def _points_as_percent(prose: ProseFigures, told: Told, ends: Ends) -> Iterator[Outcome]:
    """从52%提高到60%，提高8%: the difference of two rates is in percentage points; their relative change would be 15%."""
    if ends.years is not None or not is_pure(ends.first.unit) or told.mention.quantity.unit.text != PERCENT.text:
        return
    points = (ends.last - ends.first).as_points()
    meant = replace(told.mention.fact, unit=points.unit)
    relative = consistent(told.mention.fact, magnitude(growth(ends.last, ends.first)))
    if not relative and consistent(meant, magnitude(points)):
        yield _differs(prose, told, ends, magnitude(points), "points")


def _judge(prose: ProseFigures, told: Told, ends: Ends) -> Iterator[Outcome]:
    if ends.multiple:
        yield from _judge_multiple(prose, told, ends)
        return
    try:
        computed = _grown(told, ends)
        if computed is None:
            yield from _points_as_percent(prose, told, ends)
            return
        # A fall is worded as a positive figure: 下降20%.
        holds = consistent(told.mention.fact, computed) or consistent(told.mention.fact, magnitude(computed))
        holds = holds or (ends.new and not told.mention.fact.interval.is_below(computed.interval))
    except UnitMismatchError:
        return
    except NonPositiveBaseError:
        yield NotCheckable(told.place(prose.written(told.run)), Reason.DOMAIN, told.worded)
        return
    written = prose.written(told.run)
    place = told.place(written)
    if holds:
        yield Consistent(place, (*ends.keys, *(end.place(written) for end in ends.told)))
        return
    message = _message(told, ends, computed)
    shown = computed if message in ("message", "yearly") else magnitude(computed)
    yield _differs(prose, told, ends, shown, message)


def _message(told: Told, ends: Ends, computed: Quantity) -> str:
    if not is_relative(told) or is_pure(ends.first.unit):
        return "points" if ends.years is None else "average"
    if ends.years is not None:
        return "yearly"
    return "fall" if computed.interval.high is not None and computed.interval.high < 0 else "message"


def _differs(prose: ProseFigures, told: Told, ends: Ends, computed: Quantity, message: str) -> Diagnostic:
    args = {
        "stated": told.worded,
        "first": ends.texts[0],
        "last": ends.texts[1],
        "years": str(ends.years or ""),
        "growth": _shown(prose, told, ends, computed),
    }
    written = prose.written(told.run)
    related = tuple(Related(end.place(written), "end", {"end": end.worded}) for end in ends.told)
    values = {"stated": told.worded, "first": args["first"], "last": args["last"]}
    place = told.place(written)
    return Diagnostic(KIND, place, args, message, hint="hint", values=values, subject=told.text, related=related)


def _shown(prose: ProseFigures, told: Told, ends: Ends, computed: Quantity) -> str:
    """What follows from the ends, in the unit of what is stated, with as many decimals as that and as a difference of its ends has,
    and with more where these would make it look the same.
    """
    stated = told.mention.quantity
    if stated.unit.text and relation(computed.unit, stated.unit) is Relation.SAME:
        computed = computed.converted(stated.unit)
    exact = (
        (ends.first.decimals, ends.last.decimals)
        if computed.unit.text == ends.first.unit.text == ends.last.unit.text
        else ()
    )
    fewest = max(stated.decimals or 0, *(each or 0 for each in exact), 0)
    for decimals in range(fewest, fewest + _MORE_DECIMALS):
        shown = replace(computed, decimals=decimals)
        if round_half_up(shown.nominal or Fraction(0), decimals) != stated.nominal:
            break
    return format_quantity(without_added_zeros(shown, stated.decimals or 0), None, prose.language)


def _judge_multiple(prose: ProseFigures, told: Told, ends: Ends) -> Iterator[Outcome]:
    """从420家增加到680家，实现翻番: what is doubled is about twice as much, or a little more."""
    low, high = ends.first.interval.low, ends.first.interval.high
    last = ends.last.converted(ends.first.unit).interval
    if low is None or high is None or low <= 0 or last.high is None or last.low is None:
        return
    nearly = _NEARLY_MULTIPLE if told.mention.qualifier in (Qualifier.EXACTLY, *SIDES) else _NEARLY_SAID
    if last.high < low * ends.multiple * nearly:
        yield _differs(prose, told, ends, growth(ends.last, ends.first), "multiple")
    else:
        written = prose.written(told.run)
        yield Consistent(told.place(written), (*ends.keys, *(end.place(written) for end in ends.told)), Tie.BOUND)
