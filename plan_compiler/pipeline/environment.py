"""What every output depends on besides its plan: the compiler with its themes and libraries, the fonts of the machine."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from plan_compiler import __version__
from plan_compiler.output.manifest import digest
from plan_compiler.resources import resource_folder
from plan_compiler.writers.fontconfig import installed_fonts

_INSTALLED = ".dist-info"
"""What the folders of installed distributions end with; their names hold the version."""


def environment() -> str:
    """One hash over Python, the compiler, its themes and all that is installed with it, the machine's fonts and SOURCE_DATE_EPOCH."""
    return digest((_installed().encode(), os.environ.get("SOURCE_DATE_EPOCH", "").encode()))


@cache
def _installed() -> str:
    """What stays as it is for as long as a command runs."""
    return digest((sys.version.encode(), *_compiler(), *_libraries(), *_fonts(), *_themes()))


def _compiler() -> Iterator[bytes]:
    """The compiler's version and, in a checkout that is being worked on, its state."""
    yield __version__.encode()
    package = Path(__file__).resolve().parent.parent
    for folder, folders, files in os.walk(package):
        folders.sort()
        yield os.fsencode(os.path.relpath(folder, package))
        yield from (_state(Path(folder, name)) for name in sorted(files) if name.endswith(".py"))


def _libraries() -> Iterator[bytes]:
    """The distributions that are installed where one of them is."""
    folder = Path(msgspec.__file__).resolve().parent.parent
    yield from sorted(os.fsencode(path.name) for path in folder.iterdir() if path.name.endswith(_INSTALLED))


def _fonts() -> Iterator[bytes]:
    yield from sorted(os.fsencode(font.file) + _state(Path(font.file)) for font in installed_fonts())


def _state(file: Path) -> bytes:
    try:
        stat = file.stat()
    except OSError:
        return os.fsencode(file.name)
    return os.fsencode(f"{file.name} {stat.st_size} {stat.st_mtime_ns}")


def _themes() -> Iterator[bytes]:
    for path in sorted(resource_folder("templates").rglob("*")):
        if path.is_file():
            yield path.read_bytes()
