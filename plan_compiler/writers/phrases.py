"""Where the lines of a cover may end: GB/T 9704 wants lines of a title that end where a phrase ends."""

import re
from collections.abc import Iterator
from functools import cache

from plan_compiler.language.common_words import COMMON_WORDS

_TOGETHER = "“[^“”]{1,8}”|第[一二三四五六七八九十]{1,3}个五年|[〇零一二三四五六七八九]{4}年"
"""A short quotation (“十四五”), the number of a plan, a year."""
_LONGEST_NAME = 20
"""Letters of a name that a line certainly holds."""


def title_phrases(title: str) -> Iterator[tuple[str, bool]]:
    """`title` in pieces, each with whether it stays in one line: what belongs together, and words that plans are made of."""
    for number, piece in enumerate(_together().split(title)):
        if piece:
            yield piece, number % 2 == 1


def name_phrases(names: str) -> Iterator[tuple[str, bool]]:
    """Names that follow each other (甲局、乙局) in pieces, as `title_phrases` gives them: each name stays in one line."""
    for name in re.findall("[^、]+、?|、", names):
        yield name, 1 < len(name) <= _LONGEST_NAME and " " not in name


@cache
def _together() -> re.Pattern[str]:
    words = sorted(
        (word for word in COMMON_WORDS if len(word) > 1 and "“" not in word), key=lambda word: (-len(word), word)
    )
    return re.compile(f"([暨和及与]?(?:{_TOGETHER}|{'|'.join(map(re.escape, words))}))")
