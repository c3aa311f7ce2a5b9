"""Patterns that travel with the compiler, compiled once and kept where Python keeps the bytecode of this package.

Python compiles a regular expression each time a process starts, some 0.2 ms for each of several hundred, and keeps none. What it
makes of one is a list of numbers, which can be kept as bytecode is, under the same rules. Only what this package itself says is
kept: a pattern made of a plan's words is for `re.compile`.
"""

import re
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import AnyStr, TypeAlias

from plan_compiler import kept as beside_bytecode

_Key: TypeAlias = tuple[str | bytes, int]
_Made: TypeAlias = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, groups, and the groups by name and by number: what the engine takes beside the text."""

_NAME = "patterns"
_MOST = 4_000
"""More are kept of none: those of earlier versions make room."""
_MALFORMED = (RuntimeError, TypeError, ValueError, OverflowError)
"""What the engine raises for what it did not make itself."""
_new: set[_Key] = set()


def compiled(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` makes of `text`, sooner where an earlier process has kept it."""
    key = (text, int(flags))
    if key in _kept():
        with suppress(*_MALFORMED):
            pattern: re.Pattern[AnyStr] = import_module("_sre").compile(text, *_kept()[key])
            return pattern
    _new.add(key)
    return re.compile(text, flags)


def keep() -> None:
    """Keep the patterns that this process had to compile, if that is wanted and can be done."""
    if not _new:
        return
    with suppress(OSError, NotImplementedError, AttributeError, *_MALFORMED):
        beside_bytecode.keep(_NAME, _mark(), _with_new)
    _new.clear()


@cache
def _kept() -> MappingProxyType[_Key, _Made]:
    return MappingProxyType(_read())


def _read() -> dict[_Key, _Made]:
    found = beside_bytecode.kept(_NAME, _mark())
    return found if isinstance(found, dict) else {}


def _with_new() -> dict[_Key, _Made]:
    """The new ones beside those that are kept."""
    kept = _read()
    fresh = {key: made for key in _new if (made := _made(*key))}
    return {**(kept if len(kept) < _MOST else {}), **fresh}


def _made(text: str | bytes, flags: int) -> _Made | None:
    """What the engine is to be given for a pattern: None unless it makes the very pattern of that."""
    whole = re.compile(text, flags)
    inner = import_module("re._compiler")
    code = [int(number) for number in inner._code(inner._parser.parse(text, flags), flags)]
    names: list[str | None] = [None] * (whole.groups + 1)
    for name, number in whole.groupindex.items():
        names[number] = name
    made = (whole.flags, code, whole.groups, dict(whole.groupindex), tuple(names))
    return made if import_module("_sre").compile(text, *made) == whole else None


def _mark() -> bytes:
    """What tells this Python from another of the same name."""
    return f"{sys.version}\0".encode()
