"""The text report: place, message, source excerpt with caret, the arithmetic, what to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plan_compiler.diagnostics import Finding, Severity, Span, Summary
from plan_compiler.language.typography import is_wide
from plan_compiler.report.report import Report
from plan_compiler.report.wording import HINT, SEVERITY, SUMMARY, WAIVED, Speaker

_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_EXCERPT = 76
"""Columns of source an excerpt shows, so that it fits a terminal of 80 columns with its margin."""


def text_report(report: Report, *, colour: bool = False, show_waived: bool = False) -> str:
    """The report as one text; waived findings are only counted unless `show_waived`."""
    writer = _Writer(report, Speaker(report.language), colour)
    shown = [f for f in report.findings if show_waived or f.waiver is None]
    lines = [line for finding in shown for line in (*writer.finding(finding), "")]
    return "\n".join([*lines, summary_line(report.summary, writer.speaker)]) + "\n"


def summary_line(summary: Summary, speaker: Speaker) -> str:
    """The last line: how many findings of each severity, how many relations were looked at."""
    counts = {
        "error": summary.error,
        "warning": summary.warning,
        "info": summary.info,
        "waived": summary.waived,
        "relations": summary.relations_checked,
        "unchecked": summary.not_checkable,
    }
    return speaker.say(SUMMARY, counts)


@dataclass(frozen=True, slots=True)
class _Writer:
    report: Report
    speaker: Speaker
    colour: bool

    def finding(self, finding: Finding) -> Iterator[str]:
        speaker, paths = self.speaker, self.report.paths
        place = paths.position(finding.span) if finding.span else paths.shown(self.report.plan)
        label = f"{speaker.say(SEVERITY[finding.severity])} {finding.kind.code}"
        painted = _painted(label, _COLOUR[finding.severity], self.colour)
        yield f"{place}: {painted} {speaker.say(finding.kind.title)}"
        if finding.span:
            yield from _excerpt(finding.span, self.report.files)
        yield f"  {speaker.message(finding)}"
        for related in finding.related:
            where = f"  ({paths.position(related.span)})" if related.span else ""
            yield f"    {speaker.sentence(finding.kind, related.message, related.args)}{where}"
        if finding.waiver is not None:
            yield f"  {speaker.say(WAIVED)}: {finding.waiver}"
        elif hint := speaker.hint(finding):
            yield f"  {speaker.say(HINT)}: {hint}"


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code};1m{text}\x1b[0m" if colour else text


def _excerpt(span: Span, files: Mapping[str, str]) -> Iterator[str]:
    lines = files.get(span.file, "").splitlines()
    if span.start.line > len(lines):
        return
    line = lines[span.start.line - 1]
    start = span.start.column - 1
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    end = max(end, start + 1)
    left = _window(line, start, end)
    number = str(span.start.line)
    shown = _fitted(line[left:])
    yield f"{number:>5} | {shown}"
    length = min(_width(line[start:end]) or 1, _width(shown) - _width(line[left:start]))
    yield f"      | {' ' * _width(line[left:start])}{'^' * max(length, 1)}"


def _window(line: str, start: int, end: int) -> int:
    """Where the excerpt begins, so that the marked stretch is seen with some text before it."""
    if _width(line[:end]) <= _EXCERPT - 8:
        return 0
    left = start
    while left > 0 and _width(line[left - 1 : start]) <= _EXCERPT // 3:
        left -= 1
    return left


def _fitted(text: str) -> str:
    width = 0
    for index, char in enumerate(text):
        width += 2 if is_wide(char) else 1
        if width > _EXCERPT - 8:
            return text[:index] + "…"
    return _visible(text)


def _visible(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _width(text: str) -> int:
    return sum(2 if is_wide(char) else 1 for char in text)
