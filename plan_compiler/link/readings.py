"""Wordings that stand for figures: what they say, and the finding where they say nothing."""

from dataclasses import replace

from plan_compiler.diagnostics import Diagnostic, Place
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.link.faults.figures import UNREADABLE_FIGURE
from plan_compiler.link.linked import Result, Unknown
from plan_compiler.link.reasons import Reason
from plan_compiler.quantity.mention import MalformedMention, Mention, MentionReading
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.units import is_pure, parse_unit


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


def in_unit(quantity: Quantity, unit_text: str) -> Quantity:
    """A figure of a column, in the unit of the column unless it has one of its own: ``1.2万`` of 元 is 1.2万元."""
    own = quantity.unit
    if is_pure(own) and (own.factor > 1 or not own.text):
        return replace(quantity, unit=parse_unit(f"{own.text}{unit_text}"))
    return quantity


def unreadable(fault: MalformedMention, place: Place) -> Diagnostic:
    """The finding for a wording without a figure."""
    message = fault.reason.value if fault.reason.value in UNREADABLE_FIGURE.messages else "message"
    return Diagnostic(UNREADABLE_FIGURE, place, {"text": fault.text}, message, hint="hint", subject=fault.text)
