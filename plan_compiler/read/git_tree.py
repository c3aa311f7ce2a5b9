"""The tree of a git revision, read through one ``git cat-file --batch``: no filter, no textconv, no work tree."""

import errno
import os
import subprocess
from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, TypeAlias

from plan_compiler.patterns import compiled
from plan_compiler.read.git import SAFE, RevisionError, RevisionFault, git_environment
from plan_compiler.read.tree import MAX_FILE_BYTES, TreeFault, leads_outside

_Entry: TypeAlias = tuple[bytes, bytes]
"""Mode and hash."""

_HASH = compiled(rb"[0-9a-f]{40,64}")
_SECONDS = 60
_LONGEST_LINK = 4096
_MOST_LINKS = 8
_MOST_ENTRIES = 100_000
_FOLDER, _LINK, _FILES = b"40000", b"120000", (b"100644", b"100755", b"100664")


class GitTree:
    """The files below `prefix` in a commit. Links are followed within that folder only; a submodule holds no files.

    Raises OSError where git ends meanwhile.
    """

    def __init__(self, folder: Path, commit: str, prefix: PurePosixPath) -> None:
        self.commit = commit
        self._batch = Batch(folder)
        base = "" if str(prefix) == "." else str(prefix)
        try:
            top = self._batch.find(f"{commit}:{base}".encode("utf-8", "surrogateescape"), b"tree")
        except OSError:
            self.close()
            raise
        self._entries = _Entries(self._batch, top)

    def __enter__(self) -> "GitTree":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End git's process."""
        self._batch.close()

    def read(self, path: str) -> bytes | TreeFault:
        """The bytes of the file at `path`."""
        found = self._entries.entry(path)
        if isinstance(found, TreeFault):
            return found
        mode, object_id = found
        if mode not in _FILES:
            return TreeFault.NOT_A_FILE
        return self._batch.blob(object_id)

    def blob_id(self, path: str) -> str | None:
        """The hash of the file at `path`, by which equal files are known without reading them; None without a file."""
        found = self._entries.entry(path)
        return found[1].decode() if not isinstance(found, TreeFault) and found[0] in _FILES else None

    def list(self, folder: str) -> tuple[str, ...]:
        """The names within `folder`, sorted."""
        found = self._entries.entry(folder) if folder not in ("", ".") else (_FOLDER, self._entries.top or b"")
        if isinstance(found, TreeFault) or found[0] != _FOLDER:
            return ()
        return tuple(sorted(name.decode("utf-8", "surrogateescape") for name in self._entries.names(found[1])))


class _Entries:
    """What stands below a tree object; None where there is none."""

    def __init__(self, batch: "Batch", top: bytes | None) -> None:
        self.top = top
        self._batch = batch
        self._folders: dict[str, dict[bytes, _Entry]] = {}

    def entry(self, path: str) -> _Entry | TreeFault:
        """Mode and hash of what stands at `path`, links followed."""
        if leads_outside(path):
            return TreeFault.OUTSIDE
        parts = [part for part in path.split("/") if part not in ("", ".")]
        for _ in range(_MOST_LINKS):
            found = self._walk(parts)
            if not isinstance(found, list):
                return found
            parts = found
        return TreeFault.UNREADABLE

    def _walk(self, parts: list[str]) -> _Entry | TreeFault | list[str]:
        """The entry at the end of `parts`; where a link is on the way, the way that it makes of them."""
        if self.top is None:
            return TreeFault.MISSING
        mode, object_id = _FOLDER, self.top
        for index, part in enumerate(parts):
            entry = self.names(object_id).get(part.encode("utf-8", "surrogateescape")) if mode == _FOLDER else None
            if entry is None:
                return TreeFault.MISSING
            mode, object_id = entry
            if mode == _LINK:
                return self._followed(parts[:index], object_id, parts[index + 1 :])
        return mode, object_id

    def _followed(self, folder: list[str], object_id: bytes, rest: list[str]) -> list[str] | TreeFault:
        target = self._batch.blob(object_id)
        if isinstance(target, TreeFault) or len(target) > _LONGEST_LINK:
            return TreeFault.UNREADABLE
        way = list(folder)
        if target.startswith(b"/") or b"\\" in target or b"\0" in target:
            return TreeFault.OUTSIDE
        for part in target.decode("utf-8", "surrogateescape").split("/"):
            if part == "..":
                if not way:
                    return TreeFault.OUTSIDE
                way.pop()
            elif part not in ("", "."):
                way.append(part)
        return way + rest

    def names(self, tree: bytes) -> dict[bytes, _Entry]:
        """Mode and hash by name."""
        key = tree.decode()
        if key not in self._folders:
            self._folders[key] = _tree_entries(self._batch.content(tree, b"tree") or b"", len(tree) // 2)
        return self._folders[key]


def _tree_entries(content: bytes, width: int) -> dict[bytes, _Entry]:
    """The entries of a tree object: ``mode SP name NUL hash``, the hash in `width` bytes (gitformat-pack)."""
    entries: dict[bytes, _Entry] = {}
    at = 0
    while at < len(content) and len(entries) < _MOST_ENTRIES:
        space, end = content.find(b" ", at), content.find(b"\0", at)
        if space < 0 or end < space:
            break
        entries[content[space + 1 : end]] = (
            content[at:space].lstrip(b"0"),
            content[end + 1 : end + 1 + width].hex().encode(),
        )
        at = end + 1 + width
    return entries


class Batch:
    """One ``git cat-file --batch``: a name in, an object out. Raises OSError where git ends before it is let go."""

    def __init__(self, folder: Path) -> None:
        try:
            self._process = subprocess.Popen(
                ["git", *SAFE, "cat-file", "--batch"],
                cwd=folder,
                env=git_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except (FileNotFoundError, PermissionError):
            raise RevisionError(RevisionFault.NO_GIT) from None

    def find(self, name: bytes, kind: bytes) -> bytes | None:
        """The hash of the object of this kind that `name` names."""
        found = self._ask(name, kind)
        return found[0] if found else None

    def content(self, name: bytes, kind: bytes) -> bytes | None:
        """The content of the object of this kind."""
        found = self._ask(name, kind)
        return found[1] if found else None

    def blob(self, object_id: bytes) -> bytes | TreeFault:
        """The content of a file; nothing of it is kept where it is too large."""
        found = self._ask(object_id, b"blob")
        if found is None:
            return TreeFault.UNREADABLE
        return TreeFault.TOO_LARGE if found[1] is None else found[1]

    def _ask(self, name: bytes, kind: bytes) -> tuple[bytes, bytes | None] | None:
        given, answers = self._process.stdin, self._process.stdout
        if given is None or answers is None or b"\n" in name:
            return None
        try:
            given.write(name + b"\n")
            given.flush()
            answer = answers.readline()
        except BrokenPipeError:
            answer = b""
        except ValueError:  # it was let go
            return None
        if not answer:  # no answer is not the answer that there is no such object
            raise OSError(errno.EIO, os.strerror(errno.EIO), "git cat-file")
        head = answer.split()
        if len(head) != 3 or not _HASH.fullmatch(head[0]):
            return None
        size = int(head[2])
        content = answers.read(size) if size <= MAX_FILE_BYTES else None
        if content is None:
            _pass_over(answers, size)
        answers.read(1)
        return (head[0], content) if head[1] == kind else None

    def close(self) -> None:
        """Close its input, which ends it."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        try:
            self._process.wait(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _pass_over(answers: IO[bytes], size: int) -> None:
    while size > 0:
        part = answers.read(min(size, 1 << 20))
        if not part:
            return
        size -= len(part)
