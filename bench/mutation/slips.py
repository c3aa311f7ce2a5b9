"""The slips: how a printed figure is changed by mistake. Each gives other texts for the figure's own."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from plan_compiler.language.words import words
from plan_compiler.quantity.kindred import kindred
from plan_compiler.quantity.units import is_pure, parse_unit

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_NUMERALS = "一二三四五六七八九"
_WORDED = re.compile(f"[{_NUMERALS}两]")


class Slip(StrEnum):
    """A kind of slip."""

    DIGIT = "digit"
    TRANSPOSED = "transposed"
    TEN = "x10, /10"
    NEIGHBOUR = "neighbour"
    SIGN = "sign"
    UNIT = "unit"
    ROW = "row dropped"
    STALE = "stale total"


class Slipped(NamedTuple):
    """A slip and the text that it leaves in place of the figure's own."""

    slip: Slip
    text: str


def slipped(text: str, unit: str, neighbours: tuple[str, ...], *, in_cell: bool, language: str) -> Iterator[Slipped]:
    """All slips of one figure, each text once: `text` as printed, `unit` that of its column or its own, and the figures
    that stand beside it. In a cell, a wrong unit is one that is written behind the number.
    """
    match = _NUMBER.search(text)
    if match is None:
        yield from _worded(text)
        return
    number, before, after = match[0], text[: match.start()], text[match.end() :]
    changed = (
        *((Slip.DIGIT, other) for other in _digits(number)),
        *((Slip.TRANSPOSED, other) for other in _transposed(number)),
        *((Slip.TEN, other) for other in _shifted(number)),
        *((Slip.NEIGHBOUR, own[0]) for other in neighbours if (own := _NUMBER.search(other))),
    )
    seen = {number}
    for slip, other in changed:
        if other not in seen:
            seen.add(other)
            yield Slipped(slip, f"{before}{other}{after}")
    if number.strip("0.,"):
        yield Slipped(Slip.SIGN, f"{before}-{number}{after}")
    for other_unit in _units(unit, language):
        rest = after.replace(unit, other_unit, 1) if not in_cell and unit in after else f"{other_unit}{after}"
        if in_cell or unit in after:
            yield Slipped(Slip.UNIT, f"{before}{number}{rest}")
            return


def _worded(text: str) -> Iterator[Slipped]:
    """Of a figure in words (九大): one numeral for another."""
    match = _WORDED.search(text)
    if match is not None:
        at = _NUMERALS.find(match[0].replace("两", "二"))
        other = _NUMERALS[at - 1] if at else "二"
        yield Slipped(Slip.DIGIT, text[: match.start()] + other + text[match.end() :])


def _digits(number: str) -> Iterator[str]:
    """One digit mistyped for the one beside it on the keyboard: each in turn."""
    for at, digit in enumerate(number):
        if digit.isdecimal():
            other = "8" if digit == "9" else str(int(digit) + 1)
            yield number[:at] + other + number[at + 1 :]


def _transposed(number: str) -> Iterator[str]:
    """Two digits side by side exchanged: each pair that differs, but for one that would leave a zero in front."""
    for at in range(len(number) - 1):
        first, second = number[at], number[at + 1]
        if first != second and (first + second).isdecimal():
            other = number[:at] + second + first + number[at + 2 :]
            if not re.match(r"0[0-9]", other):
                yield other


def _shifted(number: str) -> Iterator[str]:
    """A zero too many or too few; the point one place off."""
    whole, point, decimals = number.partition(".")
    if not number.strip("0.,"):
        return
    if point:
        yield f"{whole}{decimals[0]}.{decimals[1:]}".rstrip(".").lstrip("0") or "0"
        yield f"{whole[:-1] or '0'}.{whole[-1]}{decimals}"
    else:
        yield f"{number}0"
        yield number[:-1] if number.endswith("0") else f"{whole[:-1] or '0'}.{whole[-1]}"


def _units(unit: str, language: str) -> Iterator[str]:
    """Units that may be taken for this one: of its kind, or the count of something else."""
    own = parse_unit(unit)
    if is_pure(own):
        yield "%" if own.text != "%" else "‰"
        return
    near = [other.text for other in kindred(own, language) if other.text not in (unit, "")]
    yield from near
    yield from (counter for counter in words(language).units.counters if counter != unit)
