"""Captions of tables, boxes and figures."""

from plan_compiler.document.inlines import plain_text
from plan_compiler.document.nodes import Caption
from plan_compiler.document.revisions import labels
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.changes import revised
from plan_compiler.writers.docx.inlines import bookmarked, compose_inlines, text_runs
from plan_compiler.writers.docx.scope import Scope


def compose_caption(caption: Caption, style: str, scope: Scope, *, keep_next: bool) -> tuple[w.Paragraph, ...]:
    """The caption's paragraphs: one of label and title, or for an annex its mark above its title; none if empty."""
    label, title = label_inlines(caption, scope), compose_inlines(caption.title, scope)
    outline = 0 if caption.anchor in scope.targets.entries else None
    if caption.series == "annex":
        title = bookmarked(scope.targets.entries, caption.anchor, title, scope)
        mark = (w.Paragraph("AnnexMark", label, keep_next=True),) if label else ()
        name = (w.Paragraph("AnnexTitle", title, outline=outline, keep_next=keep_next),) if title else ()
        return (*mark, *name)
    gap = (w.Run("\u3000"),) if label and title else ()
    inlines = bookmarked(scope.targets.entries, caption.anchor, (*label, *gap, *title), scope)
    return (w.Paragraph(style, inlines, outline=outline, keep_next=keep_next),) if label or title else ()


def caption_text(caption: Caption) -> str:
    """The caption in one line of plain text."""
    return f"{caption.label} {plain_text(caption.title)}".strip()


def label_inlines(caption: Caption, scope: Scope) -> tuple[w.Inline, ...]:
    """The label, counted by a field where it ends in a number, inside the bookmark that references repeat."""
    newer, older = (
        _label(caption.anchor, label, it) for label, it in zip(labels(caption), (scope, scope.older), strict=True)
    )
    return bookmarked(scope.targets.labels, caption.anchor, revised(newer, older, scope), scope)


def _label(anchor: str, label: str, scope: Scope) -> tuple[w.Inline, ...]:
    sequence = scope.sequences.get((anchor, label))
    if sequence is None:
        return tuple(text_runs(label))
    return (*text_runs(sequence.before), w.Field(sequence.instruction, tuple(text_runs(sequence.number))))
