"""Figures as they are worded: 不低于1200万元, 2-3个, 六成, 翻一番, over 12,000 households."""

from collections.abc import Sequence
from functools import lru_cache
from string import ascii_letters
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.vocabulary import Aspect, Qualifier
from plan_compiler.language.words import words
from plan_compiler.quantity.claims import claim
from plan_compiler.quantity.figure import Figure, FigureFault, NoFigure, read_figure
from plan_compiler.quantity.grammar import grammar, half_width
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.quantity import Quantity, agree, consistent
from plan_compiler.quantity.units import Unit, is_count, parse_unit

MAX_LENGTH = 200
"""The longest text that is read as a mention."""

CONTEXT = 24
"""How many characters beside a figure can hold the words that qualify it."""

SIDES = MappingProxyType(
    {
        Qualifier.AT_LEAST: "≥",
        Qualifier.MORE_THAN: "≥",
        Qualifier.AT_MOST: "≤",
        Qualifier.LESS_THAN: "≤",
    }
)
"""The qualifiers that set a bound, with the side of it that is allowed."""

_REMEMBERED = 32_768
"""Readings kept: a second version of a plan, and a plan checked again, word nearly all of their figures as the first one."""

_LOWER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.AND_MORE})
_UPPER = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})
_STRONGEST_FIRST = (
    Qualifier.AT_LEAST,
    Qualifier.MORE_THAN,
    Qualifier.AT_MOST,
    Qualifier.LESS_THAN,
    Qualifier.AND_MORE,
    Qualifier.NEARLY,
    Qualifier.ABOUT,
)


class Mention(Struct, frozen=True):
    """A figure as worded.

    `text` is the wording; `quantity` what the number itself stands for, by its printed decimals; `claim` the true
    values that the whole wording allows, in the same unit (see `plan_compiler.quantity.claims`). `noun` is what the
    text goes on with behind the unit (九大创新平台). `falls` where the words tell a fall, so that the figure is positive and the
    change negative (下降12%).
    """

    text: str
    qualifier: Qualifier
    aspect: Aspect | None
    quantity: Quantity
    claim: Interval
    noun: str = ""
    falls: bool = False

    @property
    def fact(self) -> Quantity:
        """The figure that the wording makes known where it is the figure's home: all that it claims; a count exactly."""
        made = self._at(self.claim)
        return made.as_count() if self.qualifier is Qualifier.EXACTLY else made

    @property
    def claimed(self) -> Quantity:
        """The figure that the wording sets beside another, from which it may have been rounded. 超过100家 is also said of
        100 that were counted.
        """
        closed = is_count(self.quantity.unit)
        ends = (self.claim.low_closed or closed, self.claim.high_closed or closed)
        is_closed = ends == (self.claim.low_closed, self.claim.high_closed)
        return self._at(self.claim if is_closed else Interval(self.claim.low, self.claim.high, *ends))

    def _at(self, interval: Interval) -> Quantity:
        return self.quantity if interval is self.quantity.interval else replace(self.quantity, interval=interval)


class MalformedMention(Struct, frozen=True):
    """A text that is no figure; `reason` names the fault, `currency` the sign of money that was left before the text."""

    text: str
    reason: FigureFault
    currency: str = ""


MentionReading: TypeAlias = Mention | MalformedMention


@lru_cache(_REMEMBERED)
def read_mention(text: str, before: str = "", after: str = "", language: str = "zh-CN") -> MentionReading:
    """The figure that `text` words, with the qualifiers in it and those that touch it in the texts around it.

    A unit that no table knows is taken as it stands. Raises `UnknownLanguageError`.
    """
    plain = half_width(text)
    if not plain.strip() or len(text) > MAX_LENGTH:
        return MalformedMention(text, FigureFault.TOO_LONG if plain.strip() else FigureFault.EMPTY)
    leading, start = _leading(plain, language)
    if follows_name(plain[:start] or before, language) or plain.startswith(words(language).names.before):
        return MalformedMention(text, FigureFault.NAME)
    figure = read_figure(plain, start, language)
    if isinstance(figure, NoFigure):
        return MalformedMention(text, figure.fault)
    if currency := _currency_outside(figure, plain[:start] or before, language):
        return MalformedMention(text, FigureFault.CURRENCY_OUTSIDE, currency)
    trailing, end = _trailing(plain, figure.end, language)
    noun, rest = plain[end:].strip(), ""
    if noun and not trailing and figure.takes_unit and _goes_on_with_unit(figure, noun, language):
        figure, trailing, noun = _with_unknown_unit(figure, noun, language)
        rest = figure.unit.text
    if not noun:
        trailing += _trailing(half_width(after[:CONTEXT]), 0, language)[0]
    if _holds_figure(noun or rest, language):
        return MalformedMention(text, FigureFault.SEVERAL)
    return mention_of(text, figure, [*touching_before(before, language), *leading, *trailing], language, noun)


def admits(mention: Mention, figure: Quantity, *, printed: bool = False) -> bool:
    """Whether `figure` may be a value that the mention claims. Raises `UnitMismatchError`.

    With `printed`, the figure is itself a print of the very figure that is mentioned, and no result of a computation:
    two unqualified prints with the same decimals must then be equal.
    """
    if printed and mention.qualifier is Qualifier.EXACTLY:
        return agree(mention.quantity, figure)
    return consistent(mention.claimed, figure)


def in_rate(mention: Mention, unit: Unit) -> Mention:
    """A mention without a unit in that of the rate it tells, of so much per something: who reads the rate's name knows it (亿元产值死亡率降至0.029)."""
    if mention.quantity.unit.text or "/" not in unit.text:
        return mention
    return replace(mention, quantity=replace(mention.quantity, unit=unit))


def mention_of(text: str, figure: Figure, worded: Sequence[str], language: str, noun: str = "") -> MentionReading:
    """The mention that a figure makes with the words that qualify it."""
    if not worded and figure.inside is None:
        return _unqualified(text, figure, noun)
    known = words(language).qualifiers
    senses = {known.before.get(word) or known.after.get(word) for word in worded} | {figure.inside}
    if senses & _LOWER and senses & _UPPER:
        return MalformedMention(text, FigureFault.CONTRADICTION)
    qualifier = next((sense for sense in _STRONGEST_FIRST if sense in senses), Qualifier.EXACTLY)
    aspect = next((known.aspects[word] for word in worded if word in known.aspects), None)
    falls = any(word in known.falling for word in worded)
    plain = replace(_unqualified(text, figure, noun), aspect=aspect, falls=falls)
    if qualifier is Qualifier.EXACTLY:
        return plain
    claimed = claim(qualifier, figure.low, figure.high, figure.decimals, counted=is_count(figure.unit))
    return replace(plain, qualifier=qualifier, claim=claimed)


def qualified(mention: Mention, qualifier: Qualifier) -> Mention:
    """An unqualified mention with the qualifier that is said once for several figures (分别提高4.5、0.8个百分点以上); any other as it is."""
    quantity = mention.quantity
    number, decimals = quantity.nominal, quantity.decimals
    if (
        mention.qualifier is not Qualifier.EXACTLY
        or qualifier is Qualifier.EXACTLY
        or number is None
        or decimals is None
    ):
        return mention
    claimed = claim(qualifier, number, number, decimals, counted=is_count(quantity.unit))
    return replace(mention, qualifier=qualifier, claim=claimed)


def _unqualified(text: str, figure: Figure, noun: str) -> Mention:
    low, high = figure.low, figure.high
    printed = claim(Qualifier.EXACTLY, low, high, figure.decimals, counted=False)
    quantity = Quantity(printed, low if low == high else None, figure.unit, figure.decimals)
    return Mention(text, Qualifier.EXACTLY, None, quantity, printed, noun)


def touching_before(before: str, language: str) -> tuple[str, ...]:
    """The qualifying words at the end of `before`, none of them a part of another word (约 in 节约)."""
    rules, rest, found = grammar(language), _whole_words(before[-CONTEXT:]).rstrip(), list[str]()
    last = rest[-1:]
    if last not in rules.before.last and (last.isalpha() or half_width(last) not in rules.before.last):
        return ()
    rest = half_width(rest).rstrip()
    while (word := rules.before.ending(rest)) and word not in rules.known.qualifiers.compounds:
        found.insert(0, word)
        rest = rest[: -len(word)].rstrip()
    return tuple(found)


def _whole_words(context: str) -> str:
    """`context` without the word in Latin letters that it may be cut within (the over of forest cover)."""
    return context.lstrip(ascii_letters) if len(context) == CONTEXT else context


def touching_after(after: str, language: str) -> tuple[str, ...]:
    """The qualifying words at the beginning of `after`."""
    return tuple(_trailing(half_width(after[:CONTEXT]), 0, language)[0])


def with_bounds(text: str, before: str, after: str, language: str) -> str:
    """A figure with the words around it that bound or blur it: 不低于, 约, 以上."""
    known = words(language).qualifiers.before
    bounding = [
        w for w in touching_before(before, language) if known.get(w, Qualifier.EXACTLY) is not Qualifier.EXACTLY
    ]
    return "".join((*bounding, text, *touching_after(after, language)))


def follows_name(before: str, language: str) -> bool:
    """Whether what stands before a number makes it an ordinal or a part of a name (第)."""
    return before[-CONTEXT:].rstrip().endswith(words(language).names.before)


def _currency_outside(figure: Figure, before: str, language: str) -> str:
    """The sign of money that `before` ends with and that the unit of the figure lacks; "" for none."""
    currency = grammar(language).currencies.ending(before[-CONTEXT:].rstrip())
    return currency if currency and figure.unit.dimension != parse_unit(currency).dimension else ""


def _leading(plain: str, language: str) -> tuple[list[str], int]:
    rules, found, end = grammar(language), list[str](), _skip_spaces(plain, 0)
    while word := rules.before.at(plain, end):
        found.append(word)
        end = _skip_spaces(plain, end + len(word))
    return found, end


def _trailing(plain: str, start: int, language: str) -> tuple[list[str], int]:
    rules, found, end = grammar(language), list[str](), start
    while word := rules.after.at(plain, at := _skip_spaces(plain, end)):
        # A single character is more often the beginning of a word: 内 of 内设, 多 of 多式联运.
        if len(word) == 1 and plain[at + 1 : at + 2].isalnum():
            break
        found.append(word)
        end = at + len(word)
    return found, end


def _skip_spaces(text: str, start: int) -> int:
    while text[start : start + 1].isspace():
        start += 1
    return start


def _goes_on_with_unit(figure: Figure, noun: str, language: str) -> bool:
    """Whether what stands behind a figure is a part of its unit that no table knows: 5万羽, 1.52人/万车."""
    last = figure.unit.text.rpartition("/")[2]
    return figure.unit.text == figure.multiplier or noun[0] in "/·" or last in words(language).units.multipliers


def _with_unknown_unit(figure: Figure, rest: str, language: str) -> tuple[Figure, list[str], str]:
    name, trailing = rest, list[str]()
    for index in range(1, len(rest)):
        trailing, end = _trailing(rest, index, language)
        if trailing and end == len(rest):
            name = rest[:index]
            break
        trailing = []
    space = " " if words(language).units.spaced and figure.multiplier and name[0] not in "/·" else ""
    return replace(figure, unit=parse_unit(f"{figure.unit.text}{space}{name}")), trailing, ""


def _holds_figure(text: str, language: str) -> bool:
    starts = (match.start() for match in grammar(language).start.finditer(text))
    readings = (read_figure(text, start, language) for start in starts)
    return any(isinstance(reading, Figure) and reading.unit.text for reading in readings)
