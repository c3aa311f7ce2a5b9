"""Lists of shares that their sentence says are all of a whole: 资金来源构成为：中央40%、省级30%、地方30%。"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.quantity import Quantity, add_all, as_fine_as
from plan_compiler.quantity.reading import read_number
from plan_compiler.rules.prose.claims.parts.shares import WHOLE, is_stop, structures
from plan_compiler.rules.prose.clauses import sentence_start
from plan_compiler.rules.prose.runs import Run
from plan_compiler.rules.prose.wording import alternatives

_ITEM = r"(?P<label>[^、，,。；;:：\d%]{0,12})(?P<number>\d+(?:\.\d+)?)%"
_BETWEEN = r"\s?[、，,和及]\s?"
_LOWEST, _HIGHEST = 80, 115
"""What comes to less, or more, hardly lists all parts of one whole."""
_FEWEST = 3
_TURN = 16
"""How many characters may stand between a ratio and the one it turns into: 调整为2025年的."""
_RATIO_MARK = compiled("[:：∶]")
_REACH = 8
"""How far before such a word another may say that it is of the greater part alone."""


class Composition(Struct, frozen=True):
    """Such a list from `start` to `end` of its run, and what its shares come to."""

    start: int
    end: int
    shares: tuple[str, ...]
    total: Quantity


def compositions(run: Run, language: str) -> Iterator[Composition]:
    """The lists of three shares or more that go on to the end of their sentence and name nothing but parts."""
    told = words(language).discourse
    if "%" not in run.text or not any(word in run.text for word in told.composed):
        return
    pattern, item = _patterns(language)
    other = (*told.of_which, *told.growth, *told.yearly_growth, *told.rate)
    for match in pattern.finditer(run.text):
        if told.mainly in run.text[max(0, match.start() - _REACH) : match.start()]:
            continue
        sentence = run.text[sentence_start(run.text, match.start()) : match.end()]
        if any(word in sentence for word in told.several_apply):
            continue
        items = list(item.finditer(match["list"]))
        if len(items) < _FEWEST or any(word in each["label"] for each in items for word in other):
            continue
        numbers = [Quantity.from_number(read_number(each["number"]), "") for each in items]
        total = as_fine_as(add_all(numbers), numbers)
        if total.nominal is not None and _LOWEST <= total.nominal <= _HIGHEST:
            shares = tuple(f"{each['number']}%" for each in items)
            yield Composition(match.start("list"), match.end("list"), shares, total)


def turned(run: Run, language: str) -> Iterator[tuple[re.Match[str], Quantity]]:
    """The ratios of as many members that one ratio turns into another (运输结构由62:15:23调整为51:20:29), one of them all of a whole."""
    told, found = words(language).discourse, list(structures(run))
    for (first, before), (last, after) in pairwise(found):
        between = run.text[first.end() : last.start()]
        if len(between) > _TURN or is_stop(between) or not any(word in between for word in told.turning):
            continue
        if len(_RATIO_MARK.findall(first[0])) == len(_RATIO_MARK.findall(last[0])) and WHOLE.nominal in (
            before.nominal,
            after.nominal,
        ):
            yield first, before
            yield last, after


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    told = words(language).discourse
    unnamed = re.sub(r"\?P<\w+>", "?:", _ITEM)
    head = rf"{alternatives(told.composed)}{alternatives((*told.all_parts, *told.turning, '：', ':'))}++"
    return compiled(rf"{head}(?P<list>{unnamed}(?:{_BETWEEN}{unnamed})++)(?=[。；;\n]|$)"), compiled(_ITEM)
