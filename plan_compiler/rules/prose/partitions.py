"""Wholes and their parts within one text: 总建筑面积…，地上…，地下…; 总长…，一期…，二期…; lists behind 其中."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from enum import Enum, auto
from functools import cached_property, lru_cache

from msgspec import Struct

from plan_compiler.language.vocabulary import Discourse
from plan_compiler.language.words import words
from plan_compiler.model.prose import Defined, Stated
from plan_compiler.quantity.numerals import read_count
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.clauses import masked, sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.of_which import Listed, listed_parts
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.sums import Sums, sums, sums_of
from plan_compiler.rules.prose.wording import alternatives

_MOST_PHASES = 12
_REACH = 60
"""How many figures behind a whole are looked at."""


class Kind(Enum):
    """How parts are told to be parts."""

    COMPLEMENTS = auto()
    """地上 and 地下: together the whole."""
    PHASES = auto()
    """一期, 二期 … without a gap: together the whole, unless more are to come."""
    OF_WHICH = auto()
    """其中: one part, or some."""
    SUM = auto()
    """All the parts, by what the text says (合计, 由…构成) or by what they are (男, 女)."""


class Doubt(Enum):
    """What of parts that are more than their whole may yet be right."""

    NONE = auto()
    SUM = auto()
    """Their sum: something may be in several of them. One part alone cannot be above the whole."""
    ALL = auto()
    """All: they may be of another whole."""


class Partition(Struct, frozen=True):
    """A whole and its parts, all in one run. Unless `complete`, the parts may be less than the whole; unless `together`, only each
    of them is to be looked at, and not their sum.
    """

    whole: Told
    parts: tuple[Told, ...]
    kind: Kind
    doubt: Doubt = Doubt.NONE
    together: bool = True

    @property
    def complete(self) -> bool:
        """Whether the parts make up the whole."""
        return self.kind is not Kind.OF_WHICH


def partitions(prose: ProseFigures) -> Iterator[Partition]:
    """The wholes of all texts whose parts stand behind them, but for those that a form relates to their parts already."""
    known, of_sums = _patterns(prose.language), sums_of(prose.language)
    for run in prose.chapter_runs(lambda text: known.may_part(text) or of_sums.may_sum(text)):
        yield from _of_run(prose, run, known, of_sums if of_sums.may_sum(run.text) else None)
    for _, run in prose.project_runs(known.may_part):
        yield from _of_run(prose, run, known, None)


def _of_run(prose: ProseFigures, run: Run, known: "_Patterns", of_sums: Sums | None) -> Iterator[Partition]:
    if of_sums is None and not known.has_candidate(run):
        return
    figures = prose.figures(run)
    found = list(_Finder(known, run.text, figures).find())
    if of_sums is not None:
        found += _summed({id(partition.whole) for partition in found}, of_sums, run.text, figures)
    found += _listed({id(partition.whole) for partition in found}, run.text, figures, prose.language)
    yield from (partition for partition in found if not _is_related(partition))


def _summed(divided: Set[int], known: Sums, text: str, figures: Sequence[Told]) -> Iterator[Partition]:
    """The sums of a text, but for those of a whole that is `divided` otherwise."""
    for found in sums(known, text, figures):
        if id(found.whole) not in divided:
            kind, doubt = Kind.SUM if found.complete else Kind.OF_WHICH, Doubt.NONE if found.certain else Doubt.SUM
            yield Partition(found.whole, found.parts, kind, doubt)


def _listed(divided: Set[int], text: str, figures: Sequence[Told], language: str) -> Iterator[Partition]:
    """The lists behind 其中, but for those of a whole that is `divided` otherwise."""
    for listed in listed_parts(text, figures, language):
        if id(listed.whole) not in divided:
            yield Partition(listed.whole, listed.parts, Kind.OF_WHICH, _doubt(listed), listed.together)


def _doubt(listed: Listed) -> Doubt:
    if not listed.adjacent:
        return Doubt.ALL
    return Doubt.NONE if listed.apart else Doubt.SUM


class _Patterns(Struct, frozen=True):
    told: Discourse
    whole: re.Pattern[str]
    """The end of the label of a whole; its noun."""
    of_which: re.Pattern[str]
    phase: re.Pattern[str]
    uncounted: re.Pattern[str]
    sides: tuple[tuple[re.Pattern[str], ...], ...]
    phase_fill: re.Pattern[str]
    yearly: re.Pattern[str]
    """Words or a year by which an amount is not all that a phase costs."""
    language: str
    needed: tuple[tuple[tuple[str, ...], ...], ...]
    lists: re.Pattern[str]
    units: re.Pattern[str]
    """How a unit begins behind a figure; where words are parted by spaces, a unit may be anything."""
    counters: frozenset[str]
    """How units of what is counted begin."""
    measured: re.Pattern[str]

    def may_part(self, text: str) -> bool:
        """Whether a text has the words without which there is nothing to find."""
        return any(word in text for word in self.told.of_which) or self._has_kinds(text)

    def _has_kinds(self, text: str) -> bool:
        return any(all(any(word in text for word in choice) for choice in needed) for needed in self.needed)

    def _may_list(self, text: str, of_which: re.Match[str]) -> bool:
        """Whether the words behind 其中 hold a unit of the figures before it; or one that measures, as a whole before it does."""
        before, after = text[sentence_start(text, of_which.start()) : of_which.start()], text[of_which.end() :]
        units = self.units.findall(before)
        if any(unit in after for unit in units):
            return True
        measuring = units and not self.counters.issuperset(self.units.findall(after))
        return bool(measuring) and self.measured.search(masked(before)) is not None

    def has_candidate(self, run: Run) -> bool:
        """Whether a run has figures of one unit on both sides of 其中, or a whole that no form relates to its parts: a look
        before its figures are read.
        """
        if any(self._may_list(run.text, match) for match in self.lists.finditer(run.text)):
            return True
        if not self._has_kinds(run.text):
            return False
        homes = {piece.form.form.id for piece in run.forms if piece.form and isinstance(piece.form.form, Defined)}
        for match in self.measured.finditer(masked(run.text)):
            piece = run.form_at(match.end(), match.end() + 1)
            form = piece.form if piece else None
            if form is None or not isinstance(form.form, Stated) or homes.isdisjoint(form.needs):
                return True
        return False


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    told = words(language).discourse
    digits = "".join(words(language).numerals.digits) + "十"
    number = rf"[{digits}]{{1,3}}|[0-9]{{1,2}}" if told.phase else r"(?!)"
    compounds = alternatives(told.whole_compounds) if told.whole_compounds else r"[^\w\s]"
    measures = rf"(?P<noun>\w{{0,6}}?{alternatives(told.measures)})"
    whole = rf"{alternatives(told.whole)}(?!{compounds})\s?{measures}"
    known = words(language)
    multipliers = "|".join(map(re.escape, (*known.units.multipliers, *known.qualifiers.inside)))
    digit = {value: word for word, value in reversed(tuple(known.numerals.digits.items()))}
    phases = tuple((f"{n}{told.phase}", f"{word}{told.phase}") for n, word in ((1, digit[1]), (2, digit[2])))
    complements = [[alternatives(side) for side in pair] for pair in told.complements]
    return _Patterns(
        told,
        whole=re.compile(rf"{whole}$"),
        of_which=re.compile(rf"^\s*(?:{alternatives(told.of_which)})[：:，,]?\s?"),
        phase=re.compile(
            rf"(?:^|[，；。：、,;:.)）]|{alternatives(told.of_which)})\s?(?P<number>{number}){told.phase}"
        ),
        uncounted=re.compile(alternatives(told.uncounted)),
        sides=tuple(tuple(re.compile(rf"^{side}\s?(?P<noun>\w{{0,12}})$") for side in pair) for pair in complements),
        phase_fill=re.compile(rf"(?>{alternatives(told.phase_fill)}|\s)*+"),
        yearly=re.compile(rf"(?:19|20)[0-9]{{2}}|{alternatives(told.within_a_year)}"),
        language=language,
        lists=re.compile(alternatives(told.of_which)),
        counters=frozenset(name[0] for name in known.units.counters) - {name[0] for name in known.units.symbols},
        units=re.compile(r"\d()" if known.units.spaced else rf"\d\s?(?:{multipliers})*\s?([^\d\s.,，。])"),
        measured=re.compile(rf"{whole}[^，；。\d]{{0,6}}(?=\d)"),
        needed=(
            *told.complements,
            *([phases] if told.phase else []),
        ),
    )


class _Finder(Struct, frozen=True, dict=True):
    known: _Patterns
    text: str
    figures: Sequence[Told]

    def find(self) -> Iterator[Partition]:
        for index, told in enumerate(self.figures):
            match = self.known.whole.search(told.label)
            following = self.figures[index + 1 : index + 1 + _REACH]
            if match is None or self.known.uncounted.search(told.label):
                continue
            noun, scope = match["noun"], self._scope(told, match["noun"], following)
            if found := self._complements(told, noun, following, scope) or self._phases(told, noun, scope):
                yield found

    def _scope(self, whole: Told, noun: str, following: Sequence[Told]) -> Sequence[Told]:
        """The figures of the whole's unit, up to the next whole of the same noun."""
        scope: list[Told] = []
        for told in following:
            again = self.known.whole.search(told.label)
            if again and again["noun"] == noun and not self.known.phase.match(f"，{told.label}"):
                break
            if _same_kind(told, whole):
                scope.append(told)
        return scope

    def _complements(
        self, whole: Told, noun: str, following: Sequence[Told], scope: Sequence[Told]
    ) -> Partition | None:
        if noun.endswith(self.known.told.grounds) or any(self.known.whole.search(told.label) for told in following[:1]):
            return None
        end = sentence_end(self.text, whole.end)
        within = [told for told in scope if told.start < end]
        for pair in self.known.sides:
            sides = [[t for t in within if self._is_side(side, noun, t)] for side in pair]
            if all(len(side) == 1 for side in sides):
                parts = tuple(sorted((side[0] for side in sides), key=lambda told: told.start))
                last = parts[-1].end
                tail = sentence_end(self.text, last)
                if self.known.uncounted.search(self.text, whole.start - len(whole.before), min(tail, last + 20)):
                    return None
                return Partition(whole, parts, Kind.COMPLEMENTS)
        return None

    def _is_side(self, side: re.Pattern[str], noun: str, told: Told) -> bool:
        label = self.known.of_which.sub("", told.label)
        match = side.match(label)
        if match is None:
            return False
        own = match["noun"].removeprefix("总")
        return noun.endswith(own)

    def _phases(self, whole: Told, noun: str, scope: Sequence[Told]) -> Partition | None:
        starts = self._phase_starts(whole)
        if len(starts) < 2:
            return None
        stops = [*starts[1:], len(self.text)]
        parts: list[Told] = []
        for start, stop in zip(starts, stops, strict=True):
            own = [told for told in scope if start <= told.start < stop and self._has_noun(told, noun)]
            if len(own) != 1:  # of several, it is open which is the phase's and which a part of it
                return None
            parts += own
        return Partition(whole, tuple(parts), Kind.PHASES)

    def _phase_starts(self, whole: Told) -> list[int]:
        """Where the phases behind a whole begin; none unless they count from the first without a gap."""
        starts: list[int] = []
        first = bisect_left(self._phases_told, (whole.end, 0))
        for start, number in self._phases_told[first : first + _REACH]:
            if number == len(starts) + 1 <= _MOST_PHASES:
                starts.append(start)
            elif number > len(starts):
                return []
        return starts

    @cached_property
    def _phases_told(self) -> list[tuple[int, int]]:
        """Where the numbers of phases stand in the text, and which."""
        found = ((match.start("number"), match["number"]) for match in self.known.phase.finditer(masked(self.text)))
        return [(at, read_count(text, self.known.language)) for at, text in found]

    def _has_noun(self, told: Told, noun: str) -> bool:
        """Whether a figure is of the whole's noun: it says so, or nothing but its phase."""
        label = told.label
        if self.known.yearly.search(masked(told.before)):
            return False
        if label.endswith(noun):
            return True
        match = self.known.phase.match(f"，{self.known.of_which.sub('', label)}")
        return match is not None and self.known.phase_fill.fullmatch(f"，{label}", match.end()) is not None


def _same_kind(told: Told, whole: Told) -> bool:
    return told.mention.quantity.unit.dimension == whole.mention.quantity.unit.dimension


def _is_related(partition: Partition) -> bool:
    """Whether a form's expression is about another figure of the partition."""
    told = (partition.whole, *partition.parts)
    homes = {t.form.form.id for t in told if t.form and isinstance(t.form.form, Defined)}
    return any(t.form and isinstance(t.form.form, Stated) and not homes.isdisjoint(t.form.needs) for t in told)
