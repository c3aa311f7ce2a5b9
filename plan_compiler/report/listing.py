"""What a report for people lists one by one: of one kind of finding in one file, as many as one can work through."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from plan_compiler.diagnostics import Finding, Kind, Message
from plan_compiler.report.report import Report
from plan_compiler.report.wording import Speaker

MOST_ALIKE = 50
"""Findings of one kind in one file that are listed. Reports for machines hold all."""

REST = Message(
    "{file}：另有 {count} 处“{title}”没有逐条列出；全部见 `plan check --select {code} --format json`",
    "{file}: {count} more findings “{title}” are not listed; `plan check --select {code} --format json` has them all",
)


class Rest(Struct, frozen=True):
    """How many findings of a kind in a file are not listed; "" for those without a file."""

    kind: Kind
    file: str
    count: int


def listing(findings: Iterable[Finding]) -> Iterator[Finding | Rest]:
    """The findings in their order, of each kind and file at most `MOST_ALIKE`; in the end, what is left out."""
    seen: Counter[tuple[str, str]] = Counter()
    kinds: dict[str, Kind] = {}
    for finding in findings:
        key = finding.kind.code, finding.span.file if finding.span else ""
        seen[key] += 1
        kinds[finding.kind.code] = finding.kind
        if seen[key] <= MOST_ALIKE:
            yield finding
    for (code, file), count in seen.items():
        if count > MOST_ALIKE:
            yield Rest(kinds[code], file, count - MOST_ALIKE)


def told_rest(rest: Rest, report: Report, speaker: Speaker) -> str:
    """The sentence on findings that are not listed."""
    file = report.paths.shown(rest.file or report.plan)
    args = {"file": file, "count": rest.count, "title": speaker.say(rest.kind.title), "code": rest.kind.code}
    return speaker.say(REST, args)
