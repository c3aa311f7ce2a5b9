"""A file of a plan as one line a field: what `git diff` shows in place of the YAML."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from plan_compiler.read.conflicts import sides
from plan_compiler.read.fields import HOME, Key, file_fields
from plan_compiler.report.visible import inert_line, visible


def field_lines(content: bytes) -> str:
    """The fields in the order written, under the ids they belong to; what cannot be read as YAML stays as it is."""
    fields = file_fields("", content)
    if fields is None and (both := _both_sides(content)):
        return "".join(f"{line}\n" for line in both)
    if fields is None:
        return "".join(f"{inert_line(visible(line))}\n" for line in content.decode("utf-8", "replace").splitlines())
    return "".join(f"{line}\n" for line in _of(fields, fields))


def _of(fields: Mapping[Key, str], keys: Iterable[Key]) -> Iterator[str]:
    shown = ((key, fields[key]) for key in keys if key in fields and key[-1:] != (HOME,))
    return (line for key, value in shown for line in _lines(key, value))


def _both_sides(content: bytes) -> list[str]:
    """The fields of a file that is not yet merged, twice where its sides differ; nothing where that cannot be read."""
    texts = sides(content.decode("utf-8", "replace"))
    if texts is None:
        return []
    ours, theirs = (file_fields("", text.encode()) for text in texts)
    if ours is None or theirs is None:
        return []
    lines: list[str] = []
    for differ, group in groupby(dict.fromkeys((*ours, *theirs)), lambda key: ours.get(key) != theirs.get(key)):
        keys = tuple(group)
        if differ:
            lines += ["<<<<<<< ours", *_of(ours, keys), "=======", *_of(theirs, keys), ">>>>>>> theirs"]
        else:
            lines += _of(ours, keys)
    return lines


def _lines(key: tuple[str, ...], value: str) -> Iterator[str]:
    name = visible(".".join(key))
    for line in value.splitlines() or [""]:
        yield inert_line(f"{name}: {visible(line)}".rstrip())
