"""How far a figure is from a level that stands in brackets: 城镇化率65.6%，高于全省平均水平（64.3%）1.3个百分点; 比全国平均水平（41314元）高1886元; or above a plan:
超额完成规划任务（175万亩）的6.6%.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from plan_compiler.language.vocabulary import Aspect
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.senses import Sense
from plan_compiler.quantity.units import is_pure
from plan_compiler.rules.prose.claims.changes.ends import Ends, is_rate
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.figures import Told
from plan_compiler.rules.prose.naming.named import ends
from plan_compiler.rules.prose.wording import alternatives

_LISTED = "、"


class Distances(Struct, frozen=True):
    """The words by which a language tells them, as patterns."""

    clause: re.Pattern[str]
    """All of a clause up to the distance: 高于全省平均水平（64.3%）; the figure in brackets begins at `level`, `other` or `plan`."""
    growing: re.Pattern[str]
    """Says that the level is a rate of growth, as the figure then is: 增速."""

    def may_tell(self, text: str) -> bool:
        """Whether a text has such a clause."""
        return self.clause.search(text) is not None


@lru_cache(maxsize=8)
def distances_of(language: str) -> Distances | None:
    """The patterns of a language; None where it has no such words. Raises `UnknownLanguageError`."""
    told = words(language).discourse
    if not told.beyond:
        return None
    than = alternatives(word for word in told.compared if word not in told.on_year)
    name, level = r"[^，；。、,;:：\d（）()]{2,24}", r"[（(](?P<level>)[^（）()，；。]{1,16}[）)]"
    lead = rf"(?:{alternatives(told.beyond)}{name}{level}|{than}{name}{level.replace('level', 'other')}{alternatives(told.differing)}出?)"
    done = rf"{alternatives(told.doing_more)}[^，；。、,;:：\d（）()]{{0,12}}[（(]?(?P<plan>)\d[^，；。、（）()]{{0,16}}[）)]?{alternatives(told.possessive)}"
    return Distances(
        clause=compiled(rf"(?<![^，,；;。])(?:{lead}|{done})(?=\d)"),
        growing=compiled(alternatives((*told.growth, *told.growth_rates))),
    )


def distances(known: Distances, text: str, figures: Sequence[Told]) -> Iterator[tuple[Told, Ends]]:
    """The distances that a text tells, each with the level and the figure before it that are so far apart."""
    starts = {told.start: index for index, told in enumerate(figures)}
    for match in known.clause.finditer(text):
        at = starts.get(match.end())
        if not at or figures[at - 1].start != max(map(match.start, ("level", "other", "plan"))):
            continue
        told, level = figures[at], figures[at - 1]
        own = _before(figures, at - 1)
        grows = known.growing.search(match[0]) is not None
        fits = is_rate(told) if match.start("plan") >= 0 else _fits(told, level)
        if own is None or not (fits and told.is_free) or (own.mention.aspect is Aspect.CHANGE) is not grows:
            continue
        yield told, Ends(level.mention.fact, own.mention.fact, (level.worded, own.worded), (level, own), None)


def _before(figures: Sequence[Told], index: int) -> Told | None:
    """The figure that is held against the level at `index`: the last before it in its sentence that is in its unit, and none of a list."""
    level = figures[index]
    start, unit = sentence_start(level.run.text, level.start), level.mention.quantity.unit
    found = next((told for told in reversed(figures[:index]) if told.mention.quantity.unit.text == unit.text), None)
    return found if found is not None and found.start >= start and found.mark != _LISTED else None


def _fits(told: Told, level: Told) -> bool:
    """Whether a distance is told of such a level: of a rate in points, of an amount in its unit."""
    unit, other = told.mention.quantity.unit, level.mention.quantity.unit
    points = unit.sense is Sense.POINTS
    alike = points if is_pure(other) else unit.dimension == other.dimension
    return alike and ends(words(told.language).discourse, told)
