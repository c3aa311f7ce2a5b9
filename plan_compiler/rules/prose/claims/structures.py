"""The structure of an economy told as a ratio, and what its members are held against: 三次产业结构调整为5:43:52."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import Quantity, add_all
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.shares import share
from plan_compiler.quantity.units import PERCENT
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.claims.parts.shares import structures
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.subjects import By, Subject
from plan_compiler.rules.prose.wording import plain
from plan_compiler.rules.prose.years import years_in

_MEMBERS = 3
_CLAUSE = compiled("[，；。：,;:]")


class Member(Struct, frozen=True):
    """One member of a ratio (`text`, from `start` to `end` of its run), with what it should be: a figure of the plan (`key`), or the share
    that amounts of its sentence have. `name` and `year` are those of the indicator whose figure that is.
    """

    run: Run
    start: int
    end: int
    text: str
    printed: str
    kind: str
    stated: Quantity
    value: Quantity
    key: str
    name: str
    year: int | None
    told: tuple[Told, ...]


def members(prose: ProseFigures, run: Run) -> Iterator[Member]:
    """The members of the ratios of a run that something else says, too."""
    background = prose.attribution.background
    kinds = background.discourse.industries
    found = [match for match, _ in structures(run)]
    for index, match in enumerate(found):
        numbers = [Quantity.from_number(read_number(each), "%") for each in _numbers(match[0])]
        start = sentence_start(run.text, match.start())
        if (
            len(numbers) != _MEMBERS
            or len(kinds) != _MEMBERS
            or not _is_of_economy(background, run.text[start : match.start()])
        ):
            continue
        opened = max(start, found[index - 1].end()) if index else start
        year = _year(prose, run, start, opened, match.start())
        of_amounts = _of_amounts(prose, run, kinds) if len(found) == 1 else None
        for place, number in enumerate(numbers):
            subject = _indicator(background, kinds, place) if year is not None else None
            key = f"{subject.id}[{year}]" if subject is not None else ""
            value = prose.value(key) if key else None
            told: tuple[Told, ...] = ()
            if value is None and of_amounts is not None:
                key, told, value = "", of_amounts, share(of_amounts[place].mention.fact, _total(of_amounts))
            if value is not None and value.unit.dimension == ():
                yield Member(
                    run,
                    match.start(),
                    match.end(),
                    match[0],
                    _numbers(match[0])[place],
                    kinds[place][0],
                    number,
                    value,
                    key,
                    subject.name if subject is not None else "",
                    year,
                    told,
                )


def _is_of_economy(background: Background, before: str) -> bool:
    """Whether the words before a ratio name that of the whole economy, and not that of work, investment, taxes (就业人员三次产业结构)."""
    text = plain(before)
    at = max(text.rfind(word) for word in background.discourse.structures)
    *_, clause = _CLAUSE.split(text[: max(at, 0)])
    rest = clause.removesuffix(
        next((word for word in background.discourse.all_industries if clause.endswith(word)), "")
    )
    period = background.known.within.match(rest)
    return at >= 0 and rest != clause and background.known.leading.fills(rest, period.end() if period else 0)


def _numbers(text: str) -> list[str]:
    return [each.strip() for each in text.replace("：", ":").replace("∶", ":").split(":")]


def _year(prose: ProseFigures, run: Run, start: int, opened: int, at: int) -> int | None:
    """The year of a ratio: the last before it behind the one before, else the first of its sentence, else that of what stands above.
    That from which another leads (由6:46:48调整为…) has only the year beside it.
    """
    background = prose.attribution.background
    text = plain(run.text)
    if prose.attribution.surroundings.names_another_place(text[start:at]):
        return None
    own = years_in(text[opened:at], background.years, background.known)
    froms = [text.rfind(word, opened, at) for word in background.discourse.from_]
    if max(froms) >= 0 and not any(word in text[max(froms) + 1 : at] for word in background.discourse.to):
        own = years_in(text[max(froms) + 1 : at], background.years, background.known)
        return own[-1] if own else None
    if own or opened == start:
        return own[-1] if own else _above(prose, run)
    before = min(
        (at for word in background.discourse.from_ if (at := text.find(word, start, opened)) >= 0), default=start
    )
    earlier = years_in(text[start:before], background.years, background.known)
    return earlier[-1] if earlier else None


def _above(prose: ProseFigures, run: Run) -> int | None:
    if YEAR.search(run.text):
        return None
    found = prose.attribution.headings.above(run)
    year = found.year if found is not None and not found.loose else None
    return year.year if year is not None else None


def _indicator(background: Background, kinds: Sequence[Sequence[str]], place: int) -> Subject | None:
    """The only indicator that is the share of a kind in the whole economy: 服务业增加值占地区生产总值比重."""
    found = {
        subject.id: subject
        for name, subject in background.names.subjects.items()
        if subject is not None and subject.by is By.YEAR and _is_share_of(background, kinds, place, name)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_share_of(background: Background, kinds: Sequence[Sequence[str]], place: int, name: str) -> bool:
    own = next((word for word in kinds[place] if name.startswith(word)), "")
    rest = name[len(own) :]
    others = (word for kind in kinds for word in kind)
    discourse = background.discourse
    whole = any(word in rest for word in discourse.of_economy) or rest.removeprefix(discourse.added) in discourse.share
    return bool(own) and whole and rest.endswith(discourse.share) and not any(word in rest for word in others)


def _of_amounts(prose: ProseFigures, run: Run, kinds: Sequence[Sequence[str]]) -> tuple[Told, ...] | None:
    """The amounts of all kinds, which one sentence of the paragraph tells, each once; None where it tells of several years."""
    figures = [told for told in prose.figures(run) if prose.attribution.background.discourse.added in told.label]
    named = [[told for told in figures if plain(told.label).startswith(tuple(kind))] for kind in kinds]
    if any(len(each) != 1 or _is_change(prose, each[0]) for each in named):
        return None
    found = tuple(each[0] for each in named)
    units = {told.mention.quantity.unit.text for told in found}
    start, end = sentence_start(run.text, found[0].start), sentence_end(run.text, found[-1].end)
    years = set(YEAR.findall(run.text))
    fits = len(units) == 1 and units != {PERCENT.text} and len(years) <= 1
    return found if fits and all(start <= told.start < end for told in found) else None


def _is_change(prose: ProseFigures, told: Told) -> bool:
    """Whether a figure is what something has become more or less: 第一产业增加值增加3亿元."""
    background = prose.attribution.background
    rest = plain(told.label).replace(background.discourse.added, "")
    return told.mention.aspect is Aspect.CHANGE or any(
        word in rest for word, aspect in background.known.aspects.items() if aspect is Aspect.CHANGE
    )


def _total(amounts: Sequence[Told]) -> Quantity:
    return add_all([told.mention.fact for told in amounts])
