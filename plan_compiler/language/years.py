"""Years in digits, and in Chinese numerals."""

import re

from plan_compiler.patterns import compiled

FOUR_DIGITS = compiled(r"[0-9]{4}")
"""The name of a column or a key that is a year, whatever its century."""
YEAR = compiled(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""A year in a text."""
_NUMERALS = "〇○零一二三四五六七八九"
_SPELLED = compiled(rf"(?<![{_NUMERALS}十百千0-9])(?:二[〇○零]|一九)[{_NUMERALS}]{{2}}(?=年|[-—–－~～至])")
_DIGITS = str.maketrans(_NUMERALS, "000123456789")


def in_digits(text: str) -> str:
    """`text` with the years that are spelled digit by digit in digits (2030年 for 二〇三〇年), no longer and no shorter."""
    # Asked of every text that names are looked for in: most have no such character.
    if "〇" not in text and "○" not in text and "零" not in text and "一九" not in text:
        return text
    return _SPELLED.sub(_as_digits, text)


def _as_digits(match: re.Match[str]) -> str:
    return match[0].translate(_DIGITS)


def may_be_digit(written: str, digit: str) -> bool:
    """Whether a character may stand in such a year for this digit."""
    return written.translate(_DIGITS) == digit
