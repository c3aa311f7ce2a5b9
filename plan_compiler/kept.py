"""What is made once and kept where Python keeps the bytecode of this package, under the same rules.

What lies there is run, so it holds nothing that a plan brings. Nothing is kept where it must not be written, nor read where its mark,
which tells by whom and of what it was made, is another.
"""

import marshal
import os
import sys
from collections.abc import Callable
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def kept(name: str, mark: bytes) -> object:
    """What is kept under `name` with this very `mark`; None for nothing."""
    try:
        data = _file(name).read_bytes()
        return marshal.loads(memoryview(data)[len(mark) :]) if data.startswith(mark) else None
    except (OSError, NotImplementedError, EOFError, ValueError, TypeError):
        return None


def keep(name: str, mark: bytes, make: Callable[[], CodeType | dict[K, V]]) -> None:
    """Keep what `make` makes, if that is wanted. Raises OSError or NotImplementedError, before it is made, where it cannot be kept."""
    if sys.dont_write_bytecode:
        return
    target = _file(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        with staged.open("wb") as stream:
            stream.write(mark + marshal.dumps(make()))
        staged.replace(target)
    finally:
        staged.unlink(missing_ok=True)


def _file(name: str) -> Path:
    """Beside the bytecode of this module, for one Python each. Raises NotImplementedError where this Python keeps none."""
    return Path(cache_from_source(__file__)).parent / f"{name}.{sys.implementation.cache_tag}"
