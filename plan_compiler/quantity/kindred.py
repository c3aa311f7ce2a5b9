"""Units that may be mistaken for one another: those that measure the same thing."""

from functools import lru_cache

from plan_compiler.language.words import words
from plan_compiler.quantity.units import Unit, parse_unit
from plan_compiler.rational import Fraction

_WIDEST = 10**6
"""By how much two units may differ and still be mistaken: ㎡ and km²."""


@lru_cache(maxsize=256)
def kindred(unit: Unit, language: str) -> tuple[Unit, ...]:
    """The units of `unit`'s dimension in `language`, each size once; `unit`'s own size is left out.

    Each stands alone and with the multipliers that the language counts by (万, 亿; thousand, million). Pure numbers have
    none; units that are a count, a product or a quotient have only their multiples.
    """
    if not unit.dimension:
        return ()
    known, group = words(language).units, words(language).numerals.myriad
    space = " " if known.spaced else ""
    usual = (group, group**2, group**3)
    prefixes = ("", *(word + space for word, by in known.multipliers.items() if by in usual))
    names = (*(name for name in known.symbols if parse_unit(name).dimension == unit.dimension), *_own(unit, language))
    sizes = {unit.factor: unit}
    for name in (prefix + name for prefix in prefixes for name in names):
        other = parse_unit(name)
        if other.dimension == unit.dimension and Fraction(1, _WIDEST) <= other.factor / unit.factor <= _WIDEST:
            sizes.setdefault(other.factor, other)
    return tuple(other for factor, other in sizes.items() if factor != unit.factor)


def per_single(unit: Unit, language: str) -> Unit:
    """A unit per something with a multiplier below its line, without that: 张/人 for 张/万人. Any other unit is as it is."""
    above, line, below = unit.text.partition("/")
    return parse_unit(f"{above}/{_own(parse_unit(below), language)[0]}") if line else unit


def _own(unit: Unit, language: str) -> tuple[str, ...]:
    """The text of the unit itself, without the multiplier before it: 户 of 万户."""
    for word in sorted(words(language).units.multipliers, key=len, reverse=True):
        rest = unit.text.removeprefix(word).strip()
        if rest != unit.text and rest:
            return (rest,)
    return (unit.text,)
