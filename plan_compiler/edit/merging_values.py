"""The values that a merge must have, where nothing is left to decide: what its edits are held against."""

from typing import TypeAlias, assert_never

from plan_compiler.edit.merging_names import Names, is_named
from plan_compiler.read.nodes import Mapping, Node, Scalar, Sequence, inner

Values: TypeAlias = "str | list[Values] | dict[str | tuple[str], Values]"
"""The entries of a list stand under their names (in a tuple) where they have such, or under themselves."""


def values_of(node: Node, names: Names) -> Values:
    """The values of a file, its entries called as `names` say."""
    match inner(node):
        case Scalar(value=value):
            return value
        case Mapping(values=values):
            return {key: values_of(value, names) for key, value in values.items()}
        case Sequence(items=items) as sequence if items and is_named(sequence, names):
            return {(names[id(inner(item))],): values_of(item, names) for item in items}
        case Sequence(items=items):
            found = [values_of(item, names) for item in items]
            words: dict[str | tuple[str], Values] = {(each,): each for each in found if isinstance(each, str)}
            return words if items and len(words) == len(items) else found
        case other:
            assert_never(other)


def meant(base: "Values | None", ours: Values, theirs: Values) -> Values:
    """What the file of both has to hold."""
    if theirs in (ours, base):
        return ours
    if isinstance(ours, dict) and isinstance(theirs, dict):
        known = base if isinstance(base, dict) else {}
        both = {key: meant(known.get(key), ours[key], theirs[key]) for key in ours if key in theirs}
        own = {key: value for side in (ours, theirs) for key, value in side.items() if key not in known}
        return own | both
    if isinstance(ours, list) and isinstance(theirs, list) and isinstance(base, list) and len(ours) == len(theirs):
        return [meant(*each) for each in zip(base, ours, theirs, strict=False)]
    return theirs


def renamed(values: Values) -> Values:
    """The values with each entry under the name that it has in itself."""
    if isinstance(values, list):
        return [renamed(value) for value in values]
    if isinstance(values, str):
        return values
    return {_own_name(value) or key if isinstance(key, tuple) else key: renamed(value) for key, value in values.items()}


def _own_name(entry: Values) -> tuple[str] | None:
    names = (entry.get(key) for key in ("id", "title")) if isinstance(entry, dict) else ()
    return next(((name,) for name in names if isinstance(name, str) and name), None)
