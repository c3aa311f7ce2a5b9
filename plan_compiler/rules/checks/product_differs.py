"""So much for each, times their number, is not the total beside it.

每个200万元，共12个，合计2.4亿元; 年均投资60亿元，五年投资350亿元; 五年引进项目60个，年均15个: the total must be the product of the two, as far as the printed figures tell. Only three
figures that follow each other in one sentence are looked at, and of years a number that stands right before the total.

What to do: mend one of the figures.

“每个200万元，共12个，合计2.4亿元”“年均投资60亿元，五年投资350亿元”“五年引进项目60个，年均15个”：总数应等于单位量与数量之积，以印出的精度为限。只看同一句里
前后相连的数。

怎么办：改正其中一个数。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 资金
    body: |
      每个奖补200万元，共12个，合计2.4亿元。

      年均投资60亿元，五年投资350亿元。

      五年引进亿元以上项目60个，年均15个。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 资金
    body: |
      每个奖补200万元，共12个，合计2400万元。

      五年引进亿元以上项目60个，年均12个；五年新建公园183个，年均37个。

      年均投资70亿元，五年投资350亿元；每年新增20家，五年累计达到180家。

      遴选工作室20个，每个工作室每年支持经费5万元，五年共500万元。
```
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

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
from plan_compiler.rules.prose.clauses import clauses, sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
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
    each: re.Pattern[str]
    total: re.Pattern[str]
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
        each=compiled(
            rf"(?:{alternatives(told.each)}(?P<unit>[^\d\s，。的]{{1,2}}?)|(?P<average>\w)均)(?P<what>\w{{0,6}})$"
        ),
        total=compiled(rf"{alternatives((*told.summing, *told.totals))}(?:{fill})*+"),
        years=compiled(
            rf"(?P<number>[{digits}]|\d{{1,2}}){year}{alternatives((*told.over_span, *told.summing))}?(?:{fill})*+"
        ),
        span=compiled(rf"(?P<number>[{digits}]|\d{{1,2}}){year}(?!{alternatives(told.loose)})"),
        year=year,
    )


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Multiply what is told for each with the number that follows it."""
    told = words(prose.language).discourse
    if not told.each:
        return
    known = _patterns(prose.language)
    for run in prose.chapter_runs(lambda text: any(word in text for word in (*told.each, *told.averaging))):
        figures = prose.figures(run)
        for index, each in enumerate(figures):
            match = known.each.search(each.run.text, each.opens, each.start)
            unit = match and (match["unit"] or match["average"])
            if (
                not match
                or not unit
                or is_pure(each.mention.quantity.unit)
                or _is_of_several(prose, figures[:index], each, match)
            ):
                continue
            if unit == known.year and index and (number := _years_of(prose, known, figures[index - 1], each, match)):
                factor = Interval.exact(Fraction(number))
                yield from _judge(prose, (each, figures[index - 1]), factor, Fraction(number), f"{number}{known.year}")
                continue
            end = sentence_end(run.text, each.end)
            following = [figure for figure in figures[index + 1 : index + 3] if figure.start < end]
            if unit == known.year:
                yield from _over_years(prose, known, each, following[:1])
            elif len(following) > 1:
                yield from _of_number(prose, known, each, following, unit)


def _is_of_several(prose: ProseFigures, before: Sequence[Told], each: Told, match: re.Match[str]) -> bool:
    """Whether a figure is so much for each of two kinds, and its total the product of three: 每个工作室每年5万元."""
    told = words(prose.language).discourse
    text = each.run.text
    start = max(sentence_start(text, each.start), before[-1].end if before else 0)
    if any(word in match["what"] for word in told.each):
        return True
    return any(word in text[start : match.start()] for word in (*told.each, *told.averaging))


def _years_of(prose: ProseFigures, known: _Patterns, total: Told, each: Told, match: re.Match[str]) -> int:
    """Over how many years a total comes together right before its yearly average: 五年引进项目60个，年均12个; 0 where it does not."""
    text, background = each.run.text, prose.attribution.background
    unit = total.mention.quantity.unit
    beside = (
        each.is_free
        and text[total.end : each.opens].strip() in (",", "，")
        and plain(each.opening).strip() == match[0].strip()
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
        match = known.years.fullmatch(total.opening.strip())
        number = read_count(match["number"], prose.language) if match else 0
        if match and number > 1:
            factor = Interval.exact(Fraction(number))
            yield from _judge(prose, (each, total), factor, Fraction(number), f"{match['number']}{known.year}")


def _of_number(
    prose: ProseFigures, known: _Patterns, each: Told, following: Sequence[Told], unit: str
) -> Iterator[Outcome]:
    number, total = following
    one, many = parse_unit(unit), number.mention.quantity.unit
    if one.dimension != many.dimension or not one.dimension:
        return
    if not known.total.fullmatch(total.opening.strip()):
        return
    ratio, nominal = many.factor / one.factor, number.mention.fact.nominal
    factor = number.mention.fact.interval.scaled(ratio)
    yield from _judge(prose, (each, total), factor, None if nominal is None else nominal * ratio, number.worded)


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
