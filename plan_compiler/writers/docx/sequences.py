"""Captions counted by Word: SEQ fields that give the Document's numbers, also when Word counts them anew."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from plan_compiler.document.nodes import Block, Box, Chart, Figure, Table
from plan_compiler.patterns import compiled

_COUNTED = compiled(r"(?P<before>.*?)(?P<number>[1-9][0-9]{0,8})", re.DOTALL | re.ASCII)
_IDENTIFIER = compiled(r"[^\W\d_]{1,40}")


class Sequence(Struct, frozen=True):
    """A label taken apart: `before` as text, then the field `instruction` whose result is `number`."""

    before: str
    instruction: str
    number: str


def sequences(blocks: Iterable[Block]) -> Mapping[tuple[str, str], Sequence]:
    """The counted captions among `blocks`, by anchor and label; those whose label ends in no number are left out.

    Word counts the fields of one identifier through the whole document. A label that does not follow from the one
    before it (专栏3-1 behind 专栏2-4, a number left out) carries ``\\r``, which sets the counter (17.16.5.56).
    """
    counters: dict[str, int] = {}
    found: dict[tuple[str, str], Sequence] = {}
    for block in blocks:
        if not isinstance(block, Table | Box | Figure | Chart):
            continue
        caption = block.caption
        label = _COUNTED.fullmatch(caption.label)
        if label is None:
            continue
        word = _IDENTIFIER.match(caption.label)
        identifier = word.group() if word else caption.series
        number = int(label["number"])
        reset = "" if number == counters.get(identifier, 0) + 1 else f" \\r {number}"
        counters[identifier] = number
        found[caption.anchor, caption.label] = Sequence(
            label["before"], f"SEQ {identifier} \\* ARABIC{reset}", label["number"]
        )
    return found
