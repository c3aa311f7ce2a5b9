"""What is written in a cell of a data table, read as a figure in the unit of the cell."""

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.vocabulary import Words
from plan_compiler.link.readings import in_unit
from plan_compiler.link.reasons import Reason
from plan_compiler.link.results import Result, Unknown
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import Interval
from plan_compiler.quantity.mention import Mention, read_mention
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import Unit, is_known_unit
from plan_compiler.rational import Fraction

_DASHES = "-‐‑‒–—―−－─ "
_BEGINS_AS_NUMBER = compiled(r"[-+−（(]?\s*[0-9０-９]")
_SIGNS = compiled(r"[\W_]+")
_LOOKS_LIKE_NUMBER = compiled(r"(?=.*[0-9０-９½¼¾])[\W_]*[0-9０-９lIOo½¼¾](?:[\W_]|[0-9０-９lIOo½¼¾])*")
"""Digits with what is mistaken for one, and signs; but no word: l2, .5, —12, [12], ▲12."""


class Precision(Struct, frozen=True):
    """How precise the figures of a column are: exact, cut at their last decimal, or rounded, to `decimals` if given."""

    exact: bool = False
    truncated: bool = False
    decimals: int | None = None


def read_cell(written: Number | str, unit: Unit, precision: Precision, words: Words, key: str) -> Result:
    """The figure of a cell: of a number as printed, of a worded figure (≥95, 2-3), in `unit`.

    Without one, why: `NOTHING` for a dash, `MALFORMED` for what looks like a number and is none, `QUALITATIVE` for other
    words. A figure in a unit of another kind is in that unit.
    """
    if isinstance(written, Number):
        return _in_unit(_of_number(written, unit, precision), unit)
    text = written.strip()
    if not text.strip(_DASHES) or text in words.meanings.no_unit | words.meanings.undecided:
        return Unknown(Reason.NOTHING, key)
    begins = _BEGINS_AS_NUMBER.match(text) is not None or _LOOKS_LIKE_NUMBER.fullmatch(text) is not None
    reading = read_mention(text, language=words.language)
    if isinstance(reading, Mention) and not (begins and (text[-1] in _DASHES or _has_strange_end(reading))):
        return _in_unit(in_unit(reading.fact, unit.text), unit)
    return Unknown(Reason.MALFORMED, text) if begins else Unknown(Reason.QUALITATIVE, key)


def _of_number(number: Number, unit: Unit, precision: Precision) -> Quantity:
    own = None if number.unit else precision.decimals
    quantity = Quantity.from_number(number, unit.text, exact=precision.exact, decimals=own)
    if precision.exact or not precision.truncated:
        return quantity
    cut = Interval.truncated(Fraction(number.value), number.decimals if own is None else own)
    return replace(quantity, interval=cut)


def _in_unit(quantity: Quantity, unit: Unit) -> Quantity:
    return quantity.converted(unit) if quantity.unit.dimension == unit.dimension else quantity


def _has_strange_end(reading: Mention) -> bool:
    """Whether a unit that no table knows, or a sign that belongs to nothing, stands behind the number."""
    unit = reading.fact.unit
    return (bool(unit.text) and not is_known_unit(unit.text)) or _SIGNS.fullmatch(reading.noun) is not None
