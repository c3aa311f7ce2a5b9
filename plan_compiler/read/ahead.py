"""The files of a plan, parsed before they are asked for, by another process, while this one gets ready for them."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, msgpack

from plan_compiler.beside import beside, has_room
from plan_compiler.model.kinds import FileKind
from plan_compiler.read.decode import decode
from plan_compiler.read.ids import files_in_text
from plan_compiler.read.layout import CONVENTIONS, FOLDERS, PLAN_FILE, part_of
from plan_compiler.read.nodes import Mapping as Keys
from plan_compiler.read.nodes import Scalar, Sequence
from plan_compiler.read.parsed import Budget, Parsed, Parser
from plan_compiler.read.text import FileText
from plan_compiler.read.tree import Tree

_YAML = ".yaml"
_LISTING = frozenset({PLAN_FILE, f"{FileKind.ANNEX}.yaml"})
"""What lists further files."""
_MOST_FILES, _MOST_BYTES = 1_000, 32_000_000
_WORTH_IT = 20_000
_MEANWHILE = 200_000
"""Bytes: fewer are not worth a process; and those that the other process parses while this one imports what comes after."""


class Ready(Struct, array_like=True, frozen=True):
    """A file in which nothing was found wrong: its text, the nodes of it, and how many they are."""

    path: str
    text: str
    nodes: int
    root: Scalar | Sequence | Keys


def parser_ahead(tree: Tree, *, meanwhile: int | None = _MEANWHILE) -> Parser | None:
    """Begin to parse the files that `tree` seems to hold for a plan; what gives them, once they are asked for.

    `meanwhile` is how many bytes are parsed before they are asked for: of more, this process takes its share, of None nothing. None
    is given where there is nothing to be gained. The parser gives what the ordinary one would, which is asked wherever a file
    was changed meanwhile, holds a fault, or was not foreseen.
    """
    files = dict(_files(tree)) if has_room() else {}
    size = sum(map(len, files.values()))
    if size < _WORTH_IT:
        return None
    theirs, ours = (files, {}) if meanwhile is None else _shared(files, size - meanwhile)
    waiting = beside(lambda: msgpack.encode(_ready(theirs)))
    ready: dict[str, Ready] | None = None

    def parse(text: FileText, budget: Budget) -> Parsed:
        nonlocal ready
        if ready is None:
            own = _ready(ours)
            ready = {file.path: file for file in (*own, *msgpack.decode(waiting(), type=tuple[Ready, ...]))}
        file = ready.pop(text.path, None)
        if file is None or file.text != text.text or file.nodes > budget.nodes:
            return parse_now(text, budget)
        budget.nodes -= file.nodes
        return Parsed(file.root)

    return parse


def _files(tree: Tree) -> Iterator[tuple[str, bytes]]:
    """The files that the plan names, and those of agreed names and folders, as far as they are not too large together."""
    left = _MOST_BYTES
    named = [PLAN_FILE, *CONVENTIONS]
    named += [f"{folder}/{name}" for folder in map(part_of, FOLDERS) for name in tree.list(folder)]
    seen: set[str] = set()
    for path in named:
        if path in seen or not path.endswith(_YAML) or len(seen) > _MOST_FILES:
            continue
        seen.add(path)
        content = tree.read(path)
        if not isinstance(content, bytes):
            continue
        left -= len(content)
        if left < 0:
            return
        yield path, content
        if path in _LISTING:
            named += files_in_text(content.decode("utf-8", "replace"))


def _shared(files: Mapping[str, bytes], left: int) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """What the other process is to parse, and what this one: its half of the bytes that are `left` when it begins."""
    left //= 2
    ours = {}
    for path in sorted(files, key=lambda path: len(files[path]), reverse=True):
        if len(files[path]) <= left:
            ours[path] = files[path]
            left -= len(files[path])
    return {path: content for path, content in files.items() if path not in ours}, ours


def _ready(files: Mapping[str, bytes]) -> tuple[Ready, ...]:
    budget = Budget()
    return tuple(file for path, content in files.items() if (file := _faultless(path, content, budget)))


def _faultless(path: str, content: bytes, budget: Budget) -> Ready | None:
    text, faults = decode(path, content)
    if text is None or faults:
        return None
    before = budget.nodes
    parsed = parse_now(text, budget)
    root = parsed.root
    if parsed.faults or not isinstance(root, Scalar | Sequence | Keys):
        return None
    return Ready(path, text.text, before - budget.nodes, root)


def parse_now(text: FileText, budget: Budget) -> Parsed:
    """The ordinary parser, which brings YAML with it: where all is parsed ahead, this process never needs it."""
    from plan_compiler.read.parse import parse

    return parse(text, budget)
