"""Atomic writing: a reader sees the old file or the new one, never half of one."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (relative path → content) below `folder`.

    All are first written beside their targets and only then renamed, so a full disk or an interruption leaves every
    earlier file whole. Raises OSError, with the files and folders that were made for this call removed.
    """
    staged: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for name, content in files.items():
            target = folder / name
            made += _make(target.parent)
            staged.append((_stage(target, content), target))
        while staged:
            temporary, target = staged[0]
            temporary.replace(target)
            staged.pop(0)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
        for made_folder in reversed(made):
            with suppress(OSError):  # it holds a file: that is what it was made for
                made_folder.rmdir()


def _make(folder: Path) -> list[Path]:
    """Make `folder` and the folders above it; those that there were not, the uppermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def remove_all(folder: Path, names: Iterable[str]) -> None:
    """Remove files of an earlier build. A name that leads out of `folder` is passed over."""
    root = folder.resolve()
    for name in names:
        path = (folder / name).parent.resolve() / Path(name).name
        if path.is_relative_to(root):
            path.unlink(missing_ok=True)


def _stage(target: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
