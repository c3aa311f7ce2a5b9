"""Changes of an indicator over the plan, one or both of whose ends no text tells: 高新技术企业比2025年增加640家; 达到71%，五年提高4.5个百分点."""

from collections.abc import Sequence

from msgspec.structs import replace

from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.link.worded import worded
from plan_compiler.quantity.mention import admits, touching_after
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, consistent
from plan_compiler.quantity.shares import NonPositiveBaseError, cagr
from plan_compiler.quantity.units import is_count
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_clauses import ChangeClause, clause_of, gain_clause_of
from plan_compiler.rules.prose.claims.changes.change_words import Changes
from plan_compiler.rules.prose.claims.changes.ends import Ends, is_rate, led
from plan_compiler.rules.prose.claims.changes.reached import Course, course_to, is_stock
from plan_compiler.rules.prose.claims.untimed import is_of_whole_plan
from plan_compiler.rules.prose.clauses import clauses, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import Named, ends
from plan_compiler.rules.prose.periods import last_year, without_own
from plan_compiler.rules.prose.setting import Setting, headings_of
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import year_of

_LEAST = 10
"""What a relative change is at least, in per cent, that is no growth of one year."""
_TIMES_A_YEAR = 2
"""How many times that of an average year it is."""

_MOST_NAMED, _MOST_REACHED = Fraction(4, 5), Fraction(1, 2)
"""How much of the whole change what is new comes to at least that is meant as all of it: where it is named itself; beside what is reached."""


def over_plan(prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    """The figures of an indicator between which the change at `index` leads; None where that is not known."""
    told = prose.attribution.naming.whole(figures[index])
    clause = clause_of(prose, known, told)
    if clause is None or not ends(known.told, told) or is_of_other_time(prose, known, told):
        return None
    course = named_course(prose, told, clause) if clause.name else _reached(prose, known, figures, index, clause)
    if course is None and not (clause.name or clause.since or clause.whole):
        course = _going_on(prose, known, figures, index)
    found = None if course is None else ends_on(prose, course, told, yearly=clause.yearly)
    return replace(found, multiple=known.multiples[told.text]) if found and told.text in known.multiples else found


def new_over_plan(prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int) -> Ends | None:
    """The same of what is told to be new of things that are counted: “十五五”期间新增科技型中小企业340家; 达到460家，新增340家. What is far less than
    the whole change may be of a shorter time, or what some of it comes from (通过孵化器建设，新增…).
    """
    told = figures[index]
    clause = gain_clause_of(prose, known, told) if is_count(told.mention.quantity.unit) else None
    if clause is None or clause.yearly or not ends(known.told, told) or is_of_other_time(prose, known, told):
        return None
    course = named_course(prose, told, clause) if clause.name else _reached(prose, known, figures, index, clause)
    found = None if course is None else ends_on(prose, course, told, yearly=False)
    if found is None or not _is_most(told, found, _MOST_NAMED if clause.name else _MOST_REACHED):
        return None
    return replace(found, new=True)


def _is_most(told: Told, found: Ends, least: Fraction) -> bool:
    stated, change = told.mention.quantity.nominal, (found.last - found.first).nominal
    return stated is not None and change is not None and stated >= change * least


def is_of_other_time(prose: ProseFigures, known: Changes, told: Told) -> bool:
    """Whether its sentence, but for its own word of growth (每年提高), is of a year, of a part of the plan, or of the past; or it stands under
    such a heading.
    """
    discourse = prose.attribution.background.discourse
    text = told.run.text
    sentence = known.without_growth(plain(text[sentence_start(text, told.start) : told.start]).rstrip())
    above = (sentence, *headings_of(prose.linked.plan, told.run.path))
    apart = without_own(sentence, discourse)
    return any(word in apart for word in (*discourse.within_a_year, *discourse.stages)) or any(
        word in each for each in above for word in discourse.past
    )


def named_course(prose: ProseFigures, told: Told, clause: ChangeClause) -> Course | None:
    """到2030年，高新技术企业比2025年增加640家; “十五五”期间，城镇化率提高4.5个百分点: the indicator is named, and the time of the change said."""
    attribution = prose.attribution
    background = attribution.background
    subject = background.names.subjects.get(clause.name)
    if subject is None or not is_stock(prose, subject) or attribution.surroundings.is_elsewhere(told):
        return None
    if attribution.surroundings.of(told) is Setting.NARROWED:
        return None
    multiple = told.text in words(prose.language).numerals.multiples
    if not multiple and attribution.surroundings.is_of_something_else(told, Named(subject, True, apart=clause.apart)):
        return None
    text = plain(told.run.text[sentence_start(told.run.text, told.start) : told.start])
    if clause.since is None and _names_other_plan(prose, text):
        return None
    ahead = any(part.strip() in background.discourse.of_this_plan for part in clauses(text))
    whole = clause.whole or ahead or last_year(text, background.known, background.years) == background.years.final
    since_base = clause.since == background.years.base
    of_plan = (since_base or clause.total) and is_of_whole_plan(prose, told, opening=told.opening)
    open_ = of_plan or (clause.yearly and not _says_a_time(prose, text))
    last = background.years.final if whole or open_ else _until(prose, told, text)
    first = clause.since or background.years.base
    if first is None or last is None:
        return None
    course = Course(subject, first, last, None)
    is_said = whole or of_plan or clause.since is not None or clause.yearly or not (is_rate(told) and "%" in told.text)
    far = not is_said and YEAR.search(text) is not None and _is_over_all(prose, told, course)
    return course if is_said or far else None


def _says_a_time(prose: ProseFigures, text: str) -> bool:
    """Whether a sentence says a year, or another plan; a yearly growth without one is that of the plan."""
    return YEAR.search(text) is not None or _names_other_plan(prose, text)


def _names_other_plan(prose: ProseFigures, text: str) -> bool:
    background = prose.attribution.background
    return background.known.names_plan_but(background.years.final, text)


def _until(prose: ProseFigures, told: Told, text: str) -> int | None:
    """The year up to which a change leads, which its sentence (到2030年) or what stands above it says."""
    attribution = prose.attribution
    background = attribution.background
    year = year_of(told, lambda: attribution.headings.over(told), background.years, background.known)
    if year is None or year.loose:
        return None
    until = not year.explicit or any(f"{to}{year.year}" in text for to in background.discourse.to)
    named = background.known.years.search(text) is None  # 到规划期末
    return year.year if until or named else None


def _reached(
    prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int, clause: ChangeClause
) -> Course | None:
    """到2030年，城镇化率达到71%，五年提高4.5个百分点: what is reached stands right before the clause of the change."""
    told = figures[index]
    last = figures[index - 1] if index else None
    if last is None or last.start < sentence_start(told.run.text, told.start) or not _follows(told, last):
        return None
    course = course_to(prose, last, clause)
    if course is None:
        return None
    if (
        index > 1
        and led(known, figures[index - 2], last) is not None
        and not _starts_at(prose, course, figures[index - 2])
    ):
        return None
    told_since = clause.since is not None or clause.whole or clause.yearly or clause.total
    leads = _leads_to(prose, last, course.last)
    return course if told_since or (leads and _is_over_all(prose, told, course)) else None


def _follows(told: Told, last: Told) -> bool:
    """Whether a clause follows right behind a figure and what qualifies it: 控制在4.9亿立方米以内，."""
    behind = told.run.text[last.end : told.start].strip()
    for word in touching_after(last.after, told.language):
        behind = behind.removeprefix(word).strip()
    return behind[:1] in ("，", ",", "、")


def _leads_to(prose: ProseFigures, told: Told, year: int) -> bool:
    """Whether the sentence of a figure leads to its year (到2030年), or says none; behind a bare 2030年 a change is that of this year as often."""
    text = plain(told.run.text[sentence_start(told.run.text, told.start) : told.start])
    return YEAR.search(text) is None or any(f"{to}{year}" in text for to in prose.attribution.background.discourse.to)


def _starts_at(prose: ProseFigures, course: Course, told: Told) -> bool:
    """Whether a figure that a sentence has a change start from is that of the first year."""
    start, fact = prose.value(f"{course.subject.id}[{course.first}]"), told.mention.fact
    return start is not None and start.unit.dimension == fact.unit.dimension and consistent(fact, start)


def _is_over_all(prose: ProseFigures, told: Told, course: Course) -> bool:
    """Whether a bare change (达到71%，提高4.5个百分点) is that since the base year: not right as that of an average year, and, where it is relative,
    which is told of one year as often, much greater than that.
    """
    first, last = (prose.value(f"{course.subject.id}[{year}]") for year in (course.first, course.last))
    if first is None or last is None:
        return False
    if told.text in words(prose.language).numerals.multiples:
        return True
    if is_rate(told) and "%" in told.text:
        return _is_much_greater(told, first, last, course.last - course.first)
    change = last - first
    each = (change.as_points() if is_rate(told) else change) * Quantity.of(Fraction(1, course.last - course.first))
    return each.unit.dimension == told.mention.fact.unit.dimension and not consistent(told.mention.fact, each)


def _is_much_greater(told: Told, first: Quantity, last: Quantity, years: int) -> bool:
    """Whether a relative change is far from what one of `years` may bring, by that of an average one."""
    stated = told.mention.quantity.nominal
    try:
        each = cagr(last, first, years).nominal
    except (UnitMismatchError, NonPositiveBaseError):
        return False
    return stated is not None and each is not None and stated >= _LEAST and stated > _TIMES_A_YEAR * abs(each)


def _going_on(prose: ProseFigures, known: Changes, figures: Sequence[Told], index: int) -> Course | None:
    """比2025年增加640家，增长74.4%: the same change told in another way."""
    told, before = figures[index], figures[index - 1] if index else None
    if before is None or not _follows(told, before):
        return None
    earlier = prose.attribution.naming.whole(before)
    clause = clause_of(prose, known, earlier)
    if clause is None or clause.yearly or not (clause.since or clause.whole):
        return None
    if clause.name:
        return named_course(prose, earlier, clause)
    return _reached(prose, known, figures, index - 1, clause)


def ends_on(prose: ProseFigures, course: Course, told: Told, *, yearly: bool) -> Ends | None:
    """The ends of the change `told` on a course; None where they are not known, or of another kind."""
    keys = (f"{course.subject.id}[{course.first}]", f"{course.subject.id}[{course.last}]")
    first, last = map(prose.value, keys)
    years = course.last - course.first
    if first is None or years <= 0 or (course.told is None and last is None):
        return None
    span = years if yearly else None
    if course.told is not None and not _is_bound_to(course.told, last):
        texts = (worded(prose.linked, keys[0]), course.told.worded)
        return Ends(first, course.told.mention.fact, texts, (course.told,), span, keys[:1])
    if last is None or not (_alike(told, first) or told.text in words(prose.language).numerals.multiples):
        return None
    return Ends(first, last, (worded(prose.linked, keys[0]), worded(prose.linked, keys[1])), (), span, keys)


def _is_bound_to(told: Told, last: Quantity | None) -> bool:
    """Whether a text but bounds the figure that the plan has (突破600亿元): what follows from that follows from the plan's."""
    if (
        last is None
        or told.mention.qualifier is Qualifier.EXACTLY
        or last.unit.dimension != told.mention.fact.unit.dimension
    ):
        return False
    return admits(told.mention, last)


def _alike(told: Told, first: Quantity) -> bool:
    """Whether a difference is told in the unit of its ends; of what is counted, in any such."""
    unit = told.mention.quantity.unit
    return is_rate(told) or unit.dimension == first.unit.dimension or (is_count(unit) and is_count(first.unit))
