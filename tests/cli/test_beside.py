"""Work in a process beside this one: the same result, and the same exceptions."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
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


def test_a_process_ends_with_the_command_that_made_it() -> None:
    """The command is ended by a signal that the other one is not sent; what both write to is closed when both are gone."""
    script = (
        "import os, sys, time; from plan_compiler import beside; from plan_compiler.cli.main import main\n"
        "sys.argv = ['plan', 'explain', 'SUM101']; main(); sys.stdout.flush(); beside.has_room = lambda: True\n"
        "beside.beside(lambda: (os.write(1, b'at work\\n'), time.sleep(600))); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert any(line == b"at work\n" for line in process.stdout)
        process.terminate()
        assert process.communicate(timeout=60)[0] == b""


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-"])
def test_standard_streams_may_be_closed(closed: str, tmp_path: Path) -> None:
    """What is said goes nowhere; no file of the plan, and no pipe, takes the number of the stream."""
    content = Path(__file__).parents[2] / "content"
    program = "from plan_compiler.cli.main import run; run()"
    command = f'exec "{sys.executable}" -c "{program}" check "{content}" {closed}'
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, b"")
