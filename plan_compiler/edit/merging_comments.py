"""The comments that one side of a merge has added, as edits of the other side's text.

A comment on lines of its own belongs to the key or the entry below it, and goes above it in the other text as well.
"""

from collections.abc import Callable, Iterator

from plan_compiler.edit.edits import Edit
from plan_compiler.read.nodes import Mapping, Node, Scalar, Sequence, inner

_SIGN = "#"


def comments_above(text: str, start: int) -> int:
    """Where the comments begin that stand right above the line of `start`; the beginning of that line without any.

    They are as deep as the line: what is deeper may be text of a block scalar.
    """
    line = text.rfind("\n", 0, start) + 1
    indent = _indent(text, line)
    at = line
    while at:
        above = text.rfind("\n", 0, at - 1) + 1
        if not text.startswith(_SIGN, above + len(_indent(text, above))) or _indent(text, above) != indent:
            break
        at = above
    return at


def added_comments(
    base: str, ours: tuple[str, Node], theirs: tuple[str, Node], name: Callable[[Node], str | None]
) -> Iterator[Edit]:
    """What to put into the text of ours; `name` tells entries of a list apart. Comments that base or ours has are not new."""
    known = set(_comments(base)) | set(_comments(ours[0]))
    for here, there in _shared(ours[1], theirs[1], name):
        line = theirs[0].rfind("\n", 0, there) + 1
        block = theirs[0][comments_above(theirs[0], there) : line].splitlines()
        new = [comment for comment in map(str.strip, block) if comment not in known]
        known.update(new)
        if new:
            at = ours[0].rfind("\n", 0, here) + 1
            indent = _indent(ours[0], at)
            yield Edit("merged", at, at, "".join(f"{indent}{comment}\n" for comment in new))


def _shared(ours: Node, theirs: Node, name: Callable[[Node], str | None]) -> Iterator[tuple[int, int]]:
    """Where each key and entry that both have begins, in ours and in theirs; in the order of theirs."""
    match inner(ours), inner(theirs):
        case Mapping(flow=False) as mine, Mapping(flow=False) as yours:
            for key, value in yours.values.items():
                if key in mine.values:
                    yield mine.keys[key].start, yours.keys[key].start
                    yield from _shared(mine.values[key], value, name)
        case Sequence(flow=False) as mine, Sequence(flow=False) as yours:
            items = {name(item): item for item in mine.items}
            for item in yours.items:
                known = items.get(name(item)) if name(item) is not None else None
                if known is not None:
                    yield inner(known).start, inner(item).start
                    yield from _shared(known, item, name)
        case ((Scalar() | Mapping() | Sequence()), _):
            pass


def _comments(text: str) -> Iterator[str]:
    return (line for line in map(str.strip, text.splitlines()) if line.startswith(_SIGN))


def _indent(text: str, line: int) -> str:
    end = line
    while text[end : end + 1] == " ":
        end += 1
    return text[line:end]
