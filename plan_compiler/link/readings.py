"""Wordings that stand for figures: what they say, and the findings where they say nothing or in the wrong unit."""

from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Place
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.link.faults.figures import UNIT_MISMATCH, UNREADABLE_FIGURE
from plan_compiler.link.linked import Result, Unknown
from plan_compiler.link.reasons import Reason
from plan_compiler.patterns import compiled
from plan_compiler.quantity.grammar import grammar, half_width
from plan_compiler.quantity.mention import MalformedMention, Mention, MentionReading, read_mention
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.senses import Sense
from plan_compiler.quantity.unit_reading import read_unit
from plan_compiler.quantity.units import is_known_unit, is_pure, parse_unit

_ALIKE = str.maketrans("OoIl", "0011")
_LETTERS_IN_NUMBER = compiled(r"(?=.*[OoIl])[0-9][0-9,.]*[0-9OoIl]*")
_BRACKETS = "（）() "
_PLAIN_NUMBER = compiled(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_NUMBER = compiled(r"^[-≥≤0-9.,～–]*")


def result_of(reading: MentionReading, *, exact: bool = False) -> Result:
    """The figure that a wording makes known, its qualifier included; where it has none, `exact` makes it exact."""
    match reading:
        case MalformedMention():
            return Unknown(Reason.UNREADABLE, reading.text)
        case Mention():
            nominal = reading.quantity.nominal
            if exact and nominal is not None and reading.qualifier is Qualifier.EXACTLY:
                return Quantity.of(nominal, reading.quantity.unit)
            return reading.fact


def stated_of(reading: MentionReading) -> Result:
    """The figure that a wording sets beside a computed one, from which it may have been rounded."""
    return Unknown(Reason.UNREADABLE, reading.text) if isinstance(reading, MalformedMention) else reading.claimed


def cell_quantity(
    number: Number, unit_text: str, language: str, *, exact: bool = False, decimals: int | None = None
) -> Quantity:
    """The figure of a cell in a column of this unit, or in a unit of its own (``1.2亿元``). A count is exact, unless
    `decimals` says how it was rounded.

    What stands behind the number may be a qualifier (``98以上``, ``98%左右``).
    """
    if (worded := _worded(number, language)) is not None:
        return in_unit(worded.fact, unit_text)
    quantity = Quantity.from_number(number, unit_text, exact=exact, decimals=decimals)
    return quantity if decimals is not None else quantity.as_count()


def own_unit(number: Number, language: str) -> str:
    """The unit that a cell has of its own, without the qualifier behind it; "" for none."""
    worded = _worded(number, language)
    return number.unit if worded is None else worded.quantity.unit.text


def _worded(number: Number, language: str) -> Mention | None:
    if not number.unit or is_known_unit(number.unit):
        return None
    reading = read_mention(number.text, language=language)
    return reading if isinstance(reading, Mention) and reading.qualifier is not Qualifier.EXACTLY else None


def in_unit(quantity: Quantity, unit_text: str) -> Quantity:
    """A figure of a column, in the unit of the column unless it has one of its own: ``1.2万`` of 元 is 1.2万元."""
    own = quantity.unit
    if is_pure(own) and (own.factor > 1 or not own.text):
        return replace(quantity, unit=parse_unit(f"{own.text}{unit_text}"))
    return quantity


def repeated_unit(printed: str, after: str, language: str) -> str:
    """The unit with which the text goes on right behind a printed figure that has one of its kind; "" for none."""
    rules, plain = grammar(language), half_width(after)
    own = _NUMBER.sub("", printed).strip()
    unit = read_unit(plain, 0, rules)
    if not own or not unit.text or unit.inside or unit.text == unit.multiplier:
        return ""
    goes_on = rules.names.at(plain, 0) or plain.startswith(words(language).data_table.averages)
    is_same = parse_unit(own).dimension == parse_unit(unit.text).dimension
    return "" if goes_on or not is_same else after[: unit.end]


def unit_mismatch(text: str, left: str, right: str, place: Place, *, hint: str = "hint") -> Diagnostic:
    """The finding for figures in units that do not go together; "" is the unit of a pure number."""
    pure = not left or not right
    args = {"text": text, "unit": left or right} if pure else {"text": text, "left": left, "right": right}
    message = "pure" if pure else "message"
    units = (parse_unit(left), parse_unit(right))
    if all(map(is_pure, units)) and any(unit.sense is Sense.POINTS for unit in units):
        message, hint = "points", "senses"
    if hint == "cell" and (meant := _with_digits(text.strip())):
        return Diagnostic(UNIT_MISMATCH, place, {"text": text, "number": meant}, "letter", hint="number", subject=text)
    if (words_behind := _words_behind(text.strip(), left)) is not None:
        number = text.strip().removesuffix(words_behind).rstrip()
        args = {"text": text, "words": words_behind, "number": number}
        return Diagnostic(UNIT_MISMATCH, place, args, "words", hint="note", subject=text)
    if left and right and (left.endswith(f" {right}") or right.endswith(f" {left}")):
        args["unit"], hint = min(left, right, key=len), "noun"
    multiplier = left.removesuffix(right) if hint == "cell" and right and left != right else ""
    if multiplier and text.strip().endswith(multiplier):
        args = {"text": text, "multiplier": multiplier, "unit": right, "left": left}
        args["number"] = text.strip().removesuffix(multiplier).rstrip()
        message, hint = "doubled", "number"
    return Diagnostic(UNIT_MISMATCH, place, args, message, hint=hint, subject=text)


def _words_behind(text: str, unit: str) -> str | None:
    """What stands behind a number, as it is printed, where that is no unit but words (880（备用）); None for anything else."""
    own = text[len(text) - len(unit) :]
    number = text[: len(text) - len(unit)].rstrip()
    is_words = unit != "" and not is_known_unit(unit) and own.strip(_BRACKETS) == unit.strip(_BRACKETS)
    return own if is_words and _PLAIN_NUMBER.fullmatch(half_width(number)) else None


def _with_digits(text: str) -> str:
    """A number in which letters were typed for the digits that look like them (24O), with the digits; "" for anything else."""
    return text.translate(_ALIKE) if _LETTERS_IN_NUMBER.fullmatch(text) else ""


def unreadable(fault: MalformedMention, place: Place) -> Diagnostic:
    """The finding for a wording without a figure."""
    message = fault.reason.value if fault.reason.value in UNREADABLE_FIGURE.messages else "message"
    args = {"text": fault.text, "currency": fault.currency}
    hint = "include" if fault.currency else "hint"
    return Diagnostic(UNREADABLE_FIGURE, place, args, message, hint=hint, subject=fault.text)
