"""Numbers in words: 三百五十, 一亿二千万, 12万5千, two hundred thousand."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from math import prod

from msgspec import Struct

from plan_compiler.language.vocabulary import Numerals
from plan_compiler.language.words import words


class WordedNumber(Struct, frozen=True):
    """A number in words. A magnitude that closes it is kept apart, as in 3.5亿: 三十五亿 is 35 with `multiplier` 亿.

    `decimals` is the precision of `value`: -7 for 一亿二千万, which is told to the ten million.
    """

    value: int
    decimals: int = 0
    multiplier: str = ""


class VagueNumber(Struct, frozen=True):
    """A number told as a range, `decimals` being the precision of both ends; equal ends mean "and more" (十几)."""

    low: int
    high: int
    decimals: int


@lru_cache(maxsize=8)
def numeral_pattern(language: str) -> str:
    """A regular expression, without groups, of a number in words, vague or not."""
    numerals = words(language).numerals
    word = _alternatives(numerals)
    if numerals.few:
        word += "|" + "|".join(sorted(numerals.few))
    if words(language).units.spaced:
        return rf"\b(?:{word})(?:(?:-| and | )(?:{word}))*\b"
    return rf"(?:{word})+"


def read_count(text: str, language: str) -> int:
    """The number that `text` prints, in digits or in words; 0 for none."""
    if text.isdecimal():
        return int(text)
    number = read_numeral(text, language)
    return number.value if number is not None else 0


def read_numeral(text: str, language: str) -> WordedNumber | None:
    """The number that `text` spells, in words or in words and digits.

    None where it spells none or a vague one, or spells digit by digit (二〇二五), as years and names do.
    """
    numerals = words(language).numerals
    tokens = re.findall(rf"[0-9]+|{_alternatives(numerals)}", text)
    runs = [
        (big, list(run)) for big, run in groupby(tokens, lambda t: numerals.magnitudes.get(t, 0) >= numerals.myriad)
    ]
    if not runs or runs[0][0] or not numerals.few.isdisjoint(text):
        return None
    groups = [_group_value(run, numerals) for big, run in runs if not big]
    scales = [prod(numerals.magnitudes[token] for token in run) for big, run in runs if big]
    values = [group for group in groups if group is not None]
    if len(values) != len(groups) or scales != sorted(scales, reverse=True) or _is_clipped(runs, numerals):
        return None
    if len(runs) == 2:
        return WordedNumber(values[0], 0, "".join(runs[1][1]))
    value = sum(group * scale for group, scale in zip(values, [*scales, 1], strict=False))
    last = [numerals.magnitudes[token] for token in tokens[-2:] if token in numerals.magnitudes]
    told_to = prod(last) if scales and tokens[-1] in numerals.magnitudes else 1
    return WordedNumber(value, 1 - len(str(told_to)))


def read_pair(text: str, language: str) -> VagueNumber | None:
    """Two digits side by side that mean a range: 两三, 七八十, 三五. None for all others."""
    numerals = words(language).numerals
    first, second, *rest = [*re.findall(_alternatives(numerals), text), "", ""]
    low, high = numerals.digits.get(first, 0), numerals.digits.get(second, 0)
    scales = [numerals.magnitudes.get(token, 0) for token in rest if token]
    if not 0 < low < high < 10 or not all(scales) or (high - low > 1 and (low, high) != (3, 5)):
        return None
    return _vague(low, high, prod(scales))


def read_few(text: str, language: str) -> VagueNumber | None:
    """A number with an uncounted digit: 几 and 几十 (2 to 9 of them), 十几 (10 and more). None for all others."""
    numerals = words(language).numerals
    index = next((i for i, char in enumerate(text) if char in numerals.few), None)
    if index is None:
        return None
    scales = [numerals.magnitudes.get(token, 0) for token in re.findall(_alternatives(numerals), text[index + 1 :])]
    if not all(scales) or any(char in numerals.few for char in text[index + 1 :]):
        return None
    if not index:
        return _vague(2, 9, prod(scales))
    base = read_numeral(text[:index], language)
    if base is None or numerals.magnitudes.get(text[index - 1], 1) == 1 or base.multiplier:
        return None
    return _vague(base.value, base.value, prod(scales))


def _vague(low: int, high: int, scale: int) -> VagueNumber:
    return VagueNumber(low * scale, high * scale, 1 - len(str(scale)))


def _group_value(tokens: Sequence[str], numerals: Numerals) -> int | None:
    """The value of a group below the myriad; None where two digits stand side by side."""
    value, last, digit = 0, 0, None
    for token in tokens:
        if (magnitude := numerals.magnitudes.get(token)) is not None:
            value += magnitude if digit is None else magnitude * digit
            last, digit = magnitude, None
            continue
        spelt = int(token) if token.isdecimal() else numerals.digits[token]
        if not spelt and (digit is not None or last):
            last = 0
        elif digit is None:
            digit = spelt
        elif digit >= 20 and spelt < 10:
            digit += spelt
        else:
            return None
    # 三百五 is 350, where the magnitude below the last one has a name of its own.
    tens = last // 10 if last // 10 in numerals.magnitudes.values() else 1
    return value + (digit or 0) * tens


def _is_clipped(runs: Sequence[tuple[bool, list[str]]], numerals: Numerals) -> bool:
    """Whether it ends like 一万二, which is 12 000 in speech and doubtful in print."""
    return len(runs) > 1 and numerals.myriad > 1000 and not runs[-1][0] and len(runs[-1][1]) == 1


def _alternatives(numerals: Numerals) -> str:
    return "|".join(map(re.escape, sorted((*numerals.digits, *numerals.magnitudes), key=len, reverse=True)))
