"""What is said of a finding where each is told by itself."""

from plan_compiler.diagnostics import Finding
from plan_compiler.report.report import Report
from plan_compiler.report.wording import CAUSED, Speaker


def told(finding: Finding, report: Report, speaker: Speaker) -> tuple[str, ...]:
    """Its sentences, and what it comes from together with others."""
    caused = told_cause(finding, report, speaker)
    return (*speaker.sentences(finding), caused) if caused else speaker.sentences(finding)


def told_cause(finding: Finding, report: Report, speaker: Speaker) -> str:
    """What a finding comes from together with others, with its place; "" for one by itself."""
    cause = report.cause_of(finding)
    if cause is None:
        return ""
    return speaker.say(CAUSED, {"place": report.paths.position(cause.span), "text": speaker.cause(cause)})
