"""Work done beside other work: in a process forked for it, where the system has such and a processor is free."""

import os
import sys
import threading
from collections.abc import Callable
from types import MappingProxyType
from typing import TypeVar

from plan_compiler.patterns import keep

T = TypeVar("T")

_CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
"""The libraries of macOS may start threads of their own, and a process forked from several threads may hang."""


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin `work`, and return what waits for its result, to be called once.

    The result is a copy, made by pickle. Where no process can be forked, or the one that was gave nothing, the work is done
    when its result is asked for, so that what it raises is raised there.
    """
    if not has_room():
        return work
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return work
    if process == 0:
        os.close(reading)
        _give(work, writing)
    os.close(writing)
    return lambda: _taken(work, process, reading)


def has_room() -> bool:
    """Whether this process may use a second processor, and can be forked: it has no thread but this one."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return _CAN_FORK and processors > 1 and threading.active_count() == 1


def _give(work: Callable[[], object], writing: int) -> None:
    """Write the result and end; nothing of the parent's is flushed or cleaned up, and none of its files is held open."""
    status = 1
    try:
        os.closerange(3, writing)
        os.closerange(writing + 1, os.sysconf("SC_OPEN_MAX"))
        import copyreg
        import pickle

        copyreg.pickle(MappingProxyType, _unwrapped)
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(work(), stream, pickle.HIGHEST_PROTOCOL)
        status = 0
        keep()
    finally:
        os._exit(status)


def _unwrapped(
    mapping: "MappingProxyType[object, object]",
) -> "tuple[Callable[..., MappingProxyType[object, object]], tuple[dict[object, object]]]":
    return _wrapped, (dict(mapping),)


def _wrapped(mapping: dict[object, object]) -> "MappingProxyType[object, object]":
    """The type itself is nothing that pickle finds by its name."""
    return MappingProxyType(mapping)


def _taken(work: Callable[[], T], process: int, reading: int) -> T:
    with os.fdopen(reading, "rb") as stream:
        data = stream.read()
    try:
        _, status = os.waitpid(process, 0)
    except ChildProcessError:  # who started this one lets no process wait for its own: how that ended is not known
        return work()
    if status:
        return work()
    import pickle

    result: T = pickle.loads(data)
    return result
