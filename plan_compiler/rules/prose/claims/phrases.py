"""What a figure of a text is of where nothing in the plan's data has its name: 到2025年，全市公园达到120座."""

import re
from functools import lru_cache

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.discourse import Discourse
from plan_compiler.language.proofing import proofing
from plan_compiler.language.vocabulary import Aspect, Qualifier
from plan_compiler.language.words import words
from plan_compiler.rules.prose.background import Background
from plan_compiler.rules.prose.clauses import sentence_end, sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import aspect_of, words_behind
from plan_compiler.rules.prose.setting import Setting, Surroundings, headings_of
from plan_compiler.rules.prose.wording import Wording, plain, wording
from plan_compiler.rules.prose.years import year_beside

_SHORTEST = 2
"""How much of a phrase must be left without the words that name a measure alone: 公园 of 公园面积."""
_LONGEST = 24
_LONGEST_LEAD = 60
"""How long the words are at most that lead from a name to its figure: the time stays in proportion to the text."""
_LONG = 4
"""How long one is at least that no word says to be of a whole area."""
_CENTURIES = ("20", "19")


class Of(Struct, frozen=True):
    """What a figure is said to be of: the thing, in what area and year, and whether all there is, what is new or what has gone.

    Where no words say that it is of a whole area, `section` is where it stands: another place may speak of another area.
    """

    phrase: str
    scope: str
    section: NodePath
    year: int | None
    aspect: Aspect | None
    falls: bool


def may_tell(background: Background) -> tuple[str, ...]:
    """Words one of which a text has that tells what a figure is of: a year, a whole area."""
    discourse, place = background.discourse, background.place
    areas = (f"{word}{level}" for word in discourse.throughout for level in discourse.levels_of_place)
    return (*_CENTURIES, *areas, *((place,) if place else ()))


def told_of(told: Told, surroundings: Surroundings) -> Of | None:
    """What `told` is of by the words of its clause, with nothing behind it that could change that; None where it is not said in full."""
    background = surroundings.background
    called = _called(told, background) if _is_whole(told, background.discourse) else None
    if called is None:
        return None
    scope, phrase = called
    year = _year(told, background)
    if year is None and not _says_no_time(told, phrase, background):
        return None
    if not scope and not (year and len(phrase) >= _LONG and _stands_alone(told, surroundings)):
        return None
    if len(_told_apart(phrase, background.discourse)) < _SHORTEST or _is_supposed(told, background):
        return None
    if year and surroundings.is_intended(told, year):
        return None
    section = () if scope else _section(told.run.path)
    return Of(phrase, scope, section, year, aspect_of(background.known, told), told.mention.falls)


def _called(told: Told, background: Background) -> tuple[str, str] | None:
    """The level of the area that it is of, "" where none is said, and the name before it."""
    scope, rest = _scope(plain(told.before).strip(), background)
    if not scope and sentence_start(told.run.text, told.start):
        return None
    phrase = rest[: _phrase_end(rest, background.known)].strip()
    return (scope, phrase) if _is_name(phrase, told.language) else None


def words_before(told: Told, background: Background, least: int) -> tuple[str, ...]:
    """What may be the name that a figure is of, half-width: the words before it without those that lead to the name and from it to the
    figure, also without the verb before it. None that are shorter than `least` characters.
    """
    known, discourse = background.known, background.discourse
    before = plain(told.before).strip()
    rest = before[known.leading.end(before) :]
    if len(rest) < least:
        return ()
    name = rest[: _phrase_end(rest, known)].strip()
    for amount in (*discourse.total_investment, *discourse.in_period_investment):
        name = name.removesuffix(amount).rstrip("的 ")
    behind = name[known.making.end(name) :]
    return (name,) if name == behind else (name, behind)


def _is_whole(told: Told, discourse: Discourse) -> bool:
    """Whether its number is said plainly, of one thing, and the clause goes on with nothing that may make it one of something else."""
    mention, behind = told.mention, words_behind(told)
    if told.run.text[told.end : told.end + 1] in ("（", "("):
        return False
    if mention.qualifier is not Qualifier.EXACTLY or not mention.quantity.unit.text or mention.noun:
        return False
    if behind and (not behind.startswith(discourse.ending) or behind.startswith(discourse.possessive)):
        return False
    sentence = told.run.text[sentence_start(told.run.text, told.start) : told.start]
    return not any(word in sentence for word in (*discourse.respectively, *discourse.within_a_year, *discourse.from_))


def _scope(before: str, background: Background) -> tuple[str, str]:
    """The level of the area that is said to be meant as a whole (全市, or the plan's own by its name), no lower than the plan's own,
    "" where none is; and what stands behind it, up to the figure.
    """
    known, discourse = background.known, background.discourse
    lead = before[known.leading.end(before) :]
    if background.level and background.place and lead.startswith(name := plain(background.place)):
        return background.level, _behind(lead.removeprefix(name), discourse.having)
    match = known.elsewhere.search(before)
    if match is None:
        return "", lead
    opening = before[: match.start()]
    now = opening[known.leading.end(opening) :].strip()
    if not match["level"] or (now and now not in discourse.now):
        return "", ""
    levels = discourse.levels_of_place
    own = levels.index(background.level) if background.level else len(levels)
    rest = before[match.end() :]
    return match["level"] if levels.index(match["level"]) <= own else "", _behind(
        rest[known.leading.end(rest) :], discourse.having
    )


def _behind(text: str, choices: tuple[str, ...]) -> str:
    """`text` without the longest of `choices` that it begins with."""
    return text.removeprefix(max((word for word in choices if text.startswith(word)), key=len, default=""))


def _phrase_end(rest: str, known: Wording) -> int:
    """Where the words begin that lead from a name to its figure."""
    first = max(1, len(rest) - _LONGEST_LEAD)
    return next((end for end in range(first, len(rest)) if known.between.fills(rest, end)), len(rest))


def _is_name(phrase: str, language: str) -> bool:
    """Whether it is the name of something, and tells nothing that is done."""
    return len(phrase) <= _LONGEST and phrase.isalpha() and re.search(proofing(language).verbs, phrase) is None


def _told_apart(phrase: str, discourse: Discourse) -> str:
    """What is left of a phrase without words that things of any kind share: 总投资, 设计规模."""
    shared = (*discourse.self_names, *discourse.totals, *discourse.measures, *discourse.sum_fill, *discourse.making)
    for word in sorted((*shared, *discourse.whole), key=len, reverse=True):
        phrase = phrase.replace(word, "")
    return phrase


def _year(told: Told, background: Background) -> int | None:
    beside = year_beside(told, background.years, background.known)
    return beside[0] if beside is not None else None


def _says_no_time(told: Told, phrase: str, background: Background) -> bool:
    """Whether nothing says when, and it is told as what there is: 全市共有公园120座."""
    discourse = background.discourse
    joint = plain(told.opening).strip().rpartition(phrase)[2].strip()
    if joint and joint not in discourse.having:
        return False
    first = _first_time(told.run.text, told.language)
    if first is not None and first < told.end + len(told.after):
        return False
    headings = headings_of(background.linked.plan, told.run.path)
    return all(_first_time(heading, told.language) is None for heading in headings)


@lru_cache(maxsize=256)
def _first_time(text: str, language: str) -> int | None:
    """Where a text first says when, or that something is intended; None where it does not."""
    known, intended = wording(language), words(language).discourse.intended
    patterns = (known.years, known.plan, known.within, known.final_year, known.base_year)
    starts = [match.start() for pattern in patterns if (match := pattern.search(text))]
    return min([*starts, *(at for word in intended if (at := text.find(word)) >= 0)], default=None)


def _is_supposed(told: Told, background: Background) -> bool:
    """Whether its sentence or a heading says that it is so in one case or one way of counting alone: 高方案, 按常住口径."""
    text, discourse = told.run.text, background.discourse
    sentence = text[sentence_start(text, told.start) : sentence_end(text, told.end)]
    told_in = (sentence, *headings_of(background.linked.plan, told.run.path))
    return any(word in each for each in told_in for word in (*discourse.supposing, *discourse.uncounted))


def _stands_alone(told: Told, surroundings: Surroundings) -> bool:
    """Whether nothing before it in its sentence says of what area or body it is, nor its headings."""
    return surroundings.of(told) is Setting.CLEAR and not surroundings.is_elsewhere(told)


def _section(path: NodePath) -> NodePath:
    return path[: path.index("body")] if "body" in path else path
