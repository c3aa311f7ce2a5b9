"""Where a file cannot be read on: the parser's error in plain words, and what commonly lies behind it."""

import re

import yaml
from msgspec import Struct

from plan_compiler.diagnostics import Diagnostic, Fix, Span
from plan_compiler.patterns import compiled
from plan_compiler.read.conflicts import conflicts
from plan_compiler.read.culprits import culprit
from plan_compiler.read.faults.yaml import (
    FEATURE,
    FORM_SWALLOWED,
    FULL_WIDTH_COLON,
    SYNTAX,
    TAB,
    WIDE_INDENT,
)
from plan_compiler.read.markup.signs import holds_form
from plan_compiler.read.structure import LEAD, quoted, single_quoted, structure_lines
from plan_compiler.read.text import FileText, shown

_PROBLEMS = (
    (r"mapping values are not allowed", "colon"),
    (r"could not find expected ':'", "no_colon"),
    (r"did not find expected '-'|expected <block end>, but found '<block (sequence|mapping) start>'", "dash"),
    (r"block sequence entries are not allowed|sequence entries are not allowed", "misplaced_dash"),
    (r"did not find expected key|mapping keys are not allowed|expected <block end>", "indent"),
    (r"cannot start any token|alphabetic or numeric character", "first_character"),
    (r"unexpected end of stream", "open_quote"),
    (r"expected ',' or", "open_bracket"),
    (r"escape|hexdecimal|hexadecimal", "escape"),
    (
        r"expected chomping|expected a comment or a line break|comment or line break|indentation indicator",
        "block_header",
    ),
    (r"document (start|indicator)|unexpected document", "marker"),
    (r"tag", "first_character"),
)
_OF_LAYOUT = frozenset({"no_colon", "dash", "indent", "colon", "message", "open_bracket", "first_character"})
_QUOTABLE = frozenset({"colon", "first_character", "indent", "dash"})
_KEY_END = compiled(r":(?=\s|$)")
_MARKER = compiled(r"^(?:---|\.\.\.)", re.MULTILINE)
_ENTRY = compiled(r"[ ]*(?:- +)*")
_INDENT = compiled(r"[ ]*[\t\u3000\u00a0][ \t\u3000\u00a0]*")
_COLON = compiled(r"[ \t\u3000\u00a0]*(?:- +)*(?P<key>[A-Za-z_][A-Za-z_0-9]*)[ ]*(?P<colon>：)[ ]*")
_WIDE_COMMA = compiled(r"(?P<comma>，\s*)(?:[^\W\d]\w*|[0-9]{4})\s*$")
_WIDE_COMMAS = compiled(r"，\s*(?=(?:[^\W\d]\w*|[0-9]{4}):)")
"""Full-width commas before keys: words, or years."""
_FLOW_VALUE = compiled(r"[^,{}\[\]]+")


def layout_faults(text: FileText) -> list[Diagnostic]:
    """Tabs, ideographic indents and full-width colons in the lines that carry structure."""
    found: list[Diagnostic] = []
    above = _Above()
    for number, line in structure_lines(text):
        start = text.line_start(number)
        match = _INDENT.match(line)
        content = line[match.end() :] if match else line
        indent = above.indent(match[0], content) if match else ""
        above.add(indent + content)
        if match and content:
            kind = TAB if "\t" in match[0] else WIDE_INDENT
            span = text.span(start + match.start(), start + match.end())
            args = {"corrected": indent + shown(content)}
            found.append(Diagnostic(kind, span, args, hint="hint", fix=Fix(span, indent)))
        if match := _COLON.match(line):
            span = text.span(start + match.start("colon"), start + match.end())
            corrected = shown(f"{line[: match.start('colon')]}: {line[match.end() :]}")
            args = {"key": match["key"], "corrected": corrected}
            found.append(Diagnostic(FULL_WIDTH_COLON, span, args, hint="hint", fix=Fix(span, ": ", safe=True)))
    return found


class _Above(Struct):
    """What stands above a line: where the keys begin, and the dashes, and whether a key was left open for what is below."""

    keys: int | None = None
    dashes: int | None = None
    opens: bool = False

    def add(self, line: str) -> None:
        """Go on to the next line; `line` is as it was meant."""
        lead = _ENTRY.match(line)
        self.keys = lead.end() if lead else len(line)
        self.opens = line.rstrip().endswith(":")
        if lead and "-" in lead[0]:
            self.dashes = lead[0].rindex("-")

    def indent(self, written: str, content: str) -> str:
        """The spaces to put before `content` for what was `written`: those that align it with what is above."""
        if self.keys is None:
            return written.replace("\u3000", "  ").replace("\t", "  ").replace("\u00a0", " ")
        if self.opens:
            return " " * (self.keys + 2)
        return " " * (self.dashes if content.startswith("- ") and self.dashes is not None else self.keys)


def syntax_fault(text: FileText, error: yaml.YAMLError) -> list[Diagnostic]:
    """The findings for a file the parser gave up on: what lies behind it where that can be told, else its error."""
    if unsolved := [
        Diagnostic(SYNTAX, text.span(*at), message="conflict", hint="solve") for at in conflicts(text.text)
    ]:
        return unsolved
    behind = layout_faults(text)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    offset = min(mark.index, len(text.text)) if mark else 0
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", "") or "")
    line = text.line_of(offset)
    if any(_line(fault) <= line for fault in behind):
        return behind
    found = None
    if _problem(text, offset, problem, text.line(line)) in _OF_LAYOUT and not holds_form(text.line(line)):
        found = culprit(text, [*structure_lines(text)], line)
    return [*behind, found or _plain_words(text, offset, problem, getattr(error, "context_mark", None))]


def _line(fault: Diagnostic) -> int:
    return fault.where.start.line if isinstance(fault.where, Span) else 0


def _plain_words(text: FileText, offset: int, problem: str, context: yaml.Mark | None) -> Diagnostic:
    line_number = text.line_of(offset)
    line = text.line(line_number)
    span = text.span(offset, min(offset + 1, len(text.text)))
    key = _problem(text, offset, problem, line)
    if key == "open_quote" and context is not None:
        span = text.span(context.index, min(context.index + 1, len(text.text)))
        args = {"corrected": shown(f"{text.line(text.line_of(context.index)).rstrip()}{text.text[context.index]}")}
        return Diagnostic(SYNTAX, span, args, message=key, hint="quote")
    if key == "open_bracket" and (comma := _WIDE_COMMA.search(text.text, text.line_start(line_number), offset)):
        span = text.span(comma.start("comma"), comma.start("comma") + 1)
        start = text.line_start(line_number)
        corrected = shown(
            line[: comma.start("comma") - start] + _WIDE_COMMAS.sub(", ", line[comma.start("comma") - start :])
        )
        return Diagnostic(SYNTAX, span, {"corrected": corrected}, message="wide_comma", hint="quote")
    if key in _QUOTABLE and holds_form(line):
        return Diagnostic(FORM_SWALLOWED, span, {"corrected": quoted(line)}, hint="hint")
    if problem.startswith("found duplicate") or "directive" in problem:
        return Diagnostic(FEATURE, span, message="directive", hint="delete")
    column = offset - text.line_start(line_number)
    if key == "first_character" and (token := _within_braces(line, column)):
        return Diagnostic(
            SYNTAX, span, {"character": line[column], "corrected": shown(token)}, message=key, hint="quote"
        )
    args = {"character": _first_character(line), "corrected": quoted(line)}
    quotable = key in ("colon", "first_character") and LEAD.fullmatch(line) is not None
    return Diagnostic(SYNTAX, span, args, message=key, hint="quote" if quotable else "hint")


def _within_braces(line: str, column: int) -> str:
    """The line with the value at `column` quoted, where it stands within braces or brackets; else ""."""
    match = _FLOW_VALUE.match(line, column)
    if match is None or not match[0].strip() or not re.search(r"[{\[]", line[:column]):
        return ""
    value = match[0].rstrip()
    return f"{line[:column]}{single_quoted(value)}{line[column + len(value) :]}"


def _problem(text: FileText, offset: int, problem: str, line: str) -> str:
    key = next((key for pattern, key in _PROBLEMS if re.search(pattern, problem)), "message")
    if key == "colon" and len(_KEY_END.findall(line)) < 2:
        return "indent"
    return "indent" if key == "marker" and not _MARKER.search(text.text, 0, offset) else key


def _first_character(line: str) -> str:
    match = LEAD.fullmatch(line)
    return match["text"][:1] if match else ""
