"""How wide a character is set: what joins without a space, and what takes two columns of a terminal."""

from unicodedata import east_asian_width

_WIDE = frozenset("WF")
_AMBIGUOUS = frozenset("“”‘’—…·•")


def is_wide(char: str, *, ambiguous: bool = True) -> bool:
    """Whether `char` is set in a full East Asian cell (UAX #11: W and F).

    Quotation marks, dashes and dots that UAX #11 calls ambiguous are wide in Chinese type; pass ``ambiguous=False``
    where the surrounding text is not Chinese. A line break between two wide characters prints nothing.
    """
    return east_asian_width(char) in _WIDE or (ambiguous and char in _AMBIGUOUS)
