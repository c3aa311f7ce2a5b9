"""So much for each, times their number, is not the total beside it.

每个200万元，共12个，合计2.4亿元; 车辆300台，每台20万元，共6600万元; 46个×200万元，共9600万元; 年均投资60亿元，五年投资350亿元; 五年引进项目60个，年均15个; 总投资120亿元，共48个项目，平均每个2.6亿元; 惠及居民14.2万户，平均每个小区约292户 behind 小区486个: the total must be the product of the two, as far as the printed figures tell. What is granted for each is not held against a whole investment, nor what other things have (中心12个，每个床位补助2万元), nor a price by the area. Only three
figures that follow each other in one sentence are looked at, and of years a number that stands right before the total.

What to do: mend one of the figures.

“每个200万元，共12个，合计2.4亿元”“车辆300台，每台20万元，共6600万元”“46个×200万元，共9600万元”“年均投资60亿元，五年投资350亿元”“五年引进项目60个，年均15个”“总投资120亿元，共48个项目，平均每个2.6亿元”“小区486个、2915栋，惠及居民14.2万户，平均每个小区约292户”：总数应等于单位量与数量之积，以印出的精度为限；每个补助多少不与总投资比较，别的东西每个多少（中心12个，每个床位补助2万元）、按面积计的价格也不比较。只看同一句里
前后相连的数。

怎么办：改正其中一个数。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 资金
    body: |
      每个奖补200万元，共12个，合计2.4亿元。购置车辆300台，平均每台20万元，共6600万元；建设驿站46个×200万元，共9600万元。

      年均投资60亿元，五年投资350亿元。

      五年引进亿元以上项目60个，年均15个。总投资120亿元，共48个项目，平均每个2.6亿元。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 资金
    body: |
      每个奖补200万元，共12个，合计2400万元。购置车辆300台，平均每台20万元，共6000万元；每村补助50万元，补助120个村，总投资9000万元。

      五年引进亿元以上项目60个，年均12个；五年新建公园183个，年均37个。

      年均投资70亿元，五年投资350亿元；每年新增20家，五年累计达到180家。

      总投资120亿元，共48个项目，平均每个2.5亿元；总投资60亿元，惠及1200户，户均补助2万元。

      遴选工作室20个，每个工作室每年支持经费5万元，五年共500万元。
```
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Kind, Message, Related, Severity
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.numerals import read_count
from plan_compiler.quantity.printing import format_quantity
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, consistent
from plan_compiler.quantity.units import is_pure, parse_unit
from plan_compiler.rational import Fraction
from plan_compiler.rules.outcome import Consistent, Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.averages import average_at
from plan_compiler.rules.prose.claims.products import is_of_several, name_end, product_at, products_of
from plan_compiler.rules.prose.clauses import clauses, sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind
from plan_compiler.rules.prose.periods import end_of_own
from plan_compiler.rules.prose.wording import alternatives, plain

KIND = Kind(
    "NUM418",
    "product-differs",
    Severity.WARNING,
    Message("单位量与数量之积不是总数", "So much for each, times their number, is not the total"),
    {
        "message": Message(
            "{each} × {number} = {product}，文中写作 {stated}",
            "{each} × {number} = {product}, and the text says {stated}",
        ),
        "each": Message("{each}", "{each}"),
        "hint": Message("核对单位量、数量和总数", "mend one of the three figures"),
    },
)
RELATES = Tie.EQUAL

_REACH = 30
"""How far before the clause of a total the name of its period may begin."""


class _Patterns(Struct, frozen=True):
    years: re.Pattern[str]
    span: re.Pattern[str]
    """At the beginning of a total's clause, over how many years it comes together: 五年累计."""
    year: str


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    known = words(language)
    told, year = known.discourse, known.names.year
    digits = "".join(known.numerals.digits) + "十"
    fill = alternatives(word for word in told.sum_fill if word not in told.reaching)
    return _Patterns(
        years=compiled(
            rf"(?P<number>[{digits}]|\d{{1,2}}){year}{alternatives((*told.over_span, *told.summing))}?(?:{fill})*+"
        ),
        span=compiled(rf"(?P<number>[{digits}]|\d{{1,2}}){year}(?!{alternatives(told.loose)})"),
        year=year,
    )


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Multiply what is told for each with the number that stands beside it."""
    if not words(prose.language).discourse.each:
        return
    known, of_numbers = _patterns(prose.language), products_of(prose.language)
    for run in prose.chapter_runs(of_numbers.may_multiply):
        figures = prose.figures(run)
        for index, each in enumerate(figures):
            match = of_numbers.each.search(run.text, each.opens, name_end(each))
            if match and (match["unit"] or match["average"]) == known.year:
                last = figures[index - 1] if index else None
                if not is_pure(each.mention.quantity.unit) and not is_of_several(of_numbers, last, each, match):
                    yield from _of_years(prose, known, figures, index, match)
            elif found := product_at(of_numbers, figures, index) or average_at(of_numbers, figures, index):
                yield from _judge(prose, (found.each, found.total), found.factor, found.nominal, found.number.worded)


def _of_years(
    prose: ProseFigures, known: _Patterns, figures: Sequence[Told], index: int, match: re.Match[str]
) -> Iterator[Outcome]:
    """A yearly average, with the total before it or behind it."""
    each = figures[index]
    if index and (number := _years_of(prose, known, figures[index - 1], each, match)):
        factor = Interval.exact(Fraction(number))
        yield from _judge(prose, (each, figures[index - 1]), factor, Fraction(number), f"{number}{known.year}")
        return
    end = sentence_end(each.run.text, each.end)
    yield from _over_years(prose, known, each, [told for told in figures[index + 1 : index + 2] if told.start < end])


def _years_of(prose: ProseFigures, known: _Patterns, total: Told, each: Told, match: re.Match[str]) -> int:
    """Over how many years a total comes together right before its yearly average: 五年引进项目60个，年均12个; 0 where it does not."""
    text, background = each.run.text, prose.attribution.background
    unit = total.mention.quantity.unit
    beside = (
        each.is_free
        and text[total.end : each.opens].strip() in (",", "，")
        and plain(text[each.opens : name_end(each)]).strip() == match[0].strip()
    )
    if not beside or unit.dimension != each.mention.quantity.unit.dimension or not _is_of_total(match["what"], total):
        return 0
    before = plain(total.before).strip()
    before = before[background.known.leading.end(before) :]
    span = known.span.match(before)
    if span is not None:
        return read_count(span["number"], prose.language)
    earlier = plain(text[max(sentence_start(text, total.start), total.opens - _REACH) : total.opens]).rstrip("，, ")
    period, years = clauses(earlier)[-1].strip(), background.years
    own = period != "" and end_of_own(period, background.known, years) == len(period)
    return years.final - years.base if own and years.final is not None and years.base is not None else 0


def _is_of_total(what: str, total: Told) -> bool:
    """Whether what is averaged is what the total is of, by the words between 年均 and the average: 新增."""
    return not what or what in total.before


def _over_years(prose: ProseFigures, known: _Patterns, each: Told, following: Sequence[Told]) -> Iterator[Outcome]:
    for total in following:
        if is_pure(total.mention.quantity.unit) and words_behind(total):
            continue  # 每年培训2000人，五年合计1.2万课时
        match = known.years.fullmatch(total.opening.strip())
        number = read_count(match["number"], prose.language) if match else 0
        if match and number > 1:
            factor = Interval.exact(Fraction(number))
            yield from _judge(
                prose, (_as_often(each, total), total), factor, Fraction(number), f"{match['number']}{known.year}"
            )


def _as_often(each: Told, total: Told) -> Told:
    """What there is each year, in the unit in which its total counts it as often as it comes: 3500户 of 1.75万户次."""
    often = parse_unit(f"{each.mention.quantity.unit.text}{words(each.language).discourse.occasion}")
    if often.dimension != total.mention.quantity.unit.dimension:
        return each
    return replace(each, mention=replace(each.mention, quantity=replace(each.mention.quantity, unit=often)))


def _judge(
    prose: ProseFigures, ends: tuple[Told, Told], factor: Interval, nominal: Fraction | None, number: str
) -> Iterator[Outcome]:
    each, total = ends
    # An average is rounded also where what it is of is counted: 年均37个 of 183.
    averages = any(word in each.opening for word in words(prose.language).discourse.averaging)
    fact = each.mention.quantity if averages and each.mention.qualifier is Qualifier.EXACTLY else each.mention.fact
    value = None if fact.nominal is None or nominal is None else fact.nominal * nominal
    product = Quantity(fact.interval * factor, value, fact.unit, fact.decimals)
    try:
        holds = consistent(total.mention.fact, product)
    except UnitMismatchError:
        return
    written = prose.written(each.run)
    place = total.place(written)
    if holds:
        yield Consistent(place, (each.place(written),))
        return
    args = {
        "each": each.worded,
        "number": number,
        "stated": total.worded,
        "product": format_quantity(product, None, prose.language),
    }
    related = (Related(each.place(written), "each", args),)
    values = {"each": each.worded, "number": number, "stated": total.worded}
    yield Diagnostic(KIND, place, args, hint="hint", values=values, subject=total.text, related=related)
