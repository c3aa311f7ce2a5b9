"""The history of one entity of a plan through git: by whom, when, from what to what.

One ``git log --raw`` names the files that each commit changed, one ``git cat-file`` gives them; a file that is not the
home of the id is not parsed, and what it says of the id is kept within bounds. Commits are told that change something
themselves: a merge only where what it has is neither side's.
"""

import re
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import datetime
from pathlib import Path, PurePosixPath

from msgspec import Struct

from plan_compiler.patterns import compiled
from plan_compiler.read.fields import Key, file_fields
from plan_compiler.read.git import RevisionError, RevisionFault, moment, run_git
from plan_compiler.read.git_tree import Batch

_PART = r"[^\W\d](?:[^.\[\]\x00-\x1f]*[^.\[\]\x00-\x1f ])?"
_NAME = compiled(rf"{_PART}(?:\.[^.\[\]\x00-\x1f]+|\[[^.\[\]\x00-\x1f]+\])*")
_PARTS = compiled(r"[^.\[\]]+")
_TITLES, _COLUMNS = ("title", "name"), ("columns",)
CATEGORY = "category"
"""The field in which a project has the title of the category that it stands in."""
_CATEGORY_ID: Key = (CATEGORY, "id")
_OF_PROJECTS: tuple[Key, ...] = (("nature",), ("scope",))
"""Fields that projects alone have."""
_RAW = compiled(r":+(?:[0-7]{6} )+(?P<hashes>[0-9a-f]{40,64}(?: [0-9a-f]{40,64})+) [A-Z]+\d*\t.*\.ya?ml\"?")
"""A file: modes, then hashes, those of the parents before that of the commit (git-diff, raw and combined format)."""
_ALIKE = 0.6
"""The share of equal fields from which an id that comes as another goes is that other under a new name."""
_LEAST_FIELDS = 2
_MOST_KEPT = 200_000
"""Fields of entities that are remembered at a time."""


class Step(Struct, frozen=True):
    """One field before and after a commit; None where there was, or is, none."""

    field: str
    old: str | None
    new: str | None


class Event(Struct, frozen=True):
    """A commit that changed the entity. `renamed_from` is the id that it had before, `renamed_to` the one that it has since.

    `notes` are the reasons that the commit gives for it in the plan's change notes.
    """

    commit: str
    author: str
    when: datetime
    subject: str
    steps: tuple[Step, ...]
    renamed_from: str | None = None
    renamed_to: str | None = None
    notes: tuple[str, ...] = ()


class _Commit(Struct):
    """A commit, and the hashes of the files that it changed, before, as each of its parents has them, and after."""

    hash: str
    author: str
    when: datetime
    subject: str
    olds: list[list[str]]
    new: list[str]


def is_name(name: str) -> bool:
    """Whether `name` may be that of an entity or a figure: ``output``, ``output[2025]``, ``budget.第二部分 预备费``."""
    return len(name) <= 200 and _NAME.fullmatch(name) is not None


def history(folder: Path, prefix: PurePosixPath, commit: str, name: str) -> tuple[Event, ...]:
    """The events of `name` up to `commit` in the plan at `prefix`, the newest first. Raises `RevisionError`."""
    entity, *rest = (part.strip() for part in _PARTS.findall(name))
    batch = Batch(folder)
    try:
        return tuple(_events(_commits(folder, prefix, commit), _Reader(batch), entity, tuple(rest)))
    finally:
        batch.close()


def _events(commits: Iterator[_Commit], reader: "_Reader", entity: str, rest: Key) -> Iterator[Event]:
    names = [entity]
    """Its ids, that of the newest commit not yet looked at first: beside a branch that renamed it the old one goes on."""
    for commit in commits:
        now, new = reader.first_of(commit.new, names)
        sides = [reader.as_it_was(files, commit.new, now, new, names) for files in commit.olds]
        others = [name for name, _ in sides if name != now and new]
        steps = tuple(_steps([old for _, old in sides], new, rest))
        before = others[0] if others and len(sides) == 1 else None
        gone = not new and len(sides) == 1 and sides[0][1]
        since = reader.renamed(commit.new, commit.olds[0], now, gone) if gone else None
        if steps or before:
            told = () if since else steps
            notes = reader.notes(commit, {now, before}, rest)
            yield Event(commit.hash, commit.author, commit.when, commit.subject, told, before, since, notes)
        names = list(dict.fromkeys((*others, *names)))


def _steps(olds: Sequence[Mapping[Key, str]], new: Mapping[Key, str], rest: Key) -> Iterator[Step]:
    """The fields in which `new` is as none of `olds` is, with their values in the first of these."""
    titled = _titled((*olds, new)) if rest else {}
    for key in dict.fromkeys((*(key for old in olds for key in old), *new)):
        if all(_differs(key, old, new) for old in olds) and _leads_to(key, rest, titled):
            yield Step(".".join(key), olds[0].get(key), new.get(key))


def _differs(key: Key, old: Mapping[Key, str], new: Mapping[Key, str]) -> bool:
    """Whether the field is another. A category that is only called otherwise, or has another id, is the same."""
    home, new_home = old.get(_CATEGORY_ID), new.get(_CATEGORY_ID)
    if key not in ((CATEGORY,), _CATEGORY_ID) or (home is None and new_home is None):
        return old.get(key) != new.get(key)
    moved = home is not None and new_home is not None and home != new_home
    return moved and key == (CATEGORY,) and old.get(key) != new.get(key)


def _titled(sides: Iterable[Mapping[Key, str]]) -> Mapping[str, Set[str]]:
    """What stands under a title: rows and columns may be called by that as well as by their ids."""
    found: dict[str, set[str]] = {}
    for side in sides:
        for key, value in side.items():
            if len(key) > 1 and key[-1] in _TITLES:
                found.setdefault(value, set()).add(key[-2])
            elif key[-2:-1] == _COLUMNS:
                found.setdefault(value, set()).add(key[-1])
    return found


def _leads_to(key: Key, rest: Key, titled: Mapping[str, Set[str]]) -> bool:
    """Whether the parts of `rest` are in `key` in their order."""
    parts = iter(key)
    return all(any(part == wanted or part in titled.get(wanted, ()) for part in parts) for wanted in rest)


class _Reader:
    """The fields of entities in files by their hash."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._kept: OrderedDict[tuple[str, str], Mapping[Key, str]] = OrderedDict()
        self._room = _MOST_KEPT

    def of(self, files: Sequence[str], entity: str) -> dict[Key, str]:
        """The fields of `entity` in `files`, by their way from it."""
        found: dict[Key, str] = {}
        for file in files:
            for key, value in self._own(file, entity).items():
                found.setdefault(key, value)
        return found

    def first_of(self, files: Sequence[str], names: Sequence[str]) -> tuple[str, dict[Key, str]]:
        """The first of `names` that is in `files`, with its fields; the first of all without any where none is."""
        found = ((name, fields) for name in names if (fields := self.of(files, name)))
        return next(found, (names[0], {}))

    def as_it_was(
        self, old: Sequence[str], new: Sequence[str], name: str, fields: Mapping[Key, str], names: Sequence[str]
    ) -> tuple[str, dict[Key, str]]:
        """What is `name` in the files `new`, with those `fields`, in the files `old`: under that name, another known one, or
        one that it is recognised under.
        """
        found = self.first_of(old, [name, *names])
        if found[1] or not fields:
            return found
        before = self.renamed(old, new, name, fields)
        return (before, self.of(old, before)) if before else found

    def renamed(self, old: Sequence[str], new: Sequence[str], entity: str, fields: Mapping[Key, str]) -> str | None:
        """The id that is in the files `old`, not in `new`, and has those `fields`, now of `entity`; None where none is
        like enough. Takes time in proportion to the files, however many ids went.
        """
        fields = {key: value for key, value in fields.items() if key not in (_CATEGORY_ID, (CATEGORY,))}
        before = [self._fields(self._content(file)) for file in old]
        gone = _ids(before) - _ids(self._fields(self._content(file)) for file in new) - {entity}
        sizes: Counter[str] = Counter()
        equal: Counter[str] = Counter()
        for key, value in ((key, value) for file in before for key, value in file.items()):
            for at, part in enumerate(key):
                if part in gone:
                    sizes[part] += 1
                    equal[part] += fields.get(key[at + 1 :]) == value
        told = ((equal[one] / max(sizes[one], len(fields)), one) for one in gone if sizes[one] >= _LEAST_FIELDS)
        score, best = max(told, default=(0.0, ""))
        return best if score >= _ALIKE else None

    def notes(self, commit: _Commit, names: Set[str | None], rest: Key) -> tuple[str, ...]:
        """The reasons of the change notes on one of `names`, or on the field of it that `rest` leads to, which the commit adds."""
        before = {reason for files in commit.olds for reason in self._reasons(files, names, rest)}
        return tuple(reason for reason in self._reasons(commit.new, names, rest) if reason not in before)

    def _reasons(self, files: Sequence[str], names: Set[str | None], rest: Key) -> Iterator[str]:
        for content in map(self._content, files):
            fields = self._fields(content) if b"entity" in content and b"reason" in content else {}
            for key, value in fields.items():
                way = key[:-1]
                if key[-1:] == ("entity",) and value in names and (*way, "code") not in fields:  # a waiver has a code
                    field = tuple(_PARTS.findall(fields.get((*way, "field"), "")))
                    reason = fields.get((*way, "reason"))
                    if reason is not None and (not field or _leads_to(field, rest, {})):
                        yield reason

    def _own(self, file: str, entity: str) -> Mapping[Key, str]:
        """The fields of `entity` in `file`. A version is after one commit and before another: the last ones are kept."""
        wanted = (file, entity)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        found: dict[Key, str] = {}
        content = self._content(file)
        home = rf"""(?:id["']?\s*:\s*["']?|:=\s*){re.escape(entity)}(?!\w)"""
        if re.search(home.encode(), content):
            for key, value in self._fields(content).items():
                if entity in key:
                    found.setdefault(key[key.index(entity) + 1 :], value)
            if all(key in found for key in _OF_PROJECTS):
                found |= _category(self._fields(content), entity)
        self._keep(wanted, found)
        return found

    def _keep(self, wanted: tuple[str, str], found: Mapping[Key, str]) -> None:
        self._kept[wanted] = found
        self._room -= len(found) + 1
        while self._room < 0 and self._kept:
            self._room += len(self._kept.popitem(last=False)[1]) + 1

    def _content(self, file: str) -> bytes:
        return self._batch.content(file.encode(), b"blob") or b""

    @staticmethod
    def _fields(content: bytes) -> Mapping[Key, str]:
        return file_fields("", content) or {}


def _category(fields: Mapping[Key, str], project: str) -> dict[Key, str]:
    """The category of a project: what it stands in, by its title and its id; nothing where it stands in none."""
    ways = (key[: key.index(project)] for key in fields if project in key)
    way = next(ways, ())
    return {(CATEGORY,): fields.get((*way, "title"), way[-1]), _CATEGORY_ID: way[-1]} if way else {}


def _ids(files: Iterable[Mapping[Key, str]]) -> Set[str]:
    return {part for fields in files for key in fields for part in key if part.isidentifier()}


def _commits(folder: Path, prefix: PurePosixPath, commit: str) -> Iterator[_Commit]:
    where = ":(top,literal)" + ("" if str(prefix) == "." else str(prefix))
    form = (
        "--format=%x00%x00%H%x00%at%x00.%an%x00.%s%x00"  # no name and no subject holds a NUL; the dots part empty ones
    )
    told = run_git(
        folder, "log", "--raw", "-c", "--no-renames", "--no-abbrev", "--no-show-signature", "--no-ext-diff", "--no-textconv",
        form, commit, "--", where,
    )  # fmt: skip
    if told.returncode:
        raise RevisionError(RevisionFault.FAILED, told.stderr.strip().partition("\n")[0])
    for part in told.stdout.split("\0\0")[1:]:
        hash, seconds, author, subject, lines = part.split("\0", 4)
        files = [found["hashes"].split() for line in lines.split("\n") if (found := _RAW.fullmatch(line))]
        sides = [[hash for hash in side if hash.strip("0")] for side in zip(*files, strict=True)]
        if sides:
            yield _Commit(hash, author[1:], moment(seconds), subject[1:], sides[:-1], sides[-1])
