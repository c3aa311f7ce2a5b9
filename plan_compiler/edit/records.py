"""Writing an entry into waivers.yaml or changes.yaml, with everything that stands there kept as it is."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from plan_compiler.model.kinds import FileKind
from plan_compiler.model.notes import ChangeNote
from plan_compiler.model.waivers import Waiver
from plan_compiler.patterns import compiled
from plan_compiler.read.structure import single_quoted
from plan_compiler.read.tree import Tree, TreeFault

Record: TypeAlias = Waiver | ChangeNote
"""What such a file lists."""

_FIELDS = ("code", "entity", "field", "subject", "reason", "approved_by", "until", "date")
_PLAIN = compiled(
    r"(?!(?:null|true|false|yes|no|on|off)$)[^\W_](?:[\w.%（）“”、，。；·/ -]*[\w%）”。])?", re.IGNORECASE
)
"""Texts that YAML takes as they are, in a list and between braces."""
_ITEM = compiled(r"^( *)-(?:\s|$)")


class NoListError(ValueError):
    """The file is no list with an entry to a line that begins with a dash."""


def appended(text: str, record: Record) -> str:
    """The text of such a file with `record` behind its last entry. Raises `NoListError`."""
    newline = "\r\n" if "\r\n" in text else "\n"
    first = next(_content(text), None)
    item = _ITEM.match(first) if first is not None else None
    if first is not None and item is None:
        raise NoListError
    indent = item[1] if item else ""
    kept = text.rstrip()
    return f"{kept}{newline if kept else ''}{indent}- {entry(record, len(indent) + 2, newline)}{newline}"


def entry(record: Record, indent: int, newline: str = "\n") -> str:
    """The keys of an entry, a line each; all lines but the first begin at column `indent`."""
    return (newline + " " * indent).join(_lines(record))


def schema_line(plan_text: str, tree: Tree, kind: FileKind) -> str:
    """The comment by which editors find the schema of the file: beside that of plan.yaml, else in its folder.

    "" where the `tree` has no such file; one that plan.yaml has outside of it is taken to be there.
    """
    match = re.search(r"^#.*\$schema=(\S*)plan\.schema\.json", plan_text, re.MULTILINE)
    path = f"{match[1] if match else 'schemas/'}{kind}.schema.json"
    return f"# yaml-language-server: $schema={path}\n" if tree.read(path) is not TreeFault.MISSING else ""


def _content(text: str) -> Iterator[str]:
    """The lines that are neither blank nor comments nor the mark of a document's start."""
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#") and line.rstrip() != "---":
            yield line


def _lines(record: Record) -> Iterator[str]:
    for name in _FIELDS:
        value = getattr(record, name, None)
        if value is not None:
            yield f"{name}: {_scalar(value)}"
    if isinstance(record, Waiver) and record.values:
        pairs = (f"{_scalar(key)}: {_scalar(value)}" for key, value in record.values.items())
        yield f"values: {{{', '.join(pairs)}}}"


def _scalar(text: str) -> str:
    """A text as a scalar of YAML: plain where that is safe anywhere, else in single quotes."""
    return text if _PLAIN.fullmatch(text) else single_quoted(text)
