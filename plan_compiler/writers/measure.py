"""How long lengths and texts are on paper, in points: an estimate of the width of type, for what is laid out before any font is known."""

from plan_compiler.language.typography import is_wide

POINTS_PER_MM = 72 / 25.4

_LETTERS = {
    **dict.fromkeys(" ijlI.,;:!'|", 0.28), **dict.fromkeys("frt()-/", 0.36), **dict.fromkeys("mwMW", 0.88),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.7),
}  # fmt: skip
"""How wide letters of a bold sans serif face are, in em; others are narrower."""
_NARROW = 0.58
"""How wide its other letters and digits are."""


def text_width(text: str, size: float, spacing: float = 0) -> float:
    """About how wide a line of `text` is in type of `size`, with `spacing` behind every character."""
    return sum(size * (1 if is_wide(char) else _LETTERS.get(char, _NARROW)) + spacing for char in text)
