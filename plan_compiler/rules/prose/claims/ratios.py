"""Ratios of two things that a sentence names, and the figures of both beside it: 公办园80所、民办园20所，公办园与民办园之比为8:2; also by one character of each:
医师3200人、护士3840人，医护比为1:1.2.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.words import words
from plan_compiler.language.years import YEAR
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import read_number
from plan_compiler.quantity.units import is_pure
from plan_compiler.rational import Fraction
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import alternatives, plain

_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,6})?"
_NAME = r"[^，。；：、,;:（）()\s\d]"
_SHORTEST = 2


class Ratio(Struct, frozen=True):
    """A ratio of two figures (`sides`), from `start` to `end` of its run, as its printed numbers have it (`stated`)."""

    run: Run
    start: int
    end: int
    text: str
    stated: Quantity
    sides: tuple[Told, Told]


def may_have_ratio(text: str, language: str) -> bool:
    """Whether a text has a word for a ratio of two."""
    told = words(language).discourse
    return any(word in text for word in (*told.ratios, *filter(None, [told.ratio_of_two])))


def ratios(run: Run, figures: Sequence[Told]) -> Iterator[Ratio]:
    """The ratios of a run whose sentence has one figure of each side, in one unit and of one year."""
    if not figures:
        return
    language = figures[0].language
    for match in (*_pattern(language).finditer(run.text), *_short(language).finditer(run.text)):
        low, high = sentence_start(run.text, match.start()), sentence_end(run.text, match.end())
        if len(set(YEAR.findall(run.text[low:high]))) > 1:
            continue
        near = [told for told in figures if low <= told.start < high]
        of = _of_character if match.re is _short(language) else _of
        sides = [of(near, match[side].strip()) for side in ("first", "second")]
        stated = _stated(match["left"], match["right"])
        first, second = sides
        if first is None or second is None or first is second or stated is None:
            continue
        if first.mention.quantity.unit.dimension == second.mention.quantity.unit.dimension:
            text = run.text[match.start("left") : match.end("right")]
            yield Ratio(run, match.start("left"), match.end("right"), text, stated, (first, second))


def _of(figures: Sequence[Told], name: str) -> Told | None:
    """The only figure that is of what `name` names, neither a change nor what is new."""
    found = [told for told in figures if told.mention.aspect is None and _is_of(plain(told.label), name, told.language)]
    return found[0] if len(found) == 1 and len(name) >= _SHORTEST else None


def _of_character(figures: Sequence[Told], character: str) -> Told | None:
    """The only amount or number whose name has this character, neither a change nor a part, nor what is new or done in a while."""
    named = (told for told in figures if character in plain(told.label) and not is_pure(told.mention.quantity.unit))
    found = [told for told in named if not any(word in told.label for word in _some(told.language))]
    return found[0] if len(found) == 1 and found[0].mention.aspect is None else None


@lru_cache(maxsize=8)
def _some(language: str) -> frozenset[str]:
    """The words that say of a number that there are more of that kind."""
    told = words(language).discourse
    made = frozenset((*told.making, *told.building, *told.achieved, *told.gains, *told.losses)) - frozenset(told.having)
    return made | frozenset((*told.of_which, *told.taken_on))


def _is_of(label: str, name: str, language: str) -> bool:
    if not name or not (label.startswith(name) or label.endswith(name)):
        return False
    rest = label.replace(words(language).discourse.added, "")
    return not any(word in rest and word not in name for word in words(language).qualifiers.aspects)


def _stated(left: str, right: str) -> Quantity | None:
    """The ratio of two printed numbers; the side that is 1 is exactly that."""
    sides = [
        Quantity.of(Fraction(1)) if each == "1" else Quantity.from_number(read_number(each), "")
        for each in (left, right)
    ]
    low = sides[1].interval.low
    return None if low is None or low <= 0 else sides[0] / sides[1]


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    told = words(language).discourse
    joint = alternatives(word for word in told.joining if word != "、")
    fill = alternatives((*told.share_fill, *told.turning, *told.reaching, *told.staying))
    return compiled(
        rf"(?P<first>{_NAME}{{2,12}}?){joint}(?P<second>{_NAME}{{2,12}}?){alternatives(told.ratios)}{fill}*+"
        rf"(?P<left>{_NUMBER})\s?[:：∶]\s?(?P<right>{_NUMBER})(?!\s?[:：∶0-9.])"
    )


@lru_cache(maxsize=8)
def _short(language: str) -> re.Pattern[str]:
    """A ratio that names its sides by one character each, and nothing else in its clause before it: 医护比为1:1.2."""
    told = words(language).discourse
    if not told.ratio_of_two:
        return compiled(r"(?!)")
    fill = alternatives((*told.share_fill, *told.reaching))
    return compiled(
        rf"(?<![^，,；;。（(])(?P<first>[^\W\d_])(?P<second>[^\W\d_]){told.ratio_of_two}{fill}*+"
        rf"(?P<left>{_NUMBER})\s?[:：∶]\s?(?P<right>{_NUMBER})(?!\s?[:：∶0-9.])"
    )
