"""The JUnit report: XML that CI systems show as tests.

A finding is a test case of its own, so that it is counted, listed and followed from run to run; a rule that found
nothing is one that passed. Errors fail, waived findings and those of the baseline are skipped with the reason, warnings and notes pass and say
what they are in their output: red and green agree with the exit code of `plan check`. Names hold no line numbers.
"""

from collections.abc import Iterator
from html import escape

from plan_compiler.diagnostics import Finding, Severity
from plan_compiler.patterns import compiled
from plan_compiler.report.report import Report
from plan_compiler.report.text import FindingWriter
from plan_compiler.report.visible import code_point, inert_line, visible
from plan_compiler.report.wording import KNOWN

_SUITE = "plan"
_NOT_XML = compiled("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (§2.2) has no place for, not even as a reference."""


def junit_report(report: Report) -> str:
    """One test suite."""
    writer = FindingWriter(report)
    found = {finding.kind.code for finding in report.findings}
    passed = [kind for kind in report.known_kinds if kind.code not in found]
    counts = {
        "tests": len(report.findings) + len(passed),
        "failures": report.summary.error,
        "errors": 0,
        "skipped": report.summary.waived + report.summary.baseline,
    }
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            "<testsuites>",
            f"<testsuite name={_value(report.paths.shown(report.plan))} "
            + " ".join(f'{name}="{count}"' for name, count in counts.items())
            + ">",
            *(f"<testcase {_names(kind.code, writer.speaker.say(kind.title))}/>" for kind in passed),
            *(line for finding in report.findings for line in _testcase(finding, writer)),
            "</testsuite>",
            "</testsuites>",
            "",
        ]
    )


def _testcase(finding: Finding, writer: FindingWriter) -> Iterator[str]:
    where = ".".join(part for part in (finding.entity, finding.field) if part)
    name = " ".join(part for part in (writer.speaker.say(finding.kind.title), where, finding.subject) if part)
    yield f"<testcase {_names(finding.kind.code, name)}>"
    text = escape(_legal("\n".join(writer.alone(finding))))
    if not finding.stands:
        reason = writer.speaker.say(KNOWN) if finding.waiver is None else finding.waiver
        yield f"<skipped message={_value(reason)}/><system-out>{text}</system-out>"
    elif finding.severity is Severity.ERROR:
        message = _value(writer.speaker.message(finding))
        yield f"<failure type={_value(finding.kind.name)} message={message}>{text}</failure>"
    else:
        yield f"<system-out>{text}</system-out>"
    yield "</testcase>"


def _names(code: str, name: str) -> str:
    return f"classname={_value(f'{_SUITE}.{code}')} name={_value(name)}"


def _value(text: str) -> str:
    return f'"{escape(_legal(inert_line(visible(text))))}"'


def _legal(text: str) -> str:
    return _NOT_XML.sub(lambda match: code_point(match.group()), text)
