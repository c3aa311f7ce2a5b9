"""Texts compared by units of meaning: a figure with its unit is one, a Latin word or code is one, a wide character is one.

No dictionary says where Chinese words end. So characters are compared, and what is left standing alone between two
changes goes with them: 发展 → 发挥 is told as a word for a word where more than that character changed around it.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple, TypeVar

from plan_compiler.quantity.scan import scan

K = TypeVar("K", bound=Hashable)

_LEAST_ISLAND = 2
"""The weight that is kept between two changes; less than that reads better as a part of them."""
_MOST_UNITS = 20_000
"""Beyond this, two texts are told as one change: comparing them would take longer than a reader would look."""
# A number with separators, sign and per cent; a year with its 年; a word or code of letters, digits and hyphens; a space.
_UNIT = re.compile(
    r"[A-Za-z0-9]+(?:[-–/._][A-Za-z0-9]+)*-?[年月日%‰期号位次]?|[-+−±]?[0-9０-９]+(?:[,.，．][0-9０-９]+)*[%‰％年月日期号位次]?|\s+",
    re.ASCII,
)
_NUMBER = re.compile(r"[-+−±]?[0-9０-９]+(?:[,.，．][0-9０-９]+)*[%‰％年月日期号位次]?")
_WORD = re.compile(r"\w")


class Stretch(NamedTuple):
    """A stretch of units: `old` and `new` are its bounds in the two sequences. Where `kept`, they hold the same."""

    kept: bool
    old: tuple[int, int]
    new: tuple[int, int]


def units(text: str, language: str = "zh-CN") -> tuple[str, ...]:
    """`text` cut into its units; joined they are `text` again."""
    cuts = {0, len(text)}
    whole = [*(found.at for found in scan(text, language)), *(m.span() for m in _NUMBER.finditer(text))]
    whole += [m.span() for m in _UNIT.finditer(text)]
    inside: set[int] = set()
    for start, end in whole:
        cuts.update((start, end))
        inside.update(range(start + 1, end))
    cuts.update(range(len(text)))
    bounds = sorted(cuts - inside)
    return tuple(text[a:b] for a, b in pairwise(bounds))


def weight(unit: str) -> int:
    """How much a unit says: its letters, digits and characters; nothing for punctuation and space."""
    return len(_WORD.findall(unit))


def compare(old: Sequence[K], new: Sequence[K], weigh: Callable[[K], int]) -> tuple[Stretch, ...]:
    """The stretches of `old` and `new` in order, kept and changed by turns.

    `weigh` says how much a unit says (see `weight`): what is kept between two changes and says less than two
    characters belongs to them.
    """
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    found = [Stretch(True, (0, head), (0, head))] if head else []
    found += _joined(_islands(_matched(middle_old, middle_new, head), old, weigh))
    if tail:
        found.append(Stretch(True, (len(old) - tail, len(old)), (len(new) - tail, len(new))))
    return tuple(found)


def _common(old: Sequence[K], new: Sequence[K]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _matched(old: Sequence[K], new: Sequence[K], offset: int) -> Iterator[Stretch]:
    if not (old or new):
        return
    if not (old and new) or len(old) + len(new) > _MOST_UNITS:
        yield Stretch(False, (offset, offset + len(old)), (offset, offset + len(new)))
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Stretch(tag == "equal", (offset + i, offset + j), (offset + k, offset + m))


def _islands(stretches: Iterator[Stretch], old: Sequence[K], weigh: Callable[[K], int]) -> Iterator[Stretch]:
    """The `stretches` of what lies between the common head and tail, where all that is kept has changes around it."""
    for stretch in stretches:
        says = sum(map(weigh, old[slice(*stretch.old)])) if stretch.kept else 0
        yield Stretch(False, stretch.old, stretch.new) if stretch.kept and says < _LEAST_ISLAND else stretch


def _joined(stretches: Iterator[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        if last is not None and not (last.kept or stretch.kept):
            joined[-1] = Stretch(False, (last.old[0], stretch.old[1]), (last.new[0], stretch.new[1]))
        else:
            joined.append(stretch)
    return joined
