"""The report as GitHub workflow commands: annotations beside the lines of a pull request."""

from collections.abc import Mapping

from plan_compiler.diagnostics import Finding, Severity, Span
from plan_compiler.report.listing import Rest, listing, told_rest
from plan_compiler.report.report import Report
from plan_compiler.report.telling import told
from plan_compiler.report.visible import inert_line, visible
from plan_compiler.report.wording import Speaker

_COMMAND: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def github_report(report: Report) -> str:
    """A command for each open finding, then the summary as a line of the log.

    GitHub shows ten annotations of each severity for a step; the log holds them all, but for what
    is found alike too many times in one file.
    """
    speaker = Speaker(report.language)
    commands = (_listed(each, report, speaker) for each in listing(report.open))
    return "\n".join([*commands, speaker.summary(report.summary)]) + "\n"


def _listed(listed: Finding | Rest, report: Report, speaker: Speaker) -> str:
    if isinstance(listed, Rest):
        return inert_line(visible(told_rest(listed, report, speaker)))
    return _command(listed, report, speaker)


def _command(finding: Finding, report: Report, speaker: Speaker) -> str:
    properties = {**_place(finding.span, report), "title": speaker.title(finding)}
    listed = ",".join(f"{name}={inert_line(visible(value)).translate(_PROPERTY)}" for name, value in properties.items())
    message = "\n".join(inert_line(visible(line)) for line in told(finding, report, speaker))
    return f"::{_COMMAND[finding.severity]} {listed}::{message.translate(_DATA)}"


def _place(span: Span | None, report: Report) -> dict[str, str]:
    """File, lines and columns. GitHub takes columns only where both are in one line."""
    if span is None:
        return {"file": report.paths.shown(report.plan)}
    place = {"file": report.paths.shown(span.file), "line": str(span.start.line), "endLine": str(span.end.line)}
    if span.start.line == span.end.line:
        place |= {"col": str(span.start.column), "endColumn": str(span.end.column)}
    return place
