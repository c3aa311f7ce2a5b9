"""Work done beside other work: in a process forked for it, where the system has such and a processor is free."""

import os
from collections.abc import Callable
from types import MappingProxyType
from typing import TypeVar

T = TypeVar("T")


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin `work`, and return what waits for its result, to be called once.

    The result is a copy, made by pickle. Where no process can be forked, or the one that was gave nothing, the work is done
    when its result is asked for, so that what it raises is raised there.
    """
    if not hasattr(os, "fork") or _processors() < 2:
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


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _give(work: Callable[[], object], writing: int) -> None:
    """Write the result and end; nothing of the parent's is flushed, closed or cleaned up."""
    status = 1
    try:
        import copyreg
        import pickle

        copyreg.pickle(MappingProxyType, _unwrapped)
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(work(), stream, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _unwrapped(mapping: "MappingProxyType[object, object]") -> tuple[type, tuple[dict[object, object]]]:
    return MappingProxyType, (dict(mapping),)


def _taken(work: Callable[[], T], process: int, reading: int) -> T:
    with os.fdopen(reading, "rb") as stream:
        data = stream.read()
    _, status = os.waitpid(process, 0)
    if status:
        return work()
    import pickle

    result: T = pickle.loads(data)
    return result
