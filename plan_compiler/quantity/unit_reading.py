"""The unit behind a printed number: 亩, 万元/亩, 多万人, million yuan."""

from msgspec import Struct

from plan_compiler.quantity.grammar import Grammar, skip_space
from plan_compiler.quantity.units import parse_unit


class PrintedUnit(Struct, frozen=True):
    """A unit in a text: its text without the qualifier in it, its multiplier, that qualifier; it ends before `end`.

    All texts are "" where there is none.
    """

    text: str
    multiplier: str
    inside: str
    end: int


def read_unit(text: str, number_end: int, rules: Grammar, multiplier: str = "") -> PrintedUnit:
    """The unit behind a number that ends before `number_end` (200多个, 3万多家, 7.61万t/d).

    `multiplier` is one that the number itself ended with (三十五亿元).
    """
    end, inside = _inside(text, number_end, rules)
    start = skip_space(text, end)
    name, name_end = _name(text, start, rules)
    if name:
        end = name_end
    elif printed := rules.multipliers.at(text, start):
        multiplier += printed
        end, within = _inside(text, start + len(printed), rules)
        inside = inside or within
        name, name_end = _name(text, skip_space(text, end), rules)
        end = name_end if name else end
    else:
        return PrintedUnit(multiplier, multiplier, inside, end)
    rest_end = _rest_end(text, end, rules)
    space = " " if rules.known.units.spaced and multiplier and name else ""
    return PrintedUnit(f"{multiplier}{space}{name}{text[end:rest_end]}", multiplier, inside, rest_end)


def _name(text: str, start: int, rules: Grammar) -> tuple[str, int]:
    """The name of a unit at `start`, and where it ends; what is counted may have adjectives before it: 300 new homes."""
    if (name := rules.units.at(text, start)) or not rules.known.units.adjectives:
        return name, start + len(name)
    end = start
    while adjective := rules.adjectives.at(text, end):
        end = skip_space(text, end + len(adjective))
    name = rules.counters.at(text, end) if end > start else ""
    return name, end + len(name)


def read_money(text: str, number_end: int, currency: str, rules: Grammar, multiplier: str = "") -> PrintedUnit:
    """The unit of a number that has `currency` before it: £ of £1,246, £ million of £1.2 million, £m of £96m.

    A unit of money behind the number, too, is the unit alone (￥300万元).
    """
    end, inside = _inside(text, number_end, rules)
    start = skip_space(text, end)
    if printed := rules.multipliers.at(text, start) or rules.abbreviated.at(text, start):
        multiplier += printed
        end, within = _inside(text, start + len(printed), rules)
        inside = inside or within
    name = rules.units.at(text, skip_space(text, end))
    if name and parse_unit(name).dimension == parse_unit(currency).dimension:
        return read_unit(text, number_end, rules)
    rest_end = _rest_end(text, end, rules)
    is_word = rules.known.units.spaced and (multiplier in rules.known.units.multipliers or len(multiplier) > 2)
    space = " " if multiplier and (is_word or currency[-1].isalpha()) else ""
    return PrintedUnit(f"{currency}{space}{multiplier}{text[end:rest_end]}", multiplier, inside, rest_end)


def _inside(text: str, start: int, rules: Grammar) -> tuple[int, str]:
    at = skip_space(text, start)
    inside = rules.inside.at(text, at)
    return (at + len(inside), inside) if inside else (start, "")


def _rest_end(text: str, end: int, rules: Grammar) -> int:
    """The end of the further parts of a product or quotient."""
    while text[(sign := skip_space(text, end)) : sign + 1] in ("/", "·"):
        start = skip_space(text, sign + 1)
        multiplier = "" if rules.units.at(text, start) else rules.multipliers.at(text, start)
        name_start = skip_space(text, start + len(multiplier)) if multiplier else start
        name = rules.units.at(text, name_start)
        if not name and not multiplier:
            break
        end = name_start + len(name) if name else start + len(multiplier)
    return end
