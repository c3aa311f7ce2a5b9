"""Diagnostics: expected faults as values. The words are chosen by the report, from the kind's messages."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

from plan_compiler.diagnostics.places import Place, Span

_NOTHING: Mapping[str, str] = MappingProxyType({})


def _nothing() -> Mapping[str, str]:
    return _NOTHING


class Severity(StrEnum):
    """How certain the fault is: errors only when certain."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Message(Struct, frozen=True):
    """A sentence in both languages: `str.format` templates over a diagnostic's arguments."""

    zh: str
    en: str


class Kind(Struct, frozen=True):
    """A kind of finding, as the catalogue lists it.

    `code` is a family and a number (SUM101), `name` names the fault (subtotal-mismatch), `title` is one line for
    the catalogue. `messages` holds the sentences by key: "message" and, where it has one, "hint"; a kind with
    several sentences adds keys of its own. `manual` is the page that `plan explain` prints.
    """

    code: str
    name: str
    severity: Severity
    title: Message
    messages: Mapping[str, Message]
    manual: str = ""


class Related(Struct, frozen=True):
    """Another place that bears on a diagnostic; `message` is a key of the kind's messages."""

    where: Span | Place
    message: str
    args: Mapping[str, str] = field(default_factory=_nothing)


class Fix(Struct, frozen=True):
    """A replacement of one stretch of source that mends the fault. `safe`: it changes no meaning."""

    where: Span | Place
    replacement: str
    safe: bool = False


class Diagnostic(Struct, frozen=True):
    """One fault found in a plan.

    `where` is a span when the reader found it (the node may not be in the plan at all), else a place, else None
    for a fault without one. `message` and `hint` are keys of `kind.messages`; `args` fills them. So is `explanation`: what
    would explain the fault, if anything does. `values` are the figures the fault turns on, by role, as printed: a waiver is bound to them. `subject` is the text in question
    where one field may hold several.
    """

    kind: Kind
    where: Span | Place | None
    args: Mapping[str, str] = field(default_factory=_nothing)
    message: str = "message"
    hint: str | None = None
    explanation: str | None = None
    values: Mapping[str, str] = field(default_factory=_nothing)
    subject: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
