"""What an output depends on, as one hash: an output whose hash has not changed need not be written again."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from plan_compiler import __version__
from plan_compiler.output.manifest import digest
from plan_compiler.read.source import Source
from plan_compiler.read.tree import Tree
from plan_compiler.resources import resource_folder
from plan_compiler.writers.pdf.fonts import installed_fonts
from plan_compiler.writers.pictures import Picture

_LIBRARIES = ("jinja2", "python-docx", "weasyprint")
_THEME_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Ingredients:
    """The plan's files, its theme, its pictures; the compiler, its libraries, the machine's fonts."""

    tree: Tree
    source: Source
    pictures: Mapping[str, Picture]

    def hash_for(self, format_name: str, paged: bool) -> str:
        """The hash for a format; `paged` where its page numbers come from a PDF that is built with it."""
        own = (format_name.encode(), b"paged" if paged else b"", os.environ.get("SOURCE_DATE_EPOCH", "").encode())
        return digest((*own, *self._plan(), *self._theme(), *_compiler()))

    def _plan(self) -> Iterator[bytes]:
        for path, text in sorted(self.source.files.items()):
            yield from (path.encode(), text.encode())
        for path, picture in sorted(self.pictures.items()):
            yield from (path.encode(), picture.data)

    def _theme(self) -> Iterator[bytes]:
        yield from self._own_theme(f"templates/{self.source.plan.theme}")
        for path in sorted(resource_folder("templates").rglob("*")):
            if path.is_file():
                yield path.read_bytes()

    def _own_theme(self, folder: str) -> Iterator[bytes]:
        """What the plan's own theme holds; it lies at most a few folders deep."""
        for name in self.tree.list(folder) if folder.count("/") <= _THEME_DEPTH else ():
            path = f"{folder}/{name}"
            content = self.tree.read(path)
            if isinstance(content, bytes):
                yield from (path.encode(), content)
            else:
                yield from self._own_theme(path)


def _compiler() -> Iterator[bytes]:
    """The compiler's version and, in a checkout that is being worked on, its state; libraries; fonts."""
    yield __version__.encode()
    yield from (version(name).encode() for name in _LIBRARIES)
    for path in sorted(Path(__file__).resolve().parent.parent.rglob("*.py")):
        stat = path.stat()
        yield f"{path.name} {stat.st_size} {stat.st_mtime_ns}".encode()
    yield from sorted(font.file.encode() for font in installed_fonts())
