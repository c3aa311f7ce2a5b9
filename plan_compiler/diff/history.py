"""The history of one entity of a plan through git: by whom, when, from what to what.

One ``git log --raw`` names the files that each commit changed, one ``git cat-file`` gives them; a file that is not the
home of the id is not parsed, and none is parsed twice. Commits are told that change something themselves; a merge is not one.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path, PurePosixPath

from msgspec import Struct

from plan_compiler.read.fields import Key, file_fields
from plan_compiler.read.git import RevisionError, RevisionFault, moment, run_git
from plan_compiler.read.git_tree import Batch

_NAME = re.compile(r"[^\W\d]\w*(?:\.\w+|\[\w+\])*")
_RAW = re.compile(r":\d+ \d+ (?P<old>[0-9a-f]{40,64}) (?P<new>[0-9a-f]{40,64}) [A-Z]\d*\t.*\.ya?ml\"?")
_ALIKE = 0.6
"""The share of equal fields from which an id that comes as another goes is that other under a new name."""
_LEAST_FIELDS = 2


class Step(Struct, frozen=True):
    """One field before and after a commit; None where there was, or is, none."""

    field: str
    old: str | None
    new: str | None


class Event(Struct, frozen=True):
    """A commit that changed the entity. `renamed_from` is the id that it had before."""

    commit: str
    author: str
    when: datetime
    subject: str
    steps: tuple[Step, ...]
    renamed_from: str | None = None


class _Commit(Struct):
    """A commit, and the hashes of the files that it changed before and after."""

    hash: str
    author: str
    when: datetime
    subject: str
    old: list[str]
    new: list[str]


def is_name(name: str) -> bool:
    """Whether `name` may be that of an entity or a figure: ``output``, ``output[2025]``, ``基01.total``."""
    return len(name) <= 200 and _NAME.fullmatch(name) is not None


def history(folder: Path, prefix: PurePosixPath, commit: str, name: str) -> tuple[Event, ...]:
    """The events of `name` up to `commit` in the plan at `prefix`, the newest first. Raises `RevisionError`."""
    entity, *rest = re.findall(r"\w+", name)
    batch = Batch(folder)
    try:
        return tuple(_events(_commits(folder, prefix, commit), _Reader(batch), entity, tuple(rest)))
    finally:
        batch.close()


def _events(commits: Iterator[_Commit], reader: "_Reader", entity: str, rest: Key) -> Iterator[Event]:
    for commit in commits:
        old, new = reader.of(commit.old, entity), reader.of(commit.new, entity)
        before = None
        if new and not old:
            before = reader.renamed(commit, entity, new)
            old = reader.of(commit.old, before) if before else old
        steps = tuple(_steps(old, new, rest))
        if steps or before:
            yield Event(commit.hash, commit.author, commit.when, commit.subject, steps, before)
        entity = before or entity


def _steps(old: Mapping[Key, str], new: Mapping[Key, str], rest: Key) -> Iterator[Step]:
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key) and _leads_to(key, rest):
            yield Step(".".join(key), old.get(key), new.get(key))


def _leads_to(key: Key, rest: Key) -> bool:
    """Whether the parts of `rest` are in `key` in their order."""
    parts = iter(key)
    return all(part in parts for part in rest)


class _Reader:
    """The fields of entities in files by their hash."""

    def __init__(self, batch: Batch) -> None:
        self._content = cache(lambda hash: batch.content(hash.encode(), b"blob") or b"")
        self._fields = cache(lambda hash: file_fields(hash, self._content(hash)) or {})

    def of(self, files: list[str], entity: str) -> dict[Key, str]:
        """The fields of `entity` in `files`, by their way from it."""
        found: dict[Key, str] = {}
        home = re.compile(rf"""(?:id["']?\s*:\s*["']?|:=\s*){re.escape(entity)}(?!\w)""".encode())
        for file in files:
            if home.search(self._content(file)):
                for key, value in self._fields(file).items():
                    if entity in key:
                        found.setdefault(key[key.index(entity) + 1 :], value)
        return found

    def renamed(self, commit: _Commit, entity: str, new: Mapping[Key, str]) -> str | None:
        """The id that went in `commit` and whose fields those of `entity` are; None where none is like enough."""
        gone = self._ids(commit.old) - self._ids(commit.new)
        told = [(self._likeness(self.of(commit.old, one), new), one) for one in sorted(gone) if one != entity]
        score, best = max(told, default=(0.0, ""))
        return best if score >= _ALIKE else None

    def _ids(self, files: list[str]) -> set[str]:
        return {part for file in files for key in self._fields(file) for part in key if part.isidentifier()}

    @staticmethod
    def _likeness(old: Mapping[Key, str], new: Mapping[Key, str]) -> float:
        if len(old) < _LEAST_FIELDS:
            return 0
        return sum(old.get(key) == value for key, value in new.items()) / max(len(old), len(new))


def _commits(folder: Path, prefix: PurePosixPath, commit: str) -> Iterator[_Commit]:
    where = ":(top,literal)" + ("" if str(prefix) == "." else str(prefix))
    form = "--format=%x00%x00%H%x00%at%x00%an%x00%s%x00"  # no name and no subject holds a NUL
    told = run_git(
        folder, "log", "--raw", "--no-renames", "--no-abbrev", "--no-merges", "--no-show-signature", "--no-ext-diff",
        "--no-textconv", form, commit, "--", where,
    )  # fmt: skip
    if told.returncode:
        raise RevisionError(RevisionFault.FAILED, told.stderr.strip().partition("\n")[0])
    for part in told.stdout.split("\0\0")[1:]:
        hash, seconds, author, subject, lines = part.split("\0", 4)
        files = [found for line in lines.split("\n") if (found := _RAW.fullmatch(line))]
        old, new = ([it[side] for it in files if it[side].strip("0")] for side in ("old", "new"))
        yield _Commit(hash, author, moment(seconds), subject, old, new)
