"""How wide a character is set: what joins without a space, and what takes two columns of a terminal."""

from unicodedata import east_asian_width

CHINESE = r"[^\W\d_A-Za-z\u00aa-\u052f\u2100-\u24ff\uff10-\uff5a]"
"""One Chinese character, as a pattern: a letter of none of the alphabets that plans also use. Unlike a range of code points
it takes in the rare characters of every block, and it is compiled in no time.
"""
NEVER_FIRST, NEVER_LAST = "、，。；：！？）》〉】”’…", "（《〈【“‘"
"""Marks of Chinese that no line begins with, or ends in."""
_WIDE = frozenset("WF")
_AMBIGUOUS = frozenset("“”‘’—…·•")


def is_wide(char: str, *, ambiguous: bool = True) -> bool:
    """Whether `char` is set in a full East Asian cell (UAX #11: W and F).

    Quotation marks, dashes and dots that UAX #11 calls ambiguous are wide in Chinese type; pass ``ambiguous=False``
    where the surrounding text is not Chinese. A line break between two wide characters prints nothing.
    """
    return east_asian_width(char) in _WIDE or (ambiguous and char in _AMBIGUOUS)


def in_chinese(language: str) -> bool:
    """Whether a text of `language` (a tag of BCP 47) is Chinese: without spaces between words, its punctuation as wide as characters."""
    return language.startswith("zh")
