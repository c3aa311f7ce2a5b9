"""The words by which a language tells changes: growth, from … to …, rising and falling."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from plan_compiler.language.discourse import Discourse
from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.quantity.numerals import numeral_pattern
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.wording import alternatives, longest_first

_DATED = compiled(rf"{YEAR.pattern}\w{{0,3}}$")

_VERB = 4
"""How many characters a verb of change has at most."""


class Changes(Struct, frozen=True, dict=True):
    """The words of one language. `verbs` lead, with a word of `turns`, to the figure that a change ends at."""

    told: Discourse
    multiples: dict[str, int]
    shortest: tuple[str, ...]
    """Words without which no growth is told."""
    growth: tuple[str, ...]
    """The longest first."""
    gains: tuple[str, ...]
    until: tuple[str, ...]
    """All that leads to the second end: 到, 增加到, 不足."""
    turns: tuple[str, ...]
    verbs: tuple[str, ...]
    """The longest first."""
    reaching: frozenset[str]
    real: tuple[str, ...]
    some_years: re.Pattern[str]
    """How many years (`number`) of a plan's something takes: 前三年."""

    def may_change(self, text: str) -> bool:
        """Whether a text has a word that tells a change."""
        return self._tells.search(text) is not None

    def may_lead(self, text: str) -> bool:
        """Whether a text has the words for both ends of a change."""
        return any(map(text.__contains__, self.told.from_)) and self.may_turn(text)

    def may_turn(self, text: str) -> bool:
        """Whether a text has the words for the end of a change."""
        return any(map(text.__contains__, self._turned))

    @cached_property
    def _tells(self) -> re.Pattern[str]:
        return compiled(alternatives(self.shortest))

    @cached_property
    def _turned(self) -> tuple[str, ...]:
        starts = [f"{verb}{word}" for verb in self.verbs if verb.endswith(" ") for word in self.told.from_]
        return _shortest([*(f"{verb}{turn}" for verb in self.verbs for turn in self.turns), *starts])

    def is_real(self, told: Told, *, by_custom: bool = True) -> bool:
        """Whether the sentence of a growth tells it in real terms, in words or by custom."""
        text = told.run.text
        sentence = text[sentence_start(text, told.start) : sentence_end(text, told.end)]
        return any(word in sentence for word in (self.real if by_custom else self.told.real_terms))

    def ends_in_growth(self, clause: str) -> bool:
        """Whether nothing but the whole time stands in a clause, or in its last words, with a word of growth: 五年累计增长."""
        return any(not rest or rest[-1].isspace() for rest in self._before_growth(clause))

    def is_growth(self, clause: str) -> bool:
        """Whether a clause is a word of growth, with the whole time before it at most."""
        return any(not rest.strip() for rest in self._before_growth(clause))

    def before_change(self, clause: str, *, bare: bool) -> Iterable[str]:
        """What stands in a clause before its word of growth; all of it where a figure tells a change without one (翻一番)."""
        return (clause,) if bare else self._before_growth(clause)

    def _before_growth(self, clause: str) -> Iterable[str]:
        """What stands before each word of growth that a clause may end with, words of the whole time left out."""
        for word in (*self.growth, *self.gains):
            if clause.endswith(word):
                yield self.span(clause[: -len(word)])[0]

    def span(self, rest: str) -> tuple[str, frozenset[str]]:
        """Words without those of the whole time that they end with, and these."""
        found = set[str]()
        while (bare := rest.rstrip()).endswith(self.told.over_span):
            word = max((word for word in self.told.over_span if bare.endswith(word)), key=len)
            rest = bare[: -len(word)]
            found.add(word)
        return rest, frozenset(found)

    def without_growth(self, clause: str) -> str:
        """A clause without the word of growth, or of yearly growth, that it ends with; all of it where it ends with none."""
        at = self.yearly_at(clause)
        word = next((word for word in self.growth if clause.endswith(word)), "")
        return clause[:at] if at >= 0 else clause.removesuffix(word)

    def is_gain(self, clause: str) -> bool:
        """Whether a clause tells what is new, and not what the change comes to."""
        return clause.endswith(self.gains)

    def loses(self, told: Told) -> bool:
        """Whether the sentence of a figure says that something has gone."""
        text = told.run.text
        sentence = text[sentence_start(text, told.start) : sentence_end(text, told.end)]
        return any(map(sentence.__contains__, self.told.losses))

    def yearly_at(self, clause: str) -> int:
        """Where the word of yearly growth begins that a clause ends with; -1 where there is none."""
        found = [word for word in self.told.yearly_growth if clause.endswith(word)]
        return len(clause) - max(map(len, found)) if found else -1

    def starts(self, opening: str) -> bool:
        """Whether the words before a figure say that a change starts from it."""
        return any(map(opening.__contains__, self.told.from_))

    def leads_to(self, between: str) -> bool:
        """Whether the words before a figure say that something leads to it: 到, 增至2030年的."""
        return any(words.endswith(self.until) for words in _undated(between))

    def verb(self, opening: str) -> str:
        """The verb by which a change ends at the figure behind `opening` (增加到, 降至2030年); "" where there is none."""
        for dated in _undated(opening):
            for turn in self.turns:
                if dated.endswith(turn):
                    before = dated[: -len(turn)]
                    if found := next((verb for verb in self.verbs if before.endswith(verb)), ""):
                        return found
        return ""

    def verb_before(self, opening: str) -> str:
        """The verb of a change in a language that has it before both ends (fell from … to …), by the words before the first; "" for none."""
        words = opening.rstrip().lower()
        start = next((word for word in self.told.from_ if words.endswith(word)), "")
        before = words.removesuffix(start)
        return next((verb for verb in self.verbs if start and verb.endswith(" ") and before.endswith(verb)), "")

    def is_straight(self, between: str) -> bool:
        """Whether nothing but such a verb stands between two ends: 43.2%提高至44.6%."""
        stripped = between.strip()
        verb = self.verb(stripped)
        return verb != "" and any(verb + turn == words for words in _undated(stripped) for turn in self.turns)

    @cached_property
    def than(self) -> re.Pattern[str]:
        """All that stands between a figure and the one that it is compared with: ，比上年的."""
        compared = alternatives(self.told.compared)
        year_before = alternatives(self.told.year_before)
        return compiled(rf"[，,]?\s?(?:{compared}[^，；。,;]{{0,12}}|{year_before})" if self.told.compared else r"(?!)")

    @cached_property
    def than_before(self) -> re.Pattern[str]:
        """All that stands between a figure and what it is more, or less, than before by: ，比上年增加; ，增加; ，五年净增; ，比上年增收."""
        than = self.than.pattern.removeprefix(r"[，,]?\s?")
        change, spans = alternatives(self.growth), alternatives(self.told.over_span)
        gained = rf"{alternatives(self.told.differing)}\w?" if self.told.differing else r"(?!)"
        return compiled(rf"[，,]?\s?(?:(?:(?:{than})|(?:{spans})*+){change}|(?:{than}){gained})")

    @cached_property
    def more_than(self) -> re.Pattern[str]:
        """Ends a clause that tells how much more, or less, something is than in a year, without a word of growth: 比2025年多."""
        differing = alternatives(self.told.differing) if self.told.differing else r"(?!)"
        return compiled(rf"{alternatives(self.told.compared)}{YEAR.pattern}\D{{1,3}}(?P<more>{differing})$")

    def falls(self, between: str) -> bool:
        """Whether the last words before a difference say that it is one by which something is less."""
        return any(word in between[-_VERB:] for word in self.told.falling)

    def tells_difference(self, between: str) -> bool:
        """Whether the words between 比上年 and a figure make the figure the difference to the year before: 比上年增产."""
        return any(map(between.__contains__, self.told.differing))

    def tells_of_change(self, last: Told, between: str) -> bool:
        """Whether a difference behind `last` may be one of two changes: 增加70亿元，同比多增12亿元; 余额1000亿元，…，同比多增12亿元."""
        clause = last.opening.rstrip()
        return between.rstrip().endswith(self.told.changing_more) or clause.endswith(self.growth)

    @cached_property
    def base(self) -> re.Pattern[str]:
        """Ends the words before an end that another is only compared with: 比上年的."""
        compared = alternatives(self.told.compared)
        return compiled(rf"{compared}[^，；。,;]{{0,12}}[（(]?$" if self.told.compared else r"(?!)")


def _undated(text: str) -> tuple[str, ...]:
    """`text`, and what is left of it without the year that it ends with."""
    match = _DATED.search(text)
    return (text, text[: match.start()]) if match else (text,)


def _shortest(choices: Sequence[str]) -> tuple[str, ...]:
    """Those of `choices` that have no other in them."""
    return tuple(word for word in choices if not any(other != word and other in word for other in choices))


@lru_cache(maxsize=8)
def changes(language: str) -> Changes:
    """The words of a language. Raises `UnknownLanguageError`."""
    known = words(language)
    told = known.discourse
    until = [word for word in known.qualifiers.before if word.endswith(told.to)]
    return Changes(
        told,
        dict(known.numerals.multiples),
        shortest=_shortest((*told.growth, *told.gains, *told.yearly_growth, *known.numerals.multiples)),
        growth=longest_first(told.growth),
        gains=told.gains,
        until=(*until, *told.to, *told.turning),
        turns=longest_first((*told.to, *told.turning)),
        verbs=longest_first((*told.rising, *told.improving, *told.falling)),
        reaching=frozenset(told.reaching),
        real=(*told.real_terms, *told.real_by_custom),
        some_years=compiled(
            rf"{alternatives(told.some_of_years)}(?P<number>{numeral_pattern(language)}|\d{{1,2}}){known.names.year}"
            if told.some_of_years
            else r"(?!)"
        ),
    )
