"""Which known word a planner meant who wrote the attribute of an indicator otherwise."""

from collections.abc import Mapping
from difflib import get_close_matches

from plan_compiler.language.vocabulary import Attribute

_LIKE_ENOUGH = 0.6


def meant_attribute(word: str, known: Mapping[str, Attribute]) -> str:
    """The fullest of the `known` words that is written as `word`, goes on as it does (约束性指标, 预期) or is misspelt so (预期姓).

    "" where none is: words that put something before a known one (非约束性) mean another thing.
    """
    if not word:
        return ""
    of_one_stem = [each for each in known if word.startswith(each) or each.startswith(word)]
    fullest = max(of_one_stem, key=len, default="")
    if fullest and all(fullest.startswith(each) and known[each] is known[fullest] for each in of_one_stem):
        return fullest
    if word in known:
        return word
    if any(each in word for each in known):
        return ""
    return next(iter(get_close_matches(word, known, 1, _LIKE_ENOUGH)), "")
