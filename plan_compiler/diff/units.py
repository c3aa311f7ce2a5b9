"""A running text as units of meaning: figures with their unit and qualifiers, names, words, single signs."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import category

from plan_compiler.language.common_words import COMMON_WORDS
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.lexicon import Lexicon
from plan_compiler.quantity.mention import touching_after, touching_before
from plan_compiler.quantity.scan import scan

_LATIN = compiled(
    r"[0-9０-９]+(?:[.,:/．，][0-9０-９]+)*(?:[年月日号期届位级项条章节]|[%％‰])?"  # a year, a date, a number scan leaves alone
    r"|[A-Za-zÀ-ɏΑ-ωА-я]+(?:[-'’.·&/+][A-Za-zÀ-ɏΑ-ωА-я0-9]+|[0-9]+)*"
    r"|[ \t\u3000\xa0]+|——|……|-{2,}"
)
_LENGTHS = tuple(sorted(set(map(len, COMMON_WORDS)), reverse=True))
_WORD, _SINGLE = 100, 101
"""What a word and a single character cost where a stretch may be parted in several ways."""
_LONGEST_NAME = 40
_LONGEST_SCANNED = 200_000
"""Beyond this a text is no text; its figures are then parted like words."""


@lru_cache(maxsize=32)
def _lexicon(names: frozenset[str]) -> Lexicon:
    known = (name for name in names if 2 <= len(name) <= _LONGEST_NAME and not name.isspace())
    return Lexicon.of(known)


def units(text: str, language: str = "zh-CN", names: Iterable[str] = ()) -> tuple[str, ...]:
    """The units of `text`; joined, they are the text again.

    A figure is one unit with its unit and the qualifiers that touch it (不低于1200万元, 200多个, 2-3个): it is never cut in
    two. `names` are kept whole as well, as are words of Latin letters; other Chinese text is parted by the words of
    `COMMON_WORDS`, and by characters where it has none. A sign of punctuation and a line break are units of their own.
    """
    lexicon = _lexicon(names if isinstance(names, frozenset) else frozenset(names))
    parts: list[str] = []
    at = 0
    for start, end in _figures(text, language):
        if start >= at:
            parts += _words(text, at, start, lexicon)
            parts.append(text[start:end])
            at = end
    parts += _words(text, at, len(text), lexicon)
    return tuple(parts)


def _figures(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The extents of figures, with the words that bound or blur them."""
    if len(text) > _LONGEST_SCANNED:
        return
    known = words(language).qualifiers
    for found in scan(text, language):
        start, end = found.at
        for word in reversed(touching_before(found.before, language)):
            if known.before.get(word, Qualifier.EXACTLY) is Qualifier.EXACTLY or not text.endswith(word, 0, start):
                break
            start -= len(word)
        for word in touching_after(found.after, language):
            if known.after.get(word, Qualifier.EXACTLY) is Qualifier.EXACTLY or not text.startswith(word, end):
                break
            end += len(word)
        yield start, end


def _words(text: str, at: int, end: int, names: Lexicon) -> Iterator[str]:
    """Names whole, Latin words and years whole, stretches of other letters parted into words, signs one by one."""
    start = at
    while at < end:
        name = names.at(text, at)
        match = None if name else _LATIN.match(text, at, end)
        length = len(name) if name else match.end() - at if match else 0
        if not length or at + length > end:
            at += 1
            continue
        yield from _parted(text[start:at])
        yield text[at : at + length]
        at = start = at + length
    yield from _parted(text[start:end])


def _parted(stretch: str) -> Iterator[str]:
    """A stretch of Chinese as words: as few as possible, and of these as few single characters as possible."""
    size = len(stretch)
    best = [(0, 0)] * (size + 1)
    for at in range(size - 1, -1, -1):
        words, length = best[at + 1][0] + _SINGLE, 1
        for longer in _LENGTHS:
            if (
                at + longer <= size
                and stretch[at : at + longer] in COMMON_WORDS
                and best[at + longer][0] + _WORD < words
            ):
                words, length = best[at + longer][0] + _WORD, longer
        best[at] = words, length
    at = 0
    while at < size:
        length = best[at][1]
        while at + length < size and category(stretch[at + length]) in ("Mn", "Me"):
            length += 1
        yield stretch[at : at + length]
        at += length
