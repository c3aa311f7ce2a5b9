"""The text report: place, message, source excerpt with carets, the arithmetic, what to do."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from plan_compiler.diagnostics import Cause, Finding, RelatedFinding, Severity, Span
from plan_compiler.patterns import compiled
from plan_compiler.report.excerpt import Excerpts
from plan_compiler.report.listing import Rest, listing, told_rest
from plan_compiler.report.report import Report
from plan_compiler.report.telling import told_cause
from plan_compiler.report.terminal import cells, filled, fitted, wrapped
from plan_compiler.report.visible import inert_line, visible
from plan_compiler.report.wording import KNOWN, LINE, ONE_CAUSE, SEVERITY, WAIVED, Speaker

_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_COLUMNS = 80
"""How wide excerpts are where there is no terminal."""
_AMOUNT = compiled(r"(?:\S+ )?[-−+]?[\d,.%％]+|[-—]?")
"""A cell that stands at the right of its column: a number, a word and a number, or nothing."""
_NARROWEST = 20
"""Columns that the last text of a row keeps; with less, the place goes to a line of its own."""
_INDENT = "  "
_GAP = "  "


def text_report(report: Report, *, colour: bool = False, show_waived: bool = False, columns: int | None = None) -> str:
    """The report as one text; findings that are waived or in the baseline are only counted unless `show_waived`.

    `columns` is the width of the terminal that shows it: sentences are then broken into lines. None: they are not.
    """
    writer = FindingWriter(report, columns, colour=colour)
    shown = report.findings if show_waived else report.open
    lines = [line for block in _blocks(report, shown, writer) for line in (*block, "")]
    summary = writer.speaker.summary(report.summary)
    return "\n".join([*lines, *(wrapped(summary, columns, "") if columns else (summary,))]) + "\n"


def _blocks(report: Report, shown: Iterable[Finding], writer: "FindingWriter") -> Iterator[Iterator[str]]:
    """What is told by itself, in the order of the files: a finding, or a cause with the findings that come from it."""
    waiting = sorted(report.common_causes, key=lambda told: told[0].span, reverse=True)
    caused = {finding.fingerprint for _, findings in waiting for finding in findings}
    for listed in listing(finding for finding in shown if finding.fingerprint not in caused):
        span = listed.span if isinstance(listed, Finding) else None
        while waiting and (span is None or waiting[-1][0].span < span):
            yield writer.caused(*waiting.pop())
        yield writer.listed(listed)
    yield from (writer.caused(*told) for told in reversed(waiting))


class FindingWriter:
    """Writes findings as lines of text, without line breaks, controls or commands from the plan in them."""

    def __init__(self, report: Report, columns: int | None = None, *, colour: bool = False) -> None:
        self.speaker = Speaker(report.language)
        self._report = report
        self._columns = columns
        self._colour = colour
        self._excerpts = Excerpts(report.files, columns or _COLUMNS)

    def listed(self, listed: Finding | Rest) -> Iterator[str]:
        """The lines of a finding, or of those that are not listed."""
        if isinstance(listed, Rest):
            yield from self._sentence(told_rest(listed, self._report, self.speaker), indent="")
        else:
            yield from self.lines(listed)

    def lines(self, finding: Finding) -> Iterator[str]:
        """The lines of one finding."""
        speaker, paths = self.speaker, self._report.paths
        place = paths.position(finding.span) if finding.span else paths.shown(self._report.plan)
        severity = self._painted(speaker.say(SEVERITY[finding.severity]), finding.severity)
        yield inert_line(f"{visible(place)}: ") + f"{severity} {speaker.title(finding)}"
        yield from map(inert_line, self._body(finding))

    def alone(self, finding: Finding) -> Iterator[str]:
        """The same, and what it comes from together with others."""
        yield from self.lines(finding)
        if caused := told_cause(finding, self._report, self.speaker):
            yield from self._sentence(caused)

    def caused(self, cause: Cause, findings: Sequence[Finding]) -> Iterator[str]:
        """The lines of a cause: what is wrong there, and the findings that come from it in brief."""
        lead = next((finding for finding in findings if finding.fingerprint == cause.lead), None)
        if lead is not None:
            yield from self.lines(lead)
        else:
            place = visible(self._report.paths.position(cause.span))
            worst = min((finding.severity for finding in findings), key=list(Severity).index)
            title = self.speaker.say(ONE_CAUSE, {"count": len(findings)})
            yield inert_line(f"{place}: ") + f"{self._painted(self.speaker.say(SEVERITY[worst]), worst)} {title}"
            yield from map(inert_line, self._excerpts.lines(cause.span))
        yield from map(inert_line, self._sentence(self.speaker.cause(cause)))
        for finding in findings:
            if finding is not lead:
                yield from map(inert_line, self._in_brief(finding))

    def _in_brief(self, finding: Finding) -> Iterator[str]:
        place = f" ({self._report.paths.position(finding.span)})" if finding.span else ""
        yield from self._sentence(f"{finding.kind.code} {self.speaker.message(finding)}{place}", _INDENT * 2)

    def _body(self, finding: Finding) -> Iterator[str]:
        if finding.span:
            yield from self._excerpts.lines(finding.span)
        yield from self._sentence(self.speaker.message(finding))
        yield from self._related(finding)
        if explanation := self.speaker.explanation(finding):
            yield from self._sentence(explanation)
        if finding.waiver is not None:
            yield from self._sentence(self.speaker.say(WAIVED, {"text": finding.waiver}))
        elif finding.known:
            yield from self._sentence(self.speaker.say(KNOWN))
        elif advice := self.speaker.advice(finding):
            yield from self._sentence(advice)

    def _painted(self, text: str, severity: Severity) -> str:
        return f"\x1b[{_COLOUR[severity]};1m{text}\x1b[0m" if self._colour else text

    def _sentence(self, text: str, indent: str = _INDENT) -> Iterator[str]:
        if self._columns is None:
            yield indent + visible(text)
        else:
            yield from wrapped(visible(text), self._columns, indent)

    def _related(self, finding: Finding) -> Iterator[str]:
        for _, group in groupby(finding.related, key=lambda related: related.message):
            rows = [self._row(finding, related) for related in group]
            if len(rows[0].cells) == 1:
                for row in rows:
                    yield from self._sentence(
                        f"{row.cells[0]} ({row.place})" if row.place else row.cells[0], _INDENT * 2
                    )
            else:
                yield from _table(rows, self._columns)

    def _row(self, finding: Finding, related: RelatedFinding) -> "_Row":
        texts = self.speaker.cells(finding.kind, related.message, related.args)
        return _Row(tuple(map(visible, texts)), visible(self._where(related.span, finding.span)))

    def _where(self, span: Span | None, beside: Span | None) -> str:
        """A place as seen from another: only its line where both are in one file."""
        if span is None:
            return ""
        if beside is not None and span.file == beside.file:
            return self.speaker.say(LINE, {"line": span.start.line})
        return self._report.paths.position(span)


class _Row(Struct, frozen=True):
    cells: tuple[str, ...]
    place: str


def _table(rows: list[_Row], columns: int | None) -> Iterator[str]:
    """Rows in columns of one width each, amounts at the right; the last text gives way where a line gets too long."""
    table = list(zip(*(row.cells for row in rows), strict=True))
    widths = [max(map(cells, column)) for column in table]
    amounts = [all(map(_AMOUNT.fullmatch, column)) for column in table]
    before_place = _GAP
    if columns is not None:
        room = columns - len(_INDENT * 2) - sum(widths[:-1]) - len(_GAP) * len(widths[:-1])
        beside = room - len(_GAP) - max(cells(row.place) for row in rows)
        if beside < min(widths[-1], _NARROWEST):
            before_place, beside = "\n" + _INDENT * 4, room
        widths[-1] = min(widths[-1], max(beside, _NARROWEST))
    for row in rows:
        shown = (
            filled(fitted(text, width), width, right=amount)
            for text, width, amount in zip(row.cells, widths, amounts, strict=True)
        )
        place = before_place + row.place if row.place else ""
        yield from (line.rstrip() for line in f"{_INDENT * 2}{_GAP.join(shown)}{place}".split("\n"))
