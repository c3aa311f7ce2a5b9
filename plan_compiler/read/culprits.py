"""The line that is wrong where the parser gives up on a later one: a slip of layout that a planner makes."""

from collections.abc import Sequence

from plan_compiler.diagnostics import Diagnostic, Fix
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.yaml import SYNTAX
from plan_compiler.read.structure import OPENS_BLOCK, Line, single_quoted
from plan_compiler.read.text import FileText, shown
from plan_compiler.read.unfinished import unfinished

_KEY = r"(?P<lead>[ ]*(?:- +)*)(?P<key>[A-Za-z_][A-Za-z_0-9]*)"
_NO_SPACE = compiled(rf"{_KEY}:(?=[^\s:/])")
_ENTRY = compiled(rf"{_KEY}:(?:\s|$)|[ ]*-(?:\s|$)")
_CLOSED_EARLY = compiled(rf"{_KEY}: +(?P<value>(?:\[[^\[\]]*\]|\"[^\"]*\"|'[^']*')[^\s,#\]}}].*)")
_APOSTROPHE = compiled(r"(?:(?<=[:,-] )|(?<=[{\[]))'(?P<value>[^\W_]+[^'\n]*(?<=\w)'\w[^'\n]*)'(?=\s*(?:[,}\]]|$))")
_LEAD = compiled(r"[ ]*(?:- +)*")
_NEAR = 3
"""By how many columns a line may be off and still be meant for a level."""


def culprit(text: FileText, lines: Sequence[Line], at: int) -> Diagnostic | None:
    """What is wrong with one of the `lines` up to the one numbered `at`, where the parser stopped; None where that cannot be told."""
    above = [line for line in lines if line[0] <= at]
    if not above:
        return None
    if found := _apostrophe(text, above[-1]):
        return found
    if found := unfinished(text, above, at):
        return found
    for line in above[:-3:-1]:
        if found := _without_space(text, line) or _ends_early(text, line):
            return found
    return (
        _outdented(text, above) or _without_dash(text, above) or _without_colon(text, above) or _misaligned(text, above)
    )


def _apostrophe(text: FileText, line: Line) -> Diagnostic | None:
    """An apostrophe that ends a text in single quotes: 'Council's own funds'. In YAML it is doubled within them."""
    number, words = line
    match = _APOSTROPHE.search(words)
    if match is None:
        return None
    value = match["value"].replace("''", "'")
    sign = text.line_start(number) + match.start("value") + match["value"].index("'")
    corrected = f"{words[: match.start()]}{single_quoted(value)}{words[match.end() :]}"
    return Diagnostic(
        SYNTAX, text.span(sign, sign + 1), {"corrected": shown(corrected)}, message="apostrophe", hint="double"
    )


def _without_space(text: FileText, line: Line) -> Diagnostic | None:
    """total:80000"""
    number, words = line
    match = _NO_SPACE.match(words)
    if match is None or (_ENTRY.match(words) and ": " in words):
        return None
    colon = text.line_start(number) + match.end() - 1
    args = {"key": match["key"], "corrected": shown(f"{words[: match.end()]} {words[match.end() :]}")}
    fix = Fix(text.span(colon, colon + 1), ": ")
    return Diagnostic(SYNTAX, text.span(colon, colon + 1), args, message="no_space", hint="quote", fix=fix)


def _ends_early(text: FileText, line: Line) -> Diagnostic | None:
    """A value whose first bracket or quotation is taken for all of it: note: [ ]内为累计值."""
    number, words = line
    match = _CLOSED_EARLY.fullmatch(words)
    if match is None:
        return None
    value = match["value"].rstrip()
    start = text.line_start(number) + match.start("value")
    args = {"character": value[0], "corrected": shown(f"{words[: match.start('value')]}{single_quoted(value)}")}
    return Diagnostic(SYNTAX, text.span(start, start + 1), args, message="first_character", hint="quote")


def _outdented(text: FileText, above: Sequence[Line]) -> Diagnostic | None:
    """A line of a text that stands further left than the text, and so ends it."""
    for (before, header), (number, words) in zip(above[-2::-1], above[:0:-1], strict=False):
        if _ENTRY.match(words) is not None:
            continue
        if OPENS_BLOCK.search(header) is None:
            return None
        own = next((text.line(n) for n in range(before + 1, number) if text.line(n).strip()), "")
        indent = own[: len(own) - len(own.lstrip(" "))]
        start = text.line_start(number) + len(words) - len(words.lstrip(" "))
        args = {"found": str(start - text.line_start(number)), "meant": str(len(indent))}
        return Diagnostic(SYNTAX, text.span(start, start + 1), args, message="outdented", hint="align")
    return None


def _without_dash(text: FileText, above: Sequence[Line]) -> Diagnostic | None:
    """A line without a colon among the items of a list, aligned with their dashes."""
    for index in (-1, -2):
        if len(above) < 1 - index or _ENTRY.match(above[index][1]) is not None:
            continue
        (_, before), (number, words) = above[index - 1], above[index]
        column = len(words) - len(words.lstrip(" "))
        if before.startswith("- ", column) and not before[:column].strip() and ": " not in words:
            start = text.line_start(number) + column
            args = {"corrected": shown(f"- {words.strip()}")}
            fix = Fix(text.span(start, start), "- ")
            span = text.span(start, text.line_start(number) + len(words.rstrip()))
            return Diagnostic(SYNTAX, span, args, message="no_dash", hint="quote", fix=fix)
    return None


def _without_colon(text: FileText, above: Sequence[Line]) -> Diagnostic | None:
    """A line that stands where a key should, and has no colon."""
    for index in (-1, -2):
        if len(above) < 1 - index or _ENTRY.match(above[index][1]) is not None:
            continue
        number, words = above[index]
        column = len(words) - len(words.lstrip(" "))
        if column in _levels(above[:index], items=False):
            start = text.line_start(number)
            return Diagnostic(
                SYNTAX, text.span(start + column, start + len(words.rstrip())), message="no_colon", hint="hint"
            )
    return None


def _misaligned(text: FileText, above: Sequence[Line]) -> Diagnostic | None:
    """A key or an item a column or two beside those that it belongs to."""
    *before, (number, words) = above
    if _ENTRY.match(words) is None:
        return None
    item = words.lstrip(" ").startswith("-")
    column = len(words) - len(words.lstrip(" "))
    levels = _levels(before, items=item)
    if not levels or column in levels:
        return None
    meant = min(levels, key=lambda level: abs(level - column))
    if abs(meant - column) > _NEAR:
        return None
    start = text.line_start(number) + column
    args = {"found": str(column), "meant": str(meant)}
    return Diagnostic(SYNTAX, text.span(start, start + 1), args, message="misaligned", hint="align")


def _levels(lines: Sequence[Line], *, items: bool) -> list[int]:
    """The columns of the keys, or of the dashes, under which the next line may go on; the deepest first."""
    levels: list[int] = []
    reach: int | None = None
    for _, words in reversed(lines):
        lead = _LEAD.match(words)
        if lead is None or _ENTRY.match(words) is None:
            continue
        columns = [at for at, char in enumerate(lead[0]) if char == "-"] if items else [lead.end()]
        outer = len(words) - len(words.lstrip(" "))
        if reach is None or outer < reach or (outer == reach and not levels):
            levels += [column for column in columns if column not in levels and (reach is None or column <= reach)]
            reach = outer
    return levels
