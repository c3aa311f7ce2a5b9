"""The draft of a document: what the check has found, in words and in place."""

from collections.abc import Sequence

from plan_compiler.diagnostics import Finding
from plan_compiler.document.nodes import Document
from plan_compiler.marks.annotate import annotate
from plan_compiler.marks.remark import Remark
from plan_compiler.read.source import Source
from plan_compiler.report.visible import visible
from plan_compiler.report.wording import SEVERITY, Speaker


def draft(document: Document, findings: Sequence[Finding], source: Source) -> Document:
    """`document` with those of `findings` in it that stand, in the document's language."""
    speaker = Speaker(document.language)

    def say(finding: Finding) -> Remark:
        return Remark(
            finding.severity,
            speaker.say(SEVERITY[finding.severity]),
            speaker.title(finding),
            "\n".join(map(visible, speaker.sentences(finding))),
            _source(finding),
        )

    return annotate(document, [finding for finding in findings if finding.stands], source, say)


def _source(finding: Finding) -> str:
    """The place in the plan's folder, as a report tells it."""
    span = finding.span
    return f"{visible(span.file)}:{span.start.line}:{span.start.column}" if span else ""
