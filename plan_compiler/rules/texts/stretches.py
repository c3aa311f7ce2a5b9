"""Stretches of roads and waters that texts give by their ends."""

import re
from collections.abc import Iterator

from msgspec import Struct

from plan_compiler.language.naming import Naming
from plan_compiler.patterns import compiled

_FEWEST = 2
"""How many characters that are no letters of alphabets or digits the name of an end has."""
_LONGEST = 12
_SHARED = 3
"""How many characters in a row that two names share make them one place, or of one."""


class Stretch(Struct, frozen=True):
    """What lies between two places, and where it is told."""

    ends: frozenset[str]
    start: int
    end: int
    text: str

    def touches(self, other: "Stretch") -> bool:
        """Whether one end of both may be the same place: one name holds the other, or they are much alike."""
        return any(_alike(one, another) for one in self.ends for another in other.ends)


class Patterns(Struct, frozen=True):
    """By what stretches are known: patterns by a character that each has, and what a place may be called, written backwards."""

    by_sign: tuple[tuple[str, re.Pattern[str]], ...]
    run: re.Pattern[str]

    @staticmethod
    def of(known: Naming) -> "Patterns":
        """Those of a language, to be made once for many texts."""
        by_sign = tuple((sign, compiled(pattern)) for sign, pattern in known.stretches)
        return Patterns(by_sign, compiled(rf"{known.end}*"))


def stretches(text: str, patterns: Patterns) -> Iterator[Stretch]:
    """All that a text tells."""
    for sign, pattern in patterns.by_sign:
        for match in pattern.finditer(text) if sign in text else ():
            start, end = match.span()
            has_first = "a" in pattern.groupindex
            first = match["a"] if has_first else _run_before(text, start, patterns.run)
            ends = frozenset((first.strip(), match["b"].strip()))
            if len(ends) > 1 and all(_is_place(end) for end in ends):
                begin = start if has_first else start - len(first)
                yield Stretch(ends, begin, end, text[begin:end])


def _run_before(text: str, end: int, run: re.Pattern[str]) -> str:
    """What may be the name of a place right before `end`."""
    found = run.match(text[max(0, end - _LONGEST) : end][::-1])
    return found[0][::-1] if found is not None else ""


def _is_place(name: str) -> bool:
    return sum(char.isalpha() and not char.isascii() for char in name) >= _FEWEST


def _alike(one: str, other: str) -> bool:
    shared = any(one[at : at + _SHARED] in other for at in range(len(one) - _SHARED + 1))
    return shared or one in other or other in one or one[-2:] == other[-2:] or one[:2] == other[:2]
