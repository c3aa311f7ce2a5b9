"""The words by which a language makes sums: 共计, 由…构成, 包括."""

import re
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.rules.prose.claims.parts.classes import Classes
from plan_compiler.rules.prose.claims.parts.close_lists import CloseLists
from plan_compiler.rules.prose.claims.parts.kinds import Extent, Kinds, Leads
from plan_compiler.rules.prose.claims.parts.rests import Rests
from plan_compiler.rules.prose.claims.parts.yearly import Yearly
from plan_compiler.rules.prose.wording import alternatives


class Sums(Struct, frozen=True):
    """The words by which a language makes sums, as patterns."""

    told: Discourse
    may: re.Pattern[str]
    closing: re.Pattern[str]
    """All that stands before a sum behind its parts; `number` says of how many."""
    opening: re.Pattern[str]
    """All that stands between a whole and its first part; `all` where all parts follow, `made` where a word behind them says so; `next` where all
    that a sum of money is paid from follows in a sentence of its own.
    """
    made: re.Pattern[str]
    joint: re.Pattern[str]
    """All that stands between two parts."""
    tight: re.Pattern[str]
    listed: re.Pattern[str]
    """All that stands between two figures of one list: 个行政村、."""
    end: re.Pattern[str]
    summing: re.Pattern[str]
    of_which: re.Pattern[str]
    rests: Rests
    yearly: Yearly
    uncounted: re.Pattern[str]
    apart: re.Pattern[str]
    kind: re.Pattern[str]
    """The words of all kinds."""
    leads: Leads
    close: CloseLists
    classes: Classes
    averages: tuple[str, ...]
    language: str

    def may_sum(self, text: str) -> bool:
        """Whether a text has the words without which there is no sum to find."""
        if self.may.search(text) or self.yearly.may_list(text):
            return True
        lists = self.of_which.search(text) or self.summing.search(text)
        return lists is not None and len(self.kind.findall(text)) > 1


@lru_cache(maxsize=8)
def sums_of(language: str) -> Sums:
    """The patterns of a language. Raises `UnknownLanguageError`."""
    known = words(language)
    told = known.discourse
    summing, digits = alternatives(told.summing), "".join(known.numerals.digits) + "十"
    label = r"[^，；。：、,;:（）()\d]{0,20}"
    kinds = (
        *(Kinds(each, Extent.ALL) for each in told.exhaustive_kinds),
        *(Kinds(each, Extent.COUNTED) for each in told.complementary_kinds),
        *(Kinds(each, Extent.SOME) for each in told.exclusive_kinds),
    )
    paid = alternatives(told.paid_from)
    begins = alternatives((*told.all_parts, *told.paid_from, *told.some_parts, *told.made_from, *told.rest))
    all_parts, some_parts = alternatives((*told.all_parts, *told.paid_from)), alternatives(told.some_parts)
    opening = compiled(
        rf"(?:[，,]?\s?(?:(?P<all>{all_parts})|(?P<made>{alternatives(told.made_from)})|{some_parts})|[：（]"
        rf"|(?P<next>[。；]\s?{paid}))\s?{label}"
    )
    of_which, told_sum = compiled(alternatives(told.of_which)), compiled(summing)
    nouns = told.effects_by_place
    strange = (*told.besides, *(word for word in told.effects if word not in nouns), *told.compared, *told.intended)
    placed = rf"|(?<![^，；。、,;（(\s可将年并]){alternatives(nouns)}" if nouns else ""
    apart = compiled(f"{alternatives(strange)}{placed}")
    some = compiled(f"{alternatives((*strange, *filter(None, [told.mainly])))}{placed}")
    left_fill = rf"(?:{alternatives(told.sum_fill)})*+"
    tight = compiled(rf"\s?(?:、|{alternatives(told.joining)})")
    overlapping = compiled(alternatives((*told.overlapping, *told.several_apply, *told.abreast)))
    ending = compiled(
        rf"\s?(?:[。；）)]|$|[，,](?!\s?{alternatives((*told.rest, *told.besides, *told.joining, *told.uncounted))}))"
    )
    return Sums(
        told,
        may=compiled(
            rf"[，、,]\s?(?:\w{{1,4}})?{summing}[^，；。]{{0,8}}?\d|{begins}{label}\d|[：（]{label}[\d.]++[^、，。；\d]{{1,6}}、"
        ),
        closing=compiled(
            rf"(?:(?P<number>[{digits}]|\d)\s?{alternatives(told.numbered)})?{summing}"
            rf"(?:{alternatives(told.sum_fill)}|\s)*+"
        ),
        opening=opening,
        made=compiled(alternatives(told.made_of)),
        joint=compiled(rf"\s?[、，,]?\s?(?:{YEAR.pattern}\s?{re.escape(known.names.year)})?{label}"),
        tight=tight,
        listed=compiled(rf"{label}(?:、|{alternatives(told.joining)})"),
        end=compiled(r"\s?(?:[。；）)]|$)"),
        summing=told_sum,
        of_which=of_which,
        rests=Rests(
            rest=compiled(rf"{alternatives(told.left)}{left_fill}$"),
            others=compiled(rf"{alternatives(told.rest)}{left_fill}$"),
            of_which=of_which,
            done=compiled(rf"{label}\s?[，,]\s?{alternatives(told.done)}"),
            money=compiled(rf"{alternatives(told.whole)}{alternatives(told.spent)}$|{alternatives(told.needed)}$"),
            apart=apart,
            tight=tight,
        ),
        yearly=_yearly(language, tight),
        uncounted=compiled(alternatives(told.uncounted)),
        kind=compiled(alternatives({word for each in kinds for member in each.members for word in member})),
        leads=Leads(of_which, told_sum, opening, ending, some, compiled(alternatives(told.both_kinds)), kinds),
        apart=apart,
        classes=Classes(of_which, told.share, compiled(r"\s?(?:[。；）)]|$)"), compiled(r"[，,、；;：:。（(\d]")),
        close=CloseLists(of_which, opening, tight, ending, overlapping, told.unlike, known.data_table.averages),
        averages=known.data_table.averages,
        language=language,
    )


def _yearly(language: str, tight: re.Pattern[str]) -> Yearly:
    known = words(language)
    told, year = known.discourse, known.names.year
    digits, signs = "".join(known.numerals.digits) + "十", alternatives(known.typography.ranges)
    plans, within = alternatives(told.plans), alternatives(told.within_a_plan)
    reaching = (*(word for word in told.reaching if word not in told.to), *told.staying)
    between = rf"(?P<first>{YEAR.pattern}){year}?{signs}(?P<last>{YEAR.pattern}){year}"
    number = rf"(?P<number>[{digits}]|(?<!\d)\d){year}(?!{alternatives(told.loose)})"
    return Yearly(
        span=compiled(rf"{between}|(?P<plan>{plans}[”\"]?{within}|{alternatives(told.within_the_plan)})|{number}")
        if year
        else compiled(r"(?!)"),
        range=compiled(between),
        year=compiled(rf"(?P<year>{YEAR.pattern}){year}"),
        apart=compiled(alternatives(told.respectively)),
        tight=tight,
        level=compiled(alternatives((*reaching, *told.plan_end, *told.averaging, *told.compared))),
        more=compiled(alternatives(told.compared)),
        of_which=compiled(alternatives(told.of_which)),
        by_years=compiled(rf"\s?(?:{alternatives(told.by_years)}[为是]?[，,：:]?)?\s?(?={YEAR.pattern})")
        if told.by_years
        else compiled(r"(?!)"),
        language=language,
    )
