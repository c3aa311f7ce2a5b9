"""Figures of texts against the figures they speak of: what the rules on them share."""

from collections.abc import Iterator, Mapping

from plan_compiler.diagnostics import Message, Related
from plan_compiler.language.typography import in_chinese
from plan_compiler.language.vocabulary import Aspect, Qualifier
from plan_compiler.language.words import words
from plan_compiler.link.expressions import Reference
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.worded import worded, wording
from plan_compiler.model.prose import Stated
from plan_compiler.quantity.mention import SIDES, admits
from plan_compiler.quantity.printing import format_as, in_unit_of
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, aligned, is_near
from plan_compiler.quantity.units import is_count
from plan_compiler.rational import Fraction
from plan_compiler.rules.cumulative import is_done_yearly
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.spoken import Spoken
from plan_compiler.rules.prose.subjects import By
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import YEARS_OF_A_PLAN
from plan_compiler.rules.sums.totals import names

HOME = Message("{name} {value}", "{name}: {value}")
NUMBER_OF = Message("{name}个数", "the number of {name}")
BIND = Message(
    "核对两处数据；若以此为准，文中写作 [{quoted}](={key})，由编译器核对",
    "mend one of the two; where this one is right, write [{quoted}](={key}), which the compiler checks",
)

_NEAR = Fraction(2, 3)


def levels(prose: ProseFigures, *, explicit: bool) -> Iterator[tuple[Spoken, bool]]:
    """The figures of the chapters that speak of a figure of the plan, and whether they admit it: hand-typed ones, and
    those that are bound to another figure than the one that their sentence names.
    """
    for spoken in prose.spoken:
        if (
            (spoken.explicit and not _is_bare(spoken) and not _is_summed(spoken)) is explicit
            and (spoken.told.is_free or is_bound_elsewhere(spoken))
            and is_level(spoken)
            and not _may_be_of_its_year(prose, spoken)
        ):
            try:
                yield spoken, admits(spoken.told.mention, _line(spoken), printed=is_printed(spoken, prose.linked))
            except UnitMismatchError:
                continue


def is_bound_elsewhere(spoken: Spoken) -> bool:
    """Whether it is bound to one figure of the plan, and speaks of another: 到2030年达到[85%](=share[2028])."""
    form = spoken.told.form
    return (
        form is not None
        and isinstance(form.form, Stated)
        and isinstance(form.expr, Reference)
        and form.needs[:1] != (spoken.key,)
    )


def _line(spoken: Spoken) -> Quantity:
    """The figure that is spoken of; the line that it draws (≥68.5), where the text draws one on the same side (68.5%以上) or none (达到68.5%)."""
    qualifier = spoken.told.mention.qualifier
    return spoken.value.at_bound() if SIDES.get(qualifier) == spoken.value.bound or _is_bare(spoken) else spoken.value


def _is_bare(spoken: Spoken) -> bool:
    """Whether a text sets a value where the table sets but a line, which it may lie beyond."""
    return bool(spoken.value.bound) and spoken.told.mention.qualifier is Qualifier.EXACTLY


def _is_summed(spoken: Spoken) -> bool:
    """Whether it is told as a running total of what has none in the plan."""
    indicator = spoken.subject.indicator
    return spoken.aspect is Aspect.CUMULATIVE and indicator is not None and not indicator.cumulative


def _is_said_total(spoken: Spoken) -> bool:
    """Whether a running total is told of what the plan has by the number that there is: 科技型中小企业累计达到480家. One that is far from that number
    may add up what each year has.
    """
    told, value = spoken.told, spoken.value
    if spoken.subject.by is not By.YEAR or not is_count(value.unit):
        return False
    discourse = words(told.language).discourse
    lead = plain(told.opening).rstrip()
    reached = any(lead.endswith(f"{word}{to}") for word in discourse.over_span for to in discourse.reaching)
    return reached and is_near(told.mention.quantity, value, _NEAR)


def is_level(spoken: Spoken) -> bool:
    """Whether it tells how much there is or comes together over a plan, and not by how much it changes in a while."""
    indicator = spoken.subject.indicator
    match spoken.aspect:
        case Aspect.CHANGE:
            return spoken.throughout
        case Aspect.CUMULATIVE:
            return indicator is None or indicator.cumulative or _is_said_total(spoken)
        case None:
            return True


def _may_be_of_its_year(prose: ProseFigures, spoken: Spoken) -> bool:
    """Whether it may be what is done in its year alone, and not all that is done up to it: 2025年改造老旧小区102个, of 486 in five years. So much of
    them that one year is hardly enough is told as all.
    """
    told, indicator, year = spoken.told, spoken.subject.indicator, spoken.year
    if year is None or indicator is None or not indicator.cumulative or not in_chinese(prose.language):
        return False
    if spoken.aspect is not None or spoken.throughout or _says_until(told, year):
        return False
    stated, level = aligned(told.mention.fact, spoken.value)
    if stated.nominal is None or level.nominal is None or stated.nominal >= level.nominal * _NEAR:
        return False
    return is_done_yearly(prose.linked, indicator)


def _says_until(told: Told, year: int) -> bool:
    """Whether words beside the year, or right before the figure, tell all that there is by then: 到2025年, 2025年末, 达到102个."""
    discourse = words(told.language).discourse
    text = plain(told.run.text[sentence_start(told.run.text, told.start) : told.start]).rstrip()
    before, found, behind = text.rpartition(str(year))
    ends = tuple(f"年{end}" for end in (*discourse.plan_end, "底"))
    return (
        not found
        or before.rstrip().endswith(discourse.to)
        or behind.startswith(ends)
        or text.endswith(discourse.reaching)
    )


def is_printed(spoken: Spoken, linked: LinkedPlan) -> bool:
    """Whether the figure that is spoken of is printed somewhere itself, and not computed."""
    return not linked.figures[spoken.key].computed


def arguments(prose: ProseFigures, spoken: Spoken) -> Mapping[str, str]:
    """What messages say of a figure and the one it speaks of."""
    return {
        "text": spoken.told.text,
        "stated": spoken.told.worded,
        "name": _name(prose, spoken),
        "value": worded(prose.linked, spoken.key),
        "shown": _shown(prose, spoken),
        "quoted": format_as(spoken.value.at_bound(), spoken.told.mention, prose.language),
        "key": spoken.key,
    }


def _shown(prose: ProseFigures, spoken: Spoken) -> str:
    """The figure that is spoken of as the text would have it: in its unit, where that is exact and nothing bounds the figure at its home."""
    own = wording(prose.linked, prose.linked.figures[spoken.key]) or spoken.value.bound
    converted = "" if own else in_unit_of(spoken.told.mention, spoken.value, prose.language)
    return converted or worded(prose.linked, spoken.key)


def home(prose: ProseFigures, spoken: Spoken, args: Mapping[str, str]) -> tuple[Related, ...]:
    """The place of the figure that is spoken of."""
    place = prose.linked.figures[spoken.key].home
    return (Related(place, "home", args),) if place else ()


def _name(prose: ProseFigures, spoken: Spoken) -> str:
    name = spoken.subject.name
    if spoken.subject.by is By.COLUMN:
        column = spoken.key.rpartition(".")[2]
        title = next((title for title, own in spoken.subject.columns.items() if own == column), column)
        return f"{name}（{title}）" if in_chinese(prose.language) else f"{name} ({title})"
    if spoken.subject.by is By.AMOUNT:
        return _of_amount(prose, spoken)
    if spoken.subject.indicator is None or spoken.year is None:
        return name
    return f"{spoken.year}年{name}" if in_chinese(prose.language) else f"{name}, {spoken.year}"


def _of_amount(prose: ProseFigures, spoken: Spoken) -> str:
    """The name with that of its amount, or of its number: 滨江路规划期内投资, 重大项目个数."""
    name, chinese = spoken.subject.name, in_chinese(prose.language)
    match spoken.key.rpartition(".")[2]:
        case "total" | "in_period" as column:
            called = names(column)
            return f"{name}{called['column_zh']}" if chinese else f"{called['column_en']} of {name}"
        case _:
            return NUMBER_OF.zh.format(name=name) if chinese else NUMBER_OF.en.format(name=name)


def increase(prose: ProseFigures, spoken: Spoken) -> Quantity | None:
    """By how much the figure that is spoken of is above that of the plan's base year, or, where it comes together over an earlier
    plan, above that of the year before it; None where that is not known.
    """
    base = prose.attribution.background.years.base
    if spoken.year is None or base is None:
        return None
    before = base if spoken.year > base else spoken.year - YEARS_OF_A_PLAN
    if before != base and not spoken.throughout:
        return None
    earlier = prose.linked.figures.get(f"{spoken.subject.id}[{before}]")
    if earlier is None or not isinstance(earlier.result, Quantity):
        return None
    return (spoken.value.at_bound() if _is_bare(spoken) else spoken.value) - earlier.result


def admits_increase(prose: ProseFigures, spoken: Spoken) -> bool:
    """Whether the figure is right as what is new since the base year; where none is known before an earlier plan, any that is less
    than all there are may be.
    """
    new = increase(prose, spoken)
    return _may_be_part(prose, spoken) if new is None else admits(spoken.told.mention, new)


def _may_be_part(prose: ProseFigures, spoken: Spoken) -> bool:
    base = prose.attribution.background.years.base
    if not spoken.throughout or spoken.year is None or base is None or spoken.year > base:
        return False
    stated, level = aligned(spoken.told.mention.fact, spoken.value)
    return not level.interval.is_below(stated.interval)
