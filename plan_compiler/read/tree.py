"""Trees of files: a plan is read from one, and from nothing else."""

import errno
import os
import stat
from collections.abc import Mapping
from enum import StrEnum
from io import RawIOBase
from pathlib import Path, PurePosixPath
from typing import Protocol

MAX_FILE_BYTES = 32 * 1024 * 1024


class TreeFault(StrEnum):
    """Why a file of a tree cannot be read."""

    MISSING = "missing"
    OUTSIDE = "outside"
    """The path, or the link it names, leads out of the tree."""
    NOT_A_FILE = "not-a-file"
    """A folder, a pipe, a device."""
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"


class Tree(Protocol):
    """Files by path, with ``/``: a folder, a revision, or editor buffers over a folder."""

    def read(self, path: str) -> bytes | TreeFault:
        """The bytes of the file at `path`, or why there are none."""
        ...

    def list(self, folder: str) -> tuple[str, ...]:
        """The names within `folder` ("" is the tree itself), sorted; none where there is no such folder."""
        ...


def leads_outside(path: str) -> bool:
    """Whether `path` is no path within a tree: absolute, with a drive, a backslash, a ``..`` or a NUL in it."""
    return path.startswith("/") or any(mark in path for mark in "\\:\0") or ".." in path.split("/")


class FolderTree:
    """A folder of the file system. Links are followed within it only, and nothing but regular files is opened."""

    def __init__(self, root: str | Path) -> None:
        self._root = os.path.realpath(root)

    def read(self, path: str) -> bytes | TreeFault:
        """The bytes of the file at `path`."""
        real = self._within(path)
        if isinstance(real, TreeFault):
            return real
        try:
            # Opening must not wait for the other end of a pipe; what was opened is looked at before it is read.
            with open(real, "rb", buffering=0, opener=_open_at_once) as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    return TreeFault.NOT_A_FILE
                content = _read(file, MAX_FILE_BYTES + 1)
        except OSError as error:
            return _fault_of(error)
        return TreeFault.TOO_LARGE if len(content) > MAX_FILE_BYTES else content

    def list(self, folder: str) -> tuple[str, ...]:
        """The names within `folder`, sorted."""
        real = self._within(folder)
        if isinstance(real, TreeFault):
            return ()
        try:
            return tuple(sorted(entry.name for entry in Path(real).iterdir()))
        except OSError:
            return ()

    def _within(self, path: str) -> str | TreeFault:
        if leads_outside(path):
            return TreeFault.OUTSIDE
        try:
            real = os.path.realpath(Path(self._root, path))
        except (OSError, ValueError):
            return TreeFault.UNREADABLE
        return real if Path(real).is_relative_to(self._root) else TreeFault.OUTSIDE


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _read(file: RawIOBase, limit: int) -> bytes:
    parts: list[bytes] = []
    while limit > 0 and (part := file.read(limit)):
        parts.append(part)
        limit -= len(part)
    return b"".join(parts)


def _fault_of(error: OSError) -> TreeFault:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return TreeFault.MISSING
    no_file = isinstance(error, IsADirectoryError) or error.errno in (errno.ENXIO, errno.ENODEV)
    return TreeFault.NOT_A_FILE if no_file else TreeFault.UNREADABLE


class MemoryTree:
    """Files in memory; texts are held in UTF-8."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._files = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}

    def read(self, path: str) -> bytes | TreeFault:
        """The bytes of the file at `path`."""
        if leads_outside(path):
            return TreeFault.OUTSIDE
        content = self._files.get(str(PurePosixPath(path)))
        if content is None:
            folder = f"{PurePosixPath(path)}/"
            return TreeFault.NOT_A_FILE if any(p.startswith(folder) for p in self._files) else TreeFault.MISSING
        return TreeFault.TOO_LARGE if len(content) > MAX_FILE_BYTES else content

    def list(self, folder: str) -> tuple[str, ...]:
        """The names within `folder`, sorted."""
        within = "" if folder in ("", ".") else f"{PurePosixPath(folder)}/"
        names = {path[len(within) :].partition("/")[0] for path in self._files if path.startswith(within)}
        return tuple(sorted(names))
