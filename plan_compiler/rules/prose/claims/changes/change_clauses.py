"""What a clause says that tells a change of something over the plan: 高新技术企业比2025年增加; 城镇化率、森林覆盖率分别比2025年提高."""

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.changes.change_words import Changes
from plan_compiler.rules.prose.clauses import clauses, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.lists import name_of
from plan_compiler.rules.prose.periods import end_of_own, last_year
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import YEARS_OF_A_PLAN, leading_years, years_in

_LONGEST = 60
"""How long the clause is at most that tells a change."""


class ChangeClause(Struct, frozen=True):
    """What a clause says before its word of growth: the name, the year that is compared with, and whether it speaks of the whole plan.
    `total` where the change is said to come together (累计); `apart` where names and figures are listed apart.
    """

    name: str
    since: int | None
    whole: bool
    yearly: bool
    total: bool = False
    apart: bool = False


class ChangeYears(Struct, frozen=True):
    """What a sentence says of a change: the year that it compares with, the one that it leads to, and how many years it takes."""

    since: int | None
    until: int | None
    years: int | None


def change_told(prose: ProseFigures, known: Changes, told: Told) -> ChangeYears | None:
    """The years that the sentence of a change says in words of its own: 到2030年，…比2025年提高; 五年年均提高. None where it tells no change, or both ends of one."""
    text = plain(told.run.text)
    clause = text[told.opens : told.start].strip()
    rest = known.without_growth(clause)
    before = text[sentence_start(text, told.start) : told.start]
    if rest == clause or known.may_lead(before):
        return None
    name, spans = known.span(rest)
    _, since = _without_compared(prose, known, name)
    until = _until(prose, before)
    until = until if until != since else None
    year = prose.linked.words.names.year
    counted = (word.partition(year)[0] for word in spans if year and year in word)
    counts = {count for word in counted if (count := read_count(word, told.language))}
    years = counts.pop() if len(counts) == 1 else None
    return (
        None if since == 0 else ChangeYears(since, until, _of_period(prose, known, before) if years is None else years)
    )


def _until(prose: ProseFigures, words: str) -> int | None:
    """The year that what stands behind `words` leads to; None where they end with a period of its own (到2035年，…，其中“十五五”时期), or
    where the year is but the beginning of its clause (2023年规划修编后).
    """
    background = prose.attribution.background
    leads = leading_years(words, background.years, background.known)
    if not leads or background.known.within.search(words, leads[-1][1]):
        return None
    own = clauses(words[leads[-1][1] :])[0].rstrip()
    return None if own.endswith(background.discourse.loose) else leads[-1][-1]


def _of_period(prose: ProseFigures, known: Changes, words: str) -> int | None:
    """The years of the plan whose whole period a sentence is of, or of the part of it that it says (前三年), where it says no single year."""
    background = prose.attribution.background
    if any(years_in(words, background.years, background.known)):
        return None
    if last_year(words, background.known, background.years) is None:
        return None
    some = [read_count(match["number"], prose.language) for match in known.some_years.finditer(words)]
    return (some[-1] or None) if some else YEARS_OF_A_PLAN


def clause_of(prose: ProseFigures, known: Changes, told: Told) -> ChangeClause | None:
    """What stands in the clause of a change; None where it tells no change, or what is new alone (新增), or another span (三年)."""
    listed = name_of(told.run.text, told.start, told.language)
    if listed is not None:
        clause = _read(prose, known, f"{plain(listed[0])}{plain(listed[1])}".strip())
        return replace(clause, apart=True) if clause is not None and clause.name else None
    text = plain(told.run.text[told.opens : told.start]).strip()
    return _of_multiple(prose, known, text) if told.text in known.multiples else _read(prose, known, text)


def clause_apart(prose: ProseFigures, known: Changes, first: Told) -> ChangeClause | None:
    """What the clause says that begins a list of changes, the first of which is `first`, without the word that lists them apart: 比2025年分别提高; None
    where there is no such word.
    """
    text = plain(first.run.text[first.opens : first.start]).strip()
    apart = next((word for word in known.told.respectively if word in text), "")
    return _read(prose, known, text.replace(apart, "", 1)) if apart else None


def gain_clause_of(prose: ProseFigures, known: Changes, told: Told) -> ChangeClause | None:
    """The same of what is new: 新增科技型中小企业; 科技型中小企业累计新增; 新增."""
    text = plain(told.run.text[told.opens : told.start]).strip()
    gain = max((word for word in known.gains if word in text), key=len, default="")
    if not gain or len(text) > _LONGEST:
        return None
    before, _, behind = text.partition(gain)
    before = known.span(before)[0]
    return None if before and known.is_gain(before) else _read(prose, known, f"{before}{behind}{known.growth[0]}")


def _of_multiple(prose: ProseFigures, known: Changes, text: str) -> ChangeClause | None:
    """The same before a figure that tells a change without a word of growth: 高新技术企业实现翻番; 在2025年基础上翻一番."""
    background = prose.attribution.background
    start = background.names.opening(text, background.known.leading)
    name = background.names.lexicon.at(text, start)
    rest = text[start + len(name) :]
    if background.known.making.fills(rest) or rest in background.known.endings:
        return ChangeClause(name, None, False, False) if len(text) <= _LONGEST else None
    based = next((word for word in known.told.based_on if rest.endswith(word)), "")
    if based:
        rest = f"{known.told.compared[0]}{rest.removesuffix(based).removeprefix(known.told.within_a_place[0])}"
    ending = next((word for word in background.known.endings if rest.startswith(word)), "")
    left, since = _without_compared(prose, known, rest.removeprefix(ending).strip())
    return ChangeClause(name, since, False, False) if since and not left and len(text) <= _LONGEST else None


def _read(prose: ProseFigures, known: Changes, text: str) -> ChangeClause | None:
    rest = known.without_growth(text)
    if rest == text and (more := known.more_than.search(text)):
        rest = text[: more.start("more")]  # 比2025年多
    if rest == text or len(text) > _LONGEST or known.is_gain(text):
        return None
    background = prose.attribution.background
    name, spans = known.span(rest)
    whole = bool(spans & set(known.told.of_this_plan))
    if any(span not in known.told.of_this_plan and span.startswith(known.told.other_spans) for span in spans):
        return None
    opens = end_of_own(name, background.known, background.years)
    ahead = max((w for w in known.told.of_this_plan if name.startswith(w)), key=len, default="")
    name = name[opens or len(ahead) :]
    name = name[background.names.opening(name, background.known.leading) :].rstrip("的 ")
    name, since = _without_compared(prose, known, name)
    ending = next((word for word in background.known.endings if name.endswith(word)), "")
    name = name if name in background.names.subjects else name.removesuffix(ending)
    total = any(background.known.aspects.get(span) is Aspect.CUMULATIVE for span in spans)
    yearly, whole = known.yearly_at(text) >= 0, whole or opens > 0 or bool(ahead)
    return ChangeClause(name, since, whole, yearly, total) if since != 0 else None


def _without_compared(prose: ProseFigures, known: Changes, words: str) -> tuple[str, int | None]:
    """Words without the year that is compared with at their end (比2025年末), and that year; 0 for one that is not known."""
    at, word = max(((words.rfind(word), word) for word in known.told.compared), default=(-1, ""))
    if at < 0:
        return words, None
    background, behind = prose.attribution.background, words[at + len(word) :]
    years = years_in(behind, background.years, background.known)
    fits = len(years) == 1 and years[0] is not None and background.known.leading.fills(behind)
    return words[:at].strip(), years[0] if fits else 0
