"""Figures as they are worded where they stand: with the words or signs that bound or blur them (≤3.0‰, 约220亿元, 98%以上)."""

import re

from plan_compiler.diagnostics import Place
from plan_compiler.language.vocabulary import Qualifier
from plan_compiler.language.words import words
from plan_compiler.link.linked import FigureNode, LinkedPlan, Unknown
from plan_compiler.model.paths import node_at
from plan_compiler.model.plan import Plan
from plan_compiler.model.prose import Defined
from plan_compiler.patterns import compiled
from plan_compiler.quantity.mention import Mention, read_mention, touching_after, touching_before
from plan_compiler.quantity.number import Number
from plan_compiler.quantity.printing import unit_text, with_bound, with_unit
from plan_compiler.quantity.units import Unit, currency_of

_FIRST_DIGIT = compiled(r"[0-9０-９]")
_LAST_DIGIT = compiled(r"^.*[0-9０-９]", re.DOTALL)


def worded(linked: LinkedPlan, key: str) -> str:
    """The figure `key` as a person reads it: as it is worded at its home, else as it is printed; "" without a value."""
    node = linked.figures[key]
    if isinstance(node.result, Unknown):
        return ""
    return wording(linked, node) or with_bound(node.result, linked.plan.language)


def wording(linked: LinkedPlan, node: FigureNode) -> str:
    """How a figure is worded at its home, where that is a text or its words qualify it; else ""."""
    return _in_text(linked, node.home) or worded_in_data(linked.plan, node)


def worded_in_data(plan: Plan, node: FigureNode) -> str:
    """A figure as it is worded in a table or among the facts, with its unit; "" where it has no such words."""
    if node.computed or node.home is None or node.home.start is not None or isinstance(node.result, Unknown):
        return ""
    written = node_at(plan, node.home.path)
    text = written.text if isinstance(written, Number) else written
    return _with_unit(text, node.result.unit, plan.language) if isinstance(text, str) else ""


def is_qualified(before: str, after: str, language: str) -> bool:
    """Whether the words around a figure bound or blur it."""
    known = words(language).qualifiers
    leading = (known.before.get(word, Qualifier.EXACTLY) for word in touching_before(before, language))
    return any(sense is not Qualifier.EXACTLY for sense in leading) or bool(touching_after(after, language))


def _in_text(linked: LinkedPlan, home: Place | None) -> str:
    form = linked.forms.get((home.path, home.start)) if home and home.start is not None else None
    return form.worded if form and isinstance(form.form, Defined) else ""


def _with_unit(text: str, unit: Unit, language: str) -> str:
    """A qualified cell with the unit of its row behind the number, unless it has one itself."""
    reading = read_mention(text.strip(), language=language)
    if not isinstance(reading, Mention) or reading.qualifier is Qualifier.EXACTLY:
        return ""
    number, own = _LAST_DIGIT.match(reading.text), reading.quantity.unit.text
    name = unit_text(unit, language)
    if number is None or own == name:
        return reading.text
    end = number.end() + len(own) if reading.text.startswith(own, number.end()) else number.end()
    if not own and currency_of(name):
        digits = _FIRST_DIGIT.search(reading.text)
        start = digits.start() if digits else 0
        return f"{reading.text[:start]}{with_unit(reading.text[start:end], unit, language)}{reading.text[end:]}"
    missing = name.removeprefix(own)
    space = " " if words(language).units.spaced and missing not in ("", "%", "‰") else ""
    return f"{reading.text[:end]}{space}{missing}{reading.text[end:]}"
