"""Rows of the tables of a review, and how figures and entities are told in them."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from plan_compiler.diagnostics import Message
from plan_compiler.diff.changes import Entity, EntityKind, Sense
from plan_compiler.diff.figures import Difference, FigureChange
from plan_compiler.diff.prints import Print
from plan_compiler.diff.words import Piece
from plan_compiler.link.linked import LinkedPlan, Result, Unknown
from plan_compiler.link.queries import words_before
from plan_compiler.quantity.printing import format_quantity, with_bound
from plan_compiler.quantity.quantity import Quantity, significant_decimals
from plan_compiler.report import review_words as w
from plan_compiler.report.revision import Revision
from plan_compiler.report.terminal import fitted
from plan_compiler.report.wording import Speaker
from plan_compiler.rules.sums.tables import cell_of, names

Tone: TypeAlias = Literal["plain", "good", "bad", "added", "removed"]
"""How a row is to strike the eye: `bad` wants to be looked at."""

NONE = "—"
_SHOWN = 3
MOST_CELLS = 80


class Row(Struct, frozen=True):
    """Finished words, a cell each. `pieces` are, instead of the last cell, a text with what was deleted and inserted.

    `place` is ``file:line:column``; "" for none. `total`: it sums up the rows above it.
    """

    cells: tuple[str, ...]
    tone: Tone = "plain"
    place: str = ""
    pieces: tuple[Piece, ...] = ()
    total: bool = False


class Table(Struct, frozen=True):
    """Rows under a title; `key` names the table whatever the language."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def value(result: Result, language: str) -> str:
    """A figure as it is printed; a dash for none."""
    return NONE if isinstance(result, Unknown) else with_bound(result, language)


def signed(quantity: Quantity | None, language: str) -> str:
    """A difference with its sign, as the printed figures give it: 52.3 to 50 is -2.3."""
    if quantity is None:
        return NONE
    nominal = quantity.nominal
    text = format_quantity(quantity if nominal is None else Quantity.of(nominal, quantity.unit), None, language)
    return f"+{text}" if quantity.nominal is not None and quantity.nominal > 0 else text


def rate(quantity: Quantity | None, language: str) -> str:
    """Growth in per cent: to one decimal, a small one to two digits, or as far as the figures warrant."""
    if quantity is None or quantity.nominal is None:
        return NONE
    plain = quantity.decimals is None or quantity.decimals >= 1
    decimals = min(max(1, significant_decimals(quantity.nominal, 2)), 9)
    text = format_quantity(quantity, f"0.{'0' * decimals}%" if plain else None, language)
    return f"+{text}" if quantity.nominal > 0 else text


def differences(difference: Difference | None, language: str) -> tuple[str, str]:
    """Difference and per cent."""
    if difference is None:
        return NONE, NONE
    return signed(difference.amount, language), rate(difference.rate, language)


def values(change: FigureChange, language: str) -> tuple[str, str, str, str]:
    """Old, new, difference, per cent."""
    return (value(change.before, language), value(change.after, language), *differences(change.difference, language))


def called(entity: Entity, speaker: Speaker, linked: LinkedPlan | None = None) -> str:
    """An entity by its name and id."""
    name = fitted(entity.name, MOST_CELLS)
    if entity.kind is EntityKind.PROJECT and entity.id:
        return f"{entity.id} {name}"
    if not name:
        return entity.id or _first_words(entity, linked) or speaker.say(w.ENTITIES[entity.kind])
    return name


def _first_words(entity: Entity, linked: LinkedPlan | None) -> str:
    """Of a section without a title, its number."""
    label = linked.labels.get(entity.home) if linked is not None else None
    return label.printed if label is not None else ""


def listed(names: Sequence[str], speaker: Speaker) -> str:
    """The first of several names, and how many there are."""
    joined = speaker.say(w.COMMA)
    if len(names) <= _SHOWN:
        return joined.join(names)
    shown = joined.join(names[:_SHOWN])
    return speaker.say(w.ITEMS, {"shown": shown, "count": len(names), "more": len(names) - _SHOWN})


def column_title(linked: LinkedPlan, field: str, speaker: Speaker) -> str:
    """What a field of a figure is called: a year, an amount, the id of a column."""
    own = linked.plan.annex.columns if linked.plan.annex is not None else None
    match field:
        case "total":
            return (own.total if own is not None else None) or speaker.say(w.TOTAL)
        case "in_period":
            return (own.in_period if own is not None else None) or speaker.say(w.IN_PERIOD)
        case _ if field.isdecimal():
            return linked.words.indicator_columns.year.format(year=field)
        case _:
            return field


def heading_of(column: Message, linked: LinkedPlan, speaker: Speaker) -> str:
    """The title of a column of a review; the amounts of projects are called as the annex calls them."""
    field = {w.TOTAL: "total", w.IN_PERIOD: "in_period"}.get(column)
    return speaker.say(column) if field is None else column_title(linked, field, speaker)


def change_name(change: FigureChange, revision: Revision, speaker: Speaker) -> str:
    """What a changed figure is of; one whose home is a text is called by the words before it."""
    old, new = revision.old.linked, revision.new.linked
    symbol = new.symbols.by_id.get(change.key)
    if symbol is not None and (before := words_before(new, symbol)):
        return before
    if change.entity is None:
        return symbol.name if symbol is not None and symbol.name else change.key
    name = called(change.entity, speaker)
    if change.key.startswith("count("):
        return speaker.say(w.ENTRIES, {"name": name})
    told = cell_name(new, change.key, speaker) or cell_name(old, change.old_key, speaker)
    told = told or f"{name} {column_title(new, change.field, speaker)}".rstrip()
    return speaker.say(w.STATED, {"name": told}) if change.stated else told


def cell_name(linked: LinkedPlan, key: str, speaker: Speaker) -> str:
    """What a cell of a data table is called; "" for another figure."""
    found = cell_of(linked, key)
    return "" if found is None else speaker.say(w.CELL, names(*found))


def printed_places(figures: Sequence[FigureChange]) -> dict[Print, list[FigureChange]]:
    """The places of texts that print figures with another value, and which figures each of them prints."""
    found: dict[Print, list[FigureChange]] = {}
    for change in figures:
        for shown in change.prints if change.sense is Sense.VALUE else ():
            found.setdefault(shown, []).append(change)
    return found


def is_count_of_projects(change: FigureChange) -> bool:
    """Whether it is how many projects there are, which stands beside the investment."""
    kinds = (EntityKind.CATEGORY, EntityKind.ANNEX)
    return change.key.startswith("count(") and change.entity is not None and change.entity.kind in kinds


def place_of(revision: Revision, change: FigureChange) -> str:
    """Where a figure stands in the new version."""
    node = revision.new.linked.figures.get(change.key)
    if change.stated and change.entity is not None:
        return revision.new.position((*change.entity.home, "stated", change.field))
    if node is not None and node.home is not None:
        span = revision.new.span(node.home)
        return revision.new.paths.position(span) if span is not None else ""
    return revision.new.position(change.entity.home) if change.entity is not None else ""
