"""What an output depends on, as one hash: an output whose hash has not changed need not be written again."""

from collections.abc import Iterator

from msgspec import Struct

from plan_compiler.diagnostics import Finding
from plan_compiler.output.manifest import digest
from plan_compiler.pipeline.environment import environment
from plan_compiler.pipeline.formats import Format
from plan_compiler.read.source import Source
from plan_compiler.read.tree import Tree, TreeFault
from plan_compiler.writers.theme import DEEPEST


class Ingredients(Struct, frozen=True):
    """The plan's files, its theme, its pictures by path; the compiler, its libraries, the machine's fonts.

    `shown` are the findings that a draft shows, None for a document without them; `profile` is the standard of the PDF.
    """

    tree: Tree
    source: Source
    pictures: frozenset[str]
    shown: tuple[Finding, ...] | None = None
    profile: str = ""

    def hashes(self, formats: frozenset[Format]) -> dict[Format, str]:
        """The hash for each format. What has page numbers takes them from a PDF that is built with it, if one is."""
        shared = digest((*self._plan(), *self._theme(), *self._findings(), environment().encode()))
        paged = b"paged" if Format.PDF in formats else b""
        profile = {Format.PDF: self.profile.encode()}
        return {f: digest((f.encode(), paged, profile.get(f, b""), shared.encode())) for f in formats}

    def _plan(self) -> Iterator[bytes]:
        for path, text in sorted(self.source.files.items()):
            yield from (_name(path), text.encode())
        for path in sorted(self.pictures):
            yield from _content(path, self.tree.read(path))

    def _theme(self) -> Iterator[bytes]:
        yield self.source.plan.theme.encode()
        yield from self._own_theme("templates")

    def _findings(self) -> Iterator[bytes]:
        yield b"checked" if self.shown is None else b"draft"
        for finding in self.shown or ():
            said = finding.diagnostic
            yield repr((finding.fingerprint, finding.severity, finding.span, said.message, said.hint)).encode()
            yield repr((said.explanation, sorted(said.args.items()))).encode()

    def _own_theme(self, folder: str) -> Iterator[bytes]:
        """What the plan's own themes hold, as deep as they go."""
        for name in self.tree.list(folder) if folder.count("/") <= DEEPEST + 1 else ():
            path = f"{folder}/{name}"
            content = self.tree.read(path)
            if isinstance(content, bytes):
                yield from (_name(path), content)
            else:
                yield from self._own_theme(path)


def _name(path: str) -> bytes:
    """The bytes of a path; a name on the disk need not be UTF-8."""
    return path.encode(errors="surrogatepass")


def _content(path: str, content: bytes | TreeFault) -> tuple[bytes, bytes]:
    return _name(path), content if isinstance(content, bytes) else b""
