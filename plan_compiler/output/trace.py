"""The trace of a build: what was asked of the plan's tree, and what the tree answered.

A later build that is asked the same, and whose tree answers the same, comes to the same: it need not read the plan. This is
a verifying trace in the sense of Mokhov, Mitchell and Peyton Jones, Build Systems à la Carte (2018), section 4.2.2.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from msgspec import DecodeError, Struct, json

from plan_compiler.output.atomic import write_all
from plan_compiler.output.manifest import digest
from plan_compiler.read.tree import FolderTree, Tree, TreeFault

NAME = ".plan-trace.json"
_CHANGED_MEANWHILE = ""
"""The hash of a file that gave two answers in one build: no answer has it."""


class Trace(Struct, frozen=True, forbid_unknown_fields=True):
    """A build that passed.

    `asked` is the hash of all that it depends on besides the tree; `files` and `folders` are the hashes of the tree's answers, by
    path; `inputs` is the hash of the inputs of each format; `said` what a build says that finds nothing changed.
    """

    asked: str
    files: Mapping[str, str]
    folders: Mapping[str, str]
    inputs: Mapping[str, str]
    said: str

    def holds(self, tree: "WatchedTree") -> bool:
        """Whether `tree`, of which nothing was asked yet, still answers as it did."""
        for path in self.folders:
            tree.list(path)
        for path in self.files:
            tree.read(path)
        return tree.folders == self.folders and tree.files == self.files


class WatchedTree:
    """A tree that notes what it is asked and what it answers, as a trace holds it.

    Its answers leave out `output`, the folder that is built into, if that lies in the tree: a build that makes it changes nothing.
    """

    def __init__(self, tree: Tree, output: PurePosixPath | None = None) -> None:
        self._tree = tree
        self._output = output
        self.files: dict[str, str] = {}
        self.folders: dict[str, str] = {}

    def read(self, path: str) -> bytes | TreeFault:
        """The bytes of the file at `path`, or why there are none."""
        content = self._tree.read(path)
        _note(self.files, path, _of_file(content))
        return content

    def list(self, folder: str) -> tuple[str, ...]:
        """The names within `folder`, sorted."""
        own = self._output and PurePosixPath(folder) == self._output.parent and self._output.name
        names = tuple(name for name in self._tree.list(folder) if name != own)
        _note(self.folders, folder, _of_folder(names))
        return names


def load(folder: Path) -> Trace | None:
    """The trace in `folder`; None where there is none or it cannot be understood."""
    content = FolderTree(folder).read(NAME)
    try:
        return None if isinstance(content, TreeFault) else json.decode(content, type=Trace)
    except (DecodeError, RecursionError):
        return None


def save(folder: Path, trace: Trace) -> None:
    """Leave `trace` in `folder`, if it can be written: a build is none the worse without it."""
    with suppress(OSError, UnicodeEncodeError):  # JSON has no names that are not UTF-8
        write_all(folder, {NAME: json.encode(trace, order="deterministic")})


def _note(answers: dict[str, str], path: str, answer: str) -> None:
    if answers.setdefault(path, answer) != answer:
        answers[path] = _CHANGED_MEANWHILE


def _of_file(content: bytes | TreeFault) -> str:
    return content.value if isinstance(content, TreeFault) else digest([content])


def _of_folder(names: tuple[str, ...]) -> str:
    return digest(name.encode(errors="surrogatepass") for name in names)
