"""Reading a printed number: exact, whatever its length in digits, and never through a float."""

import re
from decimal import Decimal
from typing import NoReturn

from plan_compiler.patterns import compiled
from plan_compiler.quantity.number import MalformedNumberError, Number, NumberFault
from plan_compiler.quantity.units import currency_of

MAX_LENGTH = 64
"""The longest text that is read as a number, its unit included."""

_HALF_WIDTH = str.maketrans(
    "０１２３４５６７８９．，－＋−（）％／　\xa0\u2005\u2006\u2009\u202f",
    "0123456789.,-+-()%/  \u2009\u2009\u2009\u2009",
)
_PLAIN = compiled(r"[0-9]+(?:\.([0-9]+))?")
_FIGURE = compiled(r"(?P<digits>[0-9][0-9,\u2009]*(?:\.[0-9]+)?)(?P<rest>.*)", re.DOTALL)
_MONEY = compiled(
    r"(?P<sign>[-+]?)\s?(?P<currency>(?:[^\W\d_]{1,3})?[$€£¥￥]|[A-Z]{3}(?=\s))\s?(?P<number>[0-9].*)", re.DOTALL
)
_GROUPED = compiled(r"[0-9]{1,3}(?P<separator>[,\u2009])[0-9]{3}(?:(?P=separator)[0-9]{3})*")
_SIGN = "%‰‱°℃℉$€£µ㎡㎢㎥㎞㎏·*/()²³"
_UNIT = compiled(rf"(?![eE][0-9])(?=[^\W\d_]|[{_SIGN}])(?:[^\W\d_][23]?|[{_SIGN} -])*")


_AMOUNT = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_BOUNDS = compiled(rf"{_AMOUNT}\s?(?P<unit>[^\W\d_]{{0,4}}|[%‰])\s?[-–—~～〜至到]\s?{_AMOUNT}\s?[^\W\d_]{{0,6}}[%‰]?")
_RATIO = compiled(rf"{_AMOUNT}\s?[:：∶]\s?{_AMOUNT}")
_THOUSANDS = compiled(r"[,，](?<=[0-9０-９].)[0-9０-９]{3}")


def is_range(text: str) -> bool:
    """Whether a cell prints two numbers as the ends of a range: ``6-7``, ``6%～7%``."""
    return len(text) <= MAX_LENGTH and _BOUNDS.fullmatch(text.translate(_HALF_WIDTH).strip()) is not None


def is_ratio(text: str) -> bool:
    """Whether a cell prints the ratio of two numbers: ``3:1``."""
    return len(text) <= MAX_LENGTH and _RATIO.fullmatch(text.translate(_HALF_WIDTH).strip()) is not None


def is_grouped(text: str) -> bool:
    """Whether a figure is written with commas between its thousands."""
    return _THOUSANDS.search(text) is not None


def read_number(text: str) -> Number:
    """The number that `text` prints, with the unit behind it.

    Read are an optional sign (``-``, ``−``, ``+``) or parentheses for a negative, digits of half or full width in
    groups of three or in none, decimals, and an optional unit: ``1,234.5``, ``（12）``, ``50%``, ``4.17万元``, ``£96m``. The
    separator of groups is a comma or a thin space (GB/T 15835).

    Raises `MalformedNumberError` for every other text, and for one longer than `MAX_LENGTH`.
    """
    if len(text) <= MAX_LENGTH and (match := _PLAIN.fullmatch(text)):
        return Number(text, Decimal(text), len(match[1] or ""))
    return _read(text)


def _read(text: str) -> Number:
    if len(text) > MAX_LENGTH:
        _refuse(text, NumberFault.TOO_LONG)
    plain = text.translate(_HALF_WIDTH).strip()
    if not plain:
        _refuse(text, NumberFault.EMPTY)
    money = _MONEY.fullmatch(plain)
    currency = money["currency"] if money and currency_of(money["currency"]) == money["currency"] else ""
    negative, unsigned = _sign(text, money["sign"] + money["number"] if money and currency else plain)
    match = _FIGURE.fullmatch(unsigned)
    if match is None:
        _refuse(text, NumberFault.NOT_A_NUMBER)
    unit = match["rest"].strip()
    if unit and not _UNIT.fullmatch(unit):
        _refuse(text, NumberFault.TRAILING_TEXT)
    whole, _, fraction = match["digits"].partition(".")
    if currency:
        unit = f"{currency}{' ' if match['rest'][:1].isspace() else ''}{unit}"
    value = Decimal(f"{_ungrouped(text, whole, fraction)}.{fraction}" if fraction else _ungrouped(text, whole, ""))
    return Number(text, value.copy_negate() if negative and value else value, len(fraction), unit)


def _sign(text: str, plain: str) -> tuple[bool, str]:
    if plain.startswith("("):
        inner, close, unit = plain[1:].partition(")")
        if not close or inner.lstrip().startswith(("-", "+")):
            _refuse(text, NumberFault.PARENTHESES)
        return True, inner.strip() + unit
    if plain.startswith(("-", "+")):
        return plain[0] == "-", plain[1:].lstrip()
    return False, plain


def _ungrouped(text: str, whole: str, fraction: str) -> str:
    if whole.isdigit():
        return whole
    if not _GROUPED.fullmatch(whole):
        _refuse(text, NumberFault.GROUPING)
    if "," in whole and len(fraction) == 3:
        _refuse(text, NumberFault.AMBIGUOUS_SEPARATORS)
    return re.sub(r"\D", "", whole)


def _refuse(text: str, reason: NumberFault) -> NoReturn:
    raise MalformedNumberError(text, reason)
