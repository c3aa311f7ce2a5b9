"""Work in a process beside this one: the same result, and the same exceptions."""

import os
from functools import partial
from types import MappingProxyType

import pytest

from plan_compiler.beside import beside


def _work(number: int) -> tuple[int, MappingProxyType[str, str]]:
    return number, MappingProxyType({"值": str(number)})


def test_the_result_is_that_of_the_work() -> None:
    waits = [beside(partial(_work, number)) for number in range(3)]
    assert [wait() for wait in waits] == [_work(number) for number in range(3)]


def test_it_is_another_process_that_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_compiler.beside.has_room", lambda: True)
    process, mapping = beside(lambda: (os.getpid(), MappingProxyType({"值": "1"})))()
    assert process != os.getpid()
    assert mapping == {"值": "1"}


def test_none_of_the_files_of_this_process_is_held_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_compiler.beside.has_room", lambda: True)
    reading, writing = os.pipe()
    assert not beside(partial(_is_open, writing))()
    os.close(writing)
    os.close(reading)


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def test_a_result_larger_than_a_pipe_holds() -> None:
    assert len(beside(lambda: "字" * 1_000_000)()) == 1_000_000


def test_what_the_work_raises_is_raised_where_it_is_asked_for() -> None:
    def fails() -> int:
        raise ZeroDivisionError

    wait = beside(fails)
    with pytest.raises(ZeroDivisionError):
        wait()
