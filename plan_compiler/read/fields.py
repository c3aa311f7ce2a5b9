"""The fields of one file of a plan: one value each, under the ids of what they belong to. Layout and order are left out."""

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias, assert_never

from plan_compiler.patterns import compiled
from plan_compiler.read.decode import decode
from plan_compiler.read.nodes import Mapping, Node, Scalar, Sequence, inner
from plan_compiler.read.parse import parse
from plan_compiler.read.parsed import Budget

Key: TypeAlias = tuple[str, ...]
"""The ids of the entries that a value stands in, then its keys; a row without an id has its title, where no other one
beside it has that, any other entry its number from 1 (``#2``)."""

_HOME = compiled(r"\[(?P<printed>[^\]\n]*)\]\(:=\s*(?P<id>\w+)[^)\n]*\)")
_ROWS = "rows"
HOME = ":="
"""The last part of the key of a figure that is at home in a text."""


def file_fields(path: str, content: bytes) -> dict[Key, str] | None:
    """The fields of the file in the order written; None for a file that is no readable YAML."""
    text, _ = decode(path, content)
    root = None if text is None else parse(text, Budget()).root
    if root is None:
        return None
    own = entry_name(root)
    ids = () if own is None else (own,)
    return dict(_fields(root, ids, ids))


def same_values(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same values, however they are written."""
    first, second = file_fields("", one), file_fields("", other)
    return first is not None and first == second


def _fields(node: Node, ids: Key, way: Key) -> Iterator[tuple[Key, str]]:
    """The fields below `node`, which stands at `way` within the entries of `ids`."""
    match inner(node):
        case Scalar(value=text):
            yield way, text
            yield from (((match["id"], HOME), match["printed"]) for match in _HOME.finditer(text))
        case Mapping(values=values):
            for key, value in values.items():
                if key != "id" or not isinstance(inner(value), Scalar):
                    yield from _fields(value, ids, (*way, key))
        case Sequence(items=items):
            titles = _titles(items) if way[-1:] == (_ROWS,) else {}
            for number, item in enumerate(items, 1):
                held = _held(item)
                name = entry_name(held) or titles.get(number)
                if name is None:
                    yield from _fields(item, ids, (*way, f"#{number}"))
                else:
                    yield from _fields(held, (*ids, name), (*ids, name))
        case other:
            assert_never(other)


def _held(item: Node) -> Node:
    """What a block holds below its one key (``list:``, ``box:``), where that has an id; else the entry itself."""
    found = inner(item)
    held = list(found.values.values()) if isinstance(found, Mapping) else []
    return held[0] if len(held) == 1 and entry_name(held[0]) is not None else item


def _titles(rows: list[Node]) -> dict[int, str]:
    """The titles of rows of a data table by their numbers, each that is the only one of its kind; by these, expressions name them."""
    found = {number: title for number, row in enumerate(rows, 1) if (title := _text(row, "title"))}
    counts = Counter(found.values())
    return {number: title for number, title in found.items() if counts[title] == 1}


def entry_name(node: Node) -> str | None:
    """The id of an entry of a list; None for one without."""
    return _text(node, "id")


def _text(node: Node, key: str) -> str | None:
    found = inner(node)
    own = found.values.get(key) if isinstance(found, Mapping) else None
    return own.value if isinstance(own, Scalar) else None
