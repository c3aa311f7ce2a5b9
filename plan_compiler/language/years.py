"""Years in digits."""

from plan_compiler.patterns import compiled

FOUR_DIGITS = compiled(r"[0-9]{4}")
"""The name of a column or a key that is a year, whatever its century."""
YEAR = compiled(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""A year in a text."""
