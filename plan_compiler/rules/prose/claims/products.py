"""So much for each, their number, and the total of both: 每个200万元，共12个，合计2400万元; 12个，单价200万元，共…; 12个×200万元，共…."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.mention import touching_before
from plan_compiler.quantity.units import is_count, is_pure, parse_unit
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind
from plan_compiler.rules.prose.wording import alternatives

_SIGN = compiled(r"\s?[×✕*＊xX]\s?")
_FULL_STOP = "。"
_EQUALS = "=＝"


class Product(Struct, frozen=True):
    """An amount for each, their number, and what is said to be the total; `factor` is the number in units of the amount."""

    each: Told
    number: Told
    total: Told
    factor: Interval
    nominal: Fraction | None


class Products(Struct, frozen=True):
    """The words by which a language tells products, as patterns."""

    each: re.Pattern[str]
    """Before so much for each: `unit` (每台) or `average` (户均) says of which, `what` of what kind it is."""
    paid: re.Pattern[str]
    """All of such a kind that names no other thing that there may be more of: 补助."""
    price: re.Pattern[str]
    """The same of the things that were counted before: 单价."""
    total: re.Pattern[str]
    spent: re.Pattern[str]
    """The total is all that is spent, of which what is granted for each may be a part."""
    beside: re.Pattern[str]
    """All that stands between a number and what each has: 辆，."""
    follows: re.Pattern[str]
    """All that stands between the two and their total: 个，."""
    several: re.Pattern[str]
    """Says that there is so much for each of two kinds."""
    even: re.Pattern[str]
    """May stand before so much for each: 平均."""
    granted: tuple[str, ...]
    average_price: re.Pattern[str]
    """The price of what is likely to be told by the area."""
    dwellings: tuple[str, ...]

    def may_multiply(self, text: str) -> bool:
        """Whether a text has the words or the sign without which there is no product."""
        return self.several.search(text) is not None or self.price.search(text) is not None or bool(_SIGN.search(text))


@lru_cache(maxsize=8)
def products_of(language: str) -> Products:
    """The patterns of a language. Raises `UnknownLanguageError`."""
    told = words(language).discourse
    fill = alternatives(word for word in told.sum_fill if word not in told.reaching)
    each = alternatives(told.each)
    even = alternatives(told.evenly)
    spent = alternatives((*told.totals, *told.needed))
    sums = (word for word in (*told.totals, *told.needed) if word not in told.total_investment)
    paid = alternatives((*told.sum_fill, *told.allotted, *told.funds, *told.costs))
    return Products(
        each=compiled(rf"(?:{each}(?P<unit>[^\d\s，。的]{{1,2}}?)|(?!{even})(?P<average>\w)均)(?P<what>\w{{0,6}})$"),
        price=compiled(alternatives(told.unit_prices)),
        paid=compiled(rf"(?:{paid})*+"),
        total=compiled(rf"{alternatives((*told.summing, *sums))}(?:{fill})*+"),
        spent=compiled(spent),
        beside=compiled(r"[^，；。、,;\d]{0,8}[，,（(]"),
        follows=compiled(r"[^，；。、,;\d]{0,12}[，,、）)]{0,2}\s?"),
        several=compiled(alternatives((*told.each, *told.averaging))),
        even=compiled(rf"{even}$"),
        granted=told.funds,
        average_price=compiled(alternatives(word for word in told.unit_prices if word.startswith(told.averaging))),
        dwellings=told.dwellings,
    )


def name_end(told: Told) -> int:
    """Where the words before a figure end that say what it is, those that bound it behind them: 户均 of 户均约2.2万元."""
    known, end = words(told.language).qualifiers.before, told.start
    for word in reversed(touching_before(told.opening, told.language)):
        if known.get(word, Qualifier.EXACTLY) is Qualifier.EXACTLY:
            break
        end = told.run.text.rfind(word, told.opens, end)
    return end


def product_at(known: Products, figures: Sequence[Told], index: int) -> Product | None:
    """The product of which the figure at `index` is the amount for each, or the first factor."""
    told = figures[index]
    text, end = told.run.text, sentence_end(told.run.text, told.end)
    following = [figure for figure in figures[index + 1 : index + 3] if figure.start < end]
    if len(following) > 1 and _SIGN.fullmatch(text, told.end, following[0].start):
        second = index > 1 and _SIGN.fullmatch(text, figures[index - 2].end, figures[index - 1].start)
        return None if second else _of_sign(known, told, *following)  # 46个×200万元，12个×100万元，共10400万元
    last = figures[index - 1] if index and figures[index - 1].start >= sentence_start(text, told.start) else None
    if last is not None and _is_listed(figures, index - 1):
        return None
    kind = _kind(known, last, told)
    beside = _beside(known, last, told, following, kind[0]) if kind is not None else None
    if kind is None or beside is None or not known.follows.fullmatch(text, beside[0], beside[2].opens):
        return None
    _, number, total = beside
    opening, (unit, what) = total.opening.strip(), kind
    may_be_part = known.spent.match(opening) and any(word in f"{told.opening}{what}" for word in known.granted)
    if may_be_part or not known.total.fullmatch(opening) or not _is_of_number(known, what, number, total):
        return None
    alike = total.mention.quantity.unit.dimension == told.mention.quantity.unit.dimension
    if not alike or _is_second(known, figures, index - 1 if number is last else index):
        return None
    one, many = parse_unit(unit), number.mention.quantity.unit
    return times_number(
        told, number, total, many.factor / one.factor if unit and one.dimension == many.dimension else None
    )


def _is_of_number(known: Products, what: str, number: Told, total: Told) -> bool:
    """Whether what there is so much of for each is of the things that are counted, and of the kind of the total: 每个工作室补助; not 每个床位 of 中心12个."""
    for length in range(len(what) + 1):
        name, kind = what[:length], what[length:]
        own = not name or number.label.endswith(name) or words_behind(number).startswith(name)
        if own and (known.paid.fullmatch(kind) or kind in total.before):
            return True
    return False


def _is_second(known: Products, figures: Sequence[Told], first: int) -> bool:
    """Whether so much for each of other things stands before the factors that begin at `first`, with no total of its own, so that the total may be of both:
    第一批12所，每所20万元；第二批8所，每所30万元，共480万元.
    """
    if not first:
        return False
    before, text = figures[first - 1], figures[first].run.text
    if _FULL_STOP in text[before.end : figures[first].start]:
        return False
    each = known.each.search(text, before.opens, before.start)
    yearly = (
        each is not None and each["unit"] == words(before.language).names.year
    )  # 每年遴选10名，五年共建50个，每个补助20万元
    return (each is not None and not yearly) or known.price.search(before.opening) is not None


def _is_listed(figures: Sequence[Told], index: int) -> bool:
    """Whether another number of the same things stands before one in its sentence, and either or both may be meant: 2026年建成40个、2027年46个，每个…."""
    own = figures[index]
    start, unit = sentence_start(own.run.text, own.start), own.mention.quantity.unit
    before = figures[index - 1] if index else None
    return before is not None and before.start >= start and is_count(unit) and before.mention.quantity.unit == unit


def _kind(known: Products, last: Told | None, told: Told) -> tuple[str, str] | None:
    """Of which unit there is so much for each ("" for what was counted before), and what it is; None for a figure of no such kind."""
    match = known.each.search(told.run.text, told.opens, name_end(told))
    if is_pure(told.mention.quantity.unit) or (match is None and not known.price.search(told.opening)):
        return None
    if match is None:
        return "", ""
    return None if is_of_several(known, last, told, match) else (match["unit"] or match["average"], match["what"])


def _beside(
    known: Products, last: Told | None, each: Told, following: Sequence[Told], unit: str
) -> tuple[int, Told, Told] | None:
    """The number beside an amount for each, and the total behind both; and where they end. None where two numbers may be meant."""
    ahead = len(following) > 1 and unit != "" and is_number(unit, following[0])
    behind = last is not None and (is_count(last.mention.quantity.unit) if not unit else is_number(unit, last))
    if ahead:
        return None if behind else (following[0].end, following[0], following[1])
    if last is None or not behind or not following or known.several.search(last.opening):
        return None
    if _is_by_area(known, last, each):
        return None
    total = following[0]
    names = is_count(total.mention.quantity.unit) and words_behind(total) != ""
    stands = known.beside.fullmatch(each.run.text, last.end, each.opens)
    return (each.end, last, total) if stands and not names else None


def _is_by_area(known: Products, last: Told, each: Told) -> bool:
    """Whether a price is likely to be that of an area, by custom: 商品房1200套，均价8000元."""
    return last.mention.quantity.unit.text in known.dwellings and known.average_price.search(each.opening) is not None


def is_of_several(known: Products, last: Told | None, each: Told, match: re.Match[str]) -> bool:
    """Whether a figure is so much for each of two kinds, and its total the product of three: 每个工作室每年5万元."""
    text = each.run.text
    start = max(sentence_start(text, each.start), last.end if last is not None else 0)
    before = known.even.sub("", text[start : match.start()])
    return known.several.search(match["what"]) is not None or known.several.search(before) is not None


def is_number(unit: str, number: Told) -> bool:
    """Whether a figure counts, or measures, what there is so much for each of: 120个行政村 for 每村."""
    one, many = parse_unit(unit), number.mention.quantity.unit
    if one.dimension == many.dimension and one.dimension:
        return True
    return is_count(many) and words_behind(number).endswith(unit)


def _of_sign(known: Products, first: Told, second: Told, total: Told) -> Product | None:
    """46个×200万元，共9200万元: a number of things times what each of them is."""
    each, number = (first, second) if is_count(second.mention.quantity.unit) else (second, first)
    own, many = each.mention.quantity.unit, number.mention.quantity.unit
    between = each.run.text[second.end : total.start].strip()
    equals = between[:1] in tuple(_EQUALS) and len(between) == 1
    if not is_count(many) or is_count(own) or is_pure(own):
        return None
    if not equals and not known.total.fullmatch(total.opening.strip()):
        return None
    return times_number(each, number, total, many.factor)


def times_number(each: Told, number: Told, total: Told, ratio: Fraction | None) -> Product:
    """The product whose number is in units of what each has its amount for, so many (`ratio`) of its own."""
    fact, ratio = number.mention.fact, ratio or Fraction(1)
    nominal = None if fact.nominal is None else fact.nominal * ratio
    return Product(each, number, total, fact.interval.scaled(ratio), nominal)
