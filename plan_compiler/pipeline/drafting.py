"""The draft of a document: what the check has found, in words and in place."""

from collections.abc import Mapping, Sequence

from plan_compiler.diagnostics import Cause, Finding, Span
from plan_compiler.document.nodes import Document
from plan_compiler.marks.annotate import annotate
from plan_compiler.marks.remark import Remark
from plan_compiler.read.source import Source
from plan_compiler.report.visible import visible
from plan_compiler.report.wording import CAUSED, SEVERITY, Speaker


def draft(document: Document, findings: Sequence[Finding], source: Source, causes: Sequence[Cause] = ()) -> Document:
    """`document` with those of `findings` in it that stand, in the document's language.

    Those that come from one of `causes` are listed together under it, those that merely follow from it in brief.
    """
    speaker = Speaker(document.language)
    standing = tuple(finding for finding in findings if finding.stands)
    caused = _caused(causes, standing)

    def say(finding: Finding) -> Remark:
        cause = caused.get(finding.fingerprint)
        follows = cause is not None and cause.lead != finding.fingerprint
        sentences = (speaker.message(finding),) if follows else speaker.sentences(finding)
        return Remark(
            finding.severity,
            speaker.say(SEVERITY[finding.severity]),
            speaker.title(finding),
            "\n".join(map(visible, sentences)),
            _place(finding.span),
            visible(speaker.say(CAUSED, {"place": _place(cause.span), "text": speaker.cause(cause)})) if cause else "",
        )

    return annotate(document, standing, source, say)


def _caused(causes: Sequence[Cause], findings: tuple[Finding, ...]) -> Mapping[str, Cause]:
    """The causes of findings by their fingerprints, where two or more of `findings` are left of a cause."""
    told = ((cause, cause.among(findings)) for cause in causes)
    return {finding.fingerprint: cause for cause, own in told if len(own) > 1 for finding in own}


def _place(span: Span | None) -> str:
    """A place in the plan's folder, as a report tells it."""
    return f"{visible(span.file)}:{span.start.line}:{span.start.column}" if span else ""
