"""Units, by a declared table; an unknown unit is a dimension of its own.

Sources: GB 3100 and GB 3101 (SI units and their symbols), GB 3102.1 (area, ha = hm²); 亩 is 10 000/15 m², the ratio
that land statistics use. Money, calendar years and everything counted are dimensions of their own: a year has no
fixed number of days, and a household is no person.
"""

from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.words import LANGUAGES
from plan_compiler.patterns import compiled
from plan_compiler.quantity.senses import Sense, compares
from plan_compiler.rational import Fraction

Dimension: TypeAlias = tuple[tuple[str, int], ...]
"""Exponents of base units, by name; sorted, without zeros. () is a pure number."""


class Unit(Struct, frozen=True):
    """A unit: its printed text, its factor to the base unit of its dimension, and the dimension's exponents.

    `sense` tells per cent and percentage points apart, which are both pure numbers.
    """

    text: str
    factor: Fraction
    dimension: Dimension
    sense: Sense = Sense.NUMBER

    def __mul__(self, other: "Unit") -> "Unit":
        return Unit(_joined(self, "·", other), self.factor * other.factor, _added(self.dimension, other.dimension, 1))

    def __truediv__(self, other: "Unit") -> "Unit":
        dimension = _added(self.dimension, other.dimension, -1)
        return Unit(_joined(self, "/", other), self.factor / other.factor, dimension)


class Relation(Enum):
    """How the unit of a figure stands to the unit of another."""

    SAME = auto()
    """One dimension: they add and compare."""
    COUNTS = auto()
    """Both count, with measure words that may count the same things, or with none (家 and 个, a pure number); or one is
    short for several units (方): they compare, and do not add."""
    PER = auto()
    """The first names only what the second counts per something (亩均产值 1200万元, in 万元/亩): they compare."""
    NONE = auto()
    """Nothing in common."""


PURE = Unit("", Fraction(1), ())
PERCENT = Unit("%", Fraction(1, 100), (), Sense.RATE)
POINTS = Unit("pp", Fraction(1, 100), (), Sense.POINTS)
"""Percentage points, whatever a language calls them: `UnitNames.points`."""

_MAX_LENGTH = 40
_PRODUCT = compiled(r"[·*⋅×]")
_DAY = 86_400
_M2: Dimension = (("m", 2),)
_M3: Dimension = (("m", 3),)
_MASS: Dimension = (("g", 1),)
_TIME: Dimension = (("s", 1),)
_POWER: Dimension = (("W", 1),)

_SYMBOLS: Mapping[str, tuple[Fraction | int, Dimension]] = MappingProxyType(
    {
        "%": (Fraction(1, 100), ()),
        "‰": (Fraction(1, 1000), ()),
        "/100000": (Fraction(1, 100_000), ()),
        "pp": (Fraction(1, 100), ()),
        "ppt": (Fraction(1, 1000), ()),
        "bp": (Fraction(1, 10_000), ()),
        "tenth": (Fraction(1, 10), ()),
        "times": (1, ()),
        **{currency: (1, ((currency, 1),)) for currency in ("CNY", "USD", "EUR", "HKD", "GBP")},
        "m": (1, (("m", 1),)),
        "km": (1000, (("m", 1),)),
        "cm": (Fraction(1, 100), (("m", 1),)),
        "mm": (Fraction(1, 1000), (("m", 1),)),
        "nmi": (1852, (("m", 1),)),
        "m2": (1, _M2),
        "km2": (10**6, _M2),
        "ha": (10**4, _M2),
        "hm2": (10**4, _M2),
        "mu": (Fraction(10_000, 15), _M2),
        "m3": (1, _M3),
        "L": (Fraction(1, 1000), _M3),
        "mL": (Fraction(1, 10**6), _M3),
        "t": (10**6, _MASS),
        "kt": (10**9, _MASS),
        "Mt": (10**12, _MASS),
        "kg": (1000, _MASS),
        "g": (1, _MASS),
        "jin": (500, _MASS),
        "mg": (Fraction(1, 1000), _MASS),
        "ug": (Fraction(1, 10**6), _MASS),
        "μg": (Fraction(1, 10**6), _MASS),
        "s": (1, _TIME),
        "min": (60, _TIME),
        "h": (3600, _TIME),
        "d": (_DAY, _TIME),
        "week": (7 * _DAY, _TIME),
        "a": (1, (("year", 1),)),
        "month": (Fraction(1, 12), (("year", 1),)),
        "age": (1, (("age", 1),)),
        "W": (1, _POWER),
        "kW": (10**3, _POWER),
        "MW": (10**6, _POWER),
        "GW": (10**9, _POWER),
        "kWh": (3_600_000, (("W", 1), ("s", 1))),
        "MWh": (3_600_000_000, (("W", 1), ("s", 1))),
        "GWh": (3_600_000_000_000, (("W", 1), ("s", 1))),
        "tce": (1, (("tce", 1),)),
        "kgce": (Fraction(1, 10**3), (("tce", 1),)),
        "gce": (Fraction(1, 10**6), (("tce", 1),)),
        "tCO2": (1, (("tCO2", 1),)),
        "tCO2e": (1, (("tCO2e", 1),)),
        "ktCO2e": (10**3, (("tCO2e", 1),)),
        "MtCO2e": (10**6, (("tCO2e", 1),)),
        "celsius": (1, (("celsius", 1),)),
        "°C": (1, (("celsius", 1),)),
        "dB": (1, (("dB", 1),)),
    }
)
_SENSES = MappingProxyType(
    {
        "%": Sense.RATE,
        "‰": Sense.RATE,
        "/100000": Sense.RATE,
        "tenth": Sense.RATE,
        "pp": Sense.POINTS,
        "ppt": Sense.POINTS,
        "bp": Sense.POINTS,
    }
)
_ALIASES = MappingProxyType({"M2": "m2", "M3": "m3", "KM": "km", "Km": "km", "KM2": "km2", "KG": "kg", "Kg": "kg"})

_NAMES: Mapping[str, str] = MappingProxyType(
    {normalize("NFKC", name): symbol for words in LANGUAGES for name, symbol in words.units.symbols.items()}
    | {symbol: symbol for symbol in _SYMBOLS}
    | _ALIASES
)
_COUNTERS = MappingProxyType({word: kind for words in LANGUAGES for word, kind in words.units.counters.items()})
_COUNTED = frozenset(_COUNTERS.values())
_BARE = frozenset().union(*(words.units.bare for words in LANGUAGES))
_MULTIPLIERS = MappingProxyType({word: by for words in LANGUAGES for word, by in words.units.multipliers.items()})
_PLAIN_NUMBERS = _BARE | {"", *_MULTIPLIERS}
_KINDS = tuple(frozenset(words.units.counters.values()) for words in LANGUAGES)
_GENERAL = frozenset().union(*(words.units.general for words in LANGUAGES))
_INTERCHANGEABLE = tuple(group for words in LANGUAGES for group in words.units.interchangeable)
_AMBIGUOUS = MappingProxyType({word: names for words in LANGUAGES for word, names in words.units.ambiguous.items()})
_CURRENCIES = MappingProxyType(
    {normalize("NFKC", sign): symbol for words in LANGUAGES for sign, symbol in words.units.currencies.items()}
)
_ABBREVIATED = MappingProxyType({word: by for words in LANGUAGES for word, by in words.units.abbreviated.items()})
_SIGNS_FIRST = tuple(sorted(_CURRENCIES, key=len, reverse=True))
_LONGEST_FIRST = tuple(sorted(_MULTIPLIERS, key=len, reverse=True))
_NO_UNIT = frozenset().union(*(words.meanings.no_unit for words in LANGUAGES))


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Unit:
    """The unit that `text` names, in any of the languages: ``万元``, ``h㎡``, ``万元/亩``, ``件/万人``, ``km/h``.

    A multiplier may stand before every unit (万户) or alone (亿), and behind a sign of money (£ million, £m). ``·`` and ``*`` multiply; whatever follows a ``/``
    divides (元/人·年 is 元/(人·年)). "" and "-" are a pure number. A part that the table does not know is a dimension of
    its own, and so is a text that is no product or quotient or is longer than any unit.
    """
    plain = normalize("NFKC", text).strip()
    if plain in _NO_UNIT:
        return PURE
    if "/" in plain and plain in _NAMES:
        return Unit(text.strip(), *_part(plain), _SENSES[_NAMES[plain]])
    numerator, *denominators = [_PRODUCT.split(side.strip("() ")) for side in plain.split("/")]
    divisors = [name for side in denominators for name in side]
    if len(plain) > _MAX_LENGTH or not all((*numerator, *divisors)):
        return Unit(text.strip(), Fraction(1), ((plain, 1),))
    unit = PURE
    for name in numerator:
        unit = unit * Unit("", *_part(name.strip()))
    for name in divisors:
        unit = unit / Unit("", *_part(name.strip()))
    return replace(unit, text=text.strip(), sense=_SENSES.get(_NAMES.get(plain, ""), Sense.NUMBER))


def unit_names() -> frozenset[str]:
    """Every name of a unit as it may be printed, with no multiplier before it."""
    printed = {form for name in _NAMES for form in (name, *_printed_forms(name))}
    return frozenset(printed) | _COUNTERS.keys() | _AMBIGUOUS.keys() | _BARE


def _printed_forms(name: str) -> tuple[str, ...]:
    if not name.endswith(("m2", "m3")):
        return ()
    stem, exponent = name[:-2], name[-1]
    return f"{stem}m{'²³'[int(exponent) - 2]}", f"{stem}{'㎡㎥'[int(exponent) - 2]}"


def is_known_unit(text: str) -> bool:
    """Whether the table knows every part of `text`."""
    return all(name in _BASES or name in _COUNTED or name in _AMBIGUOUS for name, _ in parse_unit(text).dimension)


MONEY: Dimension = (("CNY", 1),)


def holds_money(unit: Unit) -> bool:
    """Whether it is money, or money for each of something (元/人)."""
    return any(base == MONEY[0][0] for base, _ in unit.dimension)


def is_count(unit: Unit) -> bool:
    """Whether the unit counts things: a measure word with or without a multiplier (户, 万人)."""
    match unit.dimension:
        case ((name, 1),):
            return name in _COUNTED
        case _:
            return False


def is_pure(unit: Unit) -> bool:
    """Whether the unit is a pure number; so are %, 成 and 倍."""
    return not unit.dimension


def relation(unit: Unit, other: Unit) -> Relation:
    """How `unit` stands to `other`."""
    if unit.dimension == other.dimension:
        return (
            Relation.SAME if compares(unit.sense, other.sense) and not _is_rate_of_many(unit, other) else Relation.NONE
        )
    if _may_count_the_same(unit, other) or _may_mean(unit, other) or _may_mean(other, unit):
        return Relation.COUNTS
    numerator, slash, _ = other.text.partition("/")
    if slash and parse_unit(numerator).dimension == unit.dimension:
        return Relation.PER
    return Relation.NONE


def _is_rate_of_many(unit: Unit, other: Unit) -> bool:
    """Whether one is a rate and the other a number of thousands or millions, which no rate is."""
    return unit.sense is not other.sense and max(unit.factor, other.factor) > 1


def _may_count_the_same(unit: Unit, other: Unit) -> bool:
    """Whether both count, and the table lets them count the same things; of two languages, the tables do not say."""
    kinds = {kind for kind in (_counted(unit), _counted(other)) if kind}
    if not (_counts(unit) and _counts(other)):
        return False
    mixed = all(kinds & own for own in _KINDS)
    return len(kinds) < 2 or mixed or bool(kinds & _GENERAL) or any(kinds <= group for group in _INTERCHANGEABLE)


def _counts(unit: Unit) -> bool:
    return is_count(unit) or (not unit.dimension and unit.text in _PLAIN_NUMBERS)


def _counted(unit: Unit) -> str:
    return unit.dimension[0][0] if is_count(unit) else ""


def _may_mean(unit: Unit, other: Unit) -> bool:
    """Whether `unit` is short for several units, one of them of the kind of `other`."""
    match unit.dimension:
        case ((name, 1),):
            return any(_SYMBOLS[symbol][1] == other.dimension for symbol in _AMBIGUOUS.get(name, ()))
        case _:
            return False


def currency_of(text: str) -> str:
    """The sign or code of money that `text` begins with, as the unit of a figure that has it before its number (£ million,
    £m, £/m2); "" for none.
    """
    plain = normalize("NFKC", text)
    for sign in _SIGNS_FIRST:
        if plain.startswith(sign) and _scale(plain[len(sign) :].partition("/")[0].strip()):
            return text[: len(sign)]
    return ""


def _scale(name: str) -> int:
    """What a multiplier behind a currency multiplies by; 0 for what is none."""
    return 1 if not name else _MULTIPLIERS.get(name) or _ABBREVIATED.get(name) or 0


def _part(name: str) -> tuple[Fraction, Dimension]:
    if known := _known(name):
        return known
    if sign := currency_of(name):
        return Fraction(_scale(name[len(sign) :].strip())), ((_CURRENCIES[sign], 1),)
    for multiplier in _LONGEST_FIRST:
        if name.startswith(multiplier):
            rest = name[len(multiplier) :].strip()
            factor, dimension = _known(rest) or (Fraction(1), ((rest, 1),)) if rest else (Fraction(1), ())
            return factor * _MULTIPLIERS[multiplier], dimension
    return Fraction(1), ((name, 1),) if name else ()


def _known(name: str) -> tuple[Fraction, Dimension] | None:
    if symbol := _NAMES.get(name):
        factor, dimension = _SYMBOLS[symbol]
        return Fraction(factor), dimension
    if kind := _COUNTERS.get(name):
        return Fraction(1), ((kind, 1),)
    return (Fraction(1), ()) if name in _BARE else None


def _added(a: Dimension, b: Dimension, sign: int) -> Dimension:
    exponents = dict(a)
    for name, exponent in b:
        exponents[name] = exponents.get(name, 0) + sign * exponent
    return tuple(sorted((name, exponent) for name, exponent in exponents.items() if exponent))


def _joined(a: Unit, sign: str, b: Unit) -> str:
    if not b.text:
        return a.text
    return f"{a.text or '1'}{sign}{b.text}" if a.text or sign == "/" else b.text


_BASES = frozenset(name for _, dimension in _SYMBOLS.values() for name, _ in dimension)
