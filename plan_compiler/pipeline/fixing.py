"""Fixing: from a checked plan to proposals, and from the accepted ones to files."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from plan_compiler.diagnostics import Severity
from plan_compiler.edit.changes import Files
from plan_compiler.edit.proposals import Proposal, apply, in_order, safe_fixes
from plan_compiler.pipeline.checking import Checked, check
from plan_compiler.read.tree import Tree, TreeFault
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.bindings import bindings

_MARK = b"\xef\xbb\xbf"


class Fixed(Struct, frozen=True):
    """What accepted proposals make of a plan: the texts that change, and the bytes to write, by file.

    `broken` are codes of errors that the changes would bring in; then nothing should be written.
    """

    before: Mapping[str, str]
    after: Mapping[str, str]
    content: Mapping[str, bytes]
    broken: tuple[str, ...]


def fixes(checked: Checked, language: str) -> tuple[Proposal, ...]:
    """The fixes that change no meaning, in order."""
    return in_order(safe_fixes(checked.findings, language))


def binding_proposals(checked: Checked, *, define: bool = False) -> tuple[Proposal, ...]:
    """Bindings for the figures that are typed by hand, in order."""
    if checked.source is None or checked.linked is None:
        return ()
    return in_order(bindings(ProseFigures(checked.linked), checked.source.spans, define=define))


def fixed(tree: Tree, checked: Checked, proposals: Sequence[Proposal]) -> Fixed:
    """The plan of `tree` with `proposals` accepted, checked again. Raises `OverlappingEditsError`."""
    if checked.source is None:
        return Fixed({}, {}, {}, ())
    raw = {file: _bytes(tree, file) for file in checked.source.files}
    texts = {file: data.removeprefix(_MARK).decode() for file, data in raw.items()}
    after = apply(Files(texts, checked.source.spans), proposals)
    content = {file: (_MARK if raw[file].startswith(_MARK) else b"") + text.encode() for file, text in after.items()}
    before = {file: texts[file] for file in after}
    return Fixed(before, after, content, _broken(checked, check(Overlay(tree, content))))


class Overlay(Struct, frozen=True):
    """A tree with other contents for some of its files."""

    tree: Tree
    files: Mapping[str, bytes]

    def read(self, path: str) -> bytes | TreeFault:
        """The bytes of the file at `path`."""
        return self.files[path] if path in self.files else self.tree.read(path)

    def list(self, folder: str) -> tuple[str, ...]:
        """The names within `folder`."""
        return self.tree.list(folder)


def _bytes(tree: Tree, file: str) -> bytes:
    content = tree.read(file)
    return content if isinstance(content, bytes) else b""


def _broken(before: Checked, after: Checked) -> tuple[str, ...]:
    return tuple(sorted((_errors(after) - _errors(before)).keys()))


def _errors(checked: Checked) -> Counter[str]:
    standing: Iterable[str] = (
        finding.kind.code
        for finding in checked.findings
        if finding.severity is Severity.ERROR and finding.waiver is None
    )
    return Counter(standing)
