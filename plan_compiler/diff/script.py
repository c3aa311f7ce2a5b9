"""The change set as an edit script of plain data, and what it makes of a plan.

A script is applied in three steps: what was removed, moved or reordered is taken out, by its old path; what was added,
moved or reordered is put in, by its new path, in the order of these paths; edited fields are set. `Renamed` is the edit of
the field ``id``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeAlias, assert_never

from plan_compiler.diagnostics import NodePath
from plan_compiler.diff.changes import (
    Added,
    Change,
    Content,
    Edited,
    Entity,
    Moved,
    Removed,
    Renamed,
    Reordered,
    Scalar,
)
from plan_compiler.diff.entities import slots
from plan_compiler.model.base import Model
from plan_compiler.model.plan import Plan
from plan_compiler.model.tables import DataTable
from plan_compiler.quantity.number import Number

Plain: TypeAlias = dict[str, Any]
"""A change as JSON holds it."""

_KEPT_EMPTY = frozenset({"values", "columns"})
"""Mappings that are written even when nothing is in them."""


def content_of(record: Model | str, path: NodePath, own: NodePath, stays: Callable[[NodePath], bool]) -> Content:
    """An entity at `path` as it would be written, with what is below it as far as `stays` says so by its path."""
    if isinstance(record, str):
        return record
    home = (*path, *own)
    written: dict[str, Content] = {}
    entities = slots(record)
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if name in entities:
            if (below := _entries(value, (*home, name), stays)) is not None and (below or info.is_required()):
                written[name] = below
        elif value is not None and (info.is_required() or value != info.get_default(call_default_factory=True)):
            written[name] = _plain(value, columns=name == "columns" and isinstance(record, DataTable))
    for name, value in (record.__pydantic_extra__ or {}).items():
        written[name] = _plain(value)
    wrapped: Content = written
    for key in reversed(own):
        wrapped = {str(key): wrapped}
    return wrapped


def _entries(value: object, path: NodePath, stays: Callable[[NodePath], bool]) -> Content | None:
    match value:
        case tuple():
            return [_entry(e, (*path, i), stays) for i, e in enumerate(value) if stays((*path, i))]
        case str():
            return [value] if stays((*path, 0)) else []
        case Model():
            return content_of(value, path, (), stays) if stays(path) else None
        case _:
            return None


def _entry(entry: Model | str, path: NodePath, stays: Callable[[NodePath], bool]) -> Content:
    if isinstance(entry, Model):
        names = tuple(type(entry).model_fields)
        if len(names) == 1 and isinstance(held := getattr(entry, names[0]), Model):
            return content_of(held, path, names, stays)
    return content_of(entry, path, (), stays)


def _plain(value: object, *, columns: bool = False) -> Content:
    match value:
        case Number():
            return value.text
        case str() | bool() | int():
            return value
        case tuple():
            return [_plain(entry) for entry in value]
        case Mapping():
            return {
                str(key): {"title": entry} if columns and isinstance(entry, str) else _plain(entry)
                for key, entry in value.items()
            }
        case Model():
            return {
                name: _plain(own)
                for name, info in type(value).model_fields.items()
                if (own := getattr(value, name)) is not None
                and (info.is_required() or own != info.get_default(call_default_factory=True))
            }
        case _:
            raise TypeError(f"no value of a plan: {type(value).__name__}")


def plain_plan(plan: Plan) -> Plain:
    """The plan as it would be written in one file: bodies as lists, columns as mappings."""
    content = content_of(plan, (), (), lambda _: True)
    assert isinstance(content, dict)
    return content


def plain_entity(entity: Entity) -> Plain:
    """An entity as JSON holds it."""
    return {"kind": entity.kind.value, "id": entity.id, "name": entity.name, "path": list(entity.path)}


def plain_value(value: Scalar | None) -> Content | None:
    """The value of a field as JSON holds it: a number as printed."""
    return None if value is None else _plain(value)


def plain_change(change: Change) -> Plain:
    """A change as JSON holds it; `at` is where an edited field stands in the new plan."""
    match change:
        case Added():
            return {"change": "added", "new": plain_entity(change.new), "content": change.content}
        case Removed():
            return {"change": "removed", "old": plain_entity(change.old), "content": change.content}
        case Moved():
            return {
                "change": "moved",
                **_both(change),
                "from": plain_entity(change.home),
                "to": plain_entity(change.new_home),
            }
        case Reordered():
            return {"change": "reordered", **_both(change)}
        case Renamed():
            return {"change": "renamed", **_both(change), "at": [*change.new.home, "id"]}
        case Edited():
            edited = {
                "change": "edited",
                **_both(change),
                "field": ".".join(change.field),
                "at": [*change.new.home, *change.field],
                "sense": change.sense.value,
                "before": plain_value(change.before),
                "after": plain_value(change.after),
            }
            return edited if change.printed is None else {**edited, "printed": list(change.printed)}
        case _:
            assert_never(change)


def _both(change: Moved | Reordered | Renamed | Edited) -> Plain:
    return {"old": plain_entity(change.old), "new": plain_entity(change.new)}


def applied(plan: Plan, script: Iterable[Plain]) -> Plan:
    """The plan that `script` makes of `plan`.

    Raises `LookupError` or `pydantic.ValidationError` for a script of another plan.
    """
    data = plain_plan(plan)
    changes = list(script)
    out = [tuple(change["old"]["path"]) for change in changes if change["change"] in ("removed", "moved", "reordered")]
    taken = {path: _at(data, path) for path in out}
    for path in sorted(out, key=_deepest_last_first):
        _take_out(data, path)
    for change in sorted(changes, key=lambda change: _order(change.get("new", {}).get("path", ()))):
        if change["change"] == "added":
            _put_in(data, tuple(change["new"]["path"]), _copied(change["content"]))
        elif change["change"] in ("moved", "reordered"):
            _put_in(data, tuple(change["new"]["path"]), taken[tuple(change["old"]["path"])])
    for change in changes:
        if change["change"] == "renamed":
            _set(data, tuple(change["at"]), change["new"]["id"] or None)
        elif change["change"] == "edited" and not isinstance(change["after"], list):
            _set(data, tuple(change["at"]), change["after"])
    for change in changes:
        if change["change"] == "edited" and isinstance(change["after"], list):
            _set(data, tuple(change["at"]), change["after"])
    _without_empty_bodies(data)
    return Plan.model_validate(data)


def _order(path: Sequence[str | int]) -> tuple[tuple[int, str], ...]:
    """Document order: within one entity the lists may come in any order, within a list entries come by their index."""
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in path)


def _deepest_last_first(path: NodePath) -> tuple[int, tuple[tuple[int, str], ...]]:
    return -len(path), tuple((-part, "") if isinstance(part, int) else (0, part) for part in path)


def _copied(content: Any) -> Any:
    match content:
        case dict():
            return {key: _copied(value) for key, value in content.items()}
        case list():
            return [_copied(value) for value in content]
        case _:
            return content


def _at(data: Any, path: NodePath) -> Any:
    for part in path:
        data = data[part]
    return data


def _take_out(data: Any, path: NodePath) -> None:
    del _at(data, path[:-1])[path[-1]]


def _put_in(data: Any, path: NodePath, content: Any) -> None:
    *way, last = path
    if isinstance(last, str):
        _at(data, tuple(way))[last] = content
        return
    holder, name = _at(data, tuple(way[:-1])), way[-1]
    if isinstance(holder, dict):
        holder.setdefault(name, [])
    holder[name].insert(last, content)


def _set(data: Any, path: NodePath, value: Any) -> None:
    holder = data
    for part, following in pairwise(path):
        if isinstance(holder, dict) and isinstance(following, str):
            holder = holder.setdefault(part, {})
        else:
            holder = holder[part]
    last = path[-1]
    if value is None:
        holder.pop(last, None)
        if not holder and len(path) > 1 and path[-2] not in _KEPT_EMPTY:
            _at(data, path[:-2]).pop(path[-2], None)
    elif isinstance(value, list) and isinstance(holder, dict) and isinstance(holder.get(last), dict):
        holder[last] = {key: holder[last][key] for key in value}
    else:
        holder[last] = value


def _without_empty_bodies(data: Any, key: str | int = "") -> None:
    """A section whose last text is gone has no body."""
    if isinstance(data, dict):
        if data.get("body") == [] and key != "box":
            del data["body"]
        for name, value in data.items():
            _without_empty_bodies(value, name)
    elif isinstance(data, list):
        for value in data:
            _without_empty_bodies(value)
