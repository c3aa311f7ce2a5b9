"""What figures can be of: the names of indicators, facts, projects and their sums, and how each is picked by its words."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto
from functools import cached_property
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from plan_compiler.link.linked import LinkedPlan, Symbol, SymbolKind
from plan_compiler.link.outline import indicators
from plan_compiler.model.indicators import Indicator
from plan_compiler.model.plan import Plan
from plan_compiler.quantity.lexicon import Lexicon
from plan_compiler.rules.prose.clauses import clause_ends, clauses
from plan_compiler.rules.prose.fill import Fill
from plan_compiler.rules.prose.wording import Wording, plain

_LEAD = 8
"""How long the words are at most that a name begins with and that lead in elsewhere."""
_SHORTEST = 3
"""Names that are shorter are parts of other words too often."""


class By(Enum):
    """What picks the figure of a subject."""

    YEAR = auto()
    AMOUNT = auto()
    """Its total investment, or that within the plan's period."""
    COLUMN = auto()
    """A column of its data table: by title, or by the year in it."""
    NAME = auto()


class Subject(Struct, frozen=True):
    """Something with figures of its own; `indicator` where it is one, `columns` (title to id) of a table's row.

    `falls` where it is called by what falls, without the word for that, which its figure needs then: 单位GDP能耗 of 单位GDP能耗降低.
    `rows` are the rows of data tables with the name of an indicator, of which a figure may be as well.
    `counted` where it has members, and so a number of them: the annex and its categories. `described` where `name` is only what it lists.
    """

    id: str
    name: str
    by: By
    indicator: Indicator | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    counted: bool = False
    described: bool = False
    falls: bool = False
    rows: tuple["Subject", ...] = ()


class Names(Struct, frozen=True, dict=True):
    """The names of subjects as texts print them, half-width. A name that several share means none of them.

    `annex` is what the plan's annex lists, whatever it is called.
    """

    lexicon: Lexicon
    subjects: Mapping[str, Subject | None]
    annex: Subject | None

    @cached_property
    def bracketed(self) -> tuple[str, ...]:
        """The names that have brackets in them, which end clauses elsewhere: 细颗粒物（PM2.5）浓度."""
        return tuple(name for name in self.subjects if ")" in name or "）" in name)

    def clause_ends(self, text: str) -> Iterator[tuple[int, int]]:
        """The marks that end clauses of a half-width text, the last first: brackets within a name end none."""
        for start, end in reversed(clause_ends(text)):
            around = (text.find(name, max(0, start - len(name)), start + len(name)) for name in self.bracketed)
            if all(at < 0 or at > start for at in around):
                yield start, end

    def clauses(self, text: str) -> list[str]:
        """The clauses of a half-width text."""
        if not self.bracketed:
            return clauses(text)
        ends = [(0, 0), *reversed(tuple(self.clause_ends(text))), (len(text), len(text))]
        return [text[end:start] for (_, end), (start, _) in pairwise(ends)]

    def opening(self, text: str, leading: Fill) -> int:
        """Where what a clause names begins, behind words that lead in: at a name that itself begins with such words (居民…, 基本养老…)."""
        end = leading.end(text)
        starts = (at for at in range(max(0, end - _LEAD), end) if self.lexicon.at(text, at))
        return next((at for at in starts if leading.fills(text, 0, at)), end)

    @staticmethod
    def of(linked: LinkedPlan, known: Wording) -> "Names":
        """The names of everything in the plan that has figures."""
        subjects: dict[str, Subject | None] = {}
        every = sorted(_subjects(linked), key=lambda each: each.by is not By.YEAR)
        for subject in every:
            for name in _wordings(subject.name, known):
                taken = subjects.setdefault(name, subject)
                if taken is not None and taken.id != subject.id:
                    subjects[name] = _of_both(taken, subject)
        for subject in tuple(filter(None, subjects.values())):
            if stem := _fallen(subject, known):
                subjects.setdefault(stem, replace(subject, falls=True))
        annex = _annex(linked, known)
        if annex is not None and annex.name:
            subjects.setdefault(annex.name, annex)
            for word in linked.words.discourse.members:  # 重大项目 of 教育事业发展重大项目
                if len(word) > _SHORTEST and annex.name.endswith(word):
                    subjects.setdefault(word, annex)
        for category in every:
            if category.counted:
                for name in _kinds(category, known):
                    subjects.setdefault(name, replace(category, described=True))
        return Names(Lexicon.of(subjects), subjects, annex)


def _of_both(taken: Subject, other: Subject) -> Subject | None:
    """An indicator with the row of a data table that has its name (完成情况表); None of other things of one name."""
    if taken.by is not By.YEAR or other.by is not By.COLUMN:
        return None
    return replace(taken, rows=(*taken.rows, other))


def _subjects(linked: LinkedPlan) -> Iterator[Subject]:
    own = {indicator.id: indicator for _, _, indicator in indicators(linked.plan)}
    for symbol in linked.symbols.by_id.values():
        match symbol.kind:
            case SymbolKind.INDICATOR if symbol.id in own:
                yield Subject(symbol.id, symbol.name, By.YEAR, own[symbol.id])
            case SymbolKind.PROJECT | SymbolKind.CATEGORY | SymbolKind.ANNEX:
                yield Subject(symbol.id, symbol.name, By.AMOUNT, counted=symbol.kind is not SymbolKind.PROJECT)
            case SymbolKind.ROW:
                yield Subject(symbol.id, symbol.name, By.COLUMN, columns=_columns(linked.plan, symbol))
            case SymbolKind.FACT if symbol.name:
                yield Subject(symbol.id, symbol.name, By.NAME)
            case _:
                continue


def _annex(linked: LinkedPlan, known: Wording) -> Subject | None:
    """The annex by what its title says that it lists, "" where it says nothing: 重大项目 of 十四五期间重大项目安排表."""
    annex = linked.plan.annex
    if annex is None:
        return None
    match = known.listing.search(plain(annex.title).strip())
    return Subject(annex.id, match["listed"] if match else "", By.AMOUNT, counted=True, described=True)


def _kinds(category: Subject, known: Wording) -> Iterator[str]:
    """What its members are called in other words than its title's: 综合交通类项目, 综合交通项目 of 综合交通."""
    stem = plain(category.name).strip()
    for ending in known.kinds:
        stem = stem.removesuffix(ending)
    names = (f"{stem}{ending}" for ending in ("", *known.kinds))
    return (name for name in names if stem and len(name) >= _SHORTEST)


def _columns(plan: Plan, row: Symbol) -> Mapping[str, str]:
    match row.path:
        case ("tables", int(index), *_):
            return {plain(column.title): name for name, column in plan.tables[index].layout.items()}
        case _:
            return {}


def _fallen(subject: Subject, known: Wording) -> str:
    """The name of a running total of a fall without its word for falling, which a text may put in other words: 累计下降14%."""
    if subject.indicator is None or not subject.indicator.cumulative:
        return ""
    name = plain(subject.name).strip()
    word = next((word for word in known.falling if name.endswith(word)), "")
    stem = name.removesuffix(word).strip() if word else ""
    return stem if len(stem) >= _SHORTEST else ""


def _wordings(name: str, known: Wording) -> Iterator[str]:
    """A name as printed, and without what a text may leave out: 累计…数量."""
    whole = plain(name).strip()
    kept = {whole}
    if not whole.startswith((*known.aspect_words, *known.coming_about)) and not whole.endswith(known.endings):
        return iter(kept if len(whole) >= _SHORTEST else ())
    stem = _without_first(whole, known.aspects)
    kept |= {stem, _without_first(stem, known.coming_about)}
    for ending in known.endings:
        kept |= {word.removesuffix(ending) for word in kept}
    return (word for word in sorted(kept) if len(word) >= _SHORTEST)


def _without_first(name: str, choices: Iterable[str]) -> str:
    """`name` without the first of `choices` that it begins with."""
    return next((name.removeprefix(word).strip() for word in choices if name.startswith(word)), name)
