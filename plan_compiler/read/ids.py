"""The ids that a part of a plan gives: what later passes must not call unknown when that part cannot be read."""

from collections.abc import Iterator
from unicodedata import normalize

from plan_compiler.model.names import NO_NAME, id_fault, suggested_id
from plan_compiler.patterns import compiled
from plan_compiler.read.nodes import Node, scalars

_DEFINED = compiled(r"[(（]\s*[:：]\s*[=＝]\s*(?P<id>\w+)\s*[)）]")
_ID_KEY = compiled(r"""(?:^|[\[{,\s])id[ \t]*[:：][ \t]*['"]?(?P<id>\w+)""")
_NAMING = frozenset({"id", "name"})
_FILE_END = compiled(r"\.ya?ml\b")
_BEFORE_NAME = compiled(r"[\s'\"\[\]{},]")
_MAX_PATH = 200


def ids_within(node: Node) -> Iterator[str]:
    """What can be referred to below `node`: by ``id:``, by its printed name, and by ``:=`` in a text."""
    for key, scalar in scalars(node):
        if key in _NAMING:
            yield from called(scalar.value)
        else:
            yield from _defined(scalar.value)


def ids_in_text(text: str) -> Iterator[str]:
    """The ids that a file which cannot be parsed seems to give."""
    yield from (match["id"] for match in _ID_KEY.finditer(text))
    yield from _defined(text)


def files_in_text(text: str) -> Iterator[str]:
    """The files that such a file seems to list."""
    for match in _FILE_END.finditer(text):
        # Looking back from the ending, over a bounded stretch, takes time in proportion to the text.
        yield _BEFORE_NAME.split(text[max(0, match.start() - _MAX_PATH) : match.end()])[-1]


def called(text: str) -> Iterator[str]:
    """A name as it is referred to, and the id that it would be if it were well written: flood_works for flood-works."""
    plain = normalize("NFKC", text.strip())
    yield plain
    if id_fault(plain) and (meant := suggested_id(plain)) != NO_NAME:
        yield meant


def _defined(text: str) -> Iterator[str]:
    if "=" in text or "＝" in text:
        yield from (match["id"] for match in _DEFINED.finditer(text))
