"""Proposals: changes that a person may accept one by one."""

from collections.abc import Iterable, Mapping
from difflib import unified_diff

from msgspec import Struct

from plan_compiler.diagnostics import Finding, Message, Span
from plan_compiler.edit.changes import Change, Files, Replacement
from plan_compiler.edit.edits import edited_files
from plan_compiler.language.typography import in_chinese


class Proposal(Struct, frozen=True):
    """A set of changes that belong together. `span` is what they are about; `says` is why, filled by `args`."""

    span: Span
    changes: tuple[Change, ...]
    says: Message
    args: Mapping[str, str]


FIX = Message("{code} {title}：{text} → {replacement}", "{code} {title}: {text} → {replacement}")


def safe_fixes(findings: Iterable[Finding], language: str) -> tuple[Proposal, ...]:
    """The fixes of findings that change no meaning, of findings that nobody has waived."""
    return tuple(
        Proposal(
            finding.fix.span,
            (Replacement(finding.diagnostic.fix.where, finding.diagnostic.fix.replacement),),
            FIX,
            {
                "code": finding.kind.code,
                "title": finding.kind.title.zh if in_chinese(language) else finding.kind.title.en,
                "text": finding.subject or "",
                "replacement": finding.fix.replacement,
            },
        )
        for finding in findings
        if finding.fix is not None and finding.fix.safe and finding.waiver is None and finding.diagnostic.fix
    )


def in_order(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """By their places, which gives them their numbers. One that changes what an earlier one changes is left out."""
    kept: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda proposal: proposal.span):
        if not kept or kept[-1].span.file != proposal.span.file or kept[-1].span.end <= proposal.span.start:
            kept.append(proposal)
    return tuple(kept)


def apply(files: Files, proposals: Iterable[Proposal]) -> dict[str, str]:
    """The texts of the files that change when all `proposals` are accepted. Raises `OverlappingEditsError`."""
    return edited_files(files.texts, files.edits(change for proposal in proposals for change in proposal.changes))


def difference(before: Mapping[str, str], after: Mapping[str, str], names: Mapping[str, str]) -> str:
    """A unified diff of the files that changed, each under its name of `names`."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for file in sorted(after)
        for line in unified_diff(
            before[file].splitlines(keepends=True), after[file].splitlines(keepends=True), names[file], names[file]
        )
    )
