"""Running commands and measuring them."""

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from sys import platform

from msgspec import Struct

Command = tuple[str, ...]

_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed tool has its bytecode; one that may not keep it would be compiled at every run."""

_MAXRSS_UNIT = 1 if platform == "darwin" else 1024


class Task(Struct, frozen=True):
    """Commands that make one piece of work together. `fresh` is a folder removed before each run."""

    commands: tuple[Command, ...]
    fresh: Path | None = None


class Run(Struct, frozen=True):
    """One run of a task: seconds of all its commands, the largest memory of any (bytes), the worst exit status."""

    seconds: float
    peak: int
    status: int


class Runs(Struct, frozen=True):
    """A task's runs, round by round."""

    rounds: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """The median of the rounds."""
        return median(run.seconds for run in self.rounds)

    @property
    def peak(self) -> int:
        """The largest memory of any round, in bytes."""
        return max(run.peak for run in self.rounds)

    @property
    def status(self) -> int:
        """The worst exit status."""
        return max(run.status for run in self.rounds)

    def over(self, *others: "Runs") -> float:
        """The median over the rounds of this task's seconds over those of all `others` together."""
        return median(
            run.seconds / sum(other.rounds[number].seconds for other in others)
            for number, run in enumerate(self.rounds)
        )


def alternate(tasks: Mapping[str, Task], rounds: int) -> dict[str, Runs]:
    """Run the tasks in turns, `rounds` times."""
    runs: dict[str, list[Run]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            runs[name].append(_run(task))
    return {name: Runs(tuple(taken)) for name, taken in runs.items()}


def _run(task: Task) -> Run:
    if task.fresh is not None:
        shutil.rmtree(task.fresh, ignore_errors=True)
    runs = [_run_command(command) for command in task.commands]
    return Run(sum(run.seconds for run in runs), max(run.peak for run in runs), max(run.status for run in runs))


def _run_command(command: Sequence[str]) -> Run:
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env=_ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(seconds, usage.ru_maxrss * _MAXRSS_UNIT, abs(process.returncode))
