"""The words by which a language names wholes and their parts: 总建筑面积, 地上, 一期, 其中."""

import re
from functools import cached_property, lru_cache

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.language.words import words
from plan_compiler.model.prose import Defined, Stated
from plan_compiler.patterns import compiled
from plan_compiler.rules.prose.clauses import masked, sentence_start
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import alternatives


class PartWords(Struct, frozen=True, dict=True):
    """The words for wholes and parts of one language, as patterns."""

    told: Discourse
    whole: re.Pattern[str]
    """The end of the label of a whole; its noun."""
    of_which: re.Pattern[str]
    phase: re.Pattern[str]
    to_phases: re.Pattern[str]
    """What stands between a whole and the `number` of its first phase."""
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
        if not self._tells.search(text):
            return False
        return any(map(text.__contains__, self.told.of_which)) or self._has_kinds(text)

    @cached_property
    def _tells(self) -> re.Pattern[str]:
        """Some of the words that a text with parts has."""
        return compiled(alternatives((*self.told.of_which, *(word for needed in self.needed for word in needed[0]))))

    def _has_kinds(self, text: str) -> bool:
        return any(all(any(map(text.__contains__, choice)) for choice in needed) for needed in self.needed)

    def _may_list(self, text: str, of_which: re.Match[str]) -> bool:
        """Whether the words behind 其中 hold a unit of the figures before it; or one that measures, as a whole before it does."""
        start, at = sentence_start(text, of_which.start()), of_which.start()
        if not text[start:at].strip():  # 总投资20亿元。其中，中央8亿元
            start = sentence_start(text, max(0, start - 1))
        before, after = text[start:at], text[of_which.end() :]
        units = self.units.findall(before)
        if any(map(after.__contains__, units)):
            return True
        measuring = units and not self.counters.issuperset(self.units.findall(after))
        return bool(measuring) and self.measured.search(masked(before)) is not None

    @cached_property
    def before_phases(self) -> re.Pattern[str]:
        """A figure with the unit behind it, and the first phase of what it is."""
        return compiled(rf"[0-9][^\W0-9]{{1,6}}{self.to_phases.pattern}")

    def has_candidate(self, run: Run) -> bool:
        """Whether a run has figures of one unit on both sides of 其中, or a whole that no form relates to its parts: a look
        before its figures are read.
        """
        if any(self._may_list(run.text, match) for match in self.lists.finditer(run.text)):
            return True
        if not self._has_kinds(run.text):
            return False
        if self.before_phases.search(run.text):
            return True
        homes = {piece.form.form.id for piece in run.forms if piece.form and isinstance(piece.form.form, Defined)}
        for match in self.measured.finditer(masked(run.text)):
            piece = run.form_at(match.end(), match.end() + 1)
            form = piece.form if piece else None
            if form is None or not isinstance(form.form, Stated) or homes.isdisjoint(form.needs):
                return True
        return False


@lru_cache(maxsize=8)
def part_words(language: str) -> PartWords:
    """The patterns of a language. Raises `UnknownLanguageError`."""
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
    return PartWords(
        told,
        whole=compiled(rf"{whole}$"),
        of_which=compiled(rf"^\s*(?:{alternatives(told.of_which)})[：:，,]?\s?"),
        phase=compiled(rf"(?:^|[，；。：、,;:.)）]|{alternatives(told.of_which)})\s?(?P<number>{number}){told.phase}"),
        to_phases=compiled(
            rf"[，、：（(,]?\s?(?:{alternatives(told.of_which)})?[：:，,]?\s?(?P<number>{number}){told.phase}"
            if told.phase
            else r"(?!)(?P<number>)"
        ),
        uncounted=compiled(alternatives(told.uncounted)),
        sides=tuple(tuple(compiled(rf"^{side}\s?(?P<noun>\w{{0,12}})$") for side in pair) for pair in complements),
        phase_fill=compiled(rf"(?>{alternatives(told.phase_fill)}|\s)*+"),
        yearly=compiled(rf"(?:19|20)[0-9]{{2}}|{alternatives(told.within_a_year)}"),
        language=language,
        lists=compiled(alternatives(told.of_which)),
        counters=frozenset(name[0] for name in known.units.counters) - {name[0] for name in known.units.symbols},
        units=compiled(r"\d()" if known.units.spaced else rf"\d\s?(?:{multipliers})*\s?([^\d\s.,，。])"),
        measured=compiled(rf"{whole}[^，；。\d]{{0,6}}(?=\d)"),
        needed=(
            *told.complements,
            *([phases] if told.phase else []),
        ),
    )
