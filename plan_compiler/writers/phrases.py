"""Where the lines of a cover may end: GB/T 9704 wants lines of a title that end where a phrase ends."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from plan_compiler.language.common_words import COMMON_WORDS
from plan_compiler.language.typography import NEVER_FIRST, NEVER_LAST, is_wide
from plan_compiler.patterns import compiled
from plan_compiler.writers.look import Look, Style
from plan_compiler.writers.measure import POINTS_PER_MM, text_width

_SURELY = 0.99
"""So much of a line is taken for full: what is measured is an estimate."""
_QUOTING = "“《"
_PARTS = compiled("“[^”]*”|《[^》]*》|[^、，：；“《]*[、，：；]|[^、，：；“《]+|[“《]")
_HALVINGS = 8
"""Lines of an A4 page are known to two points then."""

_TOGETHER = (
    "[0-9]{4}[-–—~～至][0-9]{4}年?|“[^“”]{1,8}”|第[一二三四五六七八九十]{1,3}个五年|[〇零一二三四五六七八九]{4}年"
)
"""Years from and to, a short quotation (“十四五”), the number of a plan, a year."""
_LONGEST_NAME = 20
"""Letters of a name that a line certainly holds."""


def title_phrases(title: str) -> Iterator[tuple[str, bool]]:
    """`title` in pieces, each with whether it stays in one line: what belongs together, and words that plans are made of."""
    for number, piece in enumerate(_together().split(title)):
        if piece:
            yield piece, number % 2 == 1


def name_phrases(names: str) -> Iterator[tuple[str, bool]]:
    """Names that follow each other (甲局、乙局, 甲局 乙局) in pieces, as `title_phrases` gives them: each name stays in one line."""
    for part in re.findall("[^、]+、?|、", names):
        parted = all(is_wide(word[0]) for word in part.split())  # else the spaces are between the words of a name
        for name in re.findall(r"\S+\s*|\s+", part) if parted else (part,):
            yield name, 1 < len(name) <= _LONGEST_NAME and (parted or " " not in name)


def cover_lines(pieces: Iterable[tuple[str, bool]], style: Style, look: Look) -> tuple[str, ...]:
    """A text of the cover in the lines that it is set in, of much the same width; in one where that holds it.

    `pieces` are as `title_phrases` gives them: lines end between them, at a space, and within a piece only where that may be
    parted and is long.
    """
    page = look.page
    width = (page.width - page.portrait.inside - page.portrait.outside) * POINTS_PER_MM * _SURELY
    atoms = _joined(atom for piece, together in pieces for atom in _atoms(piece, width, style, together=together))
    lines = _packed(atoms, width, style)
    low, high = 0.0, width
    for _ in range(_HALVINGS if len(lines) > 1 else 0):
        middle = (low + high) / 2
        narrower = _packed(atoms, middle, style)
        if len(narrower) == len(lines) and all(_measured(line, style) <= middle for line in narrower):
            lines, high = narrower, middle
        else:
            low = middle
    return lines


def _atoms(piece: str, width: float, style: Style, *, together: bool) -> Iterator[str]:
    """`piece` in what is never parted: the whole of it, or words, each with the space behind it, and single characters."""
    for part in (piece,) if together else _PARTS.findall(piece):
        room = width if part[0] in _QUOTING else width / 2
        if together or (" " not in part and _measured(part, style) <= room):
            yield part
        else:
            yield from re.findall(r"[^\s\u2e80-\uffff]+\s*|\s+|.", part)


def _joined(atoms: Iterable[str]) -> tuple[str, ...]:
    """`atoms` with marks that no line begins or ends with beside what they belong to."""
    joined: list[str] = []
    for atom in atoms:
        if joined and (atom[0] in NEVER_FIRST or joined[-1][-1] in NEVER_LAST):
            joined[-1] += atom
        else:
            joined.append(atom)
    return tuple(joined)


def _packed(atoms: Iterable[str], width: float, style: Style) -> tuple[str, ...]:
    lines = [""]
    for atom in atoms:
        if lines[-1] and _measured((lines[-1] + atom).rstrip(), style) > width:
            lines.append("")
        lines[-1] += atom
    return tuple(line.strip() for line in lines)


def _measured(text: str, style: Style) -> float:
    """About how wide a line is, in points."""
    return text_width(text, style.size, style.spacing)


@cache
def _together() -> re.Pattern[str]:
    words = sorted(
        (word for word in COMMON_WORDS if len(word) > 1 and "“" not in word), key=lambda word: (-len(word), word)
    )
    return re.compile(f"([暨和及与]?(?:{_TOGETHER}|{'|'.join(map(re.escape, words))}))")
