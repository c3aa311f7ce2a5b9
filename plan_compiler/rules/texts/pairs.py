"""Quotes and brackets that have no partner, or one of another width: what the rules on them share."""

import re
from functools import lru_cache

from msgspec import Struct, field

from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.rules.texts.printed import Found, printed

_FAMILIES = ("“”", "‘’", "「」", "『』", "（）()", "《》", "〈〉", "【】", "〔〕")
_FAMILY = {mark: family for family in _FAMILIES for mark in family}
_OPENING = frozenset(family[i] for family in _FAMILIES for i in range(0, len(family), 2))
_MARKS = re.escape("".join(_FAMILIES))
_TOKEN = compiled(
    "|".join(
        (
            *(
                rf"{re.escape(family[i])}[^{_MARKS}\n]*{re.escape(family[i + 1])}"
                for family in _FAMILIES
                for i in range(0, len(family), 2)
            ),
            *map(re.escape, _FAMILY),
        )
    )
)
"""A pair with nothing but words in it, or a single mark; each begins with a character, so that those are looked for."""
_NUMBERING = compiled(r"(?:^|[，。；：、\s])[0-9A-Za-z一二三四五六七八九十①-⑳]{1,3}$")


class MixedPair(Struct, frozen=True):
    """A pair of which one mark is half-width and the other full-width."""

    opening: Found
    closing: Found


class PairFaults(Struct, frozen=True):
    """The marks without a partner, and the pairs of mixed width, in order."""

    unpaired: tuple[Found, ...]
    mixed: tuple[MixedPair, ...]


class _Matcher(Struct):
    unpaired: list[Found] = field(default_factory=list)
    mixed: list[MixedPair] = field(default_factory=list)
    open: list[Found] = field(default_factory=list)

    def take(self, found: Found) -> None:
        if self.open and self.open[-1].line is not found.line:
            self.end_line()
        mark = found.match[0]
        if _is_no_mark(found):
            return
        if mark in _OPENING:
            self.open.append(found)
            return
        depth = next((d for d in range(len(self.open) - 1, -1, -1) if _is_pair(self.open[d], mark)), None)
        if depth is None:
            self.unpaired.append(found)
            return
        opening = self.open[depth]
        self.unpaired += self.open[depth + 1 :]
        del self.open[depth:]
        family = _FAMILY[mark]
        if family.index(mark) != family.index(opening.match[0]) + 1:
            self.mixed.append(MixedPair(opening, found))

    def end_line(self) -> None:
        self.unpaired += self.open
        self.open.clear()


def _is_pair(opening: Found, closing: str) -> bool:
    return closing in _FAMILY[opening.match[0]]


def _is_no_mark(found: Found) -> bool:
    """Whether it is an apostrophe, or closes a hand-typed number (1）) as only a closing parenthesis does."""
    text, mark = found.line.text, found.match[0]
    if mark == "’":
        return text[found.start - 1 : found.start].isascii() and found.start > 0
    return mark in "）)" and _NUMBERING.search(text[max(0, found.start - 4) : found.start]) is not None


@lru_cache(maxsize=1)
def pair_faults(linked: LinkedPlan) -> PairFaults:
    """Match the marks of every line. A quotation that goes on in a further paragraph is opened again in each."""
    matcher = _Matcher()
    text = printed(linked)
    for match in _TOKEN.finditer(text.text):
        if match.end() - match.start() == 1:
            matcher.take(text.found(match))
    matcher.end_line()
    return PairFaults(tuple(matcher.unpaired), tuple(matcher.mixed))
