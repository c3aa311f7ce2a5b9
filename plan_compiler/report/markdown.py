"""The report as Markdown for a pull or merge request: a summary, and a table folded away below it."""

import re
from collections.abc import Iterator

from plan_compiler.diagnostics import Finding, Severity
from plan_compiler.patterns import compiled
from plan_compiler.report.report import Report
from plan_compiler.report.telling import told
from plan_compiler.report.visible import visible
from plan_compiler.report.wording import FINDINGS, HEADER, MORE, SEVERITY, Speaker

LONGEST = 60_000
"""Characters of a report: GitHub takes comments of 65 536."""

_SPECIAL = compiled(r"[!-$&-+<-@\[-`{-~:\u200b]|(?<=www)\.", re.IGNORECASE)
_REFERENCE = compiled(r"[@#!$~%&^](?=\w)|:(?=//|[+-]?\w*[a-z]\w*:)", re.ASCII | re.IGNORECASE)
_ORDER = tuple(Severity)


def markdown_report(report: Report) -> str:
    """The report; what does not fit into a comment is counted."""
    speaker = Speaker(report.language)
    shown = sorted(report.open, key=lambda finding: _ORDER.index(finding.severity))
    head = f"### plan check: {speaker.found(report.summary)}\n\n{speaker.looked_at(report.summary)}\n"
    if not shown:
        return head
    rows = tuple(_fitting((_row(finding, report, speaker) for finding in shown), LONGEST))
    more = "" if len(rows) == len(shown) else "\n" + speaker.say(MORE, {"count": len(shown) - len(rows)}) + "\n"
    title = speaker.say(FINDINGS, {"count": len(shown)})
    table = "\n".join([speaker.say(HEADER), "|---|---|---|", *rows])
    return f"{head}\n<details>\n<summary>{title}</summary>\n\n{table}\n{more}\n</details>\n"


def _row(finding: Finding, report: Report, speaker: Speaker) -> str:
    place = report.paths.position(finding.span) if finding.span else report.paths.shown(report.plan)
    first, *more = map(escaped, told(finding, report, speaker))
    sentences = [f"**{finding.kind.code}** {first}", *more]
    severity = speaker.say(SEVERITY[finding.severity])
    return f"| {severity} | <code>{_escaped(visible(place))}</code> | {'<br>'.join(sentences)} |"


def _fitting(rows: Iterator[str], room: int) -> Iterator[str]:
    for row in rows:
        room -= len(row) + 1
        if room < 0:
            return
        yield row


def escaped(text: str) -> str:
    """`text` as Markdown that says just that, within a line.

    Punctuation is written as character references, which CommonMark never takes for structure (§2.5). GitHub and GitLab
    look for references (``@name``, ``#12``, addresses) in the finished text: a zero-width space keeps them from it.
    """
    return _escaped(_REFERENCE.sub("\\g<0>\u200b", visible(text)))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"&#{ord(match.group())};", text)
