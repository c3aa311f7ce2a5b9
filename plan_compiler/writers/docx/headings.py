"""Headings that Word numbers by itself: one multilevel numbering, each level of it tied to a heading style (17.9).

Word counts as the plan does, but for numbers that someone fixed by hand, sections with a scheme of their own, and
counters that Word has not. What it would count otherwise keeps its number as text: labels are equal in every format.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from plan_compiler.document.nodes import Block, Heading, Lead, Paragraph
from plan_compiler.language.patterns import Pattern, read_pattern
from plan_compiler.writers.docx.lists import word_format
from plan_compiler.writers.docx.stylesheet import Face, face_of
from plan_compiler.writers.look import Look

LEVELS = 6


class HeadingLevel(Struct, frozen=True):
    """A level of the numbering: its number from 0, the style that has it, format and text (``第%1章``), the face of its numbers. `legal` prints
    the numbers of the levels above in digits.
    """

    number: int
    style: str
    format: str
    text: str
    legal: bool
    face: Face


def heading_levels(numbering: Sequence[str], look: Look) -> tuple[HeadingLevel, ...]:
    """The levels that Word can count of a scheme, `numbering`, given as the first number of each level."""
    patterns = _patterns(numbering)
    plain = [word_format(pattern) == "decimal" for pattern in patterns]
    return tuple(
        HeadingLevel(
            level, f"Heading{level + 1}", word_format(pattern), _text(pattern, level), not all(plain[level + 1 - pattern.levels : level]),
            face_of(look.styles.heading(level + 1), look.fonts),
        )
        for level, pattern in enumerate(patterns)
        if pattern is not None
    )  # fmt: skip


def counted_headings(numbering: Sequence[str], blocks: Iterable[Block]) -> frozenset[str]:
    """The anchors of headings among `blocks` whose labels are those that Word counts by `numbering`."""
    patterns = _patterns(numbering)
    headings = tuple(_headings(blocks))
    times = Counter(heading.anchor for heading in headings)
    counters = [0] * LEVELS
    counted = set()
    for heading in headings:
        level = heading.level - 1
        pattern = patterns[level]
        numbers = (*counters[:level], counters[level] + 1)
        if pattern is None or times[heading.anchor] > 1 or not _counts(pattern, numbers, heading.label):
            continue
        counters[level:] = [numbers[-1], *(0 for _ in counters[level + 1 :])]
        counted.add(heading.anchor)
    return frozenset(counted)


def _patterns(numbering: Sequence[str]) -> tuple[Pattern | None, ...]:
    """The pattern of each level, None where Word cannot count so."""
    read = (read_pattern(sample) for sample in (*numbering, *("" for _ in range(LEVELS)))[:LEVELS])
    return tuple(
        pattern if word_format(pattern) and pattern is not None and pattern.levels <= level + 1 else None
        for level, pattern in enumerate(read)
    )


def _counts(pattern: Pattern, numbers: tuple[int, ...], label: str) -> bool:
    return all(numbers[-pattern.levels :]) and pattern.label(numbers) == label and numbers[-1] <= _surely(pattern)


def _surely(pattern: Pattern) -> int:
    """Up to where every program prints the counter of `pattern` alike: 101 may be 一百零一 or 一百○一."""
    return {"1": 9999, "一": 99, "I": 99, "i": 99, "A": 26, "a": 26}.get(pattern.first, 10)


def _text(pattern: Pattern, level: int) -> str:
    numbers = ".".join(f"%{shown + 1}" for shown in range(level + 1 - pattern.levels, level + 1))
    return f"{pattern.prefix}{numbers}{pattern.suffix}"


def _headings(blocks: Iterable[Block]) -> Iterator[Heading | Lead]:
    for block in blocks:
        if isinstance(block, Heading):
            if block.level:
                yield block
        elif isinstance(block, Paragraph) and block.lead is not None:
            yield block.lead
