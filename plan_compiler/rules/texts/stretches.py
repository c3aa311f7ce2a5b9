"""Stretches of roads and waters that texts give by their ends."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from plan_compiler.diagnostics import NodePath
from plan_compiler.language.naming import naming
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.link.outline import projects
from plan_compiler.model.projects import Project
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


class Named(Struct, frozen=True):
    """A project whose name tells of stretches, with its path."""

    path: NodePath
    project: Project
    stretches: tuple[Stretch, ...]


class _Patterns(Struct, frozen=True):
    """By what stretches are known: patterns by a character that each has, and what a place may be called, written backwards."""

    by_sign: tuple[tuple[str, re.Pattern[str]], ...]
    run: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(language: str) -> _Patterns | None:
    known = naming(language)
    if known is None:
        return None
    by_sign = tuple((sign, compiled(pattern)) for sign, pattern in known.stretches)
    return _Patterns(by_sign, compiled(rf"{known.end}*"))


@lru_cache(maxsize=1)
def named_by_stretches(linked: LinkedPlan) -> tuple[Named, ...]:
    """All projects of which the name tells of a stretch, in order."""
    told = (
        (path, project, stretches(project.name, linked.plan.language)) for path, _, project in projects(linked.plan)
    )
    return tuple(Named(*each) for each in told if each[2])


def stretches(text: str, language: str) -> tuple[Stretch, ...]:
    """All that a text tells; nothing in a language whose words for them are not known."""
    patterns = _patterns(language)
    return () if patterns is None else tuple(_stretches(text, patterns))


def _stretches(text: str, patterns: _Patterns) -> Iterator[Stretch]:
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
