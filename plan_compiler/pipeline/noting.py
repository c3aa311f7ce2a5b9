"""Noting: writing into changes.yaml why something was changed."""

from collections.abc import Iterable, Iterator, Mapping

from plan_compiler.edit.records import NoListError, appended, schema_line
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.base import Model
from plan_compiler.model.kinds import FileKind
from plan_compiler.model.notes import ChangeNote
from plan_compiler.model.paths import node_at
from plan_compiler.pipeline.fixing import Overlay
from plan_compiler.read.plan import read_plan
from plan_compiler.read.source import Source
from plan_compiler.read.tree import Tree, TreeFault

CHANGES = "changes.yaml"
_MARK = "\ufeff"


class CannotNoteError(Exception):
    """The note cannot be written so that it is read again."""


def fields(linked: LinkedPlan, entity: str) -> tuple[str, ...]:
    """The fields of an entity that a note may name, as findings name them: ``total``, ``values.2025``."""
    symbol = linked.symbols.by_id.get(entity)
    return () if symbol is None else tuple(_fields(node_at(linked.plan, symbol.path)))


def _fields(node: object) -> Iterator[str]:
    below: Iterable[tuple[object, object]] = ()
    if isinstance(node, Model):
        further = node.__pydantic_extra__ or {}
        below = (*((name, getattr(node, name)) for name in type(node).model_fields), *further.items())
    elif isinstance(node, Mapping):
        below = node.items()
    for name, value in below:
        if value is not None:
            yield str(name)
            yield from (f"{name}.{field}" for field in _fields(value))


def noted(tree: Tree, source: Source, note: ChangeNote) -> bytes:
    """The content of changes.yaml with `note` behind its last entry. Raises `CannotNoteError`."""
    raw = tree.read(CHANGES)
    if isinstance(raw, TreeFault) and raw is not TreeFault.MISSING:
        raise CannotNoteError
    try:
        text = "" if isinstance(raw, TreeFault) else raw.decode()
        own = text.removeprefix(_MARK) or schema_line(source.files.get("plan.yaml", ""), tree, FileKind.CHANGES)
        content = appended(own, note)
        data = ((_MARK if text.startswith(_MARK) else "") + content).encode()
    except (NoListError, UnicodeError):
        raise CannotNoteError from None
    after = read_plan(Overlay(tree, {CHANGES: data})).source
    if after is None or note not in after.plan.changes:
        raise CannotNoteError
    return data
