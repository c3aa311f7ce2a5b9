"""Changes of a plan's files that would mend a suspect."""

import re
from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct

from plan_compiler.diagnostics import Place, Span, listed
from plan_compiler.edit.edits import Edit
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.patterns import compiled
from plan_compiler.quantity.interval import Interval, power_of_ten
from plan_compiler.quantity.quantity import Quantity
from plan_compiler.quantity.reading import read_number
from plan_compiler.rational import Fraction
from plan_compiler.read.source import Source
from plan_compiler.read.text import FileText
from plan_compiler.rules.causes.rows import MissingRow
from plan_compiler.rules.causes.suspects import Figure, MistakenUnit, Suspect, Swapped
from plan_compiler.rules.explain.digits import reprinted, steps_in

_NUMERAL = compiled(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?")
_MOST_DECIMALS = 4
_ROW = "title: _"
_PROJECT = "id: _missing_row, name: _, scope: _, nature: 新建, period: 未定, owner: _"
"""What a row is written with beside its amounts, to see what they mend: nobody sees it."""


class Mend(Struct, frozen=True):
    """An edit at `span`: `written` becomes `becomes`. Of a new row there is nothing written: `becomes` are its amounts; where
    two figures change places, both are ""."""

    edit: Edit
    span: Span
    written: str
    becomes: str


def mend(suspect: Suspect, linked: LinkedPlan, source: Source) -> Mend | None:
    """What to change for a suspect; None where it is not written so that this could be said."""
    match suspect:
        case Figure():
            return _of_figure(suspect, linked, source)
        case MistakenUnit():
            place = Place((*suspect.path, "unit"))
            span = source.spans.span(place)
            return _replaced(source.files, span, None, suspect.becomes) if span else None
        case MissingRow():
            return _of_row(suspect, linked, source)
        case Swapped():
            return _of_swapped(suspect, source)
        case _:
            assert_never(suspect)


def _of_figure(figure: Figure, linked: LinkedPlan, source: Source) -> Mend | None:
    node = linked.figures[figure.key]
    span = source.spans.span(node.home) if node.home else None
    if span is None or not isinstance(node.result, Quantity) or not node.result.nominal:
        return None
    start, end = _offsets(source.files[span.file], span)
    numeral = _NUMERAL.search(source.files[span.file], start, end)
    if numeral is None:
        return None
    number = read_number(numeral[0])
    ratio = number.fraction / Fraction(node.result.nominal)
    becomes = _printed(figure.needed.scaled(ratio), numeral[0]) if ratio > 0 else None
    return _replaced(source.files, span, numeral, becomes) if becomes else None


def _printed(needed: Interval, like: str) -> str | None:
    """A number in an interval, printed as another is; with as few more decimals as it takes."""
    number = read_number(like)
    for decimals in range(number.decimals, number.decimals + _MOST_DECIMALS):
        steps = steps_in(needed.scaled(power_of_ten(decimals)))
        if 0 <= steps.low <= steps.high:
            wider = read_number(
                f"{like}{'' if number.decimals else '.'}{'0' * (decimals - number.decimals)}".rstrip(".")
            )
            return reprinted(wider, (steps.low + steps.high) // 2)
    return None


def _replaced(files: Mapping[str, str], span: Span, part: re.Match[str] | None, becomes: str) -> Mend:
    start, end = part.span() if part else _offsets(files[span.file], span)
    text = files[span.file]
    return Mend(Edit(span.file, start, end, becomes), span, text[start:end], becomes)


def _of_swapped(swapped: Swapped, source: Source) -> Mend | None:
    """Two figures of a project or a row in each other's place, with what stands between them."""
    spans = [source.spans.span(Place((*swapped.path, column))) for column in swapped.columns]
    first, second = sorted(span for span in spans if span is not None) if None not in spans else (None, None)
    if first is None or second is None or first.file != second.file or first.end > second.start:
        return None
    text = source.files[first.file]
    (start, until), (since, end) = _offsets(text, first), _offsets(text, second)
    becomes = text[since:end] + text[until:since] + text[start:until]
    return Mend(Edit(first.file, start, end, becomes), first, "", "")


def _of_row(row: MissingRow, linked: LinkedPlan, source: Source) -> Mend | None:
    """A row more behind another, in lists that are written in block style, one entry below the other."""
    where = source.spans.span(Place(row.beside))
    span = source.spans.span(Place((*row.owner, "title"))) or where
    amounts = [(column, title, _printed(amount.interval, "0")) for column, title, amount in row.amounts]
    if where is None or span is None or any(amount is None for _, _, amount in amounts):
        return None
    text = source.files[where.file]
    start, end = _offsets(text, where)
    dash = text[text.rfind("\n", 0, start) + 1 : start]
    if dash.strip() != "-":
        return None
    end = start + len(text[start:end].rstrip())
    own = (_PROJECT if row.owner[0] == "annex" else _ROW, *(f"{column}: {amount}" for column, _, amount in amounts))
    told = listed(f"{title} {amount}" for _, title, amount in amounts)
    return Mend(Edit(where.file, end, end, f"\n{dash}{{{', '.join(own)}}}"), span, "", told)


def _offsets(text: str, span: Span) -> tuple[int, int]:
    lines = FileText(span.file, text)
    start, end = span.start, span.end
    return lines.line_start(start.line) + start.column - 1, lines.line_start(end.line) + end.column - 1
