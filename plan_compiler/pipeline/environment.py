"""What every output depends on besides its plan: the compiler with its themes and libraries, the fonts of the machine."""

import os
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from plan_compiler import __version__
from plan_compiler.output.manifest import digest
from plan_compiler.resources import resource_folder
from plan_compiler.writers.fontconfig import installed_fonts

_LIBRARIES = ("jinja2", "python-docx", "weasyprint")


def environment() -> str:
    """One hash over the compiler, its themes and libraries, the machine's fonts and SOURCE_DATE_EPOCH."""
    return digest((*_compiler(), *_themes(), os.environ.get("SOURCE_DATE_EPOCH", "").encode()))


def _compiler() -> Iterator[bytes]:
    """The compiler's version and, in a checkout that is being worked on, its state; libraries; fonts."""
    yield __version__.encode()
    yield from (version(name).encode() for name in _LIBRARIES)
    for folder, folders, files in os.walk(Path(__file__).resolve().parent.parent):
        folders.sort()
        for path in (Path(folder, name) for name in sorted(files) if name.endswith(".py")):
            stat = path.stat()
            yield f"{path.name} {stat.st_size} {stat.st_mtime_ns}".encode()
    yield from sorted(font.file.encode() for font in installed_fonts())


def _themes() -> Iterator[bytes]:
    for path in sorted(resource_folder("templates").rglob("*")):
        if path.is_file():
            yield path.read_bytes()
