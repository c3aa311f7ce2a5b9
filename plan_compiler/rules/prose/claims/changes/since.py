"""Changes since a year whose figure the plan's indicators have: 达到71%，较2025年提高4.5个百分点; 比2025年增加640家，达到1500家."""

from collections.abc import Sequence

from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.years import YEAR
from plan_compiler.link.worded import worded
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import holds_money, parse_unit
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_words import Changes
from plan_compiler.rules.prose.claims.changes.ends import Ends, clause_before, is_rate
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import aspect_of
from plan_compiler.rules.prose.setting import Setting
from plan_compiler.rules.prose.subjects import By, Subject
from plan_compiler.rules.prose.wording import plain

_COMPARED = compiled(rf"(?P<year>{YEAR.pattern})\w?$")


def since_year(prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    """The figure that the one at `index` is a change to, told beside it, and that of the year it is compared with, which an
    indicator has; None where they are not both known.
    """
    told, multiple = figures[index], known.multiples.get(figures[index].text, 0)
    clause = clause_before(told)
    if known.is_gain(clause) and (is_rate(told) or known.loses(told)):
        return None
    if since_last := _since_last_year(prose, known, figures, index, clause):
        return since_last
    found = next(
        filter(None, (_compared(known, rest) for rest in known.before_change(clause, bare=multiple > 0))), None
    )
    if found is None:
        return None
    name, year = found
    last = _reached(prose, known, figures, index, name) if name else _before(prose, figures, index, clause)
    if last is None or (not multiple and last[1].mention.qualifier is not Qualifier.EXACTLY):
        return None  # what follows from a bound follows from the plan's own figure
    subject, end = last
    key = f"{subject.id}[{year}]"
    node = prose.linked.figures.get(key)
    if node is None or not isinstance(node.result, Quantity):
        return None
    texts = (worded(prose.linked, key), end.worded)
    return Ends(node.result, end.mention.fact, texts, (end,), None, (key,), multiple)


def _since_last_year(
    prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int, clause: str
) -> Ends | None:
    """2025年，高新技术企业达到420家，比上年增加40家: the figure of a year, and that which the plan has of the year before. Not of money in per cent, which
    is told by figures that have been made comparable.
    """
    told = figures[index]
    if not any(_is_last_year(known, rest) for rest in known.before_change(clause, bare=False)):
        return None
    last = _before(prose, figures, index, clause)
    spoken = prose.attribution.spoken(last[1]) if last is not None else None
    if last is None or spoken is None or spoken.year is None or not spoken.explicit:
        return None
    key = f"{spoken.subject.id}[{spoken.year - 1}]"
    first = prose.value(key)
    if first is None or last[1].mention.qualifier is not Qualifier.EXACTLY:
        return None
    if holds_money(first.unit) and is_rate(told):
        return None
    texts = (worded(prose.linked, key), last[1].worded)
    return Ends(first, last[1].mention.fact, texts, (last[1],), None, (key,), new=known.is_gain(clause))


def _is_last_year(known: Changes, rest: str) -> bool:
    """Whether the words before a word of growth are 比上年 or 同比."""
    rest = rest.strip()
    if rest in known.told.on_year:
        return True
    return any(rest == f"{word}{before}" for word in known.told.compared for before in known.told.year_before)


def _compared(known: Changes, rest: str) -> tuple[str, int] | None:
    """What is named before the year that is compared with, and the year: 高新技术企业比2025年."""
    match = _COMPARED.search(rest.rstrip("的 "))
    if match is None:
        return None
    before = rest[: match.start()]
    word = max((word for word in known.told.compared if before.endswith(word)), key=len, default="")
    return (plain(before[: -len(word)]).strip(), int(match["year"])) if word else None


def _before(prose: ProseFigures, figures: Sequence[Told], index: int, clause: str) -> tuple[Subject, Told] | None:
    """The figure of an indicator that stands right before the clause."""
    told = figures[index]
    last = figures[index - 1] if index else None
    if last is None or last.start < sentence_start(told.run.text, told.start):
        return None
    if told.run.text[last.end : told.start].strip("，, ") != clause:
        return None
    spoken = prose.attribution.spoken(last)
    if spoken is None:
        later = _beyond_plan(prose, last)
        return (later, last) if later is not None else None
    return (spoken.subject, last) if spoken.subject.by is By.YEAR and spoken.aspect is None else None


def _beyond_plan(prose: ProseFigures, told: Told) -> Subject | None:
    """The indicator that a figure is of for a year behind the plan's last, which no table has: 到2035年，营业收入达到360亿元."""
    attribution, text = prose.attribution, told.run.text
    years = [int(year) for year in YEAR.findall(text[sentence_start(text, told.start) : told.start])]
    final = attribution.background.years.final
    if final is None or len(years) != 1 or years[0] <= final:
        return None
    named = attribution.naming.named(told)
    if named is None or not named.exact or named.subject.by is not By.YEAR or named.subject.indicator is None:
        return None
    if attribution.surroundings.is_elsewhere(told) or aspect_of(attribution.background.known, told) is not None:
        return None
    clear = attribution.surroundings.of(told) is Setting.CLEAR
    unit = parse_unit(named.subject.indicator.unit)
    return named.subject if clear and unit.dimension == told.mention.quantity.unit.dimension else None


def _reached(
    prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int, name: str
) -> tuple[Subject, Told] | None:
    """The figure behind it that is reached, of the indicator called `name`."""
    told, attribution = figures[index], prose.attribution
    last = figures[index + 1] if index + 1 < len(figures) else None
    if last is None or told.run.text[told.end : last.start].strip("，, ") not in known.reaching:
        return None
    background = attribution.background
    subject = background.names.subjects.get(name[background.names.opening(name, background.known.leading) :].strip())
    if subject is None or subject.by is not By.YEAR or attribution.surroundings.is_elsewhere(told):
        return None
    return None if attribution.surroundings.of(told) is Setting.NARROWED else (subject, last)
