"""Quantities as text: with their unit, rounded half up, in the number formats of Excel."""

import re

from msgspec import Struct
from msgspec.structs import replace

from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import power_of_ten
from plan_compiler.quantity.mention import Mention
from plan_compiler.quantity.quantity import Quantity, UnitMismatchError, significant_decimals
from plan_compiler.quantity.senses import Sense
from plan_compiler.quantity.units import PERCENT, POINTS, Unit, currency_of, parse_unit
from plan_compiler.rational import Fraction

MAX_FORMAT_LENGTH = 40

_FORMAT = compiled(
    r"(?P<currency>[^#0]*)(?P<grouped>#,##)?0(?:\.(?P<fixed>0*)(?P<optional>#*))?(?P<unit>.*)", re.DOTALL
)
_SPELLED_OUT = 6
"""An exact value is printed in full up to this many decimals, and to `_OTHERWISE` beyond."""
_OTHERWISE = 2
_MOST = 20
_SIGNIFICANT = 2


class NumberFormatError(ValueError):
    """A text that is no number format, or a format whose unit the figure cannot be in. `format` is the text."""

    def __init__(self, text: str) -> None:
        super().__init__(f"no number format: {text}")
        self.format = text


class FormatUnitError(NumberFormatError):
    """A format whose unit the figure cannot be in. `unit` is the figure's own."""

    def __init__(self, text: str, unit: str) -> None:
        super().__init__(text)
        self.unit = unit


class NumberFormat(Struct, frozen=True):
    """A number format: at least `fixed` decimals and at most `fixed` + `optional`, converted to `unit` if given."""

    grouped: bool
    fixed: int
    optional: int
    unit: Unit | None


def parse_format(text: str) -> NumberFormat:
    """A format of Excel: ``0``, ``0.0``, ``0.##``, ``#,##0.00``, ``0.0%``; or with a unit to convert to: ``0.0亿元``,
    ``£#,##0.0 million``.

    The unit may be in double quotes, as Excel wants it. Raises `NumberFormatError`.
    """
    match = _FORMAT.fullmatch(text.strip()) if len(text) <= MAX_FORMAT_LENGTH else None
    currency = match["currency"].strip() if match else ""
    if match is None or currency_of(currency) != currency:
        raise NumberFormatError(text)
    fixed, optional = len(match["fixed"] or ""), len(match["optional"] or "")
    space = " " if currency[-1:].isalpha() or match["unit"][:1] == " " else ""
    name = match["unit"].strip().strip('"').strip()
    unit = f"{currency}{space}{name}".strip()
    if fixed + optional > _MOST or re.search(r'[0-9#,.;"]', unit):
        raise NumberFormatError(text)
    return NumberFormat(bool(match["grouped"]), fixed, optional, parse_unit(unit) if unit else None)


def format_quantity(
    quantity: Quantity, format: str | None = None, language: str = "zh-CN", *, grouped: bool = False
) -> str:
    """The figure as it is printed, with its unit behind it (a pure number has none; % follows without a space), a sign of
    money before it (£1,246.0 million).

    Without a format it has its own decimals, none where its precision is coarser than the unit; an exact figure is
    printed in full up to six decimals, else to two. Values are rounded half up, that is, away from zero. A range (no
    nominal value) is printed from end to end, one without a bound with ≥ or ≤.

    A share below one is printed in per cent where no format asks for something else. Without a format, thousands are
    separated where the language does so, or with `grouped`.

    Raises `NumberFormatError` for a text that is no format, `FormatUnitError` for a unit that the figure cannot be in.
    """
    known = words(language)
    if format is None:
        quantity = _readable(quantity)
    form = (
        _default_format(quantity, grouped=grouped or known.typography.groups)
        if format is None
        else parse_format(format)
    )
    if form.unit is not None:
        try:
            quantity = quantity.expressed(form.unit)
        except UnitMismatchError:
            raise FormatUnitError(format or "", unit_text(quantity.unit, language)) from None
    return with_unit(_printed(quantity, form, known.typography.range_sign), quantity.unit, language)


def with_unit(number: str, unit: Unit, language: str) -> str:
    """A printed number with its unit: 12.5%, 300 km; £1,246.0 million, -£5m, GBP 12 million."""
    return with_unit_text(number, unit_text(unit, language), language)


def with_unit_text(number: str, text: str, language: str) -> str:
    """A printed number with a unit as a table has it, `text`, as `with_unit` prints it; as it is where it ends in that itself (50%)."""
    if number.endswith(text):
        return number
    if not (currency := currency_of(text)):
        space = " " if words(language).units.spaced and text not in ("", "%", "‰") else ""
        return f"{number}{space}{text}"
    digits = number.lstrip("-≥≤")
    space = " " if currency[-1].isalpha() else ""
    scale = text[len(currency) :]
    if scale.strip(" '’").startswith("000"):
        scale = scale.replace("'", "").replace("’", "").replace("000", " thousand", 1)
    if scale[:1] == " " and scale.strip() in words(language).units.abbreviated and not space:
        scale = scale.lstrip()
    return f"{number[: len(number) - len(digits)]}{currency}{space}{digits}{scale}"


def format_like(mention: Mention) -> str | None:
    """The format that prints a figure as it is worded: ``#,##0.0亿元``. None where no format can, or it has no unit."""
    decimals, unit = mention.quantity.decimals or 0, mention.quantity.unit.text
    whole = "#,##0" if "," in mention.text else "0"
    number, currency = f"{whole}.{'0' * decimals}" if decimals > 0 else whole, currency_of(unit)
    text = f"{currency}{number}{unit[len(currency) :]}"
    try:
        parse_format(text)
    except NumberFormatError:
        return None
    return text if unit and mention.qualifier is Qualifier.EXACTLY else None


def with_bound(quantity: Quantity, language: str = "zh-CN") -> str:
    """The figure as `format_quantity` prints it, with ≥ or ≤ before it where it is but a bound."""
    return f"{quantity.bound}{format_quantity(quantity, None, language)}"


def unit_text(unit: Unit, language: str) -> str:
    """The name of a unit as it is printed behind a number: 9.5/10万 is in 1/10万, 3×10万元 in 10万元."""
    if unit == POINTS:
        return words(language).units.points
    if not unit.text[:1].isdigit():
        return unit.text
    return unit.text[1:] if unit.text.startswith("1/") else f"×{unit.text}"


def format_as(quantity: Quantity, mention: Mention, language: str) -> str:
    """The figure as a text would print it in place of `mention`: in the unit of that, with as many decimals (its own, where it needs no
    other unit and has more), and with thousands separators where that has them. As `format_quantity` prints it where the units do not compare, where it is so far
    from the mention that the unit of that may be the slip, or where nothing would be left of it.
    """
    decimals = mention.quantity.decimals or 0
    try:
        own = quantity.expressed(mention.quantity.unit)
    except UnitMismatchError:
        return format_quantity(quantity, None, language)
    if _is_far(own, mention.quantity):
        return format_quantity(quantity, None, language)
    if own == quantity:
        decimals = max(decimals, quantity.decimals or 0)
    if own.nominal is None or not 0 <= decimals <= _MOST or (own.nominal and not round_half_up(own.nominal, decimals)):
        return format_quantity(quantity, None, language)
    grouped = "#,##0" if "," in mention.text else "0"
    return format_quantity(own, f"{grouped}.{'0' * decimals}" if decimals else grouped, language)


def in_unit_of(mention: Mention, quantity: Quantity, language: str) -> str:
    """The figure in the unit of a mention that it is compared with (478.25亿元 for 4782500万元); "" where it has no exact decimals
    there, where the units do not compare, and where the unit of the mention may be the slip.
    """
    try:
        own = quantity.expressed(mention.quantity.unit)
    except UnitMismatchError:
        return ""
    if (
        own.nominal is None
        or (own.nominal * power_of_ten(_SPELLED_OUT)).denominator != 1
        or _is_far(own, mention.quantity)
    ):
        return ""
    decimals = mention.quantity.decimals or 0
    return format_quantity(without_added_zeros(own, decimals), None, language, grouped="," in mention.text)


def _is_far(quantity: Quantity, other: Quantity) -> bool:
    """Whether two figures in one unit are a thousand times apart or more, as by a wrong unit."""
    if not quantity.nominal or not other.nominal:
        return False
    return not Fraction(1, 1000) < abs(Fraction(quantity.nominal) / Fraction(other.nominal)) < 1000


def without_added_zeros(quantity: Quantity, decimals: int) -> Quantity:
    """The figure with the zeros cut off that a change of units has put behind it, down to `decimals`: 45.3000亿元 of 453000万元
    is 45.3亿元. For showing it: its interval stays what it is.
    """
    shown = quantity.decimals
    while shown is not None and shown > max(decimals, 0) and quantity.nominal is not None:
        if (quantity.nominal * power_of_ten(shown - 1)).denominator != 1:
            break
        shown -= 1
    return replace(quantity, decimals=shown)


def plain(quantity: Quantity, *, grouped: bool = False) -> str:
    """The number of `format_quantity` without its unit, for figures that are compared or processed; `grouped`: with
    thousands separators.
    """
    return _printed(quantity, _default_format(quantity, grouped=grouped), "..")


def round_half_up(value: Fraction, decimals: int) -> Fraction:
    """`value` to `decimals`, halves away from zero."""
    unit = power_of_ten(-decimals)
    steps = (abs(value) / unit + Fraction(1, 2)).__floor__()
    return steps * unit if value >= 0 else -steps * unit


def _readable(quantity: Quantity) -> Quantity:
    """A share below one in per cent."""
    unit, value = quantity.unit, quantity.nominal
    is_share = not unit.text and unit.sense is not Sense.NUMBER and value is not None and abs(value) < 1
    return quantity.converted(replace(PERCENT, sense=unit.sense)) if is_share else quantity


def _default_format(quantity: Quantity, *, grouped: bool = False) -> NumberFormat:
    """Its own decimals; of a quotient at least two significant digits."""
    if quantity.decimals is not None:
        decimals = quantity.decimals
        if quantity.nominal and _is_quotient(quantity.interval.width, quantity.nominal, decimals):
            decimals = max(decimals, significant_decimals(quantity.nominal, _SIGNIFICANT))
        return NumberFormat(grouped, min(max(decimals, 0), _MOST), 0, None)
    value = quantity.nominal or Fraction(0)
    if (value * power_of_ten(_SPELLED_OUT)).denominator == 1:
        return NumberFormat(grouped, 0, _SPELLED_OUT, None)
    return NumberFormat(grouped, _OTHERWISE, 0, None)


def _is_quotient(width: Fraction | None, nominal: Fraction, decimals: int) -> bool:
    """Whether a figure has digits behind its decimals, and is as precise as they are: sums of rounded figures are not."""
    unit = power_of_ten(-decimals)
    return width is not None and width <= unit and (nominal / unit).denominator != 1


def _printed(quantity: Quantity, form: NumberFormat, range_sign: str) -> str:
    if quantity.nominal is not None:
        return _digits(quantity.nominal, form)
    low, high = quantity.interval.low, quantity.interval.high
    # The ends of a printed range lie half a unit within its interval: 2-3 stands for [1.5, 3.5].
    half = Fraction(0) if quantity.decimals is None else power_of_ten(-quantity.decimals) / 2
    if low is None or high is None:
        bound = low if high is None else high
        return "" if bound is None else f"{'≥' if high is None else '≤'}{_digits(bound, form)}"
    if low + half > high - half:
        half = Fraction(0)
    return f"{_digits(low + half, form)}{range_sign}{_digits(high - half, form)}"


def _digits(value: Fraction, form: NumberFormat) -> str:
    decimals = form.fixed + form.optional
    steps = abs(round_half_up(value, decimals)) * power_of_ten(decimals)
    text = str(int(steps)).rjust(decimals + 1, "0")
    whole, fraction = text[: len(text) - decimals], text[len(text) - decimals :]
    fraction = fraction[: form.fixed] + fraction[form.fixed :].rstrip("0")
    grouped = f"{int(whole):,}" if form.grouped else whole
    sign = "-" if value < 0 and steps else ""
    return f"{sign}{grouped}.{fraction}" if fraction else f"{sign}{grouped}"
