"""Shares whose whole a text names: 占总投资286.4亿元的62.9%; 占常住人口的22%."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import Quantity, add_all, as_fine_as
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.units import MONEY, is_count, is_pure
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import words_behind
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import alternatives

WHOLE = Quantity.of(100)
"""What the members of a structure come to."""
_RATIO = compiled(r"(?<![0-9])[0-9]++(?:\.[0-9]++)?(?:\s?[:：∶]\s?[0-9]++(?:\.[0-9]++)?){2,}")
_LOWEST, _HIGHEST = 85, 115
_SHORTEST_NAME = 2
_NOUN = 2
"""How many characters the nouns of a part and its whole share, where no word says that it is a part."""
_TURN = 6
"""How many characters lead to the second end of a change at most: 提高到."""
_FAR = 2
"""What supply is of demand, or what is held of what is due, may be more than all, but hardly so many times as much."""
_REACH = 100
"""How many figures before and behind a share its whole is looked for among."""


class Shares(Struct, frozen=True, dict=True):
    """The words by which a language tells shares, as patterns. `lead` is the one before the name of a whole: ，占."""

    told: Discourse
    figure_to_rate: re.Pattern[str]
    """All that stands between that whole and the share."""
    of_name: re.Pattern[str]
    """All that stands between a part and its share in a whole that is only named (`name`)."""
    of_plan: re.Pattern[str]
    """All that stands before the share of a plan that is done: 完成率, 完成年度计划的."""
    planned: re.Pattern[str]
    """The same before a plan that is told between: 为计划5000套."""
    lead: str

    @cached_property
    def of_figure(self) -> re.Pattern[str]:
        """All that stands between a part and its whole: ，占总投资."""
        return compiled(rf"{self.lead}[^，；。、,;\d]{{0,16}}")

    @cached_property
    def breaks(self) -> re.Pattern[str]:
        """What ends a list of shares of one whole: another whole, a year."""
        told = self.told
        return compiled(rf"{alternatives((*told.of_which, *told.whole, *told.summing))}|{YEAR.pattern}")

    def may_rate(self, text: str) -> bool:
        """Whether a text has a word without which there is no rate to compare."""
        return self._rates.search(text) is not None

    @cached_property
    def _rates(self) -> re.Pattern[str]:
        return compiled(alternatives((*self.told.rate, *self.told.share, *self.told.share_of, *self.told.planned)))

    def within(self, told: Told) -> bool:
        """Whether a figure is said to be the whole of what follows it: 12个县中有9个."""
        return any(word in told.after for word in self.told.among)


@lru_cache(maxsize=8)
def shares(language: str) -> Shares:
    """The patterns of a language. Raises `UnknownLanguageError`."""
    told = words(language).discourse
    lead, fill = rf"[，,、]?\s?(?:约|仅)?{alternatives(told.share_of)}", rf"(?:{alternatives(told.share_fill)})"
    planned, done = alternatives(told.planned), alternatives(told.doing)
    of_planned = (
        rf"{alternatives((*told.doing, *told.share_of, *told.times_of))}[^，；。、\d]{{0,4}}{planned}(?:{planned})?"
    )
    return Shares(
        told,
        figure_to_rate=compiled(rf"[）)]?(?:[^，；。、,;\d（）()]{{1,8}}(?={alternatives(told.possessive)}))?{fill}++"),
        of_name=compiled(rf"{lead}(?P<name>[^，；。、,;\d]{{2,16}}?){fill}++"),
        of_plan=compiled(
            rf"(?:{planned})?{done}{alternatives(told.rate)}(?:{fill})?+"
            rf"|{of_planned}{fill}++"
        ),
        planned=compiled(of_planned),
        lead=lead,
    )


def named(known: Shares, figures: Sequence[Told], index: int) -> tuple[Told, Told] | None:
    """The part and the whole of the share at `index`, where the words before it name the whole."""
    rate = figures[index]
    if index < 1 or not known.told.share_of:
        return None
    text, last = rate.run.text, figures[index - 1]
    if index > 1 and known.figure_to_rate.fullmatch(text, last.end, rate.start):
        between = text[figures[index - 2].end : last.start].rstrip("（(")
        part = part_of(figures, index - 2, rate)
        fits = part is not None and alike(part, last) and known.of_figure.fullmatch(between)
        return (part, last) if part is not None and fits and not _is_some_of_done(known, part, last) else None
    match = known.of_name.fullmatch(text, last.end, rate.start)
    part = part_of(figures, index - 1, rate)
    if match is None or part is None:
        return None
    near = figures[max(0, index - _REACH) : index + _REACH]
    wholes = [f for f in near if f is not part and alike(f, part) and has_name(f, match["name"])]
    name = match["name"]
    if len(wholes) == 1 and part.label.endswith(name) and not wholes[0].label.startswith(name):
        return None  # 一期总投资8亿元，占总投资的40%；二期总投资12亿元
    if len(wholes) != 1 or YEAR.search(text, min(wholes[0].end, rate.end), max(wholes[0].start, rate.start)):
        return None
    of_other = _may_be_another_part(part, wholes[0], name) or _is_of_some(known, figures, part, wholes[0], name)
    of_other = of_other or _is_of_another(known, near, part, wholes[0])
    return None if of_other else (part, wholes[0])


def _is_some_of_done(known: Shares, part: Told, plan: Told) -> bool:
    """Whether what stands before a plan is but a part of what is done, or what has been done last: 就业28.6万人，其中毕业生6万人，完成目标25万人的114.4%."""
    planned = any(word in plan.label for word in known.told.planned)
    return planned and (any(word in part.label for word in known.told.of_which) or is_latest(known.told, part))


def is_latest(told: Discourse, done: Told) -> bool:
    """Whether what is done is new, and not said to come together over a time, so that more may be done: 新增3家; not 累计新增3家."""
    return any(word in done.label for word in told.gains) and not any(word in done.label for word in told.over_span)


def _may_be_another_part(part: Told, whole: Told, name: str) -> bool:
    """Whether a figure that has only the rest of the name of the whole may be one more part: less than the part, or one of a list.
    中央预算内投资12亿元、专项债券26亿元，合计38亿元，占总投资的35%. So may a change that is: 高技能人才净增0.9万人，达到13.2万人，占技能人才总量的31%.
    """
    has_name = whole.label.endswith(name) or whole.label.startswith(name)
    if has_name and whole.mention.aspect is None:
        return False
    least, most = part.mention.fact.interval.low, whole.mention.fact.interval.high
    factors = part.mention.quantity.unit.factor, whole.mention.quantity.unit.factor
    is_less = least is not None and most is not None and most * factors[1] < least * factors[0]
    return is_less or (not has_name and whole.run.text.startswith("、", whole.end))


def _is_of_some(known: Shares, figures: Sequence[Told], part: Told, whole: Told, name: str) -> bool:
    """Whether a sentence tells of some things only, so that what is planned, or spent, is theirs and no earlier sentence's:
    年度计划80亿元。其中30个续建项目完成20亿元，占年度计划的75%.
    """
    unit, start = part.mention.quantity.unit, sentence_start(part.run.text, part.start)
    if whole.start >= start or not (unit.dimension == MONEY or any(word in name for word in known.told.planned)):
        return False
    counts = (told for told in figures if start <= told.start < part.start and is_count(told.mention.quantity.unit))
    return any(words_behind(told) for told in counts)


def _is_of_another(known: Shares, figures: Sequence[Told], part: Told, whole: Told) -> bool:
    """Whether what is planned has its share told of something else first: 年度目标5000套，开工5200套，完成104%，基本建成3000套，完成年度目标的120%."""
    if not any(word in whole.label for word in known.told.planned):
        return False
    between = [told for told in figures if whole.end <= told.start < part.start]
    return any(
        alike(done, part)
        and is_pure(rate.mention.quantity.unit)
        and done.opening.rstrip()[-_NOUN:] != part.opening.rstrip()[-_NOUN:]
        for done, rate in pairwise(between)
    )


def part_of(figures: Sequence[Told], index: int, rate: Told) -> Told | None:
    """The amount or count that a share goes on about: the last before it, rates of growth between them passed over."""
    start = sentence_start(rate.run.text, rate.start)
    while index >= 0 and figures[index].start >= start and is_pure(figures[index].mention.quantity.unit):
        index -= 1
    found = figures[index] if index >= 0 else None
    return found if found is not None and found.start >= start and found.mention.aspect is None else None


def alike(one: Told, other: Told) -> bool:
    """Whether two figures can be added and compared."""
    return one.mention.quantity.unit.dimension == other.mention.quantity.unit.dimension


def has_name(told: Told, name: str) -> bool:
    """Whether a figure is of what `name` names: 常住人口, 总装机 of 电力装机容量."""
    label, whole = told.label, words(told.language).discourse.whole
    short = next((name.removeprefix(w) for w in whole if name.startswith(w)), "")
    if len(short) >= _SHORTEST_NAME and short in label:
        return True
    return len(name) >= _SHORTEST_NAME and (label.endswith(name) or label.startswith(name))


def is_stop(between: str) -> bool:
    """Whether a sentence ends there."""
    return any(mark in between for mark in "。！？\n")


def may_be_part(part: Told, whole: Told) -> bool:
    """Whether two figures are of things of one name, the one less than the other: 行政村215个 and 示范村43个; 收入, 税收收入."""
    noun, other = _noun(part), _noun(whole)
    less = part.mention.quantity.nominal, whole.mention.quantity.nominal
    if not noun or noun[-1:] != other[-1:] or less[0] is None or less[1] is None or less[0] >= less[1]:
        return False
    return is_count(part.mention.quantity.unit) or noun == other


def _noun(told: Told) -> str:
    """The end of the name of what a figure is of: behind it (215个行政村), else before."""
    behind = words_behind(told) if is_count(told.mention.quantity.unit) else ""
    return (behind or told.label)[-_NOUN:]


def is_above_all(known: Shares, figures: Sequence[Told], index: int) -> bool:
    """Whether a figure is more than the whole of what it is said to be a share of."""
    rate = figures[index]
    low = rate.mention.quantity.interval.low
    if low is None or low * rate.mention.quantity.unit.factor <= Fraction(1) or not rate.mention.quantity.unit.text:
        return False
    label, opening = _named_before(known, figures, index)
    if any(word in opening for word in known.told.planned):
        return False  # more than was planned may be done
    is_share = known.of_name.fullmatch(opening) and opening.startswith(known.told.share_of[:1])
    if any(word in opening for word in known.told.not_all):
        return False
    far = low * rate.mention.quantity.unit.factor > _FAR and label.endswith(known.told.shares_of_all)
    return bool(is_share) or far or label.endswith(known.told.bounded_rates)


def _named_before(known: Shares, figures: Sequence[Told], index: int) -> tuple[str, str]:
    """The name of a rate, and all that stands before it; where it is the end of a change (占比由72.8%提高到85%), of the first end."""
    rate = figures[index]
    first = figures[index - 1] if index else rate
    between = rate.run.text[first.end : rate.start]
    if not rate.label or (between == rate.opening and len(between) <= _TURN and is_pure(first.mention.quantity.unit)):
        for word in known.told.from_:
            if first.label.endswith(word):
                return first.label.removesuffix(word), first.opening.strip()
    return rate.label, rate.opening.strip()


def consecutive(known: Shares, figures: Sequence[Told]) -> Iterator[tuple[Told, ...]]:
    """The runs of rates that a sentence lists as shares: 绿地占35%、道路占25%、建筑占50%; 分别占20%、30%、60%."""
    found: list[Told] = []
    for told in figures:
        between = told.run.text[found[-1].end : told.start] if found else ""
        is_rate = is_pure(told.mention.quantity.unit) and told.mention.quantity.unit.text != ""
        says = told.opening.rstrip().endswith(known.told.share)
        if found and (not is_rate or is_stop(between) or not (says or between.strip() in ("、", "和"))):
            yield tuple(found)
            found = []
        if is_rate and (found or says):
            found.append(told)
    if found:
        yield tuple(found)


def structures(run: Run) -> Iterator[tuple[re.Match[str], Quantity]]:
    """The ratios of a text whose members look like shares of a whole, with what they come to: 5:40:55."""
    for match in _RATIO.finditer(run.text):
        members = [Quantity.from_number(read_number(each.strip()), "") for each in re.split("[:：∶]", match[0])]
        total = as_fine_as(add_all(members), members)
        if total.nominal is not None and _LOWEST <= total.nominal <= _HIGHEST:
            yield match, total
