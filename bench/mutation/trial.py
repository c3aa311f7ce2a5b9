"""Trying mutations: the checker runs as `plan check` runs it, on the mutated files, in as many processes as there are cores."""

import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import yaml

from bench.mutation.rounding import is_hidden
from bench.mutation.sites import Mutation, applied
from plan_compiler.diagnostics import Finding, Severity
from plan_compiler.pipeline.checking import Checked, check
from plan_compiler.read.tree import FolderTree, MemoryTree

CORRECTIONS = Path(__file__).with_name("corrections.yaml")
"""What is wrong in the figures of content/, and what is right."""
_WAIVERS = "waivers.yaml"


class Verdict(StrEnum):
    """What the checker says of a slip."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "note"
    HIDDEN = "hidden"
    """Nothing, and rightly: by rounding the relations of the figure still hold."""
    MISSED = "missed"
    """Nothing, though the figure takes part in a relation or, if it does not, as was to be expected."""


_VERDICTS = {Severity.ERROR: Verdict.ERROR, Severity.WARNING: Verdict.WARNING, Severity.INFO: Verdict.INFO}
"""By severity, the worst first."""


class Trial(NamedTuple):
    """A slip with what the checker says of it, and the codes of what it finds."""

    mutation: Mutation
    verdict: Verdict
    codes: tuple[str, ...]


def sound_copy(folder: Path, corrections: Path | None = None) -> dict[str, str]:
    """The files of a plan without its waivers; with what `corrections` put right in them."""
    checked = check(FolderTree(folder))
    files = {path: text for path, text in checked.files.items() if path != _WAIVERS}
    for correction in yaml.safe_load(corrections.read_text("utf-8")) if corrections else ():
        file, was = correction["file"], correction["was"]
        if files[file].count(was) != 1:
            raise SystemExit(f"{corrections}: {was!r} does not stand once in {file}")
        files[file] = files[file].replace(was, correction["now"])
    return files


def check_files(files: Mapping[str, str]) -> Checked:
    """What `plan check` makes of the files."""
    return check(MemoryTree(files))


def findings_of(findings: Sequence[Finding]) -> Counter[tuple[str, str, str, str]]:
    """How many findings there are of each rule in each field of each entity, with their severity."""
    return Counter((f.severity.value, f.kind.code, f.entity or "", f.field or "") for f in findings)


class Bench:
    """Tries mutations of one plan, whose findings without them are known."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files
        self.before = findings_of(check_files(files).findings)

    def trial(self, mutation: Mutation) -> Trial:
        """What the checker says of one slip that it did not say without it."""
        checked = check_files(applied(self.files, mutation))
        found = findings_of(checked.findings) - self.before
        severities = {severity for severity, *_ in found}
        worst = next((verdict for severity, verdict in _VERDICTS.items() if severity.value in severities), None)
        codes = tuple(sorted({code for _, code, *_ in found}))
        if worst is None:
            hidden = checked.linked is not None and is_hidden(checked.linked, mutation)
            worst = Verdict.HIDDEN if hidden else Verdict.MISSED
        return Trial(mutation, worst, codes)


_shared: list[Bench] = []
"""The bench of a process of the pool, made when it starts."""


def _start(files: Mapping[str, str]) -> None:
    _shared.append(Bench(files))
    gc.freeze()


def _try(mutation: Mutation) -> Trial:
    return _shared[0].trial(mutation)


def trials(files: Mapping[str, str], mutations: Sequence[Mutation], processes: int) -> Iterator[Trial]:
    """The trial of each mutation, in order."""
    with ProcessPoolExecutor(processes, initializer=_start, initargs=(files,)) as pool:
        yield from pool.map(_try, mutations, chunksize=8)
