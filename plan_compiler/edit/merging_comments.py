"""The comments that one side of a merge has added, as edits of the other side's text.

A comment on lines of its own belongs to the key or the entry below it, and goes above it in the other text as well.
"""

from collections import Counter
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
    """What to put into the text of ours; `name` tells entries of a list apart.

    A comment that theirs has more often than base and ours is new there where ours has none like it.
    """
    text, other = ours[0], theirs[0]
    new = _comments(other) - (_comments(base) | _comments(text))
    looked_at = -1
    for here, there in (*_shared(ours[1], theirs[1], name), (len(text), len(other))):
        at, line = _line(text, here), _line(other, there)
        if line == looked_at:  # the first key of an entry, in the entry's line
            continue
        looked_at, block = line, _block_above(other, there)
        lines = [words for words in _without(block, _block_above(text, here)) if not words or new[words] > 0]
        new.subtract(filter(None, lines))
        if any(lines):
            indent, newline = _indent(text, at), "\r\n" if "\r\n" in text else "\n"
            before = newline if at == len(text) and not text.endswith("\n") else ""
            put = "".join(f"{indent if words else ''}{words}{newline}" for words in _trimmed(lines, block))
            yield Edit("merged", at, at, before + put)


def _block_above(text: str, start: int) -> list[str]:
    """The comments above the line of `start`, with the blank lines between and below them ("")."""
    at = _line(text, start)
    indent, found = _indent(text, at), list[str]()
    while at:
        above = text.rfind("\n", 0, at - 1) + 1
        line = text[above:at].strip()
        if line and (not line.startswith(_SIGN) or _indent(text, above) != indent):
            break
        found.append(line)
        at = above
    while found and not found[-1]:
        found.pop()
    return found[::-1]


def _without(block: list[str], known: list[str]) -> list[str]:
    """The lines of a block but for the comments that are known."""
    return [line for line in block if not line or line not in known]


def _trimmed(lines: list[str], block: list[str]) -> list[str]:
    """Without blank lines that parted a comment which is there already."""
    kept = [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    return kept if block and not block[-1] else kept[: -1 if kept and not kept[-1] else None]


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


def _comments(text: str) -> Counter[str]:
    return Counter(line for line in map(str.strip, text.splitlines()) if line.startswith(_SIGN))


def _line(text: str, start: int) -> int:
    """Where the line of `start` begins. The end of a text is a line of its own."""
    return text.rfind("\n", 0, start) + 1 if start < len(text) else start


def _indent(text: str, line: int) -> str:
    end = line
    while text[end : end + 1] == " ":
        end += 1
    return text[line:end]
