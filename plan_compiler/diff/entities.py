"""The entities of a plan, found by the shape of the authoring model: a new field or block needs no second declaration."""

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import Entity, EntityKind, Field, Scalar
from plan_compiler.diff.printed import printed_text
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.model.base import Model
from plan_compiler.model.blocks import Box, Chart, Figure, ItemList, TableBlock
from plan_compiler.model.chapter import Section
from plan_compiler.model.figures import Assertion, Fact
from plan_compiler.model.glossary import Term
from plan_compiler.model.indicators import Indicator, IndicatorGroup, IndicatorTable
from plan_compiler.model.notes import ChangeNote
from plan_compiler.model.organizations import Organization
from plan_compiler.model.plan import Plan
from plan_compiler.model.projects import Annex, Category, Project
from plan_compiler.model.scalars import Role
from plan_compiler.model.shape import Choice, Keyed, Leaf, Many, Record, Shape, fields
from plan_compiler.model.tables import Column, DataTable, Row
from plan_compiler.model.waivers import Waiver
from plan_compiler.quantity.number import Number

_KINDS: Mapping[type[Model], EntityKind] = {
    Plan: EntityKind.PLAN,
    Section: EntityKind.SECTION,
    Box: EntityKind.BOX,
    TableBlock: EntityKind.PLACEMENT,
    Figure: EntityKind.PICTURE,
    Chart: EntityKind.CHART,
    ItemList: EntityKind.LIST,
    IndicatorTable: EntityKind.INDICATOR_TABLE,
    IndicatorGroup: EntityKind.GROUP,
    Indicator: EntityKind.INDICATOR,
    DataTable: EntityKind.DATA_TABLE,
    Row: EntityKind.ROW,
    Annex: EntityKind.ANNEX,
    Category: EntityKind.CATEGORY,
    Project: EntityKind.PROJECT,
    Fact: EntityKind.FACT,
    Assertion: EntityKind.ASSERTION,
    Organization: EntityKind.ORGANIZATION,
    Term: EntityKind.TERM,
    Waiver: EntityKind.WAIVER,
    ChangeNote: EntityKind.NOTE,
}
_NAMES = ("name", "title", "term", "code", "because", "table", "entity")
"""The fields that an entity is called by, the first that it has."""
_MARKS = frozenset("[{*^")
_SHOWN = 24
"""Characters of a text that stand for its name."""


class Node(Struct, frozen=True, eq=False):
    """An entity, what it is made of, and the path of the entity it stands in (None for the plan).

    `path` is that of the entity. `table` is the id of a row's table. A body that is one text counts as a list of one;
    `alone` says that it is written without the list.
    """

    entity: Entity
    record: Model | str
    path: NodePath
    parent: NodePath | None
    table: str = ""
    alone: bool = False

    @property
    def place(self) -> NodePath:
        """Where it is in the plan as read: the path by which texts are found, and the origin of what is printed."""
        return self.entity.path[:-1] if self.alone else self.entity.home

    @property
    def slot(self) -> NodePath:
        """The list it stands in, or its own place where it stands in none."""
        path = self.path
        return path[:-1] if path and isinstance(path[-1], int) else path


class _Slots(Struct, frozen=True):
    """The fields of a model: those that hold entities, and the others; those that its entities may be called by.

    `wraps`: it has one field, and is but the key of what that holds (a block).
    """

    entities: tuple[str, ...]
    others: tuple[str, ...]
    names: tuple[str, ...]
    has_id: bool
    wraps: str | None


def nodes(linked: LinkedPlan) -> Iterator[Node]:
    """All entities in document order, each before those it holds."""
    stack: list[Node] = [_node(linked.plan, (), None, (), "")]
    while stack:
        node = _as_printed(linked, stack.pop())
        yield node
        if isinstance(node.record, Model):
            stack.extend(reversed(list(_below(node, node.record))))


def _as_printed(linked: LinkedPlan, node: Node) -> Node:
    """The same by its printed name, where that has figures or marks in it."""
    entity, record = node.entity, node.record
    if not _MARKS.intersection(entity.name):
        return node
    if isinstance(record, str):
        name = _shortened(printed_text(linked, node.place, record))
    else:
        field = next(field for field in _slots(type(record)).names if getattr(record, field) == entity.name)
        name = printed_text(linked, (*entity.home, field), entity.name)
    return replace(node, entity=replace(entity, name=name))


def _below(node: Node, record: Model) -> Iterator[Node]:
    own = node.entity.home
    table = record.id if isinstance(record, DataTable) else node.table
    for name in _slots(type(record)).entities:
        match getattr(record, name):
            case tuple() as entries:
                for index, entry in enumerate(entries):
                    record_of, inner = _unwrapped(entry)
                    yield _node(record_of, (*own, name, index), node.path, inner, table)
            case str() as text:
                yield replace(_node(text, (*own, name, 0), node.path, (), table), alone=True)
            case Model() as single:
                yield _node(single, (*own, name), node.path, (), table)
            case _:
                pass


def _unwrapped(entry: Model | str) -> tuple[Model | str, NodePath]:
    """What a block holds, and the key it holds it by."""
    if isinstance(entry, Model):
        name = _slots(type(entry)).wraps
        if name is not None and isinstance(held := getattr(entry, name), Model):
            return held, (name,)
    return entry, ()


def slots(record: Model | str) -> tuple[str, ...]:
    """The fields of an entity that hold entities."""
    return () if isinstance(record, str) else _slots(type(record)).entities


def _node(record: Model | str, path: NodePath, parent: NodePath | None, own: NodePath, table: str) -> Node:
    if isinstance(record, str):
        return Node(Entity(EntityKind.TEXT, "", _shortened(record), path), record, path, parent)
    kind, known = _KINDS.get(type(record), EntityKind.BLOCK), _slots(type(record))
    name = ""
    for field in known.names:
        if isinstance(value := getattr(record, field), str):
            name = value
            break
    own_id = getattr(record, "id", None) or "" if known.has_id else ""
    return Node(Entity(kind, own_id, name, path, own), record, path, parent, table)


def _shortened(text: str) -> str:
    words = " ".join(text[: 4 * _SHOWN].split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


@cache
def _slots(model: type[Model]) -> _Slots:
    shapes = fields(model)
    entities = tuple(name for name, shape in shapes.items() if _holds_entities(shape))
    others = tuple(name for name in shapes if name not in entities and name != "id")
    names, own = tuple(name for name in _NAMES if name in shapes), tuple(shapes)
    return _Slots(entities, others, names, "id" in shapes, own[0] if len(own) == 1 else None)


def _holds_entities(shape: Shape) -> bool:
    match shape:
        case Record(model=model):
            return "id" in model.model_fields
        case Many(item=item):
            return _is_entity(item)
        case Choice(options=options):
            return any(isinstance(option, Many) and _is_entity(option.item) for option in options)
        case Keyed() | Leaf():
            return False


def _is_entity(shape: Shape) -> bool:
    match shape:
        case Record():
            return True
        case Leaf(role=role):
            return role is Role.TEXT
        case Choice(options=options):
            return any(map(_is_entity, options))
        case Many() | Keyed():
            return False


def values(record: Model | str) -> dict[Field, Scalar]:
    """All fields of an entity but its id, by their ways within it; what is not written has none.

    A mapping whose order is printed (columns) has the order of its keys as a value of its own.
    """
    if isinstance(record, str):
        return {(): record}
    found: dict[Field, Scalar] = {}
    for name in _slots(type(record)).others:
        _flatten(found, (name,), getattr(record, name))
    for name, value in (record.__pydantic_extra__ or {}).items():
        _flatten(found, (name,), value)
    return found


def _flatten(found: dict[Field, Scalar], way: Field, value: object) -> None:
    match value:
        case None:
            return
        case Number() | str() | bool() | int():
            found[way] = value
        case tuple():
            if value:
                found[way] = tuple(map(str, value))
        case Column() | Model():
            for name in type(value).model_fields:
                _flatten(found, (*way, name), getattr(value, name))
        case Mapping():
            if way == ("columns",) and value:
                found[way] = tuple(map(str, value))
            for key, entry in value.items():
                columns = way == ("columns",) and isinstance(entry, str) and not isinstance(key, int)
                _flatten(found, (*way, str(key), "title") if columns else (*way, str(key)), entry)
        case _:
            raise TypeError(f"no value of a plan: {type(value).__name__}")
