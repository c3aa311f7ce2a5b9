"""The shape of the authoring model: which keys a node may have, and which strings hold prose.

Read from the models' own types, so that a new field or block needs no second declaration.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, assert_never, get_args, get_origin

from msgspec import Struct

from plan_compiler.model.base import Model
from plan_compiler.model.scalars import Role


class Leaf(Struct, frozen=True):
    """A scalar; `role` is None where it is not printed as it stands (an id, a number, an expression)."""

    role: Role | None


class Many(Struct, frozen=True):
    """A sequence."""

    item: "Shape"


class Keyed(Struct, frozen=True):
    """A mapping with keys of the planner's own."""

    value: "Shape"


class Record(Struct, frozen=True):
    """A model."""

    model: type[Model]


class Choice(Struct, frozen=True):
    """One of several shapes."""

    options: "tuple[Shape, ...]"


Shape: TypeAlias = Leaf | Many | Keyed | Record | Choice


@cache
def fields(model: type[Model]) -> Mapping[str, Shape]:
    """The shape of each field of `model`, in the order of declaration."""
    return {name: _shape(info.annotation, tuple(info.metadata)) for name, info in model.model_fields.items()}


@cache
def further(model: type[Model]) -> Shape:
    """The shape of the planner's own keys in `model`, which takes such keys: the columns of a row."""
    return _shape(get_args(model.__annotations__["__pydantic_extra__"])[1])


def _shape(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(args[0], (*metadata, *args[1:]))
    if origin in (Union, UnionType):
        options = tuple(_shape(arg, metadata) for arg in args if arg is not type(None))
        return options[0] if len(options) == 1 else Choice(options)
    if origin is tuple:
        return Many(_shape(args[0]))
    if origin is not None and origin is not Literal:
        return Keyed(_shape(args[1]))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Record(annotation)
    return Leaf(next((m for m in metadata if isinstance(m, Role)), None))


def child(shape: Shape, part: str | int) -> Shape | None:
    """The shape one step down; None where there is none."""
    match shape:
        case Record(model=model):
            known = fields(model)
            return known.get(str(part)) or (further(model) if model.model_config.get("extra") == "allow" else None)
        case Many(item=item):
            return item if isinstance(part, int) else None
        case Keyed(value=value):
            return value
        case Choice(options=options):
            return next((found for option in options if (found := child(option, part)) is not None), None)
        case Leaf():
            return None
        case _:
            assert_never(shape)


def keys(shape: Shape) -> Mapping[str, str]:
    """The keys that a mapping of this shape may have, each with its description."""
    match shape:
        case Record(model=model):
            return {name: info.description or "" for name, info in model.model_fields.items()}
        case Choice(options=options):
            return {name: words for option in options for name, words in keys(option).items()}
        case _:
            return {}


Path: TypeAlias = tuple[str | int, ...]


class PrintedString(Struct, frozen=True):
    """A string of a plan that is printed: its path, its words, and what it may hold."""

    path: Path
    text: str
    role: Role


class _Same:
    """A model as that very object, which is the same as long as it is: models are frozen."""

    def __init__(self, root: Model) -> None:
        self.root = root

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.root is self.root

    def __hash__(self) -> int:
        return id(self.root)


def printed_strings(root: Model) -> tuple[PrintedString, ...]:
    """Every printed string below `root`, in document order."""
    return _printed_strings(_Same(root))


@lru_cache(maxsize=2)
def _printed_strings(of: _Same) -> tuple[PrintedString, ...]:
    """Both versions that are compared, and each is asked for by what reads the texts and by what looks at the print."""
    found: list[PrintedString] = []
    _add_record(found, of.root, ())
    return tuple(found)


def _add_record(found: list[PrintedString], record: Model, path: Path) -> None:
    values = record.__dict__
    for name, shape, role in _printed_fields(type(record)):
        value = values[name]
        if role is not None and isinstance(value, str):
            found.append(PrintedString((*path, name), value, role))
        elif value:
            _add(found, value, shape, (*path, name))
    if record.__pydantic_extra__:
        for name, value in record.__pydantic_extra__.items():
            _add(found, value, further(type(record)), (*path, name))


def _add(found: list[PrintedString], value: Any, shape: Shape, path: Path) -> None:
    if isinstance(value, str):
        if (role := _role(shape)) is not None:
            found.append(PrintedString(path, value, role))
    elif isinstance(value, Model):
        _add_record(found, value, path)
    elif isinstance(value, tuple):
        item = _item(shape)
        for index, entry in enumerate(value):
            _add(found, entry, item, (*path, index))
    elif isinstance(value, Mapping):
        item = _item(shape)
        for key, entry in value.items():
            _add(found, entry, item, (*path, str(key)))


@cache
def _printed_fields(model: type[Model]) -> tuple[tuple[str, Shape, Role | None], ...]:
    """The fields that hold or contain printed strings; with a role those that are one."""
    return tuple((name, shape, _role(shape)) for name, shape in fields(model).items() if shape != Leaf(None))


def _role(shape: Shape) -> Role | None:
    match shape:
        case Leaf(role=role):
            return role
        case Choice(options=options):
            return next((role for option in options if (role := _role(option)) is not None), None)
        case _:
            return None


def _item(shape: Shape) -> Shape:
    match shape:
        case Many(item=inner) | Keyed(value=inner):
            return inner
        case Choice(options=options):
            return next((_item(option) for option in options if isinstance(option, Many | Keyed)), shape)
        case _:
            return shape
