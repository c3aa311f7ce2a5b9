"""A list or a mapping in brackets on one line, of which both sides' entries come, go and change: written anew as a whole."""

from collections.abc import Mapping

from msgspec import Struct

from plan_compiler.edit.merging_marks import UnableError
from plan_compiler.read.nodes import Node, plain


class Entry(Struct, frozen=True):
    """An entry of one side: its value, and how it is written there, with its key where it has one."""

    node: Node
    text: str


def bracketed(base: Mapping[str, Node], ours: Mapping[str, Entry], theirs: Mapping[str, Entry]) -> str:
    """The entries of both, in the order of ours; what theirs added stands behind what it stands behind there.

    Raises `UnableError` where something is left to decide.
    """
    found = {name: _entry(base.get(name), ours[name], theirs.get(name)) for name in ours}
    names = [name for name in ours if found[name] is not None]
    last: str | None = None
    for name, entry in theirs.items():
        if name not in ours:
            if name in base and plain(base[name]) != plain(entry.node):
                raise UnableError
            if name in base:
                continue
            at = names.index(last) + 1 if last in names else 0
            while at < len(names) and last is not None and names[at] not in base and names[at] not in theirs:
                at += 1  # what ours added there stands first
            names.insert(at, name)
            found[name] = entry.text
        last = name
    return ", ".join(text for name in names if (text := found[name]) is not None)


def _entry(base: Node | None, ours: Entry, theirs: Entry | None) -> str | None:
    """How an entry of ours is written in both; None where it is gone."""
    mine, before = plain(ours.node), None if base is None else plain(base)
    if theirs is None:
        if before is not None and mine != before:
            raise UnableError
        return None if base is not None else ours.text
    yours = plain(theirs.node)
    if yours in (mine, before):
        return ours.text
    if mine != before:
        raise UnableError
    return theirs.text
